// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app_fixture.h"
#include "ui/actions.h"
#include "ui/table/columns.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMenuBar>
#include <QSet>

using namespace waic;
using namespace waic::tests;

TEST_CASE("no command or shortcut is given twice, and every command has words and work", "[actions]")
{
    QSet<QString> ids;
    QSet<QString> shortcuts;
    for (const ui::ActionSpec &spec : ui::actionTable()) {
        CAPTURE(spec.id);
        CHECK_FALSE(ids.contains(QString::fromLatin1(spec.id)));
        ids.insert(QString::fromLatin1(spec.id));
        CHECK(QString::fromUtf8(spec.text).size() > 0);
        CHECK(spec.trigger != nullptr);
        for (const QKeySequence &shortcut : spec.shortcuts) {
            CHECK_FALSE(shortcuts.contains(shortcut.toString()));
            shortcuts.insert(shortcut.toString());
        }
    }
}

TEST_CASE("no two entries of a menu share a mnemonic", "[actions]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    for (const QMenu *menu : app.window().findChildren<QMenu *>()) {
        if (menu->title().isEmpty())
            continue;
        QSet<QChar> letters;
        for (const QAction *action : menu->actions()) {
            const QString text = action->text();
            const qsizetype at = text.indexOf(QLatin1Char('&'));
            if (action->isSeparator() || at < 0)
                continue;
            CAPTURE(menu->title(), text);
            CHECK_FALSE(letters.contains(text[at + 1].toLower()));
            letters.insert(text[at + 1].toLower());
        }
    }
}

TEST_CASE("undo is named after what it undoes, and is off with nothing to undo", "[actions]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    auto *undo = app.window().findChild<QAction *>(QStringLiteral("edit.undo"));
    REQUIRE(undo);
    CHECK_FALSE(undo->isEnabled());
    app.workspace().setCurrent(app.workspace().answer().ids.front());
    app.trigger("record.star");
    REQUIRE(app.waitForStep());
    REQUIRE(QTest::qWaitFor([&] { return undo->isEnabled(); }));
    CHECK(undo->text().contains(QStringLiteral("Star")));
}

TEST_CASE("the words of an undo are data: no HTML, no mnemonic", "[actions]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    const catalogue::RowId first = app.workspace().answer().ids.front();
    app.workspace().apply({QStringLiteral("Rename <b>R&D</b>"),
        {catalogue::SetCell{catalogue::Entity::Announcement, first, QStringLiteral("notes"), QStringLiteral("x")}}});
    REQUIRE(app.waitForStep());
    auto *undo = app.window().findChild<QAction *>(QStringLiteral("edit.undo"));
    REQUIRE(QTest::qWaitFor([&] { return undo->text().contains(QStringLiteral("Rename")); }));
    CHECK(undo->text().contains(QStringLiteral("R&&D")));
    CHECK(undo->toolTip().contains(QStringLiteral("&lt;b&gt;R&amp;D&lt;/b&gt;")));
}

TEST_CASE("Ctrl+V and Ctrl+J work on the table's cells, and Fill Down asks for several rows", "[actions]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    auto *fill = app.window().findChild<QAction *>(QStringLiteral("edit.filldown"));
    REQUIRE(fill);
    app.table().setFocus();
    app.table().setCurrentIndex(app.table().model()->index(0, ui::KindColumn));
    CHECK_FALSE(fill->isEnabled());
    QApplication::clipboard()->setText(QStringLiteral("pasted"));
    app.key(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(app.waitForStep());
    const auto kind = [&](int row) { return app.table().model()->index(row, ui::KindColumn).data().toString(); };
    CHECK(kind(0) == QStringLiteral("pasted"));
    app.key(Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(QTest::qWaitFor([&] { return fill->isEnabled(); }));
    app.key(Qt::Key_J, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return kind(1) == QStringLiteral("pasted"); }));
    // In the editor of a cell Ctrl+V is the editor's.
    app.table().setCurrentIndex(app.table().model()->index(2, ui::KindColumn));
    app.key(Qt::Key_F2);
    app.key(Qt::Key_V, Qt::ControlModifier);
    app.key(Qt::Key_Escape);
    CHECK(kind(2) != QStringLiteral("pasted"));
}
