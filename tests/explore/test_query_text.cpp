// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/facet_index.h"
#include "explore/query.h"
#include "support/test_support.h"

#include <random>

using namespace waic::explore;

namespace {

/// Also tells a missing value from an empty one, as operator== does not.
bool isSame(const Query &a, const Query &b)
{
    if (a != b)
        return false;
    for (size_t i = 0; i < a.conditions.size(); ++i)
        for (qsizetype v = 0; v < a.conditions[i].values.size(); ++v)
            if (!sameValue(a.conditions[i].values[v], b.conditions[i].values[v]))
                return false;
    return true;
}

Query parsed(const QString &text)
{
    const ParsedQuery result = parseQuery(text);
    INFO(text.toStdString());
    for (const Mistake &mistake : result.mistakes)
        UNSCOPED_INFO(mistake.position << "+" << mistake.length << ": " << mistake.expected.toStdString());
    REQUIRE(result.mistakes.empty());
    return result.query;
}

struct Expected
{
    QString text;
    QString range; ///< the text that is marked
    QString suggestion;
    QString good; ///< text of what is understood all the same
};

void checkMistake(const Expected &expected)
{
    const ParsedQuery result = parseQuery(expected.text);
    INFO(expected.text.toStdString());
    REQUIRE_FALSE(result.mistakes.empty());
    const Mistake &mistake = result.mistakes.front();
    CHECK(expected.text.mid(mistake.position, mistake.length) == expected.range);
    CHECK(mistake.suggestion == expected.suggestion);
    CHECK_FALSE(mistake.expected.isEmpty());
    CHECK(queryText(result.query) == expected.good);
}

QString any(std::mt19937 &random, const QStringList &from)
{
    return from[qsizetype(random() % size_t(from.size()))];
}

QString anyText(std::mt19937 &random)
{
    static const QStringList pieces{QStringLiteral("a"), QStringLiteral("\""), QStringLiteral(":"), QStringLiteral("|"),
        QStringLiteral(" "), QStringLiteral("("), QStringLiteral(")"), QStringLiteral("<"), QStringLiteral(">="),
        QStringLiteral("-"), QStringLiteral(".."), QStringLiteral("*"), QStringLiteral("none"), QStringLiteral("None"),
        QStringLiteral("华为"), QStringLiteral("é"), QStringLiteral("\t"), QStringLiteral("\u3000"), QStringLiteral("𠀀"),
        QStringLiteral("\n"), QStringLiteral("off("), QStringLiteral("kind:"), QStringLiteral(","), QStringLiteral("\\"),
        QStringLiteral("'")};
    QString text = QLatin1String("");
    for (size_t i = random() % 5; i > 0; --i)
        text += any(random, pieces);
    return text;
}

/// A query as search box, facets, chips and header clicks can build one.
Query anyQuery(std::mt19937 &random)
{
    Query query;
    for (size_t i = random() % 3; i > 0; --i) {
        const QString phrase = anyText(random);
        if (!phrase.isEmpty())
            query.words.push_back({phrase, true, random() % 2 == 0});
        query.words.push_back(
            {any(random, {QStringLiteral("gpt-4"), QStringLiteral("模型"), QStringLiteral("a,b"), QStringLiteral("x-")}), false,
                random() % 2 == 0});
    }
    QStringList fields = FacetIndex::conditionFields();
    fields.removeAll(QStringLiteral("date"));
    for (size_t i = random() % 4; i > 0; --i)
        for (size_t v = random() % 4; v > 0; --v)
            query.setValue(
                any(random, fields), random() % 5 == 0 ? QString() : anyText(random), random() % 6 != 0, random() % 3 == 0);
    if (random() % 3 == 0)
        query.setValue(
            QStringLiteral("date"), any(random, {QStringLiteral("2025"), QStringLiteral("2025-07-26"), QString()}), true);
    for (size_t i = random() % 3; i > 0; --i)
        query.sort.push_back({any(random, FacetIndex::sortFields()), random() % 2 == 0});
    query.inBin = random() % 2 == 0;
    return query;
}

} // namespace

