// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/chip_row.h"

#include "ui/common/flow_layout.h"
#include "ui/common/icons.h"
#include "ui/common/link_button.h"
#include "ui/search/filter_chip.h"
#include "ui/search/search_bar.h"
#include "ui/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QResizeEvent>
#include <QToolButton>

namespace waic::ui {

namespace {

constexpr int kSpacing = 8;
constexpr int kChipHeight = 26;
constexpr int kRowHeight = kChipHeight + kSpacing;
constexpr int kLeastWidth = 160;
constexpr int kWordsFrom = 560; ///< narrower, the tools at the right are icons alone

LinkButton *link(const QString &text, QWidget *parent)
{
    auto *button = new LinkButton(text, parent);
    button->setTextSize(13);
    button->setInk(Token::Text);
    button->setFixedHeight(kChipHeight);
    return button;
}

} // namespace

ChipRow::ChipRow(Workspace &workspace, SearchBar &bar, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_bar(bar)
    , m_layout(new FlowLayout(kSpacing))
    , m_more(link({}, this))
    , m_clear(link(tr("Clear all"), this))
    , m_hint(new QLabel(tr("The whole question is in the box. Enter makes chips of it again."), this))
    , m_asText(makeTool(tr("Edit as text"), QStringLiteral("document-edit")))
    , m_save(makeTool(tr("Save view"), QStringLiteral("bookmark-new")))
{
    setObjectName(QStringLiteral("chips"));
    setAccessibleName(tr("Filters in use"));
    // Not Fixed: that would hold it to one row in the place of several.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    // A chip is 26 high: with the space below it a row of 34, under the toolbar's own space above.
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, kSpacing);
    layout->setSpacing(4);
    layout->addLayout(m_layout, 1);
    layout->addWidget(m_asText, 0, Qt::AlignTop);
    layout->addWidget(m_save, 0, Qt::AlignTop);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setFixedHeight(kChipHeight);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget *fixed : {static_cast<QWidget *>(m_hint), static_cast<QWidget *>(m_more), static_cast<QWidget *>(m_clear)})
        m_layout->addWidget(fixed);
    makeTools();
    connect(&m_workspace, &Workspace::queryChanged, this, &ChipRow::refresh);
    connect(&m_workspace, &Workspace::closed, this, &ChipRow::refresh);
    constexpr int kLongestWaitMs = 60;
    m_settle.setSingleShot(true);
    m_settle.setInterval(kLongestWaitMs);
    connect(&m_settle, &QTimer::timeout, this, &ChipRow::settle);
    connect(&m_workspace, &Workspace::answered, this, [this] {
        if (m_settle.isActive())
            settle();
    });
    connect(&m_bar, &SearchBar::boxChanged, this, &ChipRow::refresh);
    refresh();
}

QToolButton *ChipRow::makeTool(const QString &words, const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setText(words);
    setThemedIcon(button, icon);
    button->setAutoRaise(true);
    button->setFixedHeight(kChipHeight);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

void ChipRow::makeTools()
{
    m_more->setObjectName(QStringLiteral("moreChips"));
    m_clear->setObjectName(QStringLiteral("clearChips"));
    m_asText->setObjectName(QStringLiteral("editAsText"));
    m_asText->setCheckable(true);
    m_asText->setToolTip(tr("Show the whole question as text in the search box"));
    m_save->setObjectName(QStringLiteral("saveView"));
    m_save->setToolTip(tr("Keep this question under a name (Ctrl+B)"));
    connect(m_clear, &QAbstractButton::clicked, this, [this] {
        explore::Query none;
        none.sort = m_shown.sort;
        m_bar.setChips(none);
    });
    connect(m_more, &QAbstractButton::clicked, this, [this] { m_bar.setWholeText(true); });
    connect(m_asText, &QAbstractButton::clicked, this, [this](bool on) { m_bar.setWholeText(on); });
    connect(m_save, &QAbstractButton::clicked, this, &ChipRow::saveAsked);
}

QSize ChipRow::sizeHint() const
{
    return {kLeastWidth, kRowHeight};
}

QSize ChipRow::minimumSizeHint() const
{
    return {kLeastWidth, kRowHeight};
}

void ChipRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Qt::ToolButtonStyle style = width() < kWordsFrom ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
    m_asText->setToolButtonStyle(style);
    m_save->setToolButtonStyle(style);
}

