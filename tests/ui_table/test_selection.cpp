// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_fixture.h"

#include <numeric>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;
using explore::IdList;

namespace {

using Runs = std::vector<IdList::Run>;

std::vector<catalogue::RowId> numbers(int first, int count)
{
    std::vector<catalogue::RowId> ids(static_cast<std::size_t>(count));
    std::iota(ids.begin(), ids.end(), first);
    return ids;
}

} // namespace

TEST_CASE("selected ids are found again in another list as runs of rows", "[selection]")
{
    const IdList all(numbers(1, 1000));
    const IdList some = all.picked({{10, 20}, {500, 501}});
    CHECK(some.size() == 11);
    CHECK(some.front() == 11);
    CHECK(some.back() == 501);
    CHECK(all.runsOf(some, 10) == Runs{{10, 20}, {500, 501}});
    CHECK(some.runsOf(all, 10) == Runs{{0, 11}});
    CHECK(all.picked({{0, 10}}).runsOf(some, 10) == Runs{});
    CHECK_FALSE(all.runsOf(some, 1));

    SECTION("of another index too, in any order")
    {
        const IdList other(numbers(15, 1000));
        CHECK(other.runsOf(some, 10) == Runs{{0, 6}, {486, 487}});
        const IdList shuffled(std::vector<catalogue::RowId>{501, 3, 20, 19, 2000});
        CHECK(shuffled.runsOf(some, 10) == Runs{{0, 1}, {2, 4}});
    }
    SECTION("nothing in nothing")
    {
        CHECK(IdList().runsOf(some, 10) == Runs{});
        CHECK(all.runsOf(IdList(), 10) == Runs{});
    }
}

TEST_CASE("a filter keeps the selected rows that are still there", "[gui][selection]")
{
    TableFixture app;
    app.goTo("a3", TitleColumn);
    QTest::keyClick(&app.view(), Qt::Key_A, Qt::ControlModifier);
    REQUIRE(app.workspace().selection().size() == 8);
    app.ask("kind:robot");
    CHECK(app.view().selectedIds() == app.workspace().answer().ids);
    CHECK(app.workspace().selection().size() == 2);
    app.ask("");
    CHECK(app.workspace().selection() == IdList{catalogue::starterId(u("a3")), catalogue::starterId(u("a5"))});
    CHECK(app.view().selectedIds() == app.workspace().selection());
}

TEST_CASE("when the current row goes, another selected one takes its place and nothing is selected besides", "[gui][selection]")
{
    TableFixture app;
    const QItemSelectionModel::SelectionFlags add = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    app.view().selectionModel()->setCurrentIndex(
        app.view().model()->index(app.rowOf("a1"), TitleColumn), QItemSelectionModel::Clear | add);
    app.view().selectionModel()->select(app.view().model()->index(app.rowOf("a4"), 0), add);
    app.view().selectionModel()->select(app.view().model()->index(app.rowOf("a6"), 0), add);
    REQUIRE(app.workspace().selection().size() == 3);
    app.ask("kind:model");
    CHECK(app.workspace().current() == catalogue::starterId(u("a4")));
    CHECK(app.workspace().selection() == IdList{catalogue::starterId(u("a4")), catalogue::starterId(u("a6"))});
    CHECK(app.view().selectedIds() == app.workspace().selection());
}

TEST_CASE("a selection in too many pieces is not kept through a sort", "[gui][selection]")
{
    TableFixture app(10'001);
    const IdList ids = app.workspace().answer().ids;
    Runs scattered;
    for (std::size_t row = 0; row < 2'000; row += 2)
        scattered.push_back({row, row + 1});
    app.view().select(4, TitleColumn, scattered);
    CHECK(app.view().selectedIds() == ids.picked(scattered));
    CHECK(ids.runsOf(ids.picked(scattered), AnnouncementView::kMostRuns) == scattered);
    scattered.push_back({3'000, 3'001});
    CHECK_FALSE(ids.runsOf(ids.picked(scattered), AnnouncementView::kMostRuns));
}

TEST_CASE("everything stays selected through a sort", "[gui][selection]")
{
    TableFixture app(5'000);
    QTest::keyClick(&app.view(), Qt::Key_A, Qt::ControlModifier);
    REQUIRE(app.workspace().selection().size() == 5'000);
    explore::Query query = app.workspace().query();
    query.sort = {{u("title"), true}};
    app.workspace().setQuery(query);
    REQUIRE(app.waitForAnswer());
    CHECK(app.workspace().selection() == app.workspace().answer().ids);
    CHECK(app.view().selectionModel()->selection().size() == 1);
}
