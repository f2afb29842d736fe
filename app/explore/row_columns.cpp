// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/row_columns.h"

#include "catalogue/partial_date.h"

#include <algorithm>

namespace waic::explore {

namespace {

/// Unused places of a block are worth a copy of the rest when they outweigh it.
bool isWasteful(size_t unused, size_t all)
{
    constexpr size_t kAlwaysFine = 4096;
    return unused > kAlwaysFine && unused > all / 2;
}

} // namespace

void Lists::add(std::vector<Pair> pairs)
{
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    m_codes.reserve(m_codes.size() + pairs.size());
    for (const auto &[row, code] : pairs) {
        Place &place = m_places[row];
        if (place.count == 0)
            place.start = m_codes.size();
        ++place.count;
        m_codes.push_back(code);
    }
}

void Lists::clear(Row row)
{
    m_unused += m_places[row].count;
    m_places[row] = {};
}

void Lists::compact()
{
    if (!isWasteful(m_unused, m_codes.size()))
        return;
    std::vector<Code> codes;
    codes.reserve(m_codes.size() - m_unused);
    for (Row row = 0; row < m_places.size(); ++row) {
        const std::span<const Code> list = at(row);
        m_places[row].start = codes.size();
        codes.insert(codes.end(), list.begin(), list.end());
    }
    m_codes = std::move(codes);
    m_unused = 0;
}

void Texts::add(Row row, const std::array<std::string_view, kParts> &parts)
{
    Place &place = m_places[row];
    place.start = m_text.size();
    for (size_t part = 0; part < kParts; ++part) {
        if (part > 0)
            m_text += '\n';
        const std::string_view text = parts[part];
        if (text.find_first_not_of(" \t\r\n") != std::string_view::npos)
            place.there |= quint8(1u << part);
        m_text += foldedText(text);
        place.ends[part] = quint32(m_text.size() - place.start);
    }
}

void Texts::clear(Row row)
{
    m_unused += m_places[row].ends.back();
    m_places[row] = {};
}

std::string_view Texts::all(Row row) const
{
    const Place &place = m_places[row];
    return std::string_view(m_text).substr(place.start, place.ends.back());
}

std::string_view Texts::part(Row row, Part part) const
{
    const Place &place = m_places[row];
    const quint32 begin = part == Title ? 0 : place.ends[part - 1] + 1;
    return begin >= place.ends[part] ? std::string_view()
                                     : std::string_view(m_text).substr(place.start + begin, place.ends[part] - begin);
}

void Texts::compact()
{
    if (!isWasteful(m_unused, m_text.size()))
        return;
    std::string text;
    text.reserve(m_text.size() - m_unused);
    for (Row row = 0; row < m_places.size(); ++row) {
        const std::string_view own = all(row);
        m_places[row].start = text.size();
        text += own;
    }
    m_text = std::move(text);
    m_unused = 0;
}

int packed_date::pack(QStringView text)
{
    const Result<catalogue::PartialDate> date = catalogue::PartialDate::parse(text);
    return date ? date->year() * 10000 + date->month() * 100 + date->day() : 0;
}

int packed_date::first(int packed)
{
    return packed + (packed / 100 % 100 == 0 ? 100 : 0) + (packed % 100 == 0 ? 1 : 0);
}

int packed_date::last(int packed)
{
    return packed + (packed / 100 % 100 == 0 ? 1200 : 0) + (packed % 100 == 0 ? 31 : 0);
}

} // namespace waic::explore
