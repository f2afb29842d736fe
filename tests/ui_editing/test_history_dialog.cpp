// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app_fixture.h"

#include "ui/editing/history_dialog.h"
#include "ui/editing/step_model.h"

#include <QDate>
#include <QPushButton>
#include <QTreeWidget>

using namespace waic;
using namespace waic::tests;
using ui::StepModel;

namespace {

struct Window
{
    TemporaryCatalogue file;
    AppFixture app{file.path()};
    std::vector<catalogue::RowId> rows = app.workspace().answer().ids.part(0, 3);
    ui::HistoryDialog *dialog = nullptr;

    void set(const char *column, std::span<const catalogue::RowId> of, const QString &value)
    {
        app.workspace().apply(
            catalogue::setField(*catalogue::findField(catalogue::Entity::Announcement, QString::fromLatin1(column)), of, value));
        REQUIRE(app.waitForStep());
    }
    void open()
    {
        app.trigger("view.history");
        dialog = app.window().findChild<ui::HistoryDialog *>();
        REQUIRE(dialog);
    }
    QTableView &steps() { return *dialog->findChild<QTableView *>(QStringLiteral("steps")); }
    bool listed(int count)
    {
        return QTest::qWaitFor([&] { return steps().model()->rowCount() == count; });
    }
    QString step(int row) { return steps().model()->index(row, StepModel::What).data().toString(); }
    QPushButton &button(const char *name) { return *dialog->findChild<QPushButton *>(QString::fromLatin1(name)); }
    QTreeWidget &contents() { return *dialog->findChild<QTreeWidget *>(QStringLiteral("stepContents")); }
    QString kind(std::size_t row) { return app.record(rows[row]).announcement.kind; }
};

} // namespace

TEST_CASE("the catalogue's history lists steps and what they did, and undoes one in the middle", "[history]")
{
    Window window;
    const QString before = window.kind(0);
    window.set("kind", window.rows, QStringLiteral("research"));
    window.set("notes", std::span(window.rows).first(1), QStringLiteral("seen"));
    window.open();
    REQUIRE(window.listed(2));
    CHECK(window.step(0) == QStringLiteral("Set notes of an announcement"));
    CHECK(window.step(1) == QStringLiteral("Set kind of 3 announcements"));
    window.steps().selectRow(1);
    REQUIRE(QTest::qWaitFor([&] { return window.contents().topLevelItemCount() == 3; }));
    CHECK(window.contents().topLevelItem(0)->child(0)->text(0).endsWith(QStringLiteral("→ research")));

    QPushButton &takeBack = window.button("takeBack");
    CHECK(takeBack.text() == QStringLiteral("&Undo This Step"));
    takeBack.click();
    REQUIRE(window.app.waitForStep());
    CHECK(window.kind(0) == before);
    CHECK(window.app.record(window.rows[0]).announcement.notes == QStringLiteral("seen"));
    REQUIRE(window.listed(3));
    CHECK(window.step(0) == QStringLiteral("Undo: Set kind of 3 announcements"));

    // The undone branch is taken up again.
    window.steps().selectRow(2);
    REQUIRE(QTest::qWaitFor([&] { return takeBack.text() == QStringLiteral("&Take Up Again") && takeBack.isEnabled(); }));
    takeBack.click();
    REQUIRE(window.app.waitForStep());
    CHECK(window.kind(0) == QStringLiteral("research"));
}

TEST_CASE("steps are found by their words, and the record that one concerns is shown", "[history]")
{
    Window window;
    window.set("kind", std::span(window.rows).subspan(2), QStringLiteral("research"));
    window.set("notes", std::span(window.rows).first(1), QStringLiteral("seen"));
    window.open();
    REQUIRE(window.listed(2));
    window.dialog->findChild<QLineEdit *>(QStringLiteral("findStep"))->setText(QStringLiteral("kind"));
    REQUIRE(window.listed(1));
    REQUIRE(QTest::qWaitFor([&] {
        const QTreeWidgetItem *first = window.contents().topLevelItem(0);
        return first && first->child(0)->text(0).endsWith(QStringLiteral("research"));
    }));
    window.contents().setCurrentItem(window.contents().topLevelItem(0));
    REQUIRE(window.button("showRecord").isEnabled());
    window.button("showRecord").click();
    CHECK(window.app.workspace().current() == window.rows[2]);
    window.dialog->findChild<QLineEdit *>(QStringLiteral("findStep"))->setText(QStringLiteral("nothing like it"));
    REQUIRE(window.listed(0));
    CHECK_FALSE(window.button("takeBack").isEnabled());
}

TEST_CASE("compacting asks for a day and ends undo of what was before it", "[history]")
{
    Window window;
    window.set("kind", window.rows, QStringLiteral("research"));
    window.open();
    REQUIRE(window.listed(1));
    window.app.dialogs().text = QStringLiteral("soon");
    window.button("compactHistory").click();
    CHECK_FALSE(window.app.workspace().history().undoLabel.isNull());
    window.app.dialogs().text = QDate::currentDate().addDays(2).toString(Qt::ISODate);
    window.button("compactHistory").click();
    REQUIRE(window.app.waitForStep());
    CHECK(window.app.workspace().history().undoLabel.isNull());
    REQUIRE(window.listed(2));
    CHECK(window.kind(0) == QStringLiteral("research"));
}

TEST_CASE("undo selects and shows all that it changed", "[history]")
{
    Window window;
    const std::vector<catalogue::RowId> rows = window.app.workspace().answer().ids.part(40, 5);
    window.set("kind", rows, QStringLiteral("research"));
    window.app.trigger("edit.undo");
    REQUIRE(window.app.waitForStep());
    REQUIRE(QTest::qWaitFor([&] { return window.app.workspace().selection().size() == 5; }));
    CHECK(window.app.workspace().current() == rows.front());
    const QTableView &table = window.app.table();
    CHECK(table.viewport()->rect().intersects(table.visualRect(table.currentIndex())));
}

TEST_CASE("the bin is emptied after a question", "[history]")
{
    Window window;
    window.app.workspace().apply(catalogue::moveToBin(window.rows));
    REQUIRE(window.app.waitForStep());
    window.app.trigger("view.bin");
    REQUIRE(window.app.waitForRows(3));
    window.app.dialogs().confirms = false;
    window.app.trigger("record.emptybin");
    CHECK_FALSE(window.app.workspace().isSaving());
    window.app.dialogs().confirms = true;
    window.app.trigger("record.emptybin");
    REQUIRE(window.app.waitForStep());
    REQUIRE(window.app.waitForRows(0));
    CHECK(window.app.dialogs().questions.contains(QStringLiteral("Empty the bin?")));
    CHECK_FALSE(window.app.workspace().reader().record(window.rows[0]).has_value());
}
