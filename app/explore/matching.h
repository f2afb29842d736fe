// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/fields.h"
#include "explore/index_columns.h"
#include "explore/query.h"

/// A query's conditions and words made ready to be asked row by row; texts that rows share are compared once.
namespace waic::explore {

/// A folded word or phrase, found where a folded word begins; one that begins with a CJK character, anywhere.
class Pattern
{
public:
    explicit Pattern(const QString &text);
    bool isIn(std::string_view foldedText) const;
    bool isEmpty() const { return m_text.empty(); } ///< nothing but punctuation

private:
    std::string m_text;
    bool m_anywhere = false;
};

/// The column of a field whose rows have one code each; nullptr for other fields.
const CodedColumn *codedColumn(const IndexColumns &columns, FieldId field);

/// Tells for rows whether one condition rejects them.
class RowTest
{
public:
    RowTest(const IndexColumns &columns, const Condition &condition, FieldId field);

    /// Sets `bit` in marks[i] where row first + i is rejected.
    void reject(Row first, std::span<quint8> marks, quint8 bit) const;
    /// For a field with codes: whether one of the values means this one.
    bool accepts(Code code) const { return m_accepted[code]; }

private:
    bool holds(Row row) const;
    void prepare(const QStringList &values);
    void acceptCodes(const Dictionary &dictionary, const QStringList &values);
    void acceptNames(const NameTable &table, const QStringList &values);

    const IndexColumns &m_columns;
    FieldId m_field;
    bool m_excluded;
    bool m_acceptsMissing = false;
    const CodedColumn *m_coded = nullptr;
    const Lists *m_lists = nullptr;
    std::vector<quint8> m_accepted;          ///< by code
    std::vector<std::pair<int, int>> m_days; ///< first and last
    std::vector<Pattern> m_patterns;
};

/// Tells for rows whether one word or phrase is in any of the places that are searched.
class WordTest
{
public:
    WordTest(const IndexColumns &columns, const Word &word);
    bool passes(Row row) const;
    /// Asks for nothing, such as a lone "&"; to be left out.
    bool isIdle() const { return m_pattern.isEmpty(); }

private:
    const IndexColumns &m_columns;
    Pattern m_pattern;
    bool m_excluded;
    std::vector<quint8> m_organisations, m_tags, m_sources, m_measures, m_subjects; ///< by code
};

} // namespace waic::explore