FilterChip *ChipRow::addChip()
{
    auto *chip = new FilterChip(this);
    connect(chip, &QAbstractButton::clicked, this, [this, chip] { toggle(chip); });
    connect(chip, &FilterChip::removeAsked, this, [this, chip] { remove(chip); });
    connect(chip, &FilterChip::editAsked, this, [this, chip](bool afterClick) { edit(chip, afterClick); });
    m_layout->addWidget(chip);
    chip->show();
    setTabOrder(m_chips.isEmpty() ? m_bar.focusProxy() : m_chips.last(), chip);
    m_chips << chip;
    return chip;
}

void ChipRow::setChipCount(qsizetype wanted)
{
    // A chip may be telling of its own removal: it goes when it is done.
    while (m_chips.size() > wanted) {
        FilterChip *last = m_chips.takeLast();
        m_layout->removeWidget(last);
        last->hide();
        last->deleteLater();
    }
    if (m_chips.size() >= wanted)
        return;
    m_layout->removeWidget(m_more);
    m_layout->removeWidget(m_clear);
    while (m_chips.size() < wanted)
        addChip();
    m_layout->addWidget(m_more);
    m_layout->addWidget(m_clear);
    QWidget *before = m_chips.last();
    for (QWidget *next : {static_cast<QWidget *>(m_more), static_cast<QWidget *>(m_clear), static_cast<QWidget *>(m_asText),
             static_cast<QWidget *>(m_save)}) {
        setTabOrder(before, next);
        before = next;
    }
}

void ChipRow::refresh()
{
    m_shown = m_workspace.isOpen() ? m_bar.chips() : explore::Query();
    m_terms = chipTerms(m_shown);
    const bool whole = m_bar.isWholeText();
    const qsizetype all = qsizetype(m_terms.size());
    qsizetype focused = -1;
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        if (m_chips[i]->hasFocus())
            focused = i;
    setChipCount(std::min<qsizetype>(all, kMostChips));
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setTerm(onlyTerm(m_shown, m_terms[std::size_t(i)]));
    // The focus stays in the row, on the chip that took the removed one's place.
    if (focused >= 0 && !m_chips.isEmpty())
        m_chips[std::min(focused, m_chips.size() - 1)]->setFocus(Qt::OtherFocusReason);
    m_hint->setVisible(whole);
    m_more->setText(tr("%n more", nullptr, int(all - m_chips.size())));
    m_more->setVisible(all > m_chips.size());
    m_clear->setVisible(all > 0);
    m_asText->setChecked(whole);
    m_layout->invalidate();
    updateGeometry();
    m_isWanted = all > 0 || whole;
    if (m_isWanted == !isHidden())
        m_settle.stop();
    else if (m_workspace.isOpen() && !whole && window()->isVisible())
        m_settle.start();
    else
        settle();
}

/// A row that comes or goes moves all that is below: it does so with the answer, so that the window is painted once, not twice.
void ChipRow::settle()
{
    m_settle.stop();
    setVisible(m_isWanted);
}

bool ChipRow::termOf(FilterChip *chip, ChipTerm &term) const
{
    const qsizetype place = m_chips.indexOf(chip);
    if (place < 0 || place >= qsizetype(m_terms.size()))
        return false;
    term = m_terms[std::size_t(place)];
    return true;
}

void ChipRow::toggle(FilterChip *chip)
{
    ChipTerm term;
    if (!termOf(chip, term))
        return;
    m_beforeClick = m_workspace.query();
    m_bar.setChips(withTermOff(m_shown, term, !isOff(m_shown, term)));
    m_afterClick = m_workspace.query();
    refresh(); // the button has turned itself, whatever came of it
}

void ChipRow::remove(FilterChip *chip)
{
    ChipTerm term;
    if (termOf(chip, term))
        m_bar.setChips(withoutTerm(m_shown, term));
}

void ChipRow::edit(FilterChip *chip, bool afterClick)
{
    // The first click of a double click has switched it: that was no question of its own.
    if (afterClick && m_workspace.query() == m_afterClick && m_workspace.canGoBack()) {
        m_workspace.goBack();
        if (m_workspace.query() != m_beforeClick)
            m_workspace.goForward();
    }
    ChipTerm term;
    if (termOf(chip, term))
        m_bar.takeBack(onlyTerm(m_shown, term));
}

} // namespace waic::ui
