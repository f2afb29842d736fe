// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"
#include "ui/common/matches.h"
#include "ui/table/announcement_model.h"
#include "ui/table/columns.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace waic;
using namespace waic::ui;
using catalogue::AnnouncementRow;
using catalogue::RowId;

namespace {

/// Rows made from their ids; counts what was read.
struct FakeRows
{
    int reads = 0;
    QString suffix;
    std::vector<RowId> missing;
    bool fails = false;

    AnnouncementRow row(RowId id) const
    {
        AnnouncementRow made;
        made.announcement.id = id;
        made.announcement.title = QStringLiteral("Title %1%2").arg(id).arg(suffix);
        made.announcement.announcedOn = QStringLiteral("2025-07");
        made.organisations = {QStringLiteral("One"), QStringLiteral("Two"), QStringLiteral("Three")};
        made.figures = int(id) % 2 ? 0 : 1234;
        made.announcement.country = QStringLiteral("US");
        return made;
    }
    RowReader reader()
    {
        return [this](std::span<const RowId> ids) -> Result<std::vector<AnnouncementRow>> {
            ++reads;
            if (fails)
                return failure(ErrorKind::Io, QStringLiteral("unreadable"));
            std::vector<AnnouncementRow> rows;
            for (const RowId id : ids)
                if (std::find(missing.begin(), missing.end(), id) == missing.end())
                    rows.push_back(row(id));
            return rows;
        };
    }
};

explore::Answer answerOf(int first, int count)
{
    std::vector<catalogue::RowId> ids(std::size_t(count), 0);
    std::iota(ids.begin(), ids.end(), first);
    explore::Answer answer;
    answer.ids = std::move(ids);
    return answer;
}

QString title(const AnnouncementModel &model, int row)
{
    return model.index(row, TitleColumn).data().toString();
}

} // namespace

TEST_CASE("the model keeps the rules of a model through answers, edits and refreshes", "[model]")
{
    FakeRows rows;
    AnnouncementModel model(rows.reader());
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setWritable(true);
    model.setAnswer(answerOf(1, 300));
    CHECK(model.rowCount() == 300);
    CHECK(title(model, 299) == QStringLiteral("Title 300"));
    model.setAnswer(answerOf(100, 10));
    CHECK(title(model, 0) == QStringLiteral("Title 100"));
    CHECK(model.setData(model.index(0, TitleColumn), QStringLiteral("Other")));
    model.rowsCommitted({100});
    model.refresh(answerOf(100, 10));
    model.clear();
    CHECK(model.rowCount() == 0);
}

TEST_CASE("only the windows that are looked at are read, and the answer's first rows not at all", "[model]")
{
    FakeRows rows;
    AnnouncementModel model(rows.reader());
    explore::Answer answer = answerOf(1, 1000);
    for (RowId id = 1; id <= 128; ++id)
        answer.firstRows.push_back(rows.row(id));
    model.setAnswer(answer);
    CHECK(title(model, 0) == QStringLiteral("Title 1"));
    CHECK(title(model, 127) == QStringLiteral("Title 128"));
    CHECK(rows.reads == 0);
    CHECK(title(model, 700) == QStringLiteral("Title 701"));
    CHECK(title(model, 701) == QStringLiteral("Title 702"));
    CHECK(rows.reads == 1);
}

TEST_CASE("cells say what is stored in the words of the table", "[model]")
{
    FakeRows rows;
    AnnouncementModel model(rows.reader());
    model.setAnswer(answerOf(1, 2));
    CHECK(model.index(0, CountryColumn).data().toString() == QStringLiteral("United States"));
    CHECK(model.index(0, CountryColumn).data(Qt::EditRole).toString() == QStringLiteral("US"));
    CHECK(model.index(0, FiguresColumn).data().toString() == QStringLiteral("–"));
    CHECK(model.index(0, FiguresColumn).data(AnnouncementModel::MissingRole).toBool());
    CHECK(model.index(1, FiguresColumn).data().toString() == QStringLiteral("1,234"));
    CHECK(model.index(0, OrganisationColumn).data().toString() == QStringLiteral("One"));
    CHECK(model.index(0, OrganisationColumn).data(AnnouncementModel::MoreRole).toInt() == 2);
    CHECK(
        model.index(0, OrganisationColumn).data(AnnouncementModel::FullTextRole).toString() == QStringLiteral("One\nTwo\nThree"));
    CHECK(model.index(0, KindColumn).data().toString() == QStringLiteral("–"));
    CHECK(model.index(0, StarColumn).data(Qt::AccessibleTextRole).toString() == QStringLiteral("not starred"));
}

