// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/explorer.h"
#include "explored_catalogue.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace waic;
using namespace waic::explore;
using namespace waic::tests;

namespace {

constexpr int kPatience = 30000; ///< ms until a condition that never comes fails the test

Query query(const char *text)
{
    return parseQuery(u(text)).query;
}

/// What an explorer said, in turn.
class Heard
{
public:
    explicit Heard(const Explorer &explorer)
    {
        QObject::connect(&explorer, &Explorer::answered, &m_context, [this](const Answer &answer) {
            answers.push_back(answer);
            isOnItsThread = isOnItsThread && QThread::currentThread() == m_context.thread();
        });
        QObject::connect(&explorer, &Explorer::failed, &m_context, [this](const Error &error) { errors.push_back(error); });
    }

    bool waitFor(size_t count)
    {
        return QTest::qWaitFor([this, count] { return answers.size() >= count; }, kPatience);
    }

    std::vector<Answer> answers;
    std::vector<Error> errors;
    bool isOnItsThread = true;

private:
    QObject m_context;
};

} // namespace

TEST_CASE("an answer comes with its first rows, in the thread that asked", "[explorer]")
{
    ExploredCatalogue catalogue(must(exchange::starterContents()));
    Explorer explorer(catalogue.file());
    Heard heard(explorer);
    explorer.ask(query(""), {});
    CHECK(heard.answers.empty()); // never from within ask()
    REQUIRE(heard.waitFor(1));
    const Answer &answer = heard.answers.front();
    CHECK(heard.isOnItsThread);
    CHECK(answer.ids == catalogue.ask(u("")).ids);
    CHECK(answer.total == 332);
    CHECK(answer.milliseconds > 0);
    REQUIRE(answer.firstRows.size() == size_t(Explorer::kFirstRows));
    for (size_t i = 0; i < answer.firstRows.size(); ++i)
        CHECK(answer.firstRows[i].announcement.id == answer.ids[i]);

    explorer.ask(query("org:Huawei"), {});
    REQUIRE(heard.waitFor(2));
    CHECK(heard.answers[1].firstRows.size() == 12);
    CHECK(heard.answers[1].query == query("org:Huawei"));
}

TEST_CASE("of questions asked quickly the last is answered, and no older one after a newer", "[explorer]")
{
    ExploredCatalogue catalogue(must(exchange::starterContents()));
    Explorer explorer(catalogue.file());
    Heard heard(explorer);
    for (int round = 0; round < 5; ++round) {
        heard.answers.clear();
        for (int i = 0; i < 50; ++i) {
            Query numbered = query("model");
            numbered.words.push_back({u("n%1").arg(i), false, true});
            explorer.ask(numbered, {});
            if (i % 7 == round)
                QCoreApplication::processEvents();
        }
        const auto numberOf = [](const Answer &answer) { return answer.query.words.back().text.sliced(1).toInt(); };
        REQUIRE(QTest::qWaitFor([&] { return !heard.answers.empty() && numberOf(heard.answers.back()) == 49; }, kPatience));
        for (size_t i = 1; i < heard.answers.size(); ++i)
            CHECK(numberOf(heard.answers[i - 1]) < numberOf(heard.answers[i]));
    }
    CHECK(heard.errors.empty());
}

TEST_CASE("a refresh shows what was edited, also when a question follows at once", "[explorer]")
{
    ExploredCatalogue catalogue(must(exchange::starterContents()));
    Explorer explorer(catalogue.file());
    Heard heard(explorer);
    explorer.ask(query("org:Huawei"), {});
    REQUIRE(heard.waitFor(1));
    const catalogue::RowId row = heard.answers[0].ids[0];

    catalogue.sql(u("UPDATE announcement SET title = 'Supernode renamed' WHERE id = %1").arg(row));
    explorer.refresh();
    REQUIRE(heard.waitFor(2));
    CHECK(heard.answers[1].query == query("org:Huawei"));
    const auto isRenamed
        = [](const catalogue::AnnouncementRow &shown) { return shown.announcement.title == u("Supernode renamed"); };
    CHECK(std::any_of(heard.answers[1].firstRows.begin(), heard.answers[1].firstRows.end(), isRenamed));

    catalogue.sql(u("UPDATE announcement SET binned_at = '2025-01-01' WHERE id = %1").arg(row));
    explorer.refresh();
    explorer.ask(query("in:bin"), {});
    const auto isOfBin = [&heard] { return heard.answers.back().query.inBin; };
    REQUIRE(QTest::qWaitFor(isOfBin, kPatience));
    CHECK(heard.answers.back().ids == std::vector{row});
}

TEST_CASE("a catalogue that cannot be read fails with words, and again at the next question", "[explorer]")
{
    const TemporaryFolder folder;
    must(catalogue::createCatalogue(folder.path(u("gone.waic")), must(exchange::starterContents())));
    const catalogue::CatalogueFile file = must(catalogue::CatalogueFile::open(folder.path(u("gone.waic"))));
    REQUIRE(QFile::rename(folder.path(u("gone.waic")), folder.path(u("elsewhere.waic"))));
    Explorer explorer(file);
    Heard heard(explorer);
    explorer.ask(query(""), {});
    REQUIRE(QTest::qWaitFor([&heard] { return heard.errors.size() == 1; }, kPatience));
    CHECK_FALSE(heard.errors[0].what.isEmpty());
    CHECK(heard.answers.empty());

    REQUIRE(QFile::rename(folder.path(u("elsewhere.waic")), folder.path(u("gone.waic"))));
    explorer.ask(query(""), {});
    REQUIRE(heard.waitFor(1));
    CHECK(heard.answers[0].total == 332);
}

TEST_CASE("an explorer can be closed while it works", "[explorer]")
{
    ExploredCatalogue catalogue(must(exchange::starterContents()));
    for (int i = 0; i < 20; ++i) {
        Explorer explorer(catalogue.file());
        explorer.ask(query("model"), {});
        explorer.refresh();
        explorer.ask(query("robot"), {});
        if (i % 2 == 0)
            QCoreApplication::processEvents();
    }
    QCoreApplication::processEvents();
    CHECK(catalogue.ask(u("")).total == 332);
}
