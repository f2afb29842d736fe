// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace waic::explore {

/// What stands at the cursor of a query's text, complete or not.
struct CompletionPlace
{
    enum class Kind : quint8 {
        Term,    ///< a word, or what will be a field, a measure, …
        Value,   ///< behind field:
        Flag,    ///< behind is: or has:
        Bin,     ///< behind in:
        SortKey, ///< behind sort:
        Measure, ///< behind share:
        Amount,  ///< behind a measure's compare sign
    };

    Kind kind = Kind::Term;
    qsizetype start = 0; ///< the range that a completion replaces
    qsizetype end = 0;
    QString typed;       ///< what the range holds left of the cursor, without quotation marks
    bool quoted = false; ///< it begins with one
    bool excluded = false;
    bool share = false;      ///< an amount of share:
    QString name;            ///< before the colon
    bool nameQuoted = false; ///< … in quotation marks
    QStringList others;      ///< the term's other values or keys
};

/// Cost: linear in the text.
CompletionPlace completionPlace(const QString &text, qsizetype cursor);

} // namespace waic::explore
