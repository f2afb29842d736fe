// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/facet_index.h"
#include "support/test_support.h"
#include "ui/table/column_layout.h"
#include "ui/table/columns.h"
#include "ui/table/sorting.h"
#include "ui/table/table_header.h"

#include <QSettings>
#include <QStandardItemModel>

#include <memory>

using namespace waic;
using namespace waic::ui;

namespace {

/// A header with its columns, as after a start with the settings of now.
struct Columns
{
    QStandardItemModel model{0, ColumnCount};
    TableHeader header;
    std::unique_ptr<ColumnLayout> layout;

    Columns()
    {
        header.setModel(&model);
        layout = std::make_unique<ColumnLayout>(header, nullptr);
        layout->fit(800);
    }
};

} // namespace

TEST_CASE("every column sorts and filters by names that queries know", "[columns]")
{
    for (const ColumnSpec &spec : columnSpecs()) {
        INFO(spec.name);
        if (spec.sortKey)
            CHECK(explore::FacetIndex::sortFields().contains(QString::fromLatin1(spec.sortKey)));
        if (spec.condition)
            CHECK(explore::FacetIndex::conditionFields().contains(QString::fromLatin1(spec.condition)));
        if (spec.field)
            CHECK(catalogue::findField(catalogue::Entity::Announcement, QString::fromLatin1(spec.field)));
    }
}

TEST_CASE("a header click sorts by its column, and again turns it round", "[columns]")
{
    explore::Query query;
    CHECK(sortedColumns(query) == std::vector<SortedColumn>{{DateColumn, true}});
    query = sortedBy(query, TitleColumn);
    CHECK(sortText(query.sort) == QStringLiteral("title"));
    query = sortedBy(query, TitleColumn);
    CHECK(sortText(query.sort) == QStringLiteral("-title"));
    query = sortedBy(query, SourcesColumn);
    CHECK(sortText(query.sort) == QStringLiteral("-sources"));
    query = sortedBy(query, DateColumn);
    CHECK(query.sort.empty());
    CHECK(sortText(sortedBy(query, DateColumn).sort) == QStringLiteral("date"));
    CHECK(sortedBy(query, StarColumn) == query);
    CHECK(sortFromText(QStringLiteral("-figures,nonsense,title"))
        == std::vector<explore::SortKey>{{QStringLiteral("figures"), true}, {QStringLiteral("title"), false}});
}

TEST_CASE("a click with Shift adds a key, turns it round, and takes it away", "[columns]")
{
    explore::Query query;
    query = sortedAlsoBy(query, TitleColumn);
    CHECK(sortText(query.sort) == QStringLiteral("-date,title"));
    query = sortedAlsoBy(query, SourcesColumn);
    CHECK(sortText(query.sort) == QStringLiteral("-date,title,-sources"));
    query = sortedAlsoBy(query, TitleColumn);
    CHECK(sortText(query.sort) == QStringLiteral("-date,-title,-sources"));
    query = sortedAlsoBy(query, TitleColumn);
    CHECK(sortText(query.sort) == QStringLiteral("-date,-sources"));
    CHECK(sortedColumns(query) == std::vector<SortedColumn>{{DateColumn, true}, {SourcesColumn, true}});
    query = notSortedBy(query, SourcesColumn);
    CHECK(query.sort.empty());
    query = sortedBy(sortedAlsoBy(query, KindColumn), KindColumn);
    CHECK(sortText(query.sort) == QStringLiteral("kind"));
    CHECK(sortedAlsoBy(query, StarColumn) == query);
}

TEST_CASE("relevance is a way to sort that is no column", "[columns]")
{
    explore::Query query = explore::parseQuery(QStringLiteral("model")).query;
    CHECK(hasWords(query));
    CHECK_FALSE(isSortedByRelevance(query));
    query = sortedByRelevance(query);
    CHECK(isSortedByRelevance(query));
    CHECK(sortText(query.sort) == QStringLiteral("relevance"));
    CHECK(sortedColumns(query) == std::vector<SortedColumn>{{-1, false}});
    CHECK_FALSE(hasWords(explore::parseQuery(QStringLiteral("-model kind:robot")).query));
    CHECK(sortText(sortedBy(query, TitleColumn).sort) == QStringLiteral("title"));
}

TEST_CASE("the title takes the width that is left, and no column vanishes in a narrow table", "[columns]")
{
    QSettings().clear();
    Columns columns;
    CHECK(columns.header.length() == 800);
    columns.header.resizeSection(KindColumn, 140);
    CHECK(columns.header.length() == 800);
    columns.layout->fit(400);
    CHECK(columns.header.sectionSize(TitleColumn) == columnSpec(TitleColumn).width);
    CHECK(columns.header.sectionSize(KindColumn) == 140);
}

TEST_CASE("widths, order and visibility of columns are kept", "[columns]")
{
    QSettings().clear();
    {
        Columns columns;
        columns.header.resizeSection(DateColumn, 111);
        columns.header.moveSection(columns.header.visualIndex(SourcesColumn), 1);
        columns.layout->show(NotesColumn, true);
        columns.layout->show(KindColumn, false);
    }
    Columns again;
    CHECK(again.header.sectionSize(DateColumn) == 111);
    CHECK(again.header.visualIndex(SourcesColumn) == 1);
    CHECK_FALSE(again.header.isSectionHidden(NotesColumn));
    CHECK(again.header.isSectionHidden(KindColumn));
    again.layout->reset();
    CHECK(again.header.sectionSize(DateColumn) == columnSpec(DateColumn).width);
    CHECK(again.header.visualIndex(SourcesColumn) == SourcesColumn);
    CHECK(again.header.isSectionHidden(NotesColumn));
    CHECK_FALSE(again.header.isSectionHidden(KindColumn));
}

TEST_CASE("a wide window shows more columns unless the user has chosen", "[columns]")
{
    QSettings().clear();
    Columns columns;
    CHECK(columns.header.isSectionHidden(EditionColumn));
    columns.layout->setWide(true);
    CHECK_FALSE(columns.header.isSectionHidden(EditionColumn));
    columns.layout->show(EditionColumn, false);
    columns.layout->setWide(false);
    columns.layout->setWide(true);
    CHECK(columns.header.isSectionHidden(EditionColumn));
    CHECK_FALSE(columns.header.isSectionHidden(CountryColumn));
    columns.layout->show(TitleColumn, false);
    CHECK_FALSE(columns.header.isSectionHidden(TitleColumn));
}
