// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/contents.h"
#include "catalogue/opening.h"
#include "catalogue/reader.h"
#include "catalogue/schema.h"
#include "catalogue/sql.h"
#include "exchange/catalogue_json.h"
#include "explore/facet_index.h"
#include "support/test_support.h"

namespace waic::tests {

inline QString u(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// A catalogue in a folder of its own, with its index.
class ExploredCatalogue
{
public:
    explicit ExploredCatalogue(const catalogue::Contents &contents)
    {
        must(catalogue::createCatalogue(m_folder.path(u("test.waic")), contents));
        m_file = must(catalogue::CatalogueFile::open(m_folder.path(u("test.waic"))));
        m_reader = must(catalogue::Reader::open(*m_file));
        m_writer = must(m_file->connect(catalogue::Access::Write));
        reload();
    }

    const catalogue::CatalogueFile &file() const { return *m_file; }
    catalogue::Reader &reader() { return *m_reader; }
    explore::FacetIndex &index() { return *m_index; }
    void reload()
    {
        m_place = must(catalogue::followPlace(m_reader->database()));
        m_index = must(explore::FacetIndex::load(*m_reader));
    }

    /// Takes over what was written since the last reload() or follow(), as the explorer does.
    void follow()
    {
        const catalogue::Touched touched = must(catalogue::touchedSince(m_reader->database(), m_place));
        if (must(m_index->follow(touched)))
            m_place = touched.place;
        else
            reload();
    }
    catalogue::Database &writer() { return *m_writer; }

    /// Writes as another program would.
    void sql(const QString &statements) { m_writer->run(statements); }
    QVariant scalar(const QString &statement) { return m_writer->scalar(statement); }
    std::vector<catalogue::RowId> idsOf(const QString &statement)
    {
        std::vector<catalogue::RowId> ids;
        SQLite::Statement rows(m_writer->connection(), statement.toStdString());
        while (rows.executeStep())
            ids.push_back(catalogue::integer(rows, 0));
        return ids;
    }

    explore::Answer ask(const QString &text) const
    {
        const explore::ParsedQuery parsed = explore::parseQuery(text);
        INFO(text.toStdString());
        REQUIRE(parsed.mistakes.empty());
        return ask(parsed.query);
    }
    explore::Answer ask(const explore::Query &query) const
    {
        return must(m_index->evaluate(query, explore::FacetIndex::facetFields())).value();
    }

    /// Titles of what a query finds, in display order.
    QStringList titles(const QString &text)
    {
        QStringList found;
        for (const catalogue::AnnouncementRow &row : must(m_reader->rows(ask(text).ids.all())))
            found.append(row.announcement.title);
        return found;
    }

private:
    TemporaryFolder m_folder;
    std::optional<catalogue::CatalogueFile> m_file;
    std::unique_ptr<catalogue::Reader> m_reader;
    std::unique_ptr<catalogue::Database> m_writer;
    catalogue::FollowPlace m_place;
    std::optional<explore::FacetIndex> m_index;
};

/// One facet's counts as text, in their order: "model 24, robot 24, (missing) 1".
inline QString countsText(const explore::Answer &answer, const QString &field)
{
    QStringList texts;
    for (const explore::FacetCounts &facet : answer.facets)
        if (facet.field == field)
            for (const explore::FacetValue &value : facet.values)
                texts.append((value.value.isNull() ? u("(missing)") : value.value) + u(" ") + QString::number(value.count));
    return texts.join(u(", "));
}

} // namespace waic::tests
