// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/row_test.h"

#include "catalogue/country.h"
#include "catalogue/fold.h"

#include <algorithm>
#include <cmath>

namespace waic::explore {

namespace {

/// A range with its ends as numbers.
class RangeTest
{
public:
    RangeTest(const Range &range, OwnType type)
        : m_range(range)
        , m_isDate(type == OwnType::Date)
        , m_from(range.from.isNull() ? 0 : number(range.from))
        , m_to(range.to.isNull() ? 0 : number(range.to))
    {
    }

    bool holds(double number) const
    {
        if (std::isnan(number))
            return false;
        if (!m_isDate) {
            return (m_range.from.isNull() || (m_range.includesFrom ? number >= m_from : number > m_from))
                && (m_range.to.isNull() || (m_range.includesTo ? number <= m_to : number < m_to));
        }
        const int date = int(number), from = int(m_from), to = int(m_to);
        const auto begins = packed_date::first, ends = packed_date::last;
        return (m_range.from.isNull() || (m_range.includesFrom ? ends(date) >= begins(from) : begins(date) > ends(from)))
            && (m_range.to.isNull() || (m_range.includesTo ? begins(date) <= ends(to) : ends(date) < begins(to)));
    }

private:
    double number(const QString &text) const { return m_isDate ? packed_date::pack(text) : text.toDouble(); }

    Range m_range;
    bool m_isDate;
    double m_from, m_to;
};

/// The ranges of a condition; whole dates are ranges of themselves.
std::vector<RangeTest> rangesOf(const FieldColumn &column, const Condition &condition)
{
    std::vector<RangeTest> ranges;
    for (const Range &range : condition.ranges)
        ranges.emplace_back(range, column.type);
    if (column.type == OwnType::Date)
        for (const QString &value : condition.values)
            if (!value.isNull() && packed_date::pack(value) != 0)
                ranges.emplace_back(Range{.from = value, .to = value}, column.type);
    return ranges;
}

void acceptCoded(const FieldColumn &column, const Condition &condition, std::vector<quint8> &accepted)
{
    const CodedColumn &coded = *column.coded;
    const Code begin = coded.isNumber ? 0 : 1;
    for (const RangeTest &range : rangesOf(column, condition))
        for (Code code = begin; code < accepted.size(); ++code)
            accepted[code] |= range.holds(coded.number(code));
    if (column.type == OwnType::Date)
        return;
    for (const QString &value : condition.values) {
        if (value.isNull())
            continue;
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        const std::string whole = foldedText(value);
        const std::string country = condition.field == QLatin1String("country") ? foldedText(catalogue::countryCode(value)) : "";
        for (Code code = begin; code < accepted.size(); ++code)
            accepted[code] |= column.type == OwnType::Number
                ? isNumber && coded.number(code) == number
                : coded.dictionary.folded(code) == whole || (!country.empty() && coded.dictionary.folded(code) == country);
    }
    for (const QString &text : condition.contained) {
        const std::string part = foldedText(text);
        for (Code code = begin; code < accepted.size() && !coded.isNumber; ++code)
            accepted[code] |= !part.empty() && coded.dictionary.folded(code).find(part) != std::string::npos;
    }
}

void acceptNamed(const NameTable &names, const Condition &condition, std::vector<quint8> &accepted)
{
    const auto accept = [&](auto &&isMeant) {
        for (Code code = 0; code < names.size(); ++code)
            if (names.canonical(code) == code && isMeant(code))
                accepted[code] = 1;
    };
    for (const QString &value : condition.values)
        if (!value.isNull())
            accept([&, whole = foldedText(value)](Code code) { return names.isCalled(code, whole); });
    for (const QString &text : condition.contained)
        accept([&, part = foldedText(text)](
                   Code code) { return !part.empty() && names.foldedNames(code).find(part) != std::string::npos; });
    for (Code code = 0; code < names.size(); ++code)
        accepted[code] = accepted[names.canonical(code)];
}

/// One code a row.
class CodeTest : public RowTest
{
public:
    CodeTest(const Codes &codes, std::vector<quint8> accepted, bool excluded)
        : m_codes(codes)
        , m_passes(std::move(accepted))
    {
        for (quint8 &passes : m_passes)
            passes = passes != quint8(excluded);
    }

