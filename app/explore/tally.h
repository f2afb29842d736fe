// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"

#include <QStringList>

#include <vector>

namespace waic::explore {

/// What a chart asks of the announcements that a query finds.  Fields are those of a condition (fields.h), or a catalogue's own.
struct TallyRequest
{
    /// Whose sources are told.
    enum class Drawn : quint8 {
        All,       ///< of every announcement found
        WithValue, ///< of those that have a value of `by`
        WithMonth, ///< of those whose date says a month; of all that are dated when they span more than mostMonths
    };

    QString by;
    QString split; ///< a second field; null: none
    int mostSplit = 6;
    Drawn drawn = Drawn::All;
    int mostMonths = 240;
    QString measure{};       ///< not null: the announcements with a figure of it are listed, instead of counted
    QString subject{};       ///< only figures of it; null: of every one
    QString nature{};        ///< the same
    QString secondMeasure{}; ///< … and pairs of figures of both are made

    bool operator==(const TallyRequest &) const = default;
};

/// Who asks: each has a newest request of its own.
enum class TallyAsker : quint8 { Chart, Thumbnails };

/// A value of a field and the announcements that have it.
struct TallyValue
{
    QString value;                     ///< as a condition names it; never null
    int count = 0;                     ///< announcements
    QStringList aliases{};             ///< of an organisation, shortest first
    catalogue::RowId organisation = 0; ///< its id; 0: the field is another
};

/// Who publishes the pages that announcements rest on.
struct TallySources
{
    struct Publisher
    {
        QString name;
        int uses = 0; ///< announcements
    };

    int drawn = 0; ///< announcements
    int unsourced = 0;
    int pages = 0;
    std::vector<Publisher> publishers;
    std::vector<catalogue::RowId> few; ///< the pages, when there are no more than kFewPages

    static constexpr int kFewPages = 64;
};

/// An announcement with a figure of the measure asked for.
struct TallyRow
{
    catalogue::RowId announcement = 0;
    QStringList by, split; ///< its values, none twice
};

/// Two figures of one announcement and subject.
struct TallyPair
{
    double x = 0, y = 0; ///< of `measure` and of `secondMeasure`, each in its measure's first unit
    catalogue::RowId announcement = 0;
};

struct Tally
{
    TallyRequest request;
    bool isKnown = true;                 ///< the catalogue has both fields
    int rows = 0;                        ///< announcements found
    int missing = 0;                     ///< of them without a value of `by`
    std::vector<TallyValue> by;          ///< most first, then by folded value
    std::vector<int> tail;               ///< of `by`: tail[i] announcements have a value at i or later; up to kMostTails
    std::vector<TallyValue> split;       ///< the same of the second field, at most mostSplit; not with a measure
    int splitOthers = 0;                 ///< its values that are left out
    bool splitHasMissing = false;        ///< some have none of the second field
    std::vector<std::vector<int>> cells; ///< for each value of `by` a count for each of `split`, then others, then missing
    TallySources sources;
    std::vector<TallyRow> listed; ///< at most kMostListed
    int withMeasure = 0;          ///< announcements that have a figure of `measure`
    std::vector<TallyPair> pairs;
    QString pairUnits[2]; ///< of x and of y

    static constexpr int kMostTails = 128;
    static constexpr int kMostListed = 50000;
};

} // namespace waic::explore
