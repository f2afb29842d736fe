// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pane_fixture.h"
#include "ui/common/note_bubble.h"
#include "ui/search/search_bar.h"
#include "ui/search/search_edit.h"

#include <QAbstractButton>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

class SearchFixture : public PaneFixture<SearchBar>
{
public:
    SearchFixture()
    {
        bar().focusSearch();
        REQUIRE(QTest::qWaitFor([&] { return box().hasFocus(); }));
    }
    SearchBar &bar() { return pane<SearchBar>(); }
    SearchEdit &box() { return *bar().edit(); }
    void type(const char *text) { QTest::keyClicks(&box(), u(text)); }
    QString words()
    {
        auto *bubble = window().findChild<NoteBubble *>();
        return bubble && bubble->isVisible() ? bubble->words() : QString();
    }
};

} // namespace

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
