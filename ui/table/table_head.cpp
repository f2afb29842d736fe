// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/table_head.h"

#include "catalogue/figure.h"
#include "ui/common/icons.h"
#include "ui/common/link_button.h"
#include "ui/common/painting.h"
#include "ui/table/column_chooser.h"
#include "ui/table/sorting.h"

#include <QAction>
#include <QLabel>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>

namespace waic::ui {

namespace {

constexpr int kNoticedMs = 400;

/// A flat button that says with a chevron that it opens something.
class OpeningButton : public QToolButton
{
public:
    explicit OpeningButton(QAction *action)
    {
        setDefaultAction(action);
        setAutoRaise(true);
        setFocusPolicy(Qt::TabFocus);
        setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }

    QSize sizeHint() const override { return QToolButton::sizeHint() + QSize(kChevron, 0); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        QStyleOptionToolButton label = option;
        option.text.clear();
        option.icon = {};
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
        label.rect.setRight(label.rect.right() - kChevron);
        painter.drawControl(QStyle::CE_ToolButtonLabel, label);
        drawChevron(painter, QRectF(width() - kChevron - 4, 0, kChevron, height()), Qt::DownArrow, themeColour(Token::Text2));
    }

private:
    static constexpr int kChevron = 16;
};

QLabel *quiet(const QString &text = {})
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(uiFont(12));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->hide();
    return label;
}

LinkButton *link(const QString &text)
{
    auto *button = new LinkButton(text);
    button->setTextSize(12);
    button->setFocusPolicy(Qt::TabFocus);
    button->hide();
    return button;
}

} // namespace

TableHead::TableHead(ColumnLayout &columns, QWidget *parent)
    : PaneHead(tr("Announcements"), parent)
    , m_columns(columns)
    , m_relevance(link(tr("Sort by relevance")))
    , m_byRelevance(quiet(tr("by relevance")))
    , m_work(quiet())
    , m_cancel(link(tr("Cancel")))
{
    for (QWidget *widget : {static_cast<QWidget *>(m_work), static_cast<QWidget *>(m_cancel),
             static_cast<QWidget *>(m_byRelevance), static_cast<QWidget *>(m_relevance)})
        addWidget(widget);
    auto *choose = new QAction(tr("Columns"), this);
    setThemedIcon(choose, QStringLiteral("view-list-details"));
    auto *button = new OpeningButton(choose);
    addWidget(button);
    connect(choose, &QAction::triggered, this, [this, button] { showColumnChooser(m_columns, *button); });
    m_slow.setSingleShot(true);
    m_slow.setInterval(kNoticedMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        m_work->show();
        m_cancel->show();
    });
    connect(m_relevance, &LinkButton::clicked, this, &TableHead::relevanceAsked);
    connect(m_cancel, &LinkButton::clicked, this, &TableHead::cancelAsked);
}

void TableHead::showAnswer(const explore::Answer &answer)
{
    const QString shown = catalogue::countText(qint64(answer.ids.size()));
    if (answer.reach == explore::Reach::FirstRows) {
        setNote(tr("the newest %1 so far").arg(shown));
        return;
    }
    const bool all = int(answer.ids.size()) == answer.total;
    setNote(all ? shown : tr("%1 of %2").arg(shown, catalogue::countText(answer.total)));
}

void TableHead::showQuery(const explore::Query &query)
{
    const bool words = hasWords(query);
    const bool relevance = isSortedByRelevance(query);
    m_byRelevance->setVisible(words && relevance);
    m_relevance->setVisible(words && !relevance);
}

void TableHead::clear()
{
    setNote({});
    m_byRelevance->hide();
    m_relevance->hide();
    endWork();
}

void TableHead::showWork(const QString &words, const QString &cancel)
{
    m_work->setText(words);
    m_cancel->setAccessibleName(cancel);
    if (m_work->isHidden() && !m_slow.isActive())
        m_slow.start();
}

void TableHead::showCopying(int rows, int ofRows)
{
    showWork(tr("Copying %1 of %2 rows").arg(catalogue::countText(rows), catalogue::countText(ofRows)), tr("Cancel copying"));
}

void TableHead::showPasting(int rows, int ofRows)
{
    showWork(tr("Comparing %1 of %2 rows").arg(catalogue::countText(rows), catalogue::countText(ofRows)), tr("Cancel pasting"));
}

void TableHead::endWork()
{
    m_slow.stop();
    m_work->hide();
    m_cancel->hide();
}

} // namespace waic::ui
