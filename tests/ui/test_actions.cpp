// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app_fixture.h"
#include "ui/actions.h"

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
