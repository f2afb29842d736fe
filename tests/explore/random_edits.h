// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explored_catalogue.h"

#include <random>

namespace waic::tests {

/// Other programs' edits, drawn at random; each tells the announcements it touches.
class RandomEdits
{
public:
    using Ids = std::vector<catalogue::RowId>;

    enum class Merges { Some, None };

    RandomEdits(ExploredCatalogue &catalogue, unsigned seed, Merges merges = Merges::Some)
        : m_catalogue(catalogue)
        , m_random(seed)
        , m_merges(merges)
    {
        m_catalogue.sql(u("PRAGMA foreign_keys = OFF"));
    }

    Ids edit()
    {
        const QString row = any(u("announcement"));
        const QString organisation = any(u("organisation"));
        const QString ofOrganisation = u("SELECT announcement FROM participation WHERE organisation = %1").arg(organisation);
        const QString number = QString::number(m_random() % 1000);
        switch (m_random() % 14) {
        case 0:
            return set(row, u("title = 'Édition %1 of 模型'").arg(number));
        case 1:
            return set(row, u("kind = %1, openness = NULL").arg(pick({u("'model'"), u("'dataset %1'").arg(number), u("NULL")})));
        case 2:
            return set(row, u("edition = %1, country = 'VN'").arg(pick({u("'WAIC 2025'"), u("NULL")})));
        case 3:
            return set(row, u("announced_on = %1").arg(pick({u("'2025'"), u("'2025-0%1'").arg(m_random() % 9 + 1), u("NULL")})));
        case 4:
            return set(row, u("binned_at = CASE WHEN binned_at IS NULL THEN '2025-01-01' END"));
        case 5:
            return set(
                row, u("summary = %1, notes = 'note %2'").arg(pick({u("NULL"), u("'huawei ''%1'' 华为'").arg(number)}), number));
        case 6:
            m_catalogue.sql(u("INSERT INTO announcement(id, title, kind) VALUES(%1, 'New %1', 'robot')").arg(++m_newId));
            return {m_newId};
        case 7:
            m_catalogue.sql(u("DELETE FROM announcement WHERE id = %1").arg(row));
            return {row.toLongLong()};
        case 8:
            m_catalogue.sql(u("INSERT OR IGNORE INTO participation VALUES(%1, %2, 'announcer')").arg(row, organisation));
            return {row.toLongLong()};
        case 9:
            m_catalogue.sql(u("DELETE FROM participation WHERE announcement = %1").arg(row));
            return {row.toLongLong()};
        case 10:
            m_catalogue.sql(u("UPDATE organisation SET name = 'Company %1' WHERE id = %2").arg(number, organisation));
            return m_catalogue.idsOf(ofOrganisation);
        case 11:
            if (m_merges == Merges::None)
                return {};
            m_catalogue.sql(u("UPDATE organisation SET merged_into = nullif(%1, id) WHERE id = %2")
                                .arg(any(u("organisation")), organisation));
            return m_catalogue.idsOf(ofOrganisation);
        case 12:
            return editClaims(row, number);
        default:
            return addNamed(row, number);
        }
    }

private:
    QString any(const QString &table)
    {
        // Only organisations that take part: what no announcement names is no announcement's change.
        const QString where = table == u("organisation") ? u(" WHERE id IN (SELECT organisation FROM participation)") : QString();
        const Ids ids = m_catalogue.idsOf(u("SELECT id FROM %1%2 ORDER BY id").arg(table, where));
        return QString::number(ids[m_random() % ids.size()]);
    }

    QString pick(const QStringList &from) { return from[qsizetype(m_random() % size_t(from.size()))]; }

    Ids set(const QString &row, const QString &cells)
    {
        m_catalogue.sql(u("UPDATE announcement SET %1 WHERE id = %2").arg(cells, row));
        return {row.toLongLong()};
    }

    Ids editClaims(const QString &row, const QString &number)
    {
        if (m_random() % 3 == 0)
            m_catalogue.sql(u("DELETE FROM claim WHERE announcement = %1").arg(row));
        else
            m_catalogue.sql(
                u("INSERT INTO claim(announcement, measure, subject, value, unit) VALUES(%1, 'measure %2', 'China', 1, '%');"
                  "INSERT OR IGNORE INTO citation(claim, source) SELECT last_insert_rowid(), id FROM source LIMIT 1 OFFSET 5")
                    .arg(row, number));
        return {row.toLongLong()};
    }

    Ids addNamed(const QString &row, const QString &number)
    {
        m_catalogue.sql(
            u("INSERT INTO organisation(name) VALUES('Newcomer %2');"
              "INSERT INTO participation VALUES(%1, last_insert_rowid(), 'subject');"
              "INSERT INTO organisation_name(organisation, name) SELECT max(organisation), '新来者' FROM participation "
              "WHERE announcement = %1;"
              "INSERT OR IGNORE INTO tag(name) VALUES('tag %2');"
              "INSERT OR IGNORE INTO announcement_tag SELECT %1, id FROM tag WHERE name = 'tag %2';"
              "INSERT INTO source(title, publisher) VALUES('Page %2', 'Publisher %2');"
              "INSERT INTO citation(announcement, source) VALUES(%1, last_insert_rowid());")
                .arg(row, number));
        Ids touched = m_catalogue.idsOf(u("SELECT announcement FROM participation WHERE organisation IN "
                                          "(SELECT organisation FROM participation WHERE announcement = %1)")
                                            .arg(row));
        return touched;
    }

    ExploredCatalogue &m_catalogue;
    std::mt19937 m_random;
    Merges m_merges;
    catalogue::RowId m_newId = 5;
};

} // namespace waic::tests
