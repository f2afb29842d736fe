// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"

#include <QStringList>

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// Texts that many rows share, each with a code.
namespace waic::explore {

using Code = quint32;

/// Folded, UTF-8, without white space at the ends.
std::string foldedText(QStringView text);
std::string foldedText(std::string_view utf8);

/// The distinct values of a column.  Code 0 is "missing": NULL and the empty text.
class Dictionary
{
public:
    Dictionary();

    Code code(std::string_view utf8); ///< added when new
    Code size() const { return Code(m_values.size()); }
    const QString &value(Code code) const { return m_values[code]; } ///< null for missing
    const std::string &folded(Code code) const { return m_folded[code]; }
    /// For each code its place in the order of folded values.  One thread at a time.
    const std::vector<quint32> &ranks() const;

private:
    std::vector<QString> m_values;
    std::vector<std::string> m_folded;
    void addSlot(quint32 hash, Code code);

    std::vector<std::string> m_texts; ///< the values in UTF-8
    std::vector<quint32> m_hashes;    ///< of the texts
    std::vector<Code> m_slots;        ///< by hash, open addressing: asked for five times a row, a std::unordered_map would take
                                      ///< a tenth of the time of a load
    mutable std::vector<quint32> m_ranks;
};

/// Organisations, tags or sources: things with an identity, a name, other names, and perhaps merged into another.  A lookup by
/// canonical() gives the survivor of merges; names stay with the member and count for the survivor.
class NameTable
{
public:
    enum class SameName { Apart, OneValue };

    /// OneValue: things of the same name share the canonical code, as no condition could tell them apart.
    explicit NameTable(SameName sameName)
        : m_sameName(sameName)
    {
    }

    void set(catalogue::RowId id, std::string_view name, catalogue::RowId mergedInto = 0); ///< its other names are forgotten
    void addName(catalogue::RowId id, std::string_view name, bool isAlias);                ///< REQUIRES set() before
    void expect(catalogue::RowId id);                                                      ///< it is gone unless set() comes too
    /// Lets the calls since the last settle() take effect; quick when they changed nothing.
    bool settle(); ///< true when they changed something

    Code code(catalogue::RowId id); ///< of one that may not be there yet, or no more
    bool isThere(Code code) const { return m_things[code].there; }
    bool isThere(catalogue::RowId id) const; ///< known by its id, and there
    Code size() const { return Code(m_things.size()); }
    Code canonical(Code code) const { return m_canonical[code]; }
    const QString &name(Code canonical) const { return m_things[canonical].name; }
    const QStringList &aliases(Code canonical) const
    {
        return m_things[canonical].aliases;
    }                                                                               ///< shortest first, as Reader takes them
    const std::string &folded(Code canonical) const { return m_folded[canonical]; } ///< of name()
    /// Every name as catalogue::tokens() has it, a space before every word, a line each.
    const std::string &search(Code canonical) const { return m_search[canonical]; }
    /// Every folded name, a line each.
    const std::string &foldedNames(Code canonical) const { return m_foldedNames[canonical]; }
    bool isCalled(Code canonical, std::string_view foldedName) const;
    const std::vector<quint32> &ranks() const { return m_ranks; } ///< for each code its place in the order of folded names

    struct Thing
    {
        catalogue::RowId id = 0;
        catalogue::RowId mergedInto = 0;
        bool there = false;
        QString name = {};
        QStringList names = {}; ///< in other languages
        QStringList aliases = {};

        bool operator==(const Thing &) const = default;
    };
    const Thing &thing(Code code) const { return m_things[code]; }

private:
    void derive();
    Code next(Code code) const;
    void findSurvivors(); ///< into m_canonical

    SameName m_sameName;
    bool m_changed = false;
    std::vector<Thing> m_things;
    std::unordered_map<catalogue::RowId, Code> m_codes;
    std::unordered_map<catalogue::RowId, Thing> m_staged;
    std::vector<Code> m_canonical;
    std::vector<std::string> m_folded, m_foldedNames, m_search;
    std::vector<quint32> m_ranks;
};

} // namespace waic::explore
