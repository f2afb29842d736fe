// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/completion.h"
#include "explore/query_texts.h"

#include <random>

using namespace waic::explore;
using waic::tests::someVocabulary;

namespace {

QString u(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

std::vector<FacetCounts> someFacets()
{
    std::vector<FacetCounts> facets(4);
    facets[0].field = u("kind");
    facets[0].values = {{u("model"), 90}, {u("robot"), 40}, {u("AI model card"), 3}, {QString(), 2}};
    facets[1].field = u("org");
    facets[1].values = {{u("Huawei"), 45}, {u("China Telecom"), 20}, {u("Tencent 腾讯"), 11}, {u("École"), 2}, {u("a:b"), 1}};
    facets[2].field = u("date");
    facets[2].isRanged = true;
    facets[2].bins = {{202400, 202401, 2}, {202407, 202408, 5}, {202507, 202508, 7}};
    facets[3].field = u("Stage");
    facets[3].values = {{u("in use"), 4}, {u("idea"), 1}};
    return facets;
}

/// The cursor stands at the bar ¦ of the text.
Completions at(const char *utf8, const std::vector<FacetCounts> &facets = someFacets())
{
    QString text = u(utf8);
    const qsizetype cursor = text.indexOf(QChar(0xa6));
    text.remove(cursor, 1);
    return completions(text, int(cursor), &someVocabulary(), facets);
}

QStringList texts(const Completions &found)
{
    QStringList all;
    for (const Completion &completion : found.items)
        all.append(completion.text);
    return all;
}

/// The text after the first completion, or this one, is taken.
QString taken(const char *utf8, qsizetype item = 0)
{
    const Completions found = at(utf8);
    QString text = u(utf8).remove(QChar(0xa6));
    REQUIRE(qsizetype(found.items.size()) > item);
    return text.replace(found.position, found.length, found.items[size_t(item)].text);
}

} // namespace

TEST_CASE("fields that start with what is typed are offered, with what they are", "[completion]")
{
    const Completions found = at("robot ki¦");
    REQUIRE_FALSE(found.items.empty());
    CHECK(found.items.front().text == u("kind:"));
    CHECK_FALSE(found.items.front().detail.isEmpty());
    CHECK(found.items.front().count == -1);
    CHECK(found.facet.isNull());
    CHECK(taken("robot ki¦ x") == u("robot kind: x"));
    CHECK(taken("-ki¦") == u("-kind:"));
    CHECK(taken("off(ki¦)") == u("off(kind:)"));
    CHECK(taken("BUD¦") == u("\"Budget\":"));
    CHECK(taken("\"next re¦") == u("\"Next review\":"));
    CHECK(taken("sor¦") == u("sort:"));
    CHECK(texts(at("-sor¦")).isEmpty());
}

TEST_CASE("before anything is typed the first fields are offered", "[completion]")
{
    const Completions found = at("¦");
    CHECK(found.items.size() == size_t(kMostCompletions));
    CHECK(found.items.front().text == u("kind:"));
}

TEST_CASE("a word is offered as a value of the fields that have it, the commonest first", "[completion]")
{
    const Completions found = at("mod¦");
    REQUIRE(found.items.size() >= 2);
    CHECK(found.items[0].text == u("kind:model"));
    CHECK(found.items[0].label == u("model"));
    CHECK(found.items[0].count == 90);
    CHECK(found.items[1].text == u("kind:\"AI model card\""));
    CHECK(taken("tele¦") == u("org:\"China Telecom\""));
    CHECK(taken("idea¦") == u("\"Stage\":idea"));
}

TEST_CASE("values of the field at the cursor are offered with their counts", "[completion]")
{
    const Completions found = at("x kind:¦ y");
    CHECK(found.facet == u("kind"));
    CHECK(texts(found) == QStringList{u("model"), u("robot"), u("\"AI model card\""), u("none")});
    CHECK(found.items[0].count == 90);
    CHECK(texts(at("kind:mo¦")) == QStringList{u("model"), u("\"AI model card\"")});
    CHECK(texts(at("Kind:no¦")) == QStringList{u("none")});
    CHECK(texts(at("org:ecole¦")) == QStringList{u("École")});
    CHECK(texts(at("org:讯¦")) == QStringList{u("\"Tencent 腾讯\"")});
    CHECK(texts(at("org:*hua¦")) == QStringList{u("Huawei")});
    CHECK(texts(at("org:\"china te¦\"")) == QStringList{u("\"China Telecom\"")});
    CHECK(texts(at("org:a¦")) == QStringList{u("\"a:b\"")});
    CHECK(texts(at("stage:i¦")) == QStringList{u("\"in use\""), u("idea")});
    CHECK(at("stage:i¦").facet == u("Stage"));
}

TEST_CASE("values that the condition has already are not offered again", "[completion]")
{
    CHECK(texts(at("kind:model|¦")) == QStringList{u("robot"), u("\"AI model card\""), u("none")});
    CHECK(texts(at("kind:¦|model|\"AI model card\"")) == QStringList{u("robot"), u("none")});
    CHECK(texts(at("kind:model kind:m¦")) == QStringList{u("model"), u("\"AI model card\"")});
    CHECK(taken("kind:model|ro¦|none x") == u("kind:model|robot|none x"));
}

TEST_CASE("the whole value at the cursor is replaced", "[completion]")
{
    CHECK(taken("kind:ro¦bto x") == u("kind:robot x"));
    CHECK(taken("off(kind:ro¦b) x") == u("off(kind:robot) x"));
    CHECK(taken("org:\"Chi¦na\" \"x y\"") == u("org:\"China Telecom\" \"x y\""));
    CHECK(taken("org:\"Chi¦ x") == u("org:\"China Telecom\" x"));
    CHECK(taken("off( kind:ro¦ )") == u("off( kind:robot )"));
}

TEST_CASE("a facet that is not counted yet is asked for", "[completion]")
{
    CHECK(at("country:C¦", {}).facet == u("country"));
    CHECK(at("country:C¦", {}).items.empty());
    CHECK(at("title:C¦", {}).facet.isNull());
    CHECK(at("nofield:C¦", {}).facet.isNull());
}

TEST_CASE("a date is completed by years and then by months", "[completion]")
{
    const Completions found = at("date:¦");
    CHECK(texts(found) == QStringList{u("2025"), u("2024")});
    CHECK(found.items[1].count == 7);
    CHECK(texts(at("date:2024¦")) == QStringList{u("2024-07")});
}

TEST_CASE("flags, the bin and sort keys are completed behind their prefixes", "[completion]")
{
    CHECK(taken("is:st¦") == u("is:starred"));
    CHECK(texts(at("has:¦")) == QStringList{u("source"), u("claim"), u("url"), u("note")});
    CHECK_FALSE(at("has:¦").items.front().detail.isEmpty());
    CHECK(taken("in:¦") == u("in:bin"));
    CHECK(taken("sort:-date,ti¦") == u("sort:-date,title"));
    CHECK(taken("sort:-ti¦") == u("sort:-title"));
    CHECK_FALSE(texts(at("sort:-date,¦")).contains(u("date")));
}

TEST_CASE("measures and units are completed", "[completion]")
{
    CHECK(taken("compu¦") == u("compute>"));
    CHECK(taken("output¦") == u("\"AI industry output\">"));
    CHECK(taken("share:rele¦") == u("share:\"AI models released\">"));
    CHECK(taken("compute>=100P¦") == u("compute>=100PFLOPS"));
    CHECK(taken("compute>=3sc¦ x") == u("compute>=\"3 score points\" x"));
    CHECK(taken("compute>\"1e12 C¦") == u("compute>\"1e12 CNY\""));
    CHECK(taken("share:\"AI models released\">40¦") == u("share:\"AI models released\">40%"));
    CHECK(texts(at("compute>¦")).isEmpty());
    CHECK(texts(at("measure:comp¦")) == QStringList{u("compute")});
    CHECK(texts(at("unit:pf¦")) == QStringList{u("PFLOPS")});
}

TEST_CASE("what is taken from the list is understood", "[completion]")
{
    for (const char *utf8 : {"kind:¦", "org:¦", "stage:¦", "is:¦", "has:¦", "sort:¦", "date:¦", "compute>5¦", "hua¦", "in:¦"}) {
        const Completions found = at(utf8);
        REQUIRE_FALSE(found.items.empty());
        for (qsizetype item = 0; item < qsizetype(found.items.size()); ++item)
            (void)waic::tests::parsed(taken(utf8, item), &someVocabulary());
    }
}

TEST_CASE("any text and cursor give a range around the cursor and few items", "[completion]")
{
    const QStringList pieces{u("a"), u("\""), u(":"), u("|"), u(" "), u("("), u(")"), u(">="), u("-"), u("*"), u("off("),
        u("kind:"), u("sort:"), u(","), u("is:"), u("share:"), u("5"), u("腾"), QString(QChar(0)), QString(QChar(0xd800))};
    std::mt19937 random(3);
    const std::vector<FacetCounts> facets = someFacets();
    for (int i = 0; i < 20000; ++i) {
        QString text;
        for (size_t part = random() % 9; part > 0; --part)
            text += pieces[qsizetype(random() % size_t(pieces.size()))];
        const int cursor = int(random() % size_t(text.size() + 1));
        const Completions found = completions(text, cursor, &someVocabulary(), facets);
        INFO(text.toStdString() << " at " << cursor);
        REQUIRE(found.position >= 0);
        REQUIRE(found.position <= cursor);
        REQUIRE(found.position + found.length >= cursor);
        REQUIRE(found.position + found.length <= text.size());
        REQUIRE(found.items.size() <= size_t(kMostCompletions));
    }
    for (const QString &piece : pieces)
        CHECK(completions(piece.repeated(100000), 100000, &someVocabulary(), facets).items.size() <= size_t(kMostCompletions));
}
