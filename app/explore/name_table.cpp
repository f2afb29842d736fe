// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/name_table.h"

#include "catalogue/fold.h"
#include "explore/text_hash.h"

#include <algorithm>
#include <numeric>

namespace waic::explore {

namespace {

constexpr size_t kFirstSlots = 64;
constexpr char kLine = '\n';

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

std::vector<quint32> ranksOf(const std::vector<std::string> &texts)
{
    std::vector<Code> order(texts.size());
    std::iota(order.begin(), order.end(), Code(0));
    std::sort(
        order.begin(), order.end(), [&texts](Code a, Code b) { return texts[a] != texts[b] ? texts[a] < texts[b] : a < b; });
    std::vector<quint32> ranks(texts.size());
    for (size_t place = 0; place < order.size(); ++place)
        ranks[order[place]] = quint32(place);
    return ranks;
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
    , m_texts(1)
    , m_hashes(1)
    , m_slots(kFirstSlots)
{
}

Code Dictionary::code(std::string_view utf8)
{
    if (utf8.empty())
        return 0;
    const quint32 hash = hashOf(utf8);
    const size_t mask = m_slots.size() - 1;
    for (size_t slot = hash & mask; m_slots[slot] != 0; slot = (slot + 1) & mask)
        if (m_hashes[m_slots[slot]] == hash && m_texts[m_slots[slot]] == utf8)
            return m_slots[slot];
    const Code code = size();
    m_texts.emplace_back(utf8);
    m_hashes.push_back(hash);
    if (size_t(code) * 2 > m_slots.size()) {
        m_slots.assign(m_slots.size() * 2, 0);
        for (Code known = 1; known < code; ++known)
            addSlot(m_hashes[known], known);
    }
    addSlot(hash, code);
    m_values.push_back(text(utf8));
    m_folded.push_back(foldedText(m_values.back()));
    return code;
}

void Dictionary::addSlot(quint32 hash, Code code)
{
    size_t slot = hash & (m_slots.size() - 1);
    while (m_slots[slot] != 0)
        slot = (slot + 1) & (m_slots.size() - 1);
    m_slots[slot] = code;
}

const std::vector<quint32> &Dictionary::ranks() const
{
    if (m_ranks.size() != m_folded.size())
        m_ranks = ranksOf(m_folded);
    return m_ranks;
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

bool NameTable::isThere(catalogue::RowId id) const
{
    const auto found = m_codes.find(id);
    return found != m_codes.end() && isThere(found->second);
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

bool NameTable::settle()
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
    const bool hasChanged = std::exchange(m_changed, false);
    if (hasChanged)
        derive();
    return hasChanged;
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
    m_foldedNames.assign(count, {});
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
        std::string &search = m_search[m_canonical[code]], &names = m_foldedNames[m_canonical[code]];
        for (const QString &name : QStringList{it.name} + it.names + it.aliases) {
            catalogue::appendTokens(search, name.toStdString());
            search += kLine;
            names += foldedText(name) + kLine;
        }
    }
    m_ranks = ranksOf(m_folded);
}

bool NameTable::isCalled(Code canonical, std::string_view foldedName) const
{
    return !foldedName.empty() && hasLine(m_foldedNames[canonical], foldedName);
}

} // namespace waic::explore
