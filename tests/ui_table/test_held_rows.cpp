// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"
#include "ui/table/empty_note.h"
#include "ui/table/held_rows.h"

#include <QLabel>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;
using explore::IdList;

namespace {

explore::Query robots()
{
    return explore::parseQuery(u("kind:robot")).query;
}

/// Rows of a table; those in the bin and those that are gone as told.
RowReader rowsWithout(std::vector<catalogue::RowId> binned, std::vector<catalogue::RowId> gone = {})
{
    const auto in = [](const auto &ids, catalogue::RowId id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
    return [=](std::span<const catalogue::RowId> ids) -> Result<std::vector<catalogue::AnnouncementRow>> {
        std::vector<catalogue::AnnouncementRow> rows;
        for (const catalogue::RowId id : ids)
            if (!in(gone, id)) {
                rows.emplace_back().announcement.id = id;
                if (in(binned, id))
                    rows.back().announcement.binnedAt = u("2026-01-01T00:00:00.000Z");
            }
        return rows;
    };
}

class HeldFixture : public TableFixture
{
public:
    AnnouncementModel &model() { return *static_cast<AnnouncementModel *>(view().model()); }
    bool isHeld(int row) { return view().model()->index(row, TitleColumn).data(AnnouncementModel::HeldRole).toBool(); }
    void setKind(const char *uid, const char *kind)
    {
        const int before = committed.count();
        goTo(uid, KindColumn);
        typeOver(u(kind));
        QTest::keyClick(editor(), Qt::Key_Return);
        REQUIRE(waitForStep(committed, before + 1));
    }
    QString note()
    {
        QStringList found;
        for (const QLabel *label : table().findChildren<QLabel *>())
            if (label->isVisible())
                found << label->text();
        return found.join(QLatin1Char('|'));
    }
};

} // namespace

TEST_CASE("rows that an edit takes out keep their places among those that stay", "[held]")
{
    HeldRows held;
    held.ask(robots());
    held.edited({3, 4, 9});
    const IdList before{1, 2, 3, 4, 5};
    CHECK(held.among({1, 2, 5}, before, rowsWithout({})).all() == std::vector<catalogue::RowId>{1, 2, 3, 4, 5});
    CHECK(held.held() == QSet<catalogue::RowId>{3, 4});
    CHECK(held.firstPlace() == 2);
    // Rows around them have other places, or have left as well.
    CHECK(held.among({5, 1, 2}, before, rowsWithout({})).all() == std::vector<catalogue::RowId>{5, 1, 2, 3, 4});
    CHECK(held.among({1, 5}, before, rowsWithout({})).all() == std::vector<catalogue::RowId>{1, 3, 4, 5});
    CHECK(held.among({}, before, rowsWithout({})).all() == std::vector<catalogue::RowId>{3, 4});
    // One of them is found again.
    CHECK(held.among({1, 2, 4, 5}, before, rowsWithout({})).all() == std::vector<catalogue::RowId>{1, 2, 3, 4, 5});
    CHECK(held.held() == QSet<catalogue::RowId>{3});
}

TEST_CASE("rows in the bin and rows that are gone are not held, nor those that were not in sight", "[held]")
{
    HeldRows held;
    held.ask(robots());
    held.edited({2, 3, 4, 9});
    CHECK(held.among({1}, IdList{1, 2, 3, 4}, rowsWithout({2}, {3})).all() == std::vector<catalogue::RowId>{1, 4});
    CHECK(held.held() == QSet<catalogue::RowId>{4});
}

TEST_CASE("another question drops them, the same one does not", "[held]")
{
    HeldRows held;
    held.ask(robots());
    held.edited({2});
    held.ask(robots());
    CHECK(held.among({1}, IdList{1, 2}, rowsWithout({})).size() == 2);
    explore::Query sorted = robots();
    sorted.sort = explore::parseQuery(u("sort:title")).query.sort;
    held.ask(sorted);
    CHECK(held.among({1}, IdList{1, 2}, rowsWithout({})).size() == 1);
    CHECK(held.held().isEmpty());
}

TEST_CASE("an edit of very many rows holds none", "[held]")
{
    HeldRows held;
    held.ask(robots());
    std::vector<catalogue::RowId> many(2'000);
    std::iota(many.begin(), many.end(), 1);
    held.edited(many);
    CHECK(held.among({1}, many, rowsWithout({})).size() == 1);
}

TEST_CASE("a row edited out of the filter stays in sight, marked, until the next question", "[held]")
{
    HeldFixture app;
    app.ask("kind:robot");
    REQUIRE(app.view().model()->rowCount() == 2);
    app.setKind("a3", "service");
    REQUIRE(app.waitForRows(1));
    CHECK(app.titles() == QStringList{u("Robots walk in Shanghai"), u("Tesla brings a robot")});
    CHECK(app.cell(0, KindColumn) == u("service"));
    CHECK(app.isHeld(0));
    CHECK_FALSE(app.isHeld(1));
    CHECK(app.view().model()->index(0, TitleColumn).data(Qt::AccessibleTextRole).toString().contains(u("outside the filter")));
    // The count is that of the answer; Enter has gone on to the next row.
    CHECK(app.note().contains(u("1 of 8")));
    CHECK(app.workspace().current() == catalogue::starterId(u("a5")));

    SECTION("and can be edited on, undone into the filter")
    {
        app.workspace().undo();
        REQUIRE(app.waitForRows(2));
        CHECK_FALSE(app.isHeld(0));
        CHECK(app.view().model()->rowCount() == 2);
    }
    SECTION("another question drops it")
    {
        app.ask("kind:robot Tesla");
        CHECK(app.titles() == QStringList{u("Tesla brings a robot")});
        app.ask("kind:robot");
        CHECK(app.view().model()->rowCount() == 1);
    }
    SECTION("another order drops it")
    {
        explore::Query query = app.workspace().query();
        query.sort = explore::parseQuery(u("sort:title")).query.sort;
        app.workspace().setQuery(query);
        REQUIRE(app.waitForAnswer());
        CHECK(app.view().model()->rowCount() == 1);
    }
    SECTION("the bin takes it")
    {
        app.view().selectionModel()->setCurrentIndex(
            app.view().model()->index(0, TitleColumn), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        app.workspace().apply(catalogue::moveToBin(app.workspace().selection().all()));
        REQUIRE(QTest::qWaitFor([&] { return app.view().model()->rowCount() == 1; }));
        CHECK(app.workspace().current() == catalogue::starterId(u("a5")));
    }
    SECTION("the last row too stays, and no note covers it")
    {
        app.view().selectionModel()->setCurrentIndex(
            app.view().model()->index(1, KindColumn), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        app.typeOver(u("policy"));
        QTest::keyClick(app.editor(), Qt::Key_Return);
        REQUIRE(app.waitForRows(0));
        CHECK(app.view().model()->rowCount() == 2);
        CHECK(app.table().findChild<EmptyNote *>()->isHidden());
    }
}

TEST_CASE("selection, current row and scroll position stay when a row is held", "[held]")
{
    HeldFixture app;
    app.ask("kind:model");
    app.setKind("a2", "service");
    REQUIRE(app.waitForRows(4));
    REQUIRE(app.view().model()->rowCount() == 5);
    app.view().selectionModel()->select(app.view().model()->index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const catalogue::RowId current = app.workspace().current();
    REQUIRE(app.workspace().selection().size() == 2);
    app.workspace().apply(catalogue::setStarred(current, true));
    REQUIRE(app.waitForStep(app.committed, 2));
    QTest::qWait(50);
    CHECK(app.workspace().current() == current);
    CHECK(app.workspace().selection().size() == 2);
    CHECK(app.isHeld(0));
}
