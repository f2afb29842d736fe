// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

#include <QRect>
#include <QString>

#include <span>
#include <vector>

class QPainter;

namespace waic::ui {

struct TextRange
{
    int position = 0;
    int length = 0;

    bool operator==(const TextRange &) const = default;
};

/// A text that is looked for.
struct Sought
{
    QString text;          ///< folded, not empty
    bool anywhere = false; ///< also inside of a word

    bool operator==(const Sought &) const = default;
};

/// What a query looks for in the texts of a field: its words, and what its conditions on that field ask for.  What is excluded
/// or switched off is not looked for.  field may be null: words alone.
std::vector<Sought> soughtIn(const explore::Query &query, QStringView field);

/// Where these match in a text as the search sees it: at the start of a word, without regard to case and marks; a run of Chinese
/// characters anywhere.  In order, not overlapping.  Pure.
std::vector<TextRange> matchRanges(const QString &text, std::span<const Sought> sought);

/// Paints what is to stand behind the matches in one line of text, drawn from the left edge of rect in the painter's font.
void drawMatches(QPainter &painter, const QRect &rect, const QString &line, std::span<const Sought> sought);

} // namespace waic::ui