TEST_CASE(
    "a value typed shows at once, is asked for as an edit, and the stored one comes back when nothing was written", "[model]")
{
    FakeRows rows;
    AnnouncementModel model(rows.reader());
    model.setWritable(true);
    model.setAnswer(answerOf(1, 3));
    std::vector<catalogue::Edit> asked;
    QObject::connect(&model, &AnnouncementModel::editAsked, [&](const catalogue::Edit &edit) { asked.push_back(edit); });
    const QModelIndex cell = model.index(1, TitleColumn);
    CHECK(model.setData(cell, QStringLiteral("  New title ")));
    REQUIRE(asked.size() == 1);
    const auto &set = std::get<catalogue::SetCell>(asked.front().changes.front());
    CHECK(set.row == 2);
    CHECK(set.column == QStringLiteral("title"));
    CHECK(set.value.toString() == QStringLiteral("New title"));
    CHECK(cell.data().toString() == QStringLiteral("New title"));
    model.dropPending();
    CHECK(cell.data().toString() == QStringLiteral("Title 2"));

    SECTION("the same value again is no edit")
    {
        CHECK(model.setData(cell, QStringLiteral("Title 2")));
        CHECK(asked.size() == 1);
    }
    SECTION("a value that is none is refused")
    {
        CHECK_FALSE(model.setData(cell, QStringLiteral("   ")));
        CHECK_FALSE(model.setData(model.index(1, DateColumn), QStringLiteral("2025-06-31")));
        CHECK(asked.size() == 1);
    }
    SECTION("a catalogue that may not be written has no cell to edit")
    {
        model.setWritable(false);
        CHECK_FALSE(model.flags(cell).testFlag(Qt::ItemIsEditable));
        CHECK_FALSE(model.setData(cell, QStringLiteral("Other")));
        CHECK(asked.size() == 1);
    }
}

TEST_CASE("rows that were committed are read again where they stand and marked as edited", "[model]")
{
    FakeRows rows;
    AnnouncementModel model(rows.reader());
    model.setAnswer(answerOf(1, 200));
    CHECK(title(model, 150) == QStringLiteral("Title 151"));
    rows.suffix = QStringLiteral(" new");
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.rowsCommitted({151, 9999});
    REQUIRE(changed.count() == 1);
    CHECK(changed.first().at(0).toModelIndex().row() == 150);
    CHECK(title(model, 150) == QStringLiteral("Title 151 new"));
    CHECK(model.index(150, 0).data(AnnouncementModel::EditedRole).toBool());
    CHECK_FALSE(model.index(149, 0).data(AnnouncementModel::EditedRole).toBool());
}

TEST_CASE("a row that another program removed leaves a line of its own and shifts no other", "[model]")
{
    FakeRows rows;
    rows.missing = {2};
    AnnouncementModel model(rows.reader());
    model.setAnswer(answerOf(1, 3));
    CHECK(title(model, 1) == QStringLiteral("–"));
    CHECK(title(model, 2) == QStringLiteral("Title 3"));
    CHECK(model.idOf(1) == 2);
}

TEST_CASE("a read that fails is told once and shows empty rows", "[model]")
{
    FakeRows rows;
    rows.fails = true;
    AnnouncementModel model(rows.reader());
    QSignalSpy failed(&model, &AnnouncementModel::readFailed);
    model.setAnswer(answerOf(1, 3));
    CHECK(title(model, 0) == QStringLiteral("–"));
    CHECK(title(model, 1) == QStringLiteral("–"));
    REQUIRE(failed.wait());
    CHECK(failed.count() == 1);
}

