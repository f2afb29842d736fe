// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_search/search_fixture.h"

#include <QClipboard>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

TEST_CASE("every key narrows, and taking letters away widens again", "[gui]")
{
    SearchFixture app;
    app.type("huaw");
    REQUIRE(app.waitForRows(2));
    app.type("ei sup");
    REQUIRE(app.waitForRows(1));
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&app.box(), Qt::Key_Backspace);
    REQUIRE(app.waitForRows(2));
    QTest::keyClick(&app.box(), Qt::Key_Escape);
    REQUIRE(app.waitForRows(8));
    CHECK(app.box().text().isEmpty());
}

TEST_CASE("text set by assistive technology searches too, Chinese included", "[gui]")
{
    SearchFixture app;
    app.box().setText(u("模型"));
    REQUIRE(app.waitForRows(1));
}

TEST_CASE("a condition narrows when its value is whole and becomes a chip after a space", "[gui]")
{
    SearchFixture app;
    app.type("org:Huaw");
    // Half a name would find nothing: the rows stay until it is one.
    CHECK(app.workspace().query().isEverything());
    app.type("ei");
    REQUIRE(app.waitForRows(2));
    CHECK(app.box().text() == u("org:Huawei"));
    app.type(" ");
    CHECK(app.box().text().isEmpty());
    CHECK(app.queryText() == u("org:Huawei"));
    app.type("supernode");
    REQUIRE(app.waitForRows(1));
    CHECK(app.queryText() == u("supernode org:Huawei"));
}

TEST_CASE("Enter finishes every condition, words stay in the box", "[gui]")
{
    SearchFixture app;
    app.type("model -country:CN");
    QTest::keyClick(&app.box(), Qt::Key_Return);
    CHECK(app.box().text().trimmed() == u("model"));
    REQUIRE(app.waitForAnswer());
    CHECK(app.queryText() == u("model -country:CN"));
    CHECK(app.workspace().answer().ids.size() == 1);
}

TEST_CASE("a value that is not there is asked for when it is finished", "[gui]")
{
    SearchFixture app;
    app.type("kind:spaceship ");
    REQUIRE(app.waitForRows(0));
    CHECK(app.queryText() == u("kind:spaceship"));
}

TEST_CASE("a mistake is underlined and explained, and the last good rows stay", "[gui]")
{
    SearchFixture app;
    app.type("model");
    REQUIRE(app.waitForRows(4));
    app.type(" kidn:robot");
    REQUIRE(app.waitForAnswer());
    CHECK(app.workspace().answer().ids.size() == 4);
    REQUIRE(app.box().mistakes().size() == 1);
    CHECK(app.box().mistakes().front().position >= 6);
    CHECK(app.words().contains(u("kind:")));
    CHECK(app.box().accessibleDescription() == app.words());
    QTest::keyClick(&app.box(), Qt::Key_Escape); // the list of what may be meant
    QTest::keyClick(&app.box(), Qt::Key_Escape);
    CHECK(app.words().isNull());
    CHECK(app.box().mistakes().empty());
}

TEST_CASE("the box follows the query when it changes elsewhere, and keeps what is typed when it does not concern it", "[gui]")
{
    SearchFixture app;
    app.type("model ");
    REQUIRE(app.waitForRows(4));
    explore::Query query = app.workspace().query();
    query.setValue(u("edition"), u("WAIC 2024"), true);
    app.workspace().setQuery(query);
    CHECK(app.box().text() == u("model "));
    app.type("third");
    REQUIRE(app.waitForRows(1));
    CHECK(app.queryText() == u("model third edition:\"WAIC 2024\""));
    app.ask("huawei");
    CHECK(app.box().text() == u("huawei"));
    app.ask("");
    CHECK(app.box().text().isEmpty());
}

