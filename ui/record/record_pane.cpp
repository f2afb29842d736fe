// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/record_pane.h"

#include "ui/common/link_button.h"
#include "ui/dialogs.h"
#include "ui/record/details_page.h"
#include "ui/record/figures_view.h"
#include "ui/record/history_view.h"
#include "ui/record/ink.h"
#include "ui/record/record_head.h"
#include "ui/record/record_offers.h"
#include "ui/record/record_tabs.h"
#include "ui/record/sources_view.h"
#include "ui/workspace.h"

#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace waic::ui {

RecordPane::RecordPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_states(new QStackedWidget)
    , m_nothing(plainLabel({}, 13, 400, Token::Text3))
    , m_head(new RecordHead(workspace))
    , m_tabs(new RecordTabs)
    , m_pages(new QStackedWidget)
    , m_detailsArea(new QScrollArea)
    , m_offers(new RecordOffers(workspace, this))
    , m_figures(new FiguresView(workspace, *m_offers))
    , m_sources(new SourcesView(workspace, *m_offers))
    , m_history(new HistoryView)
{
    setFocusPolicy(Qt::ClickFocus);
    setMinimumWidth(280);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(24);
    makePages();
    auto *record = new QWidget;
    auto *column = new QVBoxLayout(record);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_tabs);
    column->addWidget(m_pages, 1);
    m_states->addWidget(m_nothing);
    m_states->addWidget(record);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);

    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &RecordPane::showHistory);
    connectLists();
    connect(&workspace, &Workspace::decidedOn, this, [this](const catalogue::Conflict &conflict) {
        m_details->onDecided(conflict);
        m_figures->onDecided(conflict);
        m_sources->onDecided(conflict);
    });
    connectHistory();
    connect(&workspace, &Workspace::opened, this, &RecordPane::onOpened);
    connect(&workspace, &Workspace::closed, this, &RecordPane::onClosed);
    connect(&workspace, &Workspace::currentChanged, this, &RecordPane::showCurrent);
    connect(&workspace, &Workspace::committed, this, &RecordPane::onCommitted);
    connect(&workspace, &Workspace::writtenElsewhere, this, [this](const std::vector<catalogue::RowId> &announcements) {
        const catalogue::RowId current = m_workspace.current();
        if (current && std::find(announcements.begin(), announcements.end(), current) != announcements.end())
            reload();
    });
    connect(&workspace, &Workspace::refused, this, [this](const Error &error) {
        m_details->onRefused(error);
        m_figures->onRefused(error);
        m_sources->onRefused(error);
    });
    makeDetails();
    showCurrent();
}

void RecordPane::makePages()
{
    m_detailsArea->setFrameShape(QFrame::NoFrame);
    m_detailsArea->setWidgetResizable(true);
    m_detailsArea->setFocusPolicy(Qt::NoFocus); // the fields in it take the focus and scroll into sight
    m_detailsArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_detailsArea->viewport()->setBackgroundRole(QPalette::Base);
    m_tabs->addPage(tr("Details"));
    m_tabs->addPage(tr("Figures"));
    m_tabs->addPage(tr("Sources"));
    m_tabs->addPage(tr("History"));
    m_tabs->setAccessibleName(tr("Parts of the record"));
    QWidget *figures = withButton(m_figures, tr("Add figure"), "addFigure", [this] { m_figures->addFigure(); });
    QWidget *sources = withButton(m_sources, tr("Add source"), "addSourceRow", [this] { m_sources->addSource(); });
    for (QWidget *page : {static_cast<QWidget *>(m_detailsArea), figures, sources, static_cast<QWidget *>(m_history)})
        m_pages->addWidget(page);
}

QWidget *RecordPane::withButton(QWidget *list, const QString &words, const char *name, const std::function<void()> &add)
{
    auto *page = new QWidget;
    auto *button = new LinkButton(tr("+ %1", "a button that adds").arg(words));
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(words);
    button->setVisible(m_workspace.isWritable());
    connect(button, &LinkButton::clicked, this, add);
    connect(&m_workspace, &Workspace::opened, button, [this, button] { button->setVisible(m_workspace.isWritable()); });
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(list, 1);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(16, 6, 16, 8);
    foot->addWidget(button);
    foot->addStretch(1);
    column->addLayout(foot);
    return page;
}

void RecordPane::connectLists()
{
    for (const FormList *list : {static_cast<FormList *>(m_figures), static_cast<FormList *>(m_sources)})
        connect(list, &RecordList::openRequested, this, [this](const QString &url) { m_workspace.dialogs().openLink(url); });
    connect(m_figures, &FormList::linkGiven, this, [this](const QString &url, catalogue::RowId claim) {
        if (m_sources->addLink(url, claim))
            showTab(Sources);
    });
    connect(m_sources, &FormList::linkGiven, this, [this](const QString &url) { m_sources->addLink(url, 0); });
}

