// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chart_builder.h"
#include "ui/chart/chart_shelf.h"

#include <QObject>
#include <QTimer>

namespace waic::ui {

/// Makes the numbers for the gallery's pictures, one chart after the other, of the whole catalogue.  UI thread.
class ChartThumbnails : public QObject
{
    Q_OBJECT

public:
    explicit ChartThumbnails(Workspace &workspace, QObject *parent = nullptr);

    /// All of these anew, soon.
    void make(const std::vector<ShelfChart> &charts);

signals:
    void made(int chart, const waic::chart::ChartData &data);

private:
    void next();

    Workspace &m_workspace;
    ChartBuilder m_builder;
    std::vector<chart::ChartSpec> m_specs;
    int m_next = 0; ///< the one that is asked for
    QTimer m_again; ///< after a question came between
};

} // namespace waic::ui