TEST_CASE("clearing the box keeps the chips, and the clear button clears", "[gui]")
{
    SearchFixture app;
    app.type("kind:model open");
    REQUIRE(app.waitForRows(2));
    auto *clear = app.box().findChild<QAbstractButton *>();
    REQUIRE(clear);
    REQUIRE(clear->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    REQUIRE(app.waitForRows(5));
    CHECK(app.queryText() == u("kind:model"));
    CHECK_FALSE(clear->isVisible());
}

TEST_CASE("a condition being typed is no chip before it is finished", "[gui]")
{
    SearchFixture app;
    app.type("kind:model");
    REQUIRE(app.waitForRows(5));
    CHECK(app.names().isEmpty());
    app.type(" ");
    CHECK(app.names() == QStringList{u("Kind model")});
    CHECK(app.text().isEmpty());
}

TEST_CASE("a switched-off term typed as text becomes a chip that is off", "[gui]")
{
    SearchFixture app;
    app.type("off(kind:model) off(open) ");
    REQUIRE(app.waitForAnswer());
    CHECK(app.workspace().answer().ids.size() == 8);
    CHECK(app.names() == QStringList{u("open, off"), u("Kind model, off")});
}

TEST_CASE("typed text that is not understood stays when a chip changes, and when a word comes back", "[gui]")
{
    SearchFixture app;
    explore::Query query = explore::parseQuery(u("kind:model")).query;
    query.words = {{.text = u("open"), .off = true}};
    app.workspace().setQuery(query);
    app.type("kidn:robot");
    app.clickBody(app.chips()[1]);
    CHECK(app.text() == u("kidn:robot"));
    app.clickBody(app.chips()[0]);
    CHECK(app.text() == u("open kidn:robot"));
    CHECK(app.names() == QStringList{u("Kind model, off")});
}

TEST_CASE("what a mistake meant is taken by Tab, behind which one goes on typing", "[gui]")
{
    SearchFixture app;
    app.type("kidn:robo");
    REQUIRE(app.list());
    CHECK(app.offered().first() == u("kind:"));
    app.press(Qt::Key_Tab);
    CHECK(app.text() == u("kind:robo"));
    CHECK(app.box().hasFocus());
    app.type("t ");
    REQUIRE(app.waitForRows(2));
    CHECK(app.names() == QStringList{u("Kind robot")});
}

TEST_CASE("Esc closes the list before it empties the box", "[gui]")
{
    SearchFixture app;
    app.type("kidn:robot");
    REQUIRE(app.list());
    app.press(Qt::Key_Escape);
    CHECK_FALSE(app.list());
    CHECK(app.text() == u("kidn:robot"));
    app.press(Qt::Key_Escape);
    CHECK(app.text().isEmpty());
}

TEST_CASE("a list that is open takes no Enter and no focus unless something is chosen", "[gui]")
{
    SearchFixture app;
    app.type("model kidn:robot");
    REQUIRE(app.list());
    CHECK(app.box().hasFocus());
    app.press(Qt::Key_Return);
    CHECK(app.text() == u("model kidn:robot"));
    app.type(" ");
    app.press(Qt::Key_Backspace);
    REQUIRE(app.list());
    app.press(Qt::Key_Down);
    CHECK(app.box().accessibleDescription().startsWith(u("kind:")));
    app.press(Qt::Key_Return);
    CHECK(app.text() == u("model kind:robot"));
    CHECK_FALSE(app.list());
    app.leave();
    CHECK(app.names() == QStringList{u("Kind robot")});
}

TEST_CASE("text of absurd length is refused with words, the rows stay, and less of it is read again", "[gui]")
{
    SearchFixture app;
    app.type("model");
    REQUIRE(app.waitForRows(4));
    QApplication::clipboard()->setText(QString(100'000, QLatin1Char('x')));
    app.box().selectAll();
    app.box().paste();
    CHECK(app.queryText() == u("model"));
    CHECK(app.words().contains(u("20000")));
    CHECK(app.box().mistakes().size() == 1);
    app.press(Qt::Key_Escape);
    REQUIRE(app.waitForRows(8));
    CHECK(app.words().isNull());
}

TEST_CASE("odd characters are text, not the end of the window", "[gui]")
{
    SearchFixture app;
    for (const QString &odd : {u("kind:\"model"), u("((((((("), u("\"\"\"\"\""), u(".*[a-z]+$ (?<=x)"), u("kind:>>>=<="),
             QString(u("mo") + QChar(0) + u("del")), QString(QChar(0x202e) + u("ledom") + QChar(0x2066)),
             QString(u("kind:") + QChar(0x202e) + u("ledom ")), QString(QChar(0xd800)), QString(19'000, QLatin1Char('"')),
             QString(19'000, QLatin1Char('(')), QString(u("org:a ")).repeated(3'000)}) {
        CAPTURE(odd.left(40));
        app.focusBox();
        app.box().setText(odd);
        REQUIRE(app.waitForAnswer());
        app.press(Qt::Key_Return);
        REQUIRE(app.waitForAnswer());
        app.leave();
        app.window().grab();
        app.workspace().setQuery({});
        app.box().clear();
        REQUIRE(app.waitForRows(8));
    }
}

TEST_CASE("fields and then their values are offered while typing, values with counts under all other conditions", "[gui]")
{
    SearchFixture app;
    app.type("ki");
    REQUIRE_FALSE(app.offered().isEmpty());
    CHECK(app.offered().first().startsWith(u("kind")));
    app.press(Qt::Key_Tab);
    CHECK(app.text() == u("kind:"));
    REQUIRE(QTest::qWaitFor([&] { return app.offered().contains(u("model 5")); }));
    CHECK(app.offered().contains(u("robot 2")));
    app.type("mo");
    REQUIRE(app.offered() == QStringList{u("model 5")});
    CHECK(app.workspace().query().isEverything());
    app.press(Qt::Key_Down);
    CHECK(app.box().accessibleDescription() == u("model, 5 announcement(s)"));
    app.press(Qt::Key_Return);
    CHECK(app.text().isEmpty());
    REQUIRE(app.waitForRows(5));
    CHECK(app.names() == QStringList{u("Kind model")});

    app.type("country:");
    REQUIRE(QTest::qWaitFor([&] { return app.offered().size() >= 2; }));
    CHECK(app.offered().join(QLatin1Char('\n')).contains(u("3"))); // of the models, three are from China
    app.press(Qt::Key_Escape);
    app.press(Qt::Key_Escape);
}

TEST_CASE("a value is taken by a click, and the box keeps the focus", "[gui]")
{
    SearchFixture app;
    app.type("edition:");
    REQUIRE(QTest::qWaitFor([&] { return app.list() != nullptr; }));
    const QModelIndex first = app.list()->model()->index(0, 0);
    QTest::mouseClick(app.list()->viewport(), Qt::LeftButton, Qt::NoModifier, app.list()->visualRect(first).center());
    REQUIRE(app.waitForRows(3));
    CHECK(app.names().size() == 1);
    CHECK(app.text().isEmpty());
    CHECK(app.box().hasFocus());
    CHECK_FALSE(app.list());
}

TEST_CASE("the list goes when the box is left, and no counts are asked for its field any more", "[gui]")
{
    SearchFixture app;
    app.type("org:");
    REQUIRE(QTest::qWaitFor([&] { return app.list() != nullptr; }));
    app.press(Qt::Key_Escape);
    app.press(Qt::Key_Escape);
    app.type("model kind:");
    REQUIRE(QTest::qWaitFor([&] { return app.list() != nullptr; }));
    app.leave();
    CHECK_FALSE(app.list());
    app.ask("huawei");
    CHECK(app.workspace().answer().facets.empty());
}

TEST_CASE("nothing is offered between two terms, and Down offers all that may follow", "[gui]")
{
    SearchFixture app;
    app.type("model ");
    CHECK_FALSE(app.list());
    app.press(Qt::Key_Down);
    REQUIRE(app.list());
    CHECK(app.offered().size() > 5);
}

TEST_CASE("what only lacks its end is a mistake when it is finished, not while one types on", "[gui]")
{
    SearchFixture app;
    for (const char *text : {"kind:", "date:2025-0", "\"super", "kind:model|"}) {
        CAPTURE(text);
        app.box().clear();
        app.type(text);
        CHECK(app.words().isNull());
        CHECK(app.box().mistakes().empty());
        app.press(Qt::Key_Return);
        CHECK_FALSE(app.words().isNull());
        CHECK(app.box().mistakes().size() == 1);
    }
    app.box().clear();
    app.type("kind: ");
    CHECK_FALSE(app.words().isNull());
}
