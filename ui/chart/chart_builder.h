// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/opening.h"
#include "chart/chart_data.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace waic::ui {

/// Makes the numbers of charts off the UI thread; the newest request wins, older ones are dropped.  Lives in the UI thread, emits
/// there.
class ChartBuilder : public QObject
{
    Q_OBJECT

public:
    explicit ChartBuilder(const catalogue::CatalogueFile &file, QObject *parent = nullptr);
    ~ChartBuilder() override; ///< cancels what runs and waits for it

    void build(const chart::ChartSpec &spec, const explore::Answer &answer);
    /// Nothing that was asked before is told any more, however far it has come.
    void cancel() { ++m_newest; }

signals:
    void built(const waic::chart::ChartData &data);
    void failed(const waic::Error &error);

private:
    struct State;
    std::shared_ptr<State> m_state; ///< file and reader, touched only on m_pool's one thread
    QThreadPool m_pool;
    std::atomic<quint64> m_newest = 0;
};

} // namespace waic::ui
