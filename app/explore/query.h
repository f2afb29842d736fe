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
    bool off = false; ///< switched off: kept in the query, asks for nothing

    bool operator==(const Word &) const = default;
};

/// `a..b`, `>a`, `>=a`, `<b`, `<=b`.  Ends are dates (ISO, any precision) or numbers, as text; null: open.  A date field matches
/// when its interval overlaps the range; an end that is not included lies wholly outside.
struct Range
{
    QString from;
    QString to;
    bool includesFrom = true;
    bool includesTo = true;

    bool operator==(const Range &) const = default;
};

/// field:value|*contained*|range.  Values are compared whole and folded; a null QString among them is `none` (nothing is there).
/// One of values, contained texts and ranges must hold.
struct Condition
{
    QString field; ///< a name of fields.h, or that of an own field of the catalogue
    QStringList values{};
    bool excluded = false;
    bool off = false;
    QStringList contained{};     ///< folded text anywhere in the field
    std::vector<Range> ranges{}; ///< of date, asof, year, figures, sources and own fields that are dates or numbers

    bool isEmpty() const { return values.isEmpty() && contained.isEmpty() && ranges.empty(); }
    bool operator==(const Condition &) const = default;
};

enum class Compare : quint8 { Equal, Greater, AtLeast, Less, AtMost };

/// measure>number unit: an announcement has a claim of this measure whose value, in this unit, compares so; with share, the value
/// over the whole (of_value), 0…1.  Without a unit the number is compared with the value as it stands.
struct ClaimCondition
{
    QString measure;
    bool share = false;
    Compare compare = Compare::Equal;
    double number = 0; ///< 40 for 40 %; the unit is then "%"
    QString unit{};    ///< null: none said
    bool excluded = false;
    bool off = false;

    bool operator==(const ClaimCondition &) const = default;
};

/// is:starred, has:source and the like.
struct Flag
{
    QString name; ///< with its prefix, one of flagNames()
    bool excluded = false;
    bool off = false;

    bool operator==(const Flag &) const = default;
};

struct SortKey
{
    QString field; ///< a column's name: date, title, org, kind, edition, country, figures, sources, value; or relevance
    bool descending = false;

    bool operator==(const SortKey &) const = default;
};

/// A question about a catalogue.  All its terms are joined by AND.  The search box, facets, ranges, chart clicks, saved views and
/// the command line all edit or read this one value; its text form is described in the README.
struct Query
{
    std::vector<Word> words;
    std::vector<Condition> conditions; ///< all must hold, also several of one field: `org:Huawei org:Tencent` is both together
    std::vector<ClaimCondition> claims;
    std::vector<Flag> flags;
    std::vector<SortKey> sort; ///< empty: newest first
    bool inBin = false;

    bool operator==(const Query &) const = default;

    /// The values asked for (or, with excluded, kept out) of a field in all its conditions that are on; empty when there is none.
    QStringList values(QStringView field, bool excluded = false) const;
    /// Ticks or unticks one value of a field (a null one: missing); the condition goes with its last value.  Asking for a value
    /// ends keeping it out, and the other way round; conditions that are off are left alone.
    void setValue(const QString &field, const QString &value, bool on, bool excluded = false);
    /// The range asked for of a field; empty when there is none.
    Range range(QStringView field) const;
    /// Replaces the ranges of a field by this one; one that is open at both ends takes them away.
    void setRange(const QString &field, const Range &range);
    void removeField(QStringView field);
    /// Nothing narrows it: no term that is on.
    bool isEverything() const;
    /// Has any term, on or off, or shows the bin.
    bool hasTerms() const { return !words.empty() || !conditions.empty() || !claims.empty() || !flags.empty() || inBin; }
};

/// The same but for order of display.
bool sameSelection(const Query &a, const Query &b);

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

enum class OwnType : quint8 { Text, Number, Date, Choice, Link, YesNo };

/// A user's own column of a catalogue.
struct OwnField
{
    QString name;
    OwnType type = OwnType::Text;

    bool operator==(const OwnField &) const = default;
};

/// What a catalogue adds to the language.
struct Vocabulary
{
    std::vector<OwnField> fields; ///< in the user's order; hidden ones are not among them
    QStringList measures;
    QStringList units;
};

/// True for equal texts; unlike operator== it tells missing (null) from empty.
bool sameValue(const QString &a, const QString &b);

/// Never fails: mistakes come back beside the good part, in the order of their positions.  Without a vocabulary (a catalogue that
/// is not loaded yet) every quoted name is taken for an own field, and every measure for one that there is.
ParsedQuery parseQuery(const QString &text, const Vocabulary *vocabulary = nullptr);
/// The normalised text: parseQuery(queryText(q)).query == q.  Own fields are quoted; a quotation mark inside quotes is doubled.
QString queryText(const Query &query);
/// Only the words' part of it, for the search box beside facets and chips.
QString wordsText(const Query &query);

} // namespace waic::explore