TEST_CASE("words, phrases, conditions, place and sort are read from a query's text", "[query]")
{
    const Query query = parsed(QStringLiteral(
        "  super -node \"two words\" Kind:model|hardware -country:US org:\"Huawei Cloud\" notes:none in:bin sort:-date,title"));
    Query expected;
    expected.words = {{QStringLiteral("super"), false, false}, {QStringLiteral("node"), false, true},
        {QStringLiteral("two words"), true, false}};
    expected.conditions = {{QStringLiteral("kind"), {QStringLiteral("model"), QStringLiteral("hardware")}, false},
        {QStringLiteral("country"), {QStringLiteral("US")}, true},
        {QStringLiteral("org"), {QStringLiteral("Huawei Cloud")}, false}, {QStringLiteral("notes"), {QString()}, false}};
    expected.inBin = true;
    expected.sort = {{QStringLiteral("date"), true}, {QStringLiteral("title"), false}};
    CHECK(isSame(query, expected));
    CHECK(queryText(query)
        == QStringLiteral("super -node \"two words\" kind:model|hardware -country:US org:\"Huawei Cloud\" notes:none in:bin "
                          "sort:-date,title"));
    CHECK(wordsText(query) == QStringLiteral("super -node \"two words\""));
}

TEST_CASE("an empty query's text is empty and white space asks for everything", "[query]")
{
    CHECK(queryText({}).isEmpty());
    CHECK(parsed(QStringLiteral(" \t\u3000\n")).isEverything());
    CHECK(parsed(QString()).isEverything());
}

TEST_CASE("missing, the empty text and the text none are three values", "[query]")
{
    const QStringList values = parsed(QStringLiteral("tag:none|\"none\"|\"\"")).conditions.front().values;
    REQUIRE(values.size() == 3);
    CHECK(values[0].isNull());
    CHECK(values[1] == QStringLiteral("none"));
    CHECK((!values[2].isNull() && values[2].isEmpty()));
}

TEST_CASE("a quotation mark inside quotes is doubled", "[query]")
{
    CHECK(parsed(QStringLiteral("\"say \"\"hi\"\"\"")).words.front().text == QStringLiteral("say \"hi\""));
    Query query;
    query.setValue(QStringLiteral("tag"), QStringLiteral("\""), true);
    CHECK(queryText(query) == QStringLiteral("tag:\"\"\"\""));
}

TEST_CASE("every query that the window can build is read back from its text", "[query]")
{
    std::mt19937 random(4);
    for (int i = 0; i < 20000; ++i) {
        const Query query = anyQuery(random);
        const QString text = queryText(query);
        const ParsedQuery back = parseQuery(text);
        INFO(text.toStdString());
        REQUIRE(back.mistakes.empty());
        REQUIRE(isSame(back.query, query));
        REQUIRE(queryText(back.query) == text);
    }
}

TEST_CASE("any text gives a query and mistakes inside the text", "[query]")
{
    std::mt19937 random(7);
    for (int i = 0; i < 20000; ++i) {
        QString text;
        for (size_t part = random() % 5; part > 0; --part)
            text += anyText(random);
        INFO(text.toStdString());
        const ParsedQuery result = parseQuery(text);
        int position = 0;
        for (const Mistake &mistake : result.mistakes) {
            REQUIRE(mistake.position >= position);
            REQUIRE(mistake.length > 0);
            REQUIRE(mistake.position + mistake.length <= text.size());
            position = mistake.position;
        }
        const ParsedQuery good = parseQuery(queryText(result.query));
        REQUIRE(good.mistakes.empty());
        REQUIRE(isSame(good.query, result.query));
    }
}

