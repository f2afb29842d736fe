// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/matching.h"

#include "catalogue/country.h"
#include "catalogue/fold.h"

#include <algorithm>

namespace waic::explore {

namespace {

/// The code point that ends before `end`; U+FFFD for what is no UTF-8.
char32_t before(std::string_view text, size_t end)
{
    char32_t point = 0;
    for (size_t count = 1, at = end - 1;; ++count, --at) {
        const auto byte = quint8(text[at]);
        const int shift = 6 * int(count - 1);
        if ((byte & 0xC0) != 0x80) // the lead byte: its length is that of the rest, its payload what that leaves
            return count == 1 ? byte : point | (char32_t(byte & (0x7F >> count)) << shift);
        point |= char32_t(byte & 0x3F) << shift;
        if (at == 0 || count == 4)
            return QChar::ReplacementCharacter;
    }
}

/// Folded text has words between spaces, and each CJK character is a word of its own.
bool beginsWord(std::string_view text, size_t at)
{
    if (at == 0)
        return true;
    const char32_t character = before(text, at);
    return catalogue::isCjk(character) || !(QChar::isLetterOrNumber(character) || QChar::isMark(character));
}

std::vector<quint8> found(const Pattern &pattern, const Dictionary &dictionary)
{
    std::vector<quint8> hits(dictionary.size());
    for (Code code = 1; code < dictionary.size(); ++code)
        hits[code] = pattern.isIn(dictionary.folded(code));
    return hits;
}

std::vector<quint8> found(const Pattern &pattern, const NameTable &table)
{
    std::vector<quint8> hits(table.size());
    for (Code code = 0; code < table.size(); ++code)
        if (table.canonical(code) == code)
            hits[code] = pattern.isIn(table.search(code));
    for (Code code = 0; code < table.size(); ++code)
        hits[code] = hits[table.canonical(code)];
    return hits;
}

bool hasAny(std::span<const Code> codes, const std::vector<quint8> &wanted)
{
    return std::any_of(codes.begin(), codes.end(), [&wanted](Code code) { return wanted[code]; });
}

} // namespace

const CodedColumn *codedColumn(const IndexColumns &columns, FieldId field)
{
    switch (field) {
    case FieldId::Kind:
        return &columns.kind;
    case FieldId::Edition:
        return &columns.edition;
    case FieldId::Country:
        return &columns.country;
    case FieldId::Openness:
        return &columns.openness;
    case FieldId::Verification:
        return &columns.verification;
    default:
        return nullptr;
    }
}

Pattern::Pattern(const QString &text)
    : m_text(foldedText(text))
{
    const auto points = QString::fromStdString(m_text).toUcs4();
    m_anywhere = !points.isEmpty() && catalogue::isCjk(points.first());
}

bool Pattern::isIn(std::string_view text) const
{
    for (size_t at = text.find(m_text); at != std::string_view::npos; at = text.find(m_text, at + 1))
        if (m_anywhere || beginsWord(text, at))
            return true;
    return false;
}

RowTest::RowTest(const IndexColumns &columns, const Condition &condition, FieldId field)
    : m_columns(columns)
    , m_field(field)
    , m_excluded(condition.excluded)
    , m_coded(codedColumn(columns, field))
{
    QStringList values;
    for (const QString &value : condition.values) {
        if (value.isNull())
            m_acceptsMissing = true;
        else
            values.append(value);
    }
    prepare(values);
}

void RowTest::prepare(const QStringList &values)
{
    const IndexColumns &columns = m_columns;
    switch (m_field) {
    case FieldId::Org:
        m_lists = &columns.organisationLists;
        return acceptNames(columns.organisations, values);
    case FieldId::Tag:
        m_lists = &columns.tagLists;
        return acceptNames(columns.tags, values);
    case FieldId::Source:
        m_lists = &columns.sourceLists;
        return acceptNames(columns.sources, values);
    case FieldId::Measure:
        m_lists = &columns.measureLists;
        return acceptCodes(columns.measures, values);
    case FieldId::Subject:
        m_lists = &columns.subjectLists;
        return acceptCodes(columns.subjects, values);
    case FieldId::Title:
    case FieldId::Summary:
    case FieldId::Notes:
        for (const QString &value : values)
            m_patterns.emplace_back(value);
        return;
    case FieldId::Date:
        for (const QString &value : values)
            if (const int packed = packed_date::pack(value))
                m_days.emplace_back(packed_date::first(packed), packed_date::last(packed));
        return;
    default:
        acceptCodes(m_coded->dictionary, values);
    }
}

void RowTest::acceptCodes(const Dictionary &dictionary, const QStringList &values)
{
    m_accepted.resize(dictionary.size());
    m_accepted[0] = m_acceptsMissing;
    for (const QString &value : values) {
        const std::string whole = foldedText(value);
        const std::string countryCode = m_field == FieldId::Country ? foldedText(catalogue::countryCode(value)) : std::string();
        for (Code code = 1; code < dictionary.size(); ++code)
            if (dictionary.folded(code) == whole || (!countryCode.empty() && dictionary.folded(code) == countryCode))
                m_accepted[code] = true;
    }
}

void RowTest::acceptNames(const NameTable &table, const QStringList &values)
{
    m_accepted.resize(table.size());
    for (const QString &value : values) {
        const std::string whole = foldedText(value);
        for (Code code = 0; code < table.size(); ++code)
            if (table.isCalled(table.canonical(code), whole))
                m_accepted[code] = true;
    }
}

void RowTest::reject(Row first, std::span<quint8> marks, quint8 bit) const
{
    if (m_coded) {
        const Code *codes = m_coded->codes.data() + first;
        for (size_t i = 0; i < marks.size(); ++i)
            marks[i] |= quint8((m_accepted[codes[i]] != 0) == m_excluded ? bit : 0);
        return;
    }
    for (size_t i = 0; i < marks.size(); ++i)
        if (holds(first + Row(i)) == m_excluded)
            marks[i] |= bit;
}

bool RowTest::holds(Row row) const
{
    if (m_lists) {
        const std::span<const Code> codes = m_lists->at(row);
        return codes.empty() ? m_acceptsMissing : hasAny(codes, m_accepted);
    }
    if (m_field == FieldId::Date) {
        const int date = m_columns.dates[row];
        if (date == 0)
            return m_acceptsMissing;
        const int first = packed_date::first(date), last = packed_date::last(date);
        return std::any_of(
            m_days.begin(), m_days.end(), [=](const auto &days) { return days.first <= last && first <= days.second; });
    }
    const Texts::Part part = m_field == FieldId::Title ? Texts::Title
        : m_field == FieldId::Summary                  ? Texts::Summary
                                                       : Texts::Notes;
    if (!m_columns.texts.isThere(row, part))
        return m_acceptsMissing;
    const std::string_view text = m_columns.texts.part(row, part);
    return std::any_of(m_patterns.begin(), m_patterns.end(), [text](const Pattern &pattern) { return pattern.isIn(text); });
}

WordTest::WordTest(const IndexColumns &columns, const Word &word)
    : m_columns(columns)
    , m_pattern(word.text)
    , m_excluded(word.excluded)
    , m_organisations(found(m_pattern, columns.organisations))
    , m_tags(found(m_pattern, columns.tags))
    , m_sources(found(m_pattern, columns.sources))
    , m_measures(found(m_pattern, columns.measures))
    , m_subjects(found(m_pattern, columns.subjects))
{
}

bool WordTest::passes(Row row) const
{
    const bool isFound = m_pattern.isIn(m_columns.texts.all(row)) || hasAny(m_columns.organisationLists.at(row), m_organisations)
        || hasAny(m_columns.measureLists.at(row), m_measures) || hasAny(m_columns.subjectLists.at(row), m_subjects)
        || hasAny(m_columns.tagLists.at(row), m_tags) || hasAny(m_columns.sourceLists.at(row), m_sources);
    return isFound != m_excluded;
}

} // namespace waic::explore
