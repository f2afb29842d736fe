// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_search/search_fixture.h"

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

TEST_CASE("conditions stand as chips in the words of people, and none takes no room", "[gui]")
{
    SearchFixture app;
    CHECK(app.row().isHidden());
    app.ask("edition:\"WAIC 2025\"|none -country:US model in:bin");
    CHECK(app.row().isVisible());
    CHECK(app.names() == QStringList{u("Edition WAIC 2025 or no edition"), u("not Country United States"), u("in the bin")});
    app.ask("model");
    CHECK(app.row().isHidden());
}

TEST_CASE("claim conditions, flags and words that are off are chips too", "[gui]")
{
    SearchFixture app;
    explore::Query query;
    query.words = {{.text = u("open"), .off = true}, {.text = u("model")}};
    query.claims = {{.measure = u("compute"), .compare = explore::Compare::AtLeast, .number = 100, .unit = u("PFLOPS")}};
    query.flags = {{.name = u("is:starred"), .excluded = true}};
    app.workspace().setQuery(query);
    CHECK(app.names() == QStringList{u("open, off"), u("compute ≥ 100 PFLOPS"), u("not Starred")});
    CHECK(app.text() == u("model"));
    // A word that is on belongs into the box.
    app.clickBody(app.chips().first());
    CHECK(app.names() == QStringList{u("compute ≥ 100 PFLOPS"), u("not Starred")});
    CHECK(app.text() == u("open model"));
}

TEST_CASE("a click on a chip's words switches it off and on, its cross removes it", "[gui]")
{
    SearchFixture app;
    app.ask("kind:robot country:CN");
    REQUIRE(app.waitForRows(1));
    FilterChip *chip = app.chips().first();
    CHECK(chip->isChecked());
    app.clickBody(chip);
    REQUIRE(app.workspace().query().conditions.front().off);
    CHECK(app.names() == QStringList{u("Kind robot, off"), u("Country China")});
    CHECK_FALSE(chip->isChecked());
    app.clickBody(chip);
    CHECK_FALSE(app.workspace().query().conditions.front().off);
    CHECK(chip->isChecked());
    app.clickCross(chip);
    CHECK(app.queryText() == u("country:CN"));
    CHECK(app.names() == QStringList{u("Country China")});
}

TEST_CASE("Space switches the chip that has the focus, Del removes it, and the focus goes to the next", "[gui]")
{
    SearchFixture app;
    app.ask("kind:robot country:CN edition:\"WAIC 2025\"");
    app.chips()[1]->setFocus();
    REQUIRE(QTest::qWaitFor([&] { return app.chips()[1]->hasFocus(); }));
    app.press(Qt::Key_Space);
    CHECK(app.workspace().query().conditions[1].off);
    CHECK(app.chips()[1]->hasFocus());
    app.press(Qt::Key_Delete);
    CHECK(app.queryText() == u("kind:robot edition:\"WAIC 2025\""));
    CHECK(app.chips()[1]->hasFocus());
    app.press(Qt::Key_Backspace);
    CHECK(app.queryText() == u("kind:robot"));
    CHECK(app.chips()[0]->hasFocus());
}

TEST_CASE("editing a chip takes its text into the box, asks nothing, and Enter makes a chip of it again", "[gui]")
{
    SearchFixture app;
    app.ask("model kind:model country:CN");
    const bool byKey = GENERATE(true, false);
    QSignalSpy asked(&app.workspace(), &Workspace::queryChanged);
    FilterChip *chip = app.chips().first();
    if (byKey) {
        chip->setFocus();
        QTest::keyClick(chip, Qt::Key_F2);
        CHECK(asked.isEmpty());
    } else {
        app.clickBody(chip);
        QTest::mouseDClick(chip, Qt::LeftButton, Qt::NoModifier, QPoint(20, chip->height() / 2));
    }
    CHECK(app.queryText() == u("model kind:model country:CN"));
    CHECK(app.text() == u("model kind:model"));
    CHECK(app.box().cursorPosition() == app.text().size());
    CHECK(app.box().hasFocus());
    CHECK(app.names() == QStringList{u("Country China")});
    app.press(Qt::Key_Return);
    CHECK(app.text() == u("model"));
    CHECK(app.names().contains(u("Kind model")));
    CHECK(app.workspace().query().conditions.size() == 2);

    app.chips()[app.names().indexOf(u("Kind model"))]->setFocus();
    app.press(Qt::Key_Return);
    for (int i = 0; i < 5; ++i)
        app.press(Qt::Key_Backspace);
    app.type("robot ");
    CHECK(app.workspace().query().values(u"kind") == QStringList{u("robot")});
    CHECK(app.names() == QStringList{u("Country China"), u("Kind robot")});
}

