// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_search/search_fixture.h"

#include "ui/kept_questions.h"

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

explore::Query query(const char *text)
{
    return explore::parseQuery(u(text)).query;
}

} // namespace

TEST_CASE("letters typed in a row are one question to go back to, a pause begins another", "[history]")
{
    QuestionHistory history;
    history.begin({});
    qint64 now = 10'000;
    for (const char *text : {"h", "hu", "hua", "hu"})
        history.add(query(text), Asking::Typing, now += 300);
    history.add(query("hua"), Asking::Typing, now += QuestionHistory::kTypingPause + 1);
    CHECK(history.goBack() == query("hu"));
    CHECK(history.goBack() == query(""));
    CHECK_FALSE(history.canGoBack());
    CHECK(history.goForward() == query("hu"));
    CHECK(history.goForward() == query("hua"));
    CHECK_FALSE(history.canGoForward());
}

TEST_CASE("a chip, a facet or a sort is a question of its own, however fast", "[history]")
{
    QuestionHistory history;
    history.begin(query("kind:robot"));
    history.add(query("h kind:robot"), Asking::Typing, 1);
    history.add(query("h kind:robot country:CN"), Asking::AtOnce, 2);
    history.add(query("hu kind:robot country:CN"), Asking::Typing, 3);
    history.add(query("hu kind:robot country:CN sort:title"), Asking::AtOnce, 4);
    CHECK(history.goBack() == query("hu kind:robot country:CN"));
    CHECK(history.goBack() == query("h kind:robot country:CN"));
    CHECK(history.goBack() == query("h kind:robot"));
    CHECK(history.goBack() == query("kind:robot"));
}

TEST_CASE("letters taken away again leave nothing to go back to", "[history]")
{
    QuestionHistory history;
    history.begin({});
    history.add(query("h"), Asking::Typing, 1);
    history.add({}, Asking::Typing, 2);
    CHECK_FALSE(history.canGoBack());
    history.add(query("x"), Asking::Typing, 3);
    CHECK(history.goBack() == query(""));
}

TEST_CASE("another question forgets those ahead, and the oldest go when there are many", "[history]")
{
    QuestionHistory history;
    history.begin({});
    history.add(query("a"), Asking::AtOnce, 1);
    history.add(query("b"), Asking::AtOnce, 2);
    history.goBack();
    history.add(query("c"), Asking::AtOnce, 3);
    CHECK_FALSE(history.canGoForward());
    CHECK(history.goBack() == query("a"));
    for (int i = 0; i < 1'000; ++i)
        history.add(query(i % 2 ? "x" : "y"), Asking::AtOnce, 4 + i);
    std::size_t steps = 0;
    for (; history.canGoBack(); ++steps)
        history.goBack();
    CHECK(steps == QuestionHistory::kMost - 1);
}

TEST_CASE("Back and Forward bring back box, chips and rows", "[gui]")
{
    SearchFixture app;
    app.type("model");
    REQUIRE(app.waitForRows(4));
    explore::Query narrowed = app.workspace().query();
    narrowed.setValue(u("country"), u("CN"), true);
    app.workspace().setQuery(narrowed);
    REQUIRE(app.waitForRows(3));
    app.workspace().goBack();
    CHECK(app.text() == u("model"));
    CHECK(app.names().isEmpty());
    REQUIRE(app.waitForRows(4));
    app.workspace().goBack();
    CHECK(app.text().isEmpty());
    REQUIRE(app.waitForRows(8));
    CHECK_FALSE(app.workspace().canGoBack());
    app.workspace().goForward();
    app.workspace().goForward();
    CHECK(app.text() == u("model"));
    CHECK(app.names() == QStringList{u("Country China")});
    REQUIRE(app.waitForRows(3));
    CHECK_FALSE(app.workspace().canGoForward());
}

TEST_CASE("the last question is back at the next start, asked once, with nothing to go back to", "[gui]")
{
    SearchFixture app;
    app.ask("model kind:model -country:US");
    explore::Query sorted = app.workspace().query();
    sorted.sort = {{u("title"), true}};
    app.workspace().setQuery(sorted);
    const QString before = app.queryText();
    QStringList answered;
    QObject::connect(&app.workspace(), &Workspace::answered, &app.workspace(),
        [&] { answered << explore::queryText(app.workspace().answer().query); });
    app.restart();
    CHECK(app.queryText() == before);
    CHECK(app.text() == u("model"));
    CHECK(app.names() == QStringList{u("Kind model"), u("not Country United States")});
    answered.removeDuplicates();
    CHECK(answered == QStringList{before});
    CHECK_FALSE(app.workspace().canGoBack());
}

TEST_CASE("each of many catalogues keeps its own question, the ones left longest ago are forgotten", "[settings]")
{
    QSettings().clear();
    for (int i = 0; i < 60; ++i)
        keepQuestion(QStringLiteral("uid/%1").arg(i), query("model sort:-title"));
    keepQuestion(u("uid/59"), query("kind:robot"));
    CHECK(keptQuestion(u("uid/59")) == query("kind:robot"));
    CHECK(keptQuestion(u("uid/58")) == query("model sort:-title"));
    CHECK(keptQuestion(u("uid/0")) == explore::Query());
    keepQuestion(u("uid/58"), {});
    CHECK(keptQuestion(u("uid/58")) == explore::Query());
    explore::Query absurd;
    absurd.words = {{.text = QString(100'000, QLatin1Char('x'))}};
    keepQuestion(u("uid/57"), absurd);
    CHECK(keptQuestion(u("uid/57")) == explore::Query());
    QSettings().clear();
}
