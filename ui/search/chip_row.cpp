// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/chip_row.h"

#include "ui/common/flow_layout.h"
#include "ui/common/link_button.h"
#include "ui/search/filter_chip.h"
#include "ui/workspace.h"

namespace waic::ui {

namespace {

constexpr int kSpacing = 8;
constexpr int kChipHeight = 26;
constexpr int kRowHeight = kChipHeight + kSpacing;
constexpr int kLeastWidth = 160;

} // namespace

ChipRow::ChipRow(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_layout(new FlowLayout(kSpacing, this))
    , m_clear(new LinkButton(tr("Clear all"), this))
{
    setObjectName(QStringLiteral("chips"));
    setAccessibleName(tr("Filters in use"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    // A chip is 26 high: with the space below it a row of 34, under the toolbar's own space above.
    m_layout->setContentsMargins(12, 0, 12, kSpacing);
    m_layout->addWidget(m_clear);
    m_clear->setTextSize(13);
    m_clear->setInk(Token::Text);
    m_clear->setFixedHeight(kChipHeight);
    connect(m_clear, &QAbstractButton::clicked, this, [this] {
        explore::Query query = m_workspace.query();
        query.conditions.clear();
        query.inBin = false;
        m_workspace.setQuery(query);
    });
    connect(&m_workspace, &Workspace::queryChanged, this, &ChipRow::onQueryChanged);
    connect(&m_workspace, &Workspace::closed, this, &ChipRow::onQueryChanged);
    onQueryChanged();
}

QSize ChipRow::sizeHint() const
{
    return {kLeastWidth, kRowHeight};
}

QSize ChipRow::minimumSizeHint() const
{
    return {kLeastWidth, kRowHeight};
}

void ChipRow::onQueryChanged()
{
    const explore::Query &query = m_workspace.query();
    const qsizetype wanted = qsizetype(query.conditions.size()) + (query.inBin ? 1 : 0);
    qsizetype focused = -1;
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        if (m_chips[i]->hasFocus())
            focused = i;
    // A chip may be telling of its own removal: it goes when it is done.
    while (m_chips.size() > wanted) {
        FilterChip *last = m_chips.takeLast();
        m_layout->removeWidget(last);
        last->hide();
        last->deleteLater();
    }
    if (m_chips.size() < wanted) {
        m_layout->removeWidget(m_clear);
        while (m_chips.size() < wanted) {
            auto *chip = new FilterChip(this);
            connect(chip, &QAbstractButton::clicked, this, [this, chip] { remove(chip); });
            m_layout->addWidget(chip);
            chip->show();
            m_chips << chip;
            setTabOrder(m_chips.size() > 1 ? m_chips[m_chips.size() - 2] : chip, chip);
        }
        m_layout->addWidget(m_clear);
        setTabOrder(m_chips.last(), m_clear);
    }
    for (qsizetype i = 0; i < qsizetype(query.conditions.size()); ++i)
        m_chips[i]->setCondition(query.conditions[std::size_t(i)]);
    if (query.inBin)
        m_chips.last()->setPlain(tr("in the bin"));
    // The focus stays in the row, on the chip that took the removed one's place.
    if (focused >= 0 && !m_chips.isEmpty())
        m_chips[std::min(focused, m_chips.size() - 1)]->setFocus(Qt::OtherFocusReason);
    m_layout->invalidate();
    updateGeometry();
    setVisible(wanted > 0);
}

void ChipRow::remove(FilterChip *chip)
{
    const qsizetype place = m_chips.indexOf(chip);
    explore::Query query = m_workspace.query();
    if (place < 0)
        return;
    if (place < qsizetype(query.conditions.size()))
        query.conditions.erase(query.conditions.begin() + place);
    else
        query.inBin = false;
    m_workspace.setQuery(query);
}

} // namespace waic::ui