TEST_CASE("matches are marked where the search finds them", "[model]")
{
    const auto ranges = [](const char *text, const char *query) {
        const auto sought = soughtIn(explore::parseQuery(QString::fromUtf8(query)).query, u"title");
        return matchRanges(QString::fromUtf8(text), sought);
    };
    CHECK(ranges("Eric discusses open models", "model") == std::vector<TextRange>{{20, 5}});
    CHECK(ranges("Remodel a model", "model") == std::vector<TextRange>{{10, 5}});
    CHECK(ranges("École and ecole", "ecole") == std::vector<TextRange>{{0, 5}, {10, 5}});
    CHECK(ranges("大模型 model", "模型") == std::vector<TextRange>{{1, 2}});
    CHECK(ranges("open models", "-open").empty());
    CHECK(ranges("nothing", "model").empty());
    CHECK(ranges("Open models", "title:open") == std::vector<TextRange>{{0, 4}});
    explore::Query contains;
    contains.conditions = {{QStringLiteral("title"), {}, false, false, {QStringLiteral("open")}, {}}};
    CHECK(matchRanges(QStringLiteral("Reopened"), soughtIn(contains, u"title")) == std::vector<TextRange>{{2, 4}});
    CHECK(ranges("Open models", "-title:open").empty());
    CHECK(ranges("Open models", "summary:open").empty());
    contains.conditions.front().off = true;
    CHECK(soughtIn(contains, u"title").empty());
}

TEST_CASE("several windows that are painted at once are read by a worker, and only those looked at last", "[model][fetch]")
{
    FakeRows rows;
    FakeRows fetched;
    AnnouncementModel model(rows.reader());
    model.setFetcher(std::make_unique<RowFetcher>([&fetched]() -> Result<RowReader> { return fetched.reader(); }));
    QSignalSpy arrived(&model, &AnnouncementModel::fetched);
    model.setAnswer(answerOf(1, 10'000));

    model.prepare(0, 30);
    CHECK(title(model, 0) == QStringLiteral("Title 1"));
    CHECK(rows.reads == 1);
    CHECK_FALSE(model.isFetching());

    model.prepare(5'050, 5'070);
    model.prepare(9'080, 9'110);
    CHECK(model.isFetching());
    CHECK(title(model, 9'085).isEmpty());
    CHECK(model.index(9'085, TitleColumn).data(AnnouncementModel::LoadingRole).toBool());
    REQUIRE(arrived.wait());
    CHECK(title(model, 9'085) == QStringLiteral("Title 9086"));
    CHECK(title(model, 9'110) == QStringLiteral("Title 9111"));
    CHECK_FALSE(model.index(9'085, TitleColumn).data(AnnouncementModel::LoadingRole).toBool());
    CHECK(rows.reads == 1);
    CHECK_FALSE(model.isFetching());

    SECTION("what was on its way for other rows is not shown")
    {
        model.prepare(2'040, 2'060);
        model.setAnswer(answerOf(20'001, 10'000));
        CHECK_FALSE(model.isFetching());
        CHECK(title(model, 2'045) == QStringLiteral("Title 22046"));
        QTest::qWait(50);
        CHECK(title(model, 2'045) == QStringLiteral("Title 22046"));
    }
    SECTION("rows in sight stay as they were until they are read again")
    {
        fetched.suffix = QStringLiteral(" new");
        model.refresh(answerOf(1, 10'000));
        model.prepare(9'080, 9'110);
        CHECK(title(model, 9'085) == QStringLiteral("Title 9086"));
        REQUIRE(arrived.wait());
        CHECK(title(model, 9'085) == QStringLiteral("Title 9086 new"));
    }
    SECTION("one asked for by name is read at once")
    {
        model.prepare(2'040, 2'060);
        CHECK(model.row(2'050).announcement.title == QStringLiteral("Title 2051"));
    }
}

TEST_CASE("many committed rows are read again, wherever they are shown", "[model]")
{
    FakeRows rows;
    AnnouncementModel model(rows.reader());
    model.setAnswer(answerOf(1, 1000));
    for (int row = 0; row < 1000; row += 64)
        CHECK_FALSE(title(model, row).isEmpty());
    rows.suffix = QStringLiteral(" new");
    std::vector<RowId> all(1000);
    std::iota(all.begin(), all.end(), 1);
    model.rowsCommitted(all);
    CHECK(title(model, 0) == QStringLiteral("Title 1 new"));
    CHECK(title(model, 999) == QStringLiteral("Title 1000 new"));
}