void RecordPane::makeDetails()
{
    m_madeFor = inputsKey();
    m_details = new DetailsPage(m_workspace, *m_offers);
    m_details->setBackgroundRole(QPalette::Base);
    m_detailsArea->setWidget(m_details);
}

void RecordPane::onOpened()
{
    // Inputs are made for one catalogue, that may or may not be written.
    if (m_madeFor != inputsKey())
        makeDetails();
    m_record = {};
    showCurrent();
}

void RecordPane::onClosed()
{
    // Ids are equal in many catalogues: what was typed for one row must not be taken for the other's.
    m_madeFor = QString();
    m_details->forget();
    m_figures->forget();
    m_sources->forget();
    showCurrent();
}

QString RecordPane::inputsKey() const
{
    if (!m_workspace.isOpen())
        return {};
    return (m_workspace.isWritable() ? QStringLiteral("w:") : QStringLiteral("r:")) + m_workspace.file().path();
}

void RecordPane::showCurrent()
{
    if (m_record.announcement.id != m_workspace.current() && m_workspace.isOpen())
        m_details->leaveRecord();
    reload();
}

void RecordPane::onCommitted(const catalogue::Step &step)
{
    m_figures->onCommitted(step);
    m_sources->onCommitted(step);
    m_details->onCommitted(step);
    const catalogue::RowId current = m_workspace.current();
    const bool concerned = std::find(step.announcements.begin(), step.announcements.end(), current) != step.announcements.end();
    if (current && (concerned || step.shared))
        reload();
}

void RecordPane::showNothing(const QString &words)
{
    m_record = {};
    m_nothing->setText(words);
    m_states->setCurrentIndex(0);
}

void RecordPane::reload()
{
    if (!m_workspace.isOpen()) {
        showNothing(tr("No catalogue is open."));
        return;
    }
    if (!m_workspace.current()) {
        showNothing(tr("Select an announcement to see all that is known of it."));
        return;
    }
    Result<catalogue::Record> record = m_workspace.reader().record(m_workspace.current());
    if (!record) {
        showNothing(record.error().line());
        return;
    }
    const bool another = record->announcement.id != m_record.announcement.id;
    m_record = *std::move(record);
    m_head->showRecord(m_record.announcement);
    m_tabs->setCount(Figures, int(m_record.claims.size()));
    m_tabs->setCount(Sources, int(m_record.sources.size()));
    m_details->showRecord(m_record);
    m_figures->showRecord(m_record);
    m_sources->showRecord(m_record);
    m_historyStale = true;
    showHistory();
    if (another)
        m_detailsArea->verticalScrollBar()->setValue(0);
    m_states->setCurrentIndex(1);
}

void RecordPane::showHistory()
{
    if (!m_historyStale || m_tabs->currentIndex() != History || !m_record.announcement.id)
        return;
    Result<std::vector<catalogue::RecordStep>> steps = catalogue::recordHistory(m_workspace.reader(), m_record.announcement.id);
    if (!steps) {
        m_workspace.report(steps.error());
        return;
    }
    m_historyStale = false;
    m_history->setWritable(m_workspace.isWritable());
    m_history->showHistory(m_record, *std::move(steps));
}

void RecordPane::connectHistory()
{
    connect(m_history, &HistoryView::takeBackAsked, &m_workspace, &Workspace::invert);
    const auto apply = [this](const Result<catalogue::Edit> &edit) {
        if (!edit)
            m_workspace.report(edit.error());
        else if (!edit->changes.empty())
            m_workspace.apply(*edit);
    };
    connect(m_history, &HistoryView::restoreAsked, this,
        [this, apply](qint64 step) { apply(catalogue::restoreRecord(m_workspace.reader(), m_record.announcement.id, step)); });
    connect(m_history, &HistoryView::restoreFieldAsked, this, [this, apply](qint64 step, const QString &column) {
        apply(catalogue::restoreField(m_workspace.reader(), m_record.announcement.id, step, column));
    });
}

void RecordPane::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void RecordPane::commitTyped()
{
    m_details->commitAll();
    m_figures->commitTyped();
    m_sources->commitTyped();
}

void RecordPane::addFigure()
{
    if (!m_record.announcement.id)
        return;
    showTab(Figures);
    m_figures->addFigure();
}

void RecordPane::focusRecord()
{
    QWidget *last = focusWidget();
    if (m_states->currentIndex() == 0)
        setFocus(Qt::TabFocusReason);
    else if (last && last != this && last->isVisible())
        last->setFocus(Qt::TabFocusReason);
    else
        m_tabs->setFocus(Qt::TabFocusReason);
}

void RecordPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeColour(Token::Surface));
}

} // namespace waic::ui
