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
    QSet<RowId> seen;
    // Other tools may have merged in a circle, or into a row that is gone: the last row reached then stands for all.
    for (RowId next = id; !seen.contains(next);) {
        seen.insert(next);
        SQLite::Statement &row = bound(m_database.kept("SELECT name, uid, merged_into FROM organisation WHERE id = ?"), next);
        if (!row.executeStep())
            break;
        shown.id = next;
        shown.name = text(row, 0);
        shown.uid = text(row, 1);
        next = row.isColumnNull(2) ? next : integer(row, 2);
        row.reset();
    }
    if (shown.id == 0) {
        shown.name = shown.shortName = Text::tr("missing organisation");
        return shown;
    }
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

QString shortName(const QString &name, const QStringList &aliases)
{
    if (name.size() <= kLongName)
        return name;
    const auto fits = [&](const QString &alias) { return alias.size() < name.size() && isInLatinLetters(alias); };
    const auto alias = std::find_if(aliases.begin(), aliases.end(), fits);
    return alias == aliases.end() ? name : *alias;
}

} // namespace waic::catalogue