TEST_CASE("a mistake is marked, helped with, and leaves the rest of the query", "[query]")
{
    const auto text = [](const char *utf8) { return QString::fromUtf8(utf8); };
    const std::vector<Expected> all{
        {text("kidn:model robot"), text("kidn:"), text("kind:"), text("robot")},
        {text("organisation:Huawei"), text("organisation:"), text("org:"), {}},
        {text("http://waic.org x"), text("http://waic.org"), text("\"http://waic.org\""), text("x")},
        {text("kind:"), text(":"), {}, {}},
        {text("kind: model"), text(":"), {}, text("model")},
        {text("kind:model|"), text("|"), {}, text("kind:model")},
        {text("kind:|model"), text(":"), {}, text("kind:model")},
        {text("kind:a||b"), text("|"), {}, text("kind:a|b")},
        {text("x : y"), text(":"), text("\":\""), text("x y")},
        {text(":model y"), text(":model"), text("\":model\""), text("y")},
        {text("x | y"), text("|"), text("\"|\""), text("x y")},
        {text("x - y"), text("-"), {}, text("x y")},
        {text("x \"super node"), text("\"super node"), text("\"super node\""), text("x super node")},
        {text("x -\"super node"), text("\"super node"), text("\"super node\""), text("x")},
        {text("x org:\"Hua"), text("\"Hua"), text("\"Hua\""), text("x")},
        {text("x org:Tencent|\"Hua"), text("\"Hua"), text("\"Hua\""), text("x org:Tencent")},
        {text("x \"\""), text("\"\""), {}, text("x")},
        {text("source:http://a.b x"), text("http://a.b"), text("\"http://a.b\""), text("x")},
        {text("date:2025-07..2025-08 x"), text("2025-07..2025-08"), {}, text("x")},
        {text("date:>2025 x"), text(">2025"), {}, text("x")},
        {text("date:soon|2025"), text("soon"), {}, text("date:2025")},
        {text("date:2025-06-31"), text("2025-06-31"), {}, {}},
        {text("title:*odel* x"), text("*odel*"), text("\"*odel*\""), text("x")},
        {text("compute>=100PFLOPS x"), text("compute>=100PFLOPS"), text("\"compute>=100PFLOPS\""), text("x")},
        {text("\"AI industry output\">\"1e12 CNY\" x"), text("\"AI industry output\">\"1e12 CNY\""), {}, text("x")},
        {text("off(kind:model x) y"), text("off(kind:model x)"), text("\"off(kind:model x)\""), text("y")},
        {text("off(kind:model y"), text("off(kind:model"), text("\"off(kind:model\""), text("y")},
        {text("is:starred x"), text("is:starred"), text("\"is:starred\""), text("x")},
        {text("has:source x"), text("has:source"), text("\"has:source\""), text("x")},
        {text("in:box x"), text("in:box"), text("in:bin"), text("x")},
        {text("-in:bin x"), text("-in:bin"), text("in:bin"), text("x")},
        {text("sort:titel,-date"), text("titel"), text("title"), text("sort:-date")},
        {text("sort:-dat"), text("-dat"), text("-date"), {}},
        {text("sort: x"), text(":"), {}, text("x")},
        {text("-sort:date x"), text("-sort:date"), {}, text("x")},
    };
    for (const Expected &expected : all)
        checkMistake(expected);
}

TEST_CASE("a suggestion put in place of what is marked is understood", "[query]")
{
    for (const char *utf8 : {"kidn:model", "http://waic.org", "x \"super node", "org:\"Hua", "sort:-dat", "in:box", "a(b) c"}) {
        QString text = QString::fromUtf8(utf8);
        const Mistake mistake = parseQuery(text).mistakes.front();
        text.replace(mistake.position, mistake.length, mistake.suggestion);
        (void)parsed(text);
    }
}

TEST_CASE("ticking a value adds it to its field and the condition goes with its last value", "[query]")
{
    Query query;
    query.setValue(QStringLiteral("kind"), QStringLiteral("model"), true);
    query.setValue(QStringLiteral("kind"), QStringLiteral("robot"), true);
    query.setValue(QStringLiteral("kind"), QStringLiteral("robot"), true);
    query.setValue(QStringLiteral("country"), QString(), true);
    CHECK(queryText(query) == QStringLiteral("kind:model|robot country:none"));
    CHECK(query.values(u"kind") == QStringList{QStringLiteral("model"), QStringLiteral("robot")});

    query.setValue(QStringLiteral("country"), QLatin1String(""), false); // the empty text is not missing
    query.setValue(QStringLiteral("kind"), QStringLiteral("model"), true, true);
    CHECK(queryText(query) == QStringLiteral("kind:robot country:none -kind:model"));
    query.setValue(QStringLiteral("country"), QString(), false);
    query.setValue(QStringLiteral("kind"), QStringLiteral("robot"), false);
    CHECK(queryText(query) == QStringLiteral("-kind:model"));
    query.removeField(u"kind");
    CHECK(query.isEverything());
}
