// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "explore/tally.h"

#include <span>

#include <unordered_map>

namespace waic::chart {

/// A source as a reader knows it: its publisher, else its title, else its host.
QString publisherName(const catalogue::Source &source);

/// Collects the sources of what a chart draws and puts them into words.
class SourceLine
{
public:
    enum class Counted { Figures, Announcements };

    explicit SourceLine(Counted counted)
        : m_counted(counted)
    {
    }

    /// Those of counted announcements.  few: the pages that the tally names, read from the catalogue.
    void add(const explore::TallySources &sources, std::span<const catalogue::Source> few);
    /// One figure or announcement drawn, with the distinct sources that support it.
    void add(const std::vector<const catalogue::Source *> &sources);

    int drawn() const { return m_drawn; }
    int unsourced() const { return m_unsourced; }
    /// "2 of 2 figures have a source."
    QString coverage() const;
    /// The line and shorter forms of it, longest first: publishers by the number of figures that rest on them, then by name;
    /// with dates and with whom they quote when they are few.
    QStringList forms() const;

private:
    struct Publisher
    {
        QString name;
        int uses = 0;
        int lastUse = 0; ///< the number of what was drawn with it last, so that this counts it once
        QString date;    ///< null when its pages differ or have none
        bool dated = false;
    };

    std::vector<Publisher> ranked() const;
    QString withDates(const std::vector<Publisher> &publishers) const;
    Publisher &noted(const catalogue::Source &source);
    QString first(const std::vector<Publisher> &publishers, std::size_t count) const;
    QString quoted() const;
    QString missing() const;
    QString missingBriefly() const;

    Counted m_counted;
    int m_drawn = 0;
    int m_unsourced = 0;
    int m_morePages = 0; ///< beside those of m_attributed
    std::unordered_map<QString, Publisher> m_publishers;
    std::unordered_map<catalogue::RowId, QString> m_attributed; ///< of each source page
};

} // namespace waic::chart
