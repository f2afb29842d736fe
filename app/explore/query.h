// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace waic::explore {

/// Bare word or "phrase".  Matches at the start of a folded word in any searched place; a CJK run matches anywhere.  A bare word
/// holds no white space and none of : " ( ) | < > =, and begins with no minus; queryText() writes any other as a phrase.
struct Word
{
    QString text;
    bool phrase = false;
    bool excluded = false;

    bool operator==(const Word &) const = default;
};

/// field:value|value.  Values are compared whole and folded; a null QString among them is `none` (nothing is there).
struct Condition
{
    QString field; ///< kind, edition, country, openness, org, tag, … as in the query text
    QStringList values;
    bool excluded = false;

    bool operator==(const Condition &) const = default;
};

struct SortKey
{
    QString field; ///< a column's name: date, title, org, kind, edition, country, figures, sources
    bool descending = false;

    bool operator==(const SortKey &) const = default;
};

/// A question about a catalogue.  Words and conditions are joined by AND.  The search box, facets, chart clicks and the command
/// line all edit or read this one value; its text form is described in docs of the query language (README).
struct Query
{
    std::vector<Word> words;
    std::vector<Condition> conditions; ///< all must hold, also several of one field: `org:Huawei org:Tencent` is both together
    std::vector<SortKey> sort;         ///< empty: newest first
    bool inBin = false;

    bool operator==(const Query &) const = default;

    /// The values asked for (or, with excluded, kept out) of a field in all its conditions; empty when there is none.
    QStringList values(QStringView field, bool excluded = false) const;
    /// Ticks or unticks one value of a field (a null one: missing); the condition goes with its last value.  Asking for a value
    /// ends keeping it out, and the other way round.
    void setValue(const QString &field, const QString &value, bool on, bool excluded = false);
    void removeField(QStringView field);
    /// No word and no condition.
    bool isEverything() const { return words.empty() && conditions.empty() && !inBin; }
};

/// A part of the text that is not understood: the range in the text, what was expected, and what may have been meant.
struct Mistake
{
    int position = 0;
    int length = 0;
    QString expected;
    QString suggestion; ///< replacement text for the range; may be null
};

struct ParsedQuery
{
    Query query; ///< the good part
    std::vector<Mistake> mistakes;
};

/// True for equal texts; unlike operator== it tells missing (null) from empty.
bool sameValue(const QString &a, const QString &b);

/// Never fails: mistakes come back beside the good part, in the order of their positions.
ParsedQuery parseQuery(const QString &text);
/// The normalised text: parseQuery(queryText(q)).query == q.  A quotation mark inside quotes is doubled.
QString queryText(const Query &query);
/// Only the words' part of it, for the search box beside facets and chips.
QString wordsText(const Query &query);

} // namespace waic::explore
