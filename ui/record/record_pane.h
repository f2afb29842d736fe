// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"
#include "catalogue/records.h"

#include <QWidget>

#include <functional>

class QLabel;
class QScrollArea;
class QStackedWidget;

namespace waic::ui {

class DetailsPage;
class FiguresView;
class HistoryView;
class RecordOffers;
class RecordHead;
class RecordTabs;
class SourcesView;
class Workspace;

/// All of the current announcement: details, figures, sources and history, each field editable where it stands.
class RecordPane : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Details, Figures, Sources, History };

    explicit RecordPane(Workspace &workspace, QWidget *parent = nullptr);

    /// Gives the focus back to where it was in this pane, else to the tabs.
    void focusRecord();
    void showTab(Tab tab);
    /// Writes what is half-typed and right: before the window closes or another catalogue comes.
    void commitTyped();
    /// Opens an editor for a new figure of the announcement in sight.
    void addFigure();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makePages();
    void makeDetails();
    /// A list with a button below it that adds a row, where the catalogue may be written.
    QWidget *withButton(QWidget *list, const QString &words, const char *name, const std::function<void()> &add);
    void connectLists();
    QString inputsKey() const; ///< which catalogue the inputs were made for, and whether it may be written
    void onOpened();
    void onClosed();
    void onCommitted(const catalogue::Step &step);
    void showCurrent();
    void reload();
    void showNothing(const QString &words);
    void showHistory();
    void connectHistory();

    Workspace &m_workspace;
    QStackedWidget *m_states; ///< nothing to show, or the record
    QLabel *m_nothing;
    RecordHead *m_head;
    RecordTabs *m_tabs;
    QStackedWidget *m_pages;
    QScrollArea *m_detailsArea;
    RecordOffers *m_offers;
    DetailsPage *m_details = nullptr;
    FiguresView *m_figures;
    SourcesView *m_sources;
    HistoryView *m_history;
    catalogue::Record m_record;
    QString m_madeFor;          ///< inputsKey() of the inputs; null: for a catalogue that was closed
    bool m_historyStale = true; ///< read when its tab is seen
};

} // namespace waic::ui
