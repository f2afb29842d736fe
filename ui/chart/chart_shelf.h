// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/saved_chart.h"
#include "chart/chart_spec.h"

#include <QJsonArray>

namespace waic::ui {

/// A chart to choose: one of the catalogue, one that comes with the program, or one that is being made.
struct ShelfChart
{
    chart::ChartSpec spec;                 ///< as kept
    std::optional<chart::ChartSpec> draft; ///< as it is edited; not kept yet
    catalogue::SavedChart saved;           ///< id 0: not in the catalogue
    QString error;                         ///< why its specification cannot be read; null: it can

    const chart::ChartSpec &shown() const { return draft ? *draft : spec; }
    QString label() const;
};

/// The charts of the gallery in their order: those of the catalogue, then built-in ones of other names, then new ones.  Drafts
/// stay when the charts are read again.
class ChartShelf
{
public:
    ChartShelf() { load({}); }

    void load(const std::vector<catalogue::SavedChart> &saved);
    const std::vector<ShelfChart> &charts() const { return m_charts; }
    const ShelfChart &at(int chart) const { return m_charts[std::size_t(chart)]; }
    int size() const { return int(m_charts.size()); }
    int find(const QString &name) const; ///< −1: none

    /// The draft goes when it is what is kept.
    void setDraft(int chart, const chart::ChartSpec &spec);
    void dropDraft(int chart); ///< a new chart goes with it
    /// A chart that is not kept yet; returns its place.
    int add(const chart::ChartSpec &spec);

    /// What is edited and not kept yet, as JSON, so that it outlives the program.
    QJsonArray drafts() const;
    void setDrafts(const QJsonArray &drafts);

private:
    int placeOf(const ShelfChart &old) const;

    std::vector<ShelfChart> m_charts;
};

} // namespace waic::ui
