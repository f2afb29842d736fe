// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"
#include "ui/table/columns.h"
#include "ui/table/paste_job.h"
#include "ui/table/paste_preview.h"

using namespace waic;
using namespace waic::ui;
using catalogue::AnnouncementRow;

namespace {

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

AnnouncementRow row(catalogue::RowId id, const char *title, const char *kind = "model")
{
    AnnouncementRow made;
    made.announcement.id = id;
    made.announcement.uid = QString::number(id);
    made.announcement.title = q(title);
    made.announcement.kind = q(kind);
    made.announcement.announcedOn = q("2025-07-26");
    return made;
}

/// Three rows with ids 1, 2, 3.
std::vector<AnnouncementRow> threeRows()
{
    return {row(1, "One"), row(2, "Two"), row(3, "Three")};
}

/// Pastes a text onto some rows, the last of which are the last of the table.
PastePlan planOf(const char *text, std::vector<int> columns, const std::vector<AnnouncementRow> &rows, const QString &whyNot = {})
{
    PastePlanner planner(*parseBlock(QString::fromUtf8(text), 1'000), columns);
    planner.onRows(std::span(rows).first(std::min(rows.size(), planner.lines())));
    planner.pastLastRow(whyNot);
    return planner.take();
}

} // namespace

TEST_CASE("a block changes the cells it falls on, in one edit with its size in the label", "[paste]")
{
    const PastePlan plan = planOf("First\tRobot\nTwo\t\n", {TitleColumn, KindColumn, CountryColumn}, threeRows());
    REQUIRE(plan.cells.size() == 3);
    CHECK(plan.cells[0].from == q("One"));
    CHECK(plan.cells[0].to.toString() == q("First"));
    CHECK(plan.cells[1].to.toString() == q("robot")); // as the schema writes it
    CHECK_FALSE(plan.cells[2].to.isValid());          // emptied
    CHECK(plan.unchanged == 1);
    CHECK_FALSE(plan.needsPreview());
    const catalogue::Edit edit = pasteEdit(plan);
    CHECK(edit.label == q("Paste 3 cells"));
    const auto &set = std::get<catalogue::SetCell>(edit.changes[1]);
    CHECK(set.row == 1);
    CHECK(set.column == q("kind"));
}

TEST_CASE("what cannot be pasted is told with row, column and reason, and the rest is pasted", "[paste]")
{
    const PastePlan plan = planOf("2025-06-31\tNew\n2025-08\t\n", {DateColumn, TitleColumn}, threeRows());
    REQUIRE(plan.cells.size() == 2);
    REQUIRE(plan.refused.size() == 2);
    CHECK(plan.refused[0].row == q("One"));
    CHECK(plan.refused[0].column == DateColumn);
    CHECK(plan.refused[0].typed == q("2025-06-31"));
    CHECK(plan.refused[0].why.contains(q("31 June does not exist")));
    CHECK(plan.refused[1].row == q("Two"));
    CHECK(plan.refused[1].why == q("Title may not be empty"));
    CHECK(plan.needsPreview());
    CHECK(pasteCounts(plan) == q("2 cells changed · 2 refused"));
}

TEST_CASE("columns that are not edited are left out and told, and so are those right of the last", "[paste]")
{
    const PastePlan plan = planOf("A\tHuawei\t7\tx\ty\n", {TitleColumn, OrganisationColumn, SourcesColumn}, threeRows());
    CHECK(plan.cells.size() == 1);
    CHECK(plan.skipped == std::vector<int>{OrganisationColumn, SourcesColumn});
    CHECK(plan.beyond == 2);
    CHECK(plan.needsPreview());
}

TEST_CASE("a line of heads tells the columns, whatever the current one", "[paste]")
{
    const PastePlan plan = planOf("Kind\tSources\tTitle\nrobot\t3\tA\n", {CountryColumn}, threeRows());
    REQUIRE(plan.cells.size() == 2);
    CHECK(plan.hasHeads);
    CHECK(plan.cells[0].column == KindColumn);
    CHECK(plan.cells[1].column == TitleColumn);
    CHECK(plan.skipped == std::vector<int>{SourcesColumn});
    CHECK(plan.beyond == 0);
}

TEST_CASE("lines past the last row become new announcements, which need a title", "[paste]")
{
    SECTION("made of what is right in them")
    {
        const PastePlan plan = planOf(
            "A\trobot\t2025\nB\t\t2025-13\n\trobot\t2025\n\t\t\nC\n", {TitleColumn, KindColumn, DateColumn}, {row(1, "One")});
        CHECK(plan.cells.size() == 3);
        REQUIRE(plan.added.size() == 2);
        CHECK(plan.added[0].title == q("B"));
        CHECK(plan.added[0].kind.isNull());
        CHECK(plan.added[0].announcedOn.isNull());
        CHECK(plan.added[1].title == q("C"));
        REQUIRE(plan.refused.size() == 2);
        CHECK(plan.refused[0].row == q("line 2 of the paste"));
        CHECK(plan.refused[0].column == DateColumn);
        CHECK(plan.refused[1].row == q("line 3 of the paste"));
        CHECK(plan.refused[1].column == -1);
        CHECK(pasteEdit(plan).label == q("Paste 3 cells and 2 new announcements"));
        CHECK(pasteEdit(plan).changes.size() == 5);
    }
    SECTION("and are refused in one line without a title among the columns")
    {
        const PastePlan plan = planOf("robot\nrobot\nmodel\n", {KindColumn}, {row(1, "One")});
        CHECK(plan.cells.size() == 1);
        CHECK(plan.added.empty());
        REQUIRE(plan.refused.size() == 1);
        CHECK(plan.refused[0].row == q("2 lines past the last row"));
        CHECK(plan.refused[0].why.contains(q("needs a title")));
    }
    SECTION("or where none may be made")
    {
        const PastePlan plan = planOf("A\n", {TitleColumn}, {}, q("not here"));
        CHECK(plan.changesNothing());
        CHECK(plan.refused[0].why == q("not here"));
        CHECK(pasteWords(plan) == q("nothing"));
    }
}

TEST_CASE("one cell goes to all rows, and lines may be shorter than others", "[paste]")
{
    PastePlanner everywhere(*parseBlock(q("robot"), 10), std::vector<int>{KindColumn}, PastePlanner::Spread::EveryRow);
    everywhere.onRows(threeRows());
    CHECK(everywhere.take().cells.size() == 3);
    const PastePlan ragged = planOf("A\tB\nC\n", {TitleColumn, KindColumn}, threeRows());
    CHECK(ragged.cells.size() == 3);
}

TEST_CASE("dates in words and countries by name are pasted as they are copied", "[paste]")
{
    const PastePlan plan = planOf("26 Jul 2024\tFrance\nAug 2024\tCN\n2024\tNowhere\n", {DateColumn, CountryColumn}, threeRows());
    REQUIRE(plan.cells.size() == 5);
    CHECK(plan.cells[0].to.toString() == q("2024-07-26"));
    CHECK(plan.cells[1].to.toString() == q("FR"));
    CHECK(plan.cells[2].to.toString() == q("2024-08"));
    CHECK(plan.refused.size() == 1);
}

TEST_CASE("a row that is gone is not pasted to", "[paste]")
{
    AnnouncementRow gone;
    gone.announcement.id = 9;
    const PastePlan plan = planOf("A\nB\n", {TitleColumn}, {gone, row(2, "Two")});
    CHECK(plan.cells.size() == 1);
    REQUIRE(plan.refused.size() == 1);
    CHECK(plan.refused[0].why.contains(q("gone")));
}

TEST_CASE("the preview lists what is refused, what changes and what is added", "[paste]")
{
    const PastePlan plan
        = planOf("A\trobot\t2025-02-30\nNew\tpolicy\t2025\n", {TitleColumn, KindColumn, DateColumn}, {row(1, "One")});
    const PasteLines lines(plan);
    const auto line = [&](int at) {
        QStringList parts;
        for (int part = 0; part < lines.columnCount(); ++part)
            parts << lines.index(at, part).data().toString();
        return parts;
    };
    REQUIRE(lines.rowCount() == 4);
    CHECK(line(0).mid(0, 4) == QStringList{q("One"), q("Date"), q("–"), q("2025-02-30")});
    CHECK(line(0).last().contains(q("does not exist")));
    CHECK(line(1) == QStringList{q("One"), q("Title"), q("One"), q("A"), QString()});
    CHECK(line(3) == QStringList{q("New"), q("new announcement"), q("–"), q("2025 · policy"), QString()});
}

TEST_CASE("more cells than can be pasted at once are refused with what to do", "[paste]")
{
    const RowReader reader = [](std::span<const catalogue::RowId>) -> Result<std::vector<AnnouncementRow>> {
        FAIL("nothing need be read");
        return {};
    };
    PasteRequest request;
    request.text = QStringLiteral("x\n").repeated(50'001);
    request.columns = {TitleColumn};
    const Result<PastePlan> plan = PasteJob::planNow(reader, request);
    REQUIRE_FALSE(plan);
    CHECK(plan.error().what.contains(q("50,000 cells")));
    CHECK_FALSE(plan.error().next.isEmpty());
    request.text.clear();
    CHECK(PasteJob::planNow(reader, request).error().what.contains(q("no text")));
}
