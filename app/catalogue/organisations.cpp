// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/organisations.h"

#include "catalogue/reader.h"
#include "catalogue/sql.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Organisations)
};

constexpr qsizetype kLongName = 20; ///< characters that fit a column of the table beside others

bool isInLatinLetters(const QString &text)
{
    const auto isForeign = [](QChar unit) { return unit.isLetter() && unit.script() != QChar::Script_Latin; };
    const auto isLetter = [](QChar unit) { return unit.isLetter(); };
    return std::any_of(text.begin(), text.end(), isLetter) && std::none_of(text.begin(), text.end(), isForeign);
}

} // namespace

const ShownOrganisation &Organisations::of(RowId id)
{
    const auto known = m_known.constFind(id);
    return known != m_known.constEnd() ? *known : *m_known.insert(id, read(id));
}

ShownOrganisation Organisations::read(RowId id)
{
    ShownOrganisation shown;
    const RowId survivor = mergeSurvivor(m_database, "SELECT merged_into FROM organisation WHERE id = ?", id);
    SQLite::Statement &row = bound(m_database.kept("SELECT name, uid FROM organisation WHERE id = ?"), survivor);
    if (!row.executeStep()) {
        shown.name = shown.shortName = Text::tr("missing organisation");
        return shown;
    }
    shown.id = survivor;
    shown.name = text(row, 0);
    shown.uid = text(row, 1);
    row.reset();
    QStringList aliases;
    SQLite::Statement &names
        = bound(m_database.kept(
                    "SELECT name, language, is_alias FROM organisation_name WHERE organisation = ? ORDER BY length(name), name"),
            shown.id);
    while (names.executeStep()) {
        if (integer(names, 2) != 0)
            aliases.append(text(names, 0));
        else if (shown.localName.isNull() && text(names, 1).startsWith(QLatin1String("zh")))
            shown.localName = text(names, 0);
    }
    shown.shortName = shortName(shown.name, aliases);
    return shown;
}

RowId mergeSurvivor(Database &database, const char *sql, RowId id)
{
    std::vector<RowId> path;
    QSet<RowId> seen;
    for (RowId at = id; !seen.contains(at);) {
        SQLite::Statement &row = bound(database.kept(sql), at);
        if (!row.executeStep())
            return path.empty() ? id : path.back();
        seen.insert(at);
        path.push_back(at);
        const bool isMerged = !row.isColumnNull(0);
        const RowId next = integer(row, 0);
        row.reset(); // else it would keep this state of the file in sight
        if (!isMerged)
            return at;
        at = next;
        if (seen.contains(at))
            return *std::min_element(std::find(path.begin(), path.end(), at), path.end());
    }
    return id;
}

QString shortName(const QString &name, const QStringList &aliases)
{
    if (name.size() <= kLongName)
        return name;
    const auto fits = [&](const QString &alias) { return alias.size() < name.size() && isInLatinLetters(alias); };
    const auto alias = std::find_if(aliases.begin(), aliases.end(), fits);
    return alias == aliases.end() ? name : *alias;
}

} // namespace waic::catalogue
