// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_record/record_fixture.h"

#include "ui/record/history_view.h"
#include "ui/record/sources_view.h"

#include <QAbstractItemModelTester>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;
using ui::RecordPane;

namespace {

QStringList rowsOf(const QListView &list)
{
    QStringList rows;
    for (int row = 0; row < list.model()->rowCount(); ++row)
        rows << list.model()->index(row, 0).data().toString();
    return rows;
}

} // namespace

TEST_CASE("sources name publisher, language, date and whom they quote", "[record][sources]")
{
    RecordFixture fixture;
    fixture.show(kShare, RecordPane::Sources);
    QListView &sources = fixture.list("sources");
    QAbstractItemModelTester tester(sources.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    REQUIRE(sources.model()->rowCount() == 7);
    const QModelIndex daily = fixture.row("sources", QStringLiteral("People's Daily Online"));
    const QString words = daily.data(Qt::AccessibleTextRole).toString();
    CHECK(words.contains(QStringLiteral("English · 2025-07-28 · quotes Xinhua")));
    CHECK(words.endsWith(QStringLiteral("2 figures")));
    CHECK(fixture.row("sources", QStringLiteral("VietNamNet"))
              .data(Qt::AccessibleTextRole)
              .toString()
              .contains(QStringLiteral("French · no date")));
}

TEST_CASE("a source is opened by a click on its title and by Enter", "[record][sources]")
{
    RecordFixture fixture;
    fixture.show(kShare, RecordPane::Sources);
    QListView &sources = fixture.list("sources");
    const auto *model = qobject_cast<const ui::SourcesModel *>(sources.model());
    const QRect row = sources.visualRect(model->index(1));
    QTest::mouseClick(sources.viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(40, 35));
    CHECK(fixture.dialogs().links == QStringList{model->source(1).source.url});
    QTest::mouseClick(sources.viewport(), Qt::LeftButton, {}, row.topLeft() + QPoint(40, 12)); // the publisher is no link
    CHECK(fixture.dialogs().links.size() == 1);
    CHECK(sources.currentIndex().row() == 1);
    QTest::keyClick(&sources, Qt::Key_Down);
    QTest::keyClick(&sources, Qt::Key_Return);
    CHECK(fixture.dialogs().links.value(1) == model->source(2).source.url);
}

TEST_CASE("a record without changes says where it came from", "[record][history]")
{
    RecordFixture fixture;
    fixture.show(kShare, RecordPane::History);
    CHECK(rowsOf(fixture.list("history")) == QStringList{QStringLiteral("Starter catalogue\n4 figures, 7 sources")});
}

TEST_CASE("the history shows from what to what, newest first", "[record][history]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    REQUIRE(fixture.step([&] {
        fixture.type("announced_on", QStringLiteral("2025-07-27"));
        fixture.enter("announced_on");
    }));
    REQUIRE(fixture.step([&] {
        fixture.type("country", QStringLiteral("France"));
        fixture.enter("country");
    }));
    fixture.pane().showTab(RecordPane::History);
    QListView &history = fixture.list("history");
    QAbstractItemModelTester tester(history.model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QStringList rows = rowsOf(history);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].startsWith(QStringLiteral("Set country")));
    CHECK(rows[0].contains(QStringLiteral("Country: China → France")));
    CHECK(rows[1].contains(QStringLiteral("Date: 2025-07-28 → 2025-07-27")));
    CHECK(rows[2].startsWith(QStringLiteral("Starter catalogue")));

    REQUIRE(fixture.step([&] { fixture.workspace().undo(); }));
    rows = rowsOf(history);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].startsWith(QStringLiteral("Undo: Set country")));
    CHECK(rows[0].contains(QStringLiteral("Country: France → China")));
}

TEST_CASE("an announcement added by hand begins with the step that added it", "[record][history]")
{
    RecordFixture fixture;
    RowId added = 0;
    QObject::connect(&fixture.workspace(), &ui::Workspace::committed, &fixture.pane(),
        [&](const Step &step) { added = step.announcements.front(); });
    Announcement row;
    row.title = QStringLiteral("A new robot");
    REQUIRE(fixture.step([&] { fixture.workspace().apply(addAnnouncement(row)); }));
    fixture.workspace().setCurrent(added);
    fixture.pane().showTab(RecordPane::History);
    const QStringList rows = rowsOf(fixture.list("history"));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].startsWith(QStringLiteral("Add “A new robot”")));
}
