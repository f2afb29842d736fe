// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/name_table.h"

#include "catalogue/fold.h"

#include <algorithm>

namespace waic::explore {

namespace {

constexpr char kLine = '\n';

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

bool hasLine(std::string_view lines, std::string_view line)
{
    while (true) {
        const size_t end = lines.find(kLine);
        if (lines.substr(0, end) == line)
            return true;
        if (end == std::string_view::npos)
            return false;
        lines.remove_prefix(end + 1);
    }
}

} // namespace

std::string foldedText(QStringView text)
{
    return catalogue::folded(text).trimmed().toStdString();
}

std::string foldedText(std::string_view utf8)
{
    return foldedText(text(utf8));
}

Dictionary::Dictionary()
    : m_values(1)
    , m_folded(1)
{
}

Code Dictionary::code(std::string_view utf8)
{
    if (utf8.empty())
        return 0;
    const auto found = m_codes.find(utf8);
    if (found != m_codes.end())
        return found->second;
    const Code code = size();
    m_codes.emplace(std::string(utf8), code);
    m_values.push_back(text(utf8));
    m_folded.push_back(foldedText(m_values.back()));
    return code;
}

Code NameTable::code(catalogue::RowId id)
{
    const auto [found, isNew] = m_codes.try_emplace(id, size());
    if (isNew) {
        m_things.push_back({.id = id});
        m_changed = true;
    }
    return found->second;
}

void NameTable::set(catalogue::RowId id, std::string_view name, catalogue::RowId mergedInto)
{
    m_staged[id] = {.id = id, .mergedInto = mergedInto, .there = true, .name = text(name)};
}

void NameTable::addName(catalogue::RowId id, std::string_view name, bool isAlias)
{
    const auto staged = m_staged.find(id);
    if (staged != m_staged.end() && !name.empty())
        (isAlias ? staged->second.aliases : staged->second.names).append(text(name));
}

void NameTable::expect(catalogue::RowId id)
{
    m_staged.try_emplace(id, Thing{.id = id});
}

void NameTable::settle()
{
    const auto isShorter = [](const QString &a, const QString &b) { return a.size() != b.size() ? a.size() < b.size() : a < b; };
    for (auto &[id, staged] : m_staged) {
        std::sort(staged.aliases.begin(), staged.aliases.end(), isShorter);
        Thing &current = m_things[code(id)];
        if (current == staged)
            continue;
        current = std::move(staged);
        m_changed = true;
    }
    m_staged.clear();
    if (m_changed)
        derive();
    m_changed = false;
}

Code NameTable::next(Code code) const
{
    const auto found = m_codes.find(m_things[code].mergedInto);
    return found == m_codes.end() || !isThere(found->second) ? code : found->second;
}

/// A chain that leads nowhere ends at its last member; one that leads round ends at the member of the ring with the least id.
void NameTable::findSurvivors()
{
    enum class Mark : quint8 { New, OnPath, Done };
    std::vector<Mark> marks(size(), Mark::New);
    std::vector<Code> path;
    for (Code start = 0; start < size(); ++start) {
        path.clear();
        Code at = start;
        for (; marks[at] == Mark::New; at = next(at)) {
            marks[at] = Mark::OnPath;
            path.push_back(at);
        }
        Code survivor = at;
        if (marks[at] == Mark::Done) {
            survivor = m_canonical[at];
        } else {
            for (auto member = std::find(path.begin(), path.end(), at); member != path.end(); ++member)
                if (m_things[*member].id < m_things[survivor].id)
                    survivor = *member;
        }
        for (const Code member : path) {
            marks[member] = Mark::Done;
            m_canonical[member] = survivor;
        }
    }
}

void NameTable::derive()
{
    const Code count = size();
    m_canonical.resize(count);
    findSurvivors();
    m_folded.assign(count, {});
    m_search.assign(count, {});
    std::unordered_map<QString, Code> byName;
    for (Code code = 0; code < count; ++code) {
        if (m_sameName == SameName::Apart || m_canonical[code] != code || !isThere(code))
            continue;
        Code &first = byName.try_emplace(m_things[code].name, code).first->second;
        if (m_things[code].id < m_things[first].id)
            first = code;
    }
    for (Code code = 0; code < count; ++code) {
        const Thing &it = m_things[code];
        if (const auto found = byName.find(m_things[m_canonical[code]].name); found != byName.end())
            m_canonical[code] = found->second;
        if (m_canonical[code] == code)
            m_folded[code] = foldedText(it.name);
        if (!it.there)
            continue;
        std::string &search = m_search[m_canonical[code]];
        search += foldedText(it.name) + kLine;
        for (const QString &name : it.names + it.aliases)
            search += foldedText(name) + kLine;
    }
}

bool NameTable::isCalled(Code canonical, std::string_view foldedName) const
{
    return !foldedName.empty() && hasLine(m_search[canonical], foldedName);
}

} // namespace waic::explore
