// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/charted_catalogue.h"

namespace waic::tests {

/// Announcements of figures, made line by line: each says its own claim.
class Figures
{
public:
    Figures()
    {
        m_contents.units = {{u("km"), u("length"), 1000.0}, {u("m"), u("length"), 1.0}, {u("USD"), u("money"), {}}};
        m_contents.measures = {{u("distance"), u("length"), {}}, {u("height"), u("length"), {}}};
        m_contents.definitions = {{u("net"), u("without")}, {u("gross"), u("with")}};
        for (int i = 0; i < 4; ++i)
            m_contents.sources.push_back(
                {u("s%1").arg(i), u("https://example.org/%1").arg(i), u("Page %1").arg(i), u("Paper %1").arg(i), {}, {}, {}});
    }

    /// The claim that was added, to be changed further.
    catalogue::Contents::Claim &add(
        const char *subject, double value, const char *asOf = nullptr, const char *measure = "distance")
    {
        auto row = announcement(u("a%1").arg(m_contents.announcements.size()), u("statistic"), u("2025-07-01"));
        catalogue::Contents::Claim claim;
        claim.measure = u(measure);
        claim.subject = u(subject);
        claim.value = value;
        claim.unit = u("m");
        claim.qualifier = u("exactly");
        claim.nature = u("observed");
        claim.asOf = asOf ? u(asOf) : QString();
        claim.citations = {{u("s0"), {}}};
        row.sources = {u("s0")};
        row.claims.push_back(claim);
        m_contents.announcements.push_back(row);
        return m_contents.announcements.back().claims.back();
    }
    catalogue::Contents::Announcement &lastRow() { return m_contents.announcements.back(); }

    chart::ChartData draw(const char *json, const char *query = "")
    {
        m_catalogue = std::make_unique<ExploredCatalogue>(m_contents);
        const chart::ChartSpec spec = must(chart::specFromJson(QJsonDocument::fromJson(json).object(), u("spec")));
        return must(chart::buildChart(spec, explore::parseQuery(u(query)).query, m_catalogue->index(), m_catalogue->reader()));
    }

private:
    catalogue::Contents m_contents;
    std::unique_ptr<ExploredCatalogue> m_catalogue;
};

} // namespace waic::tests
