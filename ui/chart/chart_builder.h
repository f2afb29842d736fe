// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"
#include "explore/tally.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace waic::ui {

class Workspace;

/// Makes the numbers of charts off the UI thread: counts by the explorer, then words and figures by a thread of its own.  The
/// newest request wins, older ones are dropped.  Lives in the UI thread, emits there.
class ChartBuilder : public QObject
{
    Q_OBJECT

public:
    /// Of the catalogue that is open in the workspace now.
    ChartBuilder(Workspace &workspace, explore::TallyAsker asker, QObject *parent = nullptr);
    ~ChartBuilder() override; ///< cancels what runs and waits for it

    /// Through the spec's own query, else that of the workspace's newest answer.  Nothing is told when a question of the
    /// workspace comes between.
    void build(const chart::ChartSpec &spec);
    /// The same through this query where the spec has none of its own.
    void build(const chart::ChartSpec &spec, const explore::Query &query);
    /// Nothing that was asked before is told any more, however far it has come.
    void cancel() { ++m_newest; }

signals:
    void built(const waic::chart::ChartData &data);
    void failed(const waic::Error &error);

private:
    struct State;
    void onTallied(explore::TallyAsker asker, const explore::Query &query, const explore::Tally &tally);

    Workspace &m_workspace;
    explore::TallyAsker m_asker;
    chart::ChartInput m_asked;      ///< what the counts on their way are for
    quint64 m_askedTicket = 0;      ///< 0: none are on their way
    std::shared_ptr<State> m_state; ///< file and reader, touched only on m_pool's one thread
    QThreadPool m_pool;
    std::atomic<quint64> m_newest = 0;
};

} // namespace waic::ui
