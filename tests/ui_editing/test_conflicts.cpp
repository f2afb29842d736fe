// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app_fixture.h"

#include "catalogue/sql.h"
#include "ui/editing/conflict_dialog.h"
#include "ui/editing/conflict_model.h"

#include <QLabel>
#include <QPushButton>

using namespace waic;
using namespace waic::tests;

namespace {

/// As another program would write.
void writeElsewhere(const QString &path, const QString &sql)
{
    catalogue::Database(path, SQLite::OPEN_READWRITE).run(sql);
}

struct Window
{
    TemporaryCatalogue file;
    AppFixture app{file.path()};
    catalogue::RowId row = app.workspace().answer().ids.front();

    QString title() { return app.record(row).announcement.title; }
    ui::ConflictDialog *dialog()
    {
        ui::ConflictDialog *found = nullptr;
        REQUIRE(QTest::qWaitFor([&] {
            found = app.window().findChild<ui::ConflictDialog *>();
            return found && found->isVisible();
        }));
        return found;
    }
    static QPushButton *button(QWidget *in, const QString &text)
    {
        for (QPushButton *button : in->findChildren<QPushButton *>())
            if (button->text().remove(QLatin1Char('&')) == text)
                return button;
        return nullptr;
    }
    /// Writes a title that is based on what the window shows, after another program changed it.
    void clash()
    {
        const QString seen = title();
        writeElsewhere(file.path(), QStringLiteral("UPDATE announcement SET title = 'theirs' WHERE id = %1").arg(row));
        app.workspace().apply(catalogue::setField(
            *catalogue::findField(catalogue::Entity::Announcement, u"title"), row, QStringLiteral("mine"), seen));
    }
};

} // namespace

TEST_CASE("an edit of a cell that another changed meanwhile shows both values and waits for a choice", "[conflict]")
{
    Window window;
    window.clash();
    ui::ConflictDialog *dialog = window.dialog();
    CHECK(window.title() == QStringLiteral("theirs"));
    auto *table = dialog->findChild<QTableView *>(QStringLiteral("conflicts"));
    REQUIRE(table);
    const auto cell = [table](int column) { return table->model()->index(0, column).data().toString(); };
    CHECK(cell(ui::ConflictModel::What) == QStringLiteral("Title · theirs"));
    CHECK(cell(ui::ConflictModel::Found) == QStringLiteral("theirs"));
    CHECK(cell(ui::ConflictModel::Wanted) == QStringLiteral("mine"));
    QPushButton *save = Window::button(dialog, QStringLiteral("Save"));
    REQUIRE(save);
    CHECK_FALSE(save->isEnabled());

    SECTION("mine, by the keyboard")
    {
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Right);
        QTest::keyClick(table, Qt::Key_Space);
        REQUIRE(save->isEnabled());
        save->click();
        REQUIRE(QTest::qWaitFor([&] { return window.title() == QStringLiteral("mine"); }));
        REQUIRE(QTest::qWaitFor([&] { return !window.app.workspace().history().undoLabel.isNull(); }));
    }
    SECTION("theirs, by mouse")
    {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
            table->visualRect(table->model()->index(0, ui::ConflictModel::Found)).center());
        REQUIRE(save->isEnabled());
        save->click();
        REQUIRE(QTest::qWaitFor([&] { return !window.app.workspace().isSaving(); }));
        CHECK(window.title() == QStringLiteral("theirs"));
        CHECK(window.app.workspace().history().undoLabel.isNull());
    }
    SECTION("not decided")
    {
        dialog->reject();
        CHECK(window.title() == QStringLiteral("theirs"));
    }
}

TEST_CASE("undo that would overwrite another's value asks, and goes on to older steps once it is decided", "[conflict]")
{
    Window window;
    const catalogue::Field &field = *catalogue::findField(catalogue::Entity::Announcement, u"title");
    const QString first = window.title();
    for (const char *text : {"one", "two"}) {
        window.app.workspace().apply(catalogue::setField(field, std::span(&window.row, 1), QString::fromLatin1(text)));
        REQUIRE(window.app.waitForStep());
    }
    writeElsewhere(window.file.path(), QStringLiteral("UPDATE announcement SET title = 'theirs' WHERE id = %1").arg(window.row));
    window.app.trigger("edit.undo");
    ui::ConflictDialog *dialog = window.dialog();
    Window::button(dialog, QStringLiteral("Undo All"))->click();
    Window::button(dialog, QStringLiteral("Save"))->click();
    REQUIRE(QTest::qWaitFor([&] { return window.title() == QStringLiteral("one"); }));
    REQUIRE(QTest::qWaitFor([&] { return !window.app.workspace().isSaving(); }));
    window.app.trigger("edit.undo");
    REQUIRE(QTest::qWaitFor([&] { return window.title() == first; }));
}