    void narrow(Row first, std::span<quint8> passes) const override
    {
        m_codes.visit([&](auto codes) {
            const auto *code = codes.data() + first;
            for (size_t i = 0; i < passes.size(); ++i)
                passes[i] &= m_passes[code[i]];
        });
    }

private:
    const Codes &m_codes;
    std::vector<quint8> m_passes;
};

/// What is found in a block, seen from outside: kept, or left out when excluded.
void keep(std::span<quint8> passes, const std::vector<quint8> &found, bool excluded)
{
    for (size_t i = 0; i < passes.size(); ++i)
        passes[i] &= found[i] ^ quint8(excluded);
}

/// Many codes a row, of which one must be accepted; of organisations perhaps with a role.
class ListTest : public RowTest
{
public:
    ListTest(const FieldColumn &column, std::vector<quint8> accepted, const Condition &condition)
        : m_column(column)
        , m_accepted(std::move(accepted))
        , m_missing(acceptsMissing(condition))
        , m_excluded(condition.excluded)
    {
    }

    void setBeside(const Codes &codes, std::vector<quint8> accepted)
    {
        m_beside = &codes;
        m_besideAccepted = std::move(accepted);
    }

    void narrow(Row first, std::span<quint8> passes) const override
    {
        std::vector<quint8> found(passes.size());
        const Row count = Row(passes.size());
        m_column.codes->visit([&](auto codes) {
            if (m_beside)
                m_beside->visit([&](auto beside) {
                    const auto isWanted
                        = [&](quint32 entry) { return m_accepted[codes[entry]] & m_besideAccepted[beside[entry]]; };
                    findEntries(*m_column.grouping, first, count, isWanted, found.data());
                });
            else
                findEntries(
                    *m_column.grouping, first, count, [&](quint32 entry) { return m_accepted[codes[entry]] != 0; }, found.data());
        });
        for (Row i = 0; m_missing && i < count; ++i)
            found[i] |= m_column.grouping->count(first + i) == 0;
        keep(passes, found, m_excluded);
    }

private:
    FieldColumn m_column;
    std::vector<quint8> m_accepted;
    const Codes *m_beside = nullptr;
    std::vector<quint8> m_besideAccepted;
    bool m_missing, m_excluded;
};

class TitleTest : public RowTest
{
public:
    TitleTest(const TextBlock &titles, const Condition &condition)
        : m_titles(titles)
        , m_excluded(condition.excluded)
    {
        for (const QString &value : condition.values)
            m_patterns.push_back(value.isNull() ? std::string() : wordPattern(value));
        for (const QString &text : condition.contained)
            m_patterns.push_back(insidePattern(text));
    }

    void narrow(Row first, std::span<quint8> passes) const override
    {
        std::vector<quint8> found(passes.size());
        for (const std::string &pattern : m_patterns)
            m_titles.find(pattern, first, first + Row(passes.size()), found.data());
        keep(passes, found, m_excluded);
    }

private:
    const TextBlock &m_titles;
    std::vector<std::string> m_patterns;
    bool m_excluded;
};

class MaskTest : public RowTest
{
public:
    MaskTest(std::shared_ptr<const RowMask> rows, bool excluded)
        : m_rows(std::move(rows))
        , m_excluded(excluded)
    {
    }

    void narrow(Row first, std::span<quint8> passes) const override
    {
        const quint8 *rows = m_rows->data() + first;
        for (size_t i = 0; i < passes.size(); ++i)
            passes[i] &= rows[i] ^ quint8(m_excluded);
    }

private:
    std::shared_ptr<const RowMask> m_rows;
    bool m_excluded;
};

/// A bit of the rows' flags.
class BitTest : public RowTest
{
public:
    BitTest(const std::vector<quint8> &flags, quint8 bit, bool excluded)
        : m_flags(flags)
        , m_bit(bit)
        , m_wanted(excluded ? quint8(0) : bit)
    {
    }