TEST_CASE("a double click on a chip leaves one question to go back to, the one of now", "[gui]")
{
    SearchFixture app;
    app.ask("kind:robot");
    app.clickBody(app.chips().first());
    QTest::mouseDClick(app.chips().first(), Qt::LeftButton, Qt::NoModifier, QPoint(20, 13));
    app.workspace().goBack();
    CHECK(app.queryText().isEmpty());
    CHECK_FALSE(app.workspace().canGoBack());
}

TEST_CASE("Clear all removes the chips and keeps words and sort", "[gui]")
{
    SearchFixture app;
    app.ask("model kind:robot country:CN");
    explore::Query sorted = app.workspace().query();
    sorted.sort = {{u("title"), true}};
    app.workspace().setQuery(sorted);
    QTest::mouseClick(app.tool("clearChips"), Qt::LeftButton);
    CHECK(app.queryText() == u("model sort:-title"));
    CHECK(QTest::qWaitFor([&] { return app.row().isHidden(); })); // with the answer
}

TEST_CASE("hundreds of chips are a row of some, and the rest is there as text", "[gui]")
{
    SearchFixture app;
    explore::Query query;
    for (int i = 0; i < 300; ++i)
        query.conditions.push_back({.field = u("org"), .values = {QStringLiteral("Company%1").arg(i)}});
    app.workspace().setQuery(query);
    CHECK(app.chips().size() == ChipRow::kMostChips);
    const QString all = app.queryText();
    QTest::mouseClick(app.tool("moreChips"), Qt::LeftButton);
    CHECK(app.text() == all);
}

TEST_CASE("the whole query is edited as text, and Enter or leaving makes chips of it again", "[gui]")
{
    SearchFixture app;
    app.ask("model kind:model country:CN");
    QTest::mouseClick(app.tool("editAsText"), Qt::LeftButton);
    CHECK(app.text() == u("model kind:model country:CN"));
    CHECK(app.names().isEmpty());
    CHECK(app.row().isVisible());
    app.box().setCursorPosition(5);
    CHECK(app.text() == u("model kind:model country:CN"));
    app.press(Qt::Key_End);
    app.type(" -edition:\"WAIC 2025\" sort:title");
    REQUIRE(app.waitForRows(2));
    CHECK(app.text() == u("model kind:model country:CN -edition:\"WAIC 2025\" sort:title"));
    const bool byEnter = GENERATE(true, false);
    if (byEnter)
        app.press(Qt::Key_Return);
    else
        app.leave();
    CHECK(app.text() == u("model"));
    CHECK(app.names() == QStringList{u("Kind model"), u("Country China"), u("not Edition WAIC 2025")});
    CHECK(app.queryText() == u("model kind:model country:CN -edition:\"WAIC 2025\" sort:title"));
    CHECK_FALSE(app.tool("editAsText")->isChecked());
}

TEST_CASE("a query changed elsewhere shows while it is edited as text", "[gui]")
{
    SearchFixture app;
    app.ask("kind:model");
    app.tool("editAsText")->click();
    explore::Query query = app.workspace().query();
    query.setValue(u("country"), u("CN"), true);
    app.workspace().setQuery(query);
    CHECK(app.text() == u("kind:model country:CN"));
    app.press(Qt::Key_Escape);
    CHECK(app.text().isEmpty());
    CHECK(app.names() == QStringList{u("Kind model"), u("Country China")});
}

TEST_CASE("chips that need several rows are all in sight, and so are the tools beside them", "[gui]")
{
    SearchFixture app;
    app.window().resize(700, 500);
    app.ask("edition:\"WAIC 2025\"|\"WAIC 2024\" -kind:event org:Huawei org:Tencent country:CN openness:none in:bin");
    REQUIRE(QTest::qWaitFor([&] { return app.row().height() > 2 * app.chips().first()->height(); }));
    QCoreApplication::processEvents();
    for (FilterChip *chip : app.chips()) {
        CAPTURE(chip->accessibleName());
        CHECK(app.row().rect().contains(chip->geometry()));
    }
    for (const char *tool : {"clearChips", "editAsText", "saveView"})
        CHECK(app.row().rect().contains(app.tool(tool)->geometry()));
    CHECK(app.tool("saveView")->y() == app.chips().first()->y());
}

TEST_CASE("a chip that is off has an outline and no fill", "[gui]")
{
    SearchFixture app;
    app.ask("kind:robot");
    FilterChip *chip = app.chips().first();
    const auto inside = [&] { return chip->grab().toImage().pixelColor(chip->width() / 2, 3); };
    CHECK(inside() == themeColour(Token::Select));
    app.clickBody(chip);
    CHECK(inside() == themeColour(Token::Window));
}