    void narrow(Row first, std::span<quint8> passes) const override
    {
        for (size_t i = 0; i < passes.size(); ++i)
            passes[i] &= quint8((m_flags[first + i] & m_bit) == m_wanted);
    }

private:
    const std::vector<quint8> &m_flags;
    quint8 m_bit, m_wanted;
};

class AnyEntryTest : public RowTest
{
public:
    AnyEntryTest(const Grouping &grouping, bool excluded)
        : m_grouping(grouping)
        , m_excluded(excluded)
    {
    }

    void narrow(Row first, std::span<quint8> passes) const override
    {
        for (size_t i = 0; i < passes.size(); ++i)
            passes[i] &= quint8((m_grouping.count(first + Row(i)) > 0) != m_excluded);
    }

private:
    const Grouping &m_grouping;
    bool m_excluded;
};

} // namespace

bool acceptsMissing(const Condition &condition)
{
    return std::any_of(condition.values.begin(), condition.values.end(), [](const QString &value) { return value.isNull(); });
}

std::vector<quint8> acceptedCodes(const FieldColumn &column, const Condition &condition)
{
    std::vector<quint8> accepted(column.size());
    if (column.names)
        acceptNamed(*column.names, condition, accepted);
    else
        acceptCoded(column, condition, accepted);
    if (!column.grouping && !column.coded->isNumber && !accepted.empty())
        accepted[0] = acceptsMissing(condition);
    return accepted;
}

std::unique_ptr<RowTest> fieldTest(
    const IndexColumns &columns, const FieldColumn &column, const Condition &condition, const Condition *role)
{
    // A source is asked for by its publisher or its title.
    if (column.coded == &columns.publishers) {
        const FieldColumn named{.grouping = column.grouping, .codes = &columns.sourceLists.codes, .names = &columns.sources};
        return std::make_unique<ListTest>(named, acceptedCodes(named, condition), condition);
    }
    std::vector<quint8> accepted = acceptedCodes(column, condition);
    if (!column.grouping)
        return std::make_unique<CodeTest>(*column.codes, std::move(accepted), condition.excluded);
    auto test = std::make_unique<ListTest>(column, std::move(accepted), condition);
    if (role) {
        const FieldColumn roles{.coded = &columns.roles, .codes = &columns.roles.codes};
        test->setBeside(columns.roles.codes, acceptedCodes(roles, *role));
    }
    return test;
}

std::unique_ptr<RowTest> titleTest(const IndexColumns &columns, const Condition &condition)
{
    return std::make_unique<TitleTest>(columns.titles, condition);
}

std::unique_ptr<RowTest> maskTest(std::shared_ptr<const RowMask> rows, bool excluded)
{
    return std::make_unique<MaskTest>(std::move(rows), excluded);
}

std::unique_ptr<RowTest> flagTest(const IndexColumns &columns, const Flag &flag)
{
    const auto bit = [&](quint8 which) { return std::make_unique<BitTest>(columns.flags, which, flag.excluded); };
    if (flag.name == QLatin1String("is:starred"))
        return bit(IndexColumns::Starred);
    if (flag.name == QLatin1String("is:edited"))
        return bit(IndexColumns::Edited);
    if (flag.name == QLatin1String("has:note"))
        return bit(IndexColumns::HasNotes);
    if (flag.name == QLatin1String("has:url"))
        return bit(IndexColumns::HasLink);
    if (flag.name == QLatin1String("has:source"))
        return std::make_unique<AnyEntryTest>(columns.sourceLists.grouping, flag.excluded);
    if (flag.name == QLatin1String("has:claim"))
        return std::make_unique<AnyEntryTest>(columns.claims.grouping, flag.excluded);
    const QString status = flag.name.section(QLatin1Char(':'), 1);
    static const QStringList statuses{
        QStringLiteral("unverified"), QStringLiteral("confirmed"), QStringLiteral("disputed"), QStringLiteral("retracted")};
    if (!statuses.contains(status))
        return nullptr;
    const QString field = QStringLiteral("verification");
    return fieldTest(columns, *columns.column(field), {.field = field, .values = {status}, .excluded = flag.excluded});
}

} // namespace waic::explore
