// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/query_texts.h"

using namespace waic::explore;
using waic::tests::isSame;
using waic::tests::parsed;
using waic::tests::someVocabulary;

namespace {

QString u(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// The normalised text of what a text without mistakes asks.
QString normalised(const char *utf8, const Vocabulary *vocabulary = nullptr)
{
    return queryText(parsed(u(utf8), vocabulary));
}

} // namespace

TEST_CASE("words, phrases, conditions, place and sort are read from a query's text", "[query]")
{
    const Query query = parsed(
        u("  super -node \"two words\" Kind:model|hardware -country:US org:\"Huawei Cloud\" notes:none in:bin sort:-date,title"));
    Query expected;
    expected.words = {{u("super"), false, false}, {u("node"), false, true}, {u("two words"), true, false}};
    expected.conditions = {{u("kind"), {u("model"), u("hardware")}, false}, {u("country"), {u("US")}, true},
        {u("org"), {u("Huawei Cloud")}, false}, {u("notes"), {QString()}, false}};
    expected.inBin = true;
    expected.sort = {{u("date"), true}, {u("title"), false}};
    CHECK(isSame(query, expected));
    CHECK(queryText(query)
        == u("super -node \"two words\" kind:model|hardware -country:US org:\"Huawei Cloud\" notes:none in:bin "
             "sort:-date,title"));
    CHECK(wordsText(query) == u("super -node \"two words\""));
}

TEST_CASE("the language's examples are their own normal form", "[query]")
{
    for (const char *text : {"kind:hardware org:Huawei date:2025-07..2025-08 -country:US", "\"supernode\" compute>=100PFLOPS",
             "edition:\"WAIC 2025\"|\"WAIC 2024\" is:differing sort:-date", "模型 org:腾讯",
             "\"AI industry output\">\"1e12 CNY\"", "share:\"AI models released\">40%", "org:*hua*", "title:*odel*",
             "sort:-date,title,relevance", "has:source has:claim has:url has:note", "off(kind:model) off(-compute>5)",
             "off(\"two words\") off(is:starred)", "figures:>3 sources:0 year:2020..2023", "-is:retracted"}) {
        INFO(text);
        for (const Vocabulary *vocabulary : {static_cast<const Vocabulary *>(nullptr), &someVocabulary()}) {
            const Query query = parsed(u(text), vocabulary);
            // Terms of one kind stand together, so the order may change once.
            const QString normal = queryText(query);
            CHECK(normal.size() == u(text).size());
            CHECK(isSame(parsed(normal, vocabulary), query));
        }
    }
}

TEST_CASE("an empty query's text is empty and white space asks for everything", "[query]")
{
    CHECK(queryText({}).isEmpty());
    CHECK(parsed(u(" \t\u3000\n")).isEverything());
    CHECK(parsed(QString()).isEverything());
}

TEST_CASE("missing, the empty text and the text none are three values", "[query]")
{
    const QStringList values = parsed(u("tag:none|\"none\"|\"\"")).conditions.front().values;
    REQUIRE(values.size() == 3);
    CHECK(values[0].isNull());
    CHECK(values[1] == u("none"));
    CHECK((!values[2].isNull() && values[2].isEmpty()));
}

TEST_CASE("a quotation mark inside quotes is doubled", "[query]")
{
    CHECK(parsed(u("\"say \"\"hi\"\"\"")).words.front().text == u("say \"hi\""));
    Query query;
    query.setValue(u("tag"), u("\""), true);
    CHECK(queryText(query) == u("tag:\"\"\"\""));
}

TEST_CASE("stars around a value ask for what contains it", "[query]")
{
    const Condition condition = parsed(u("org:Baidu|*hua*|*\"say \"\"a*b\"\"\"*")).conditions.front();
    CHECK(condition.values == QStringList{u("Baidu")});
    CHECK(condition.contained == QStringList{u("hua"), u("say \"a*b\"")});
    CHECK(normalised("org:*\"hua\"*|Baidu|*hua*|*Tencent*") == u("org:Baidu|*hua*|*Tencent*"));
    CHECK(normalised("title:*\"large model\"*") == u("title:*\"large model\"*"));
    CHECK(parsed(u("title:\"*odel*\"")).conditions.front().values == QStringList{u("*odel*")});
}

TEST_CASE("ranges are written in one way", "[query]")
{
    CHECK(normalised("date:2025..2025-07") == u("date:2025..2025-07"));
    CHECK(normalised("date:2025-07..") == u("date:>=2025-07"));
    CHECK(normalised("date:..2025-07") == u("date:<=2025-07"));
    CHECK(normalised("date:=2025-07|<2020|none") == u("date:2025-07|none|<2020"));
    CHECK(normalised("figures:>03|=5.0|1e1..<20|5") == u("figures:5|>3|10..<20"));
    CHECK(normalised("asof:>2024-12-31..<2025-06") == u("asof:>2024-12-31..<2025-06"));
    CHECK(normalised("-year:2020..2020") == u("-year:2020..2020"));
    const Condition condition = parsed(u("figures:>3|<=7")).conditions.front();
    CHECK(condition.ranges == std::vector<Range>{{u("3"), QString(), false, true}, {QString(), u("7"), true, true}});
}

TEST_CASE("a claim condition compares a measure's claims with a number in a unit", "[query]")
{
    const Query query = parsed(u("compute>=100PFLOPS -\"AI industry output\"<\"1e12 CNY\" share:models=40% rank<=3"));
    CHECK(query.claims
        == std::vector<ClaimCondition>{{u("compute"), false, Compare::AtLeast, 100, u("PFLOPS"), false, false},
            {u("AI industry output"), false, Compare::Less, 1e12, u("CNY"), true, false},
            {u("models"), true, Compare::Equal, 40, u("%"), false, false},
            {u("rank"), false, Compare::AtMost, 3, QString(), false, false}});
    CHECK(query.claims.back().unit.isNull());
    CHECK(normalised("compute>\"100 PFLOPS\"") == u("compute>100PFLOPS"));
    CHECK(normalised("compute>1000000000000CNY") == u("compute>\"1e12 CNY\""));
    CHECK(normalised("compute>\"3 score points\"") == u("compute>\"3 score points\""));
    CHECK(normalised("compute>\"3 e5\"") == u("compute>\"3 e5\""));
    CHECK(normalised("compute>-0.50") == u("compute>-0.5"));
    CHECK(normalised("\"date\">5") == u("\"date\">5"));
}

TEST_CASE("flags are read in any letter case, excluded and switched off", "[query]")
{
    const Query query = parsed(u("IS:Starred -has:source off(-is:edited)"));
    CHECK(query.flags == std::vector<Flag>{{u("is:starred")}, {u("has:source"), true}, {u("is:edited"), true, true}});
    CHECK(queryText(query) == u("is:starred -has:source off(-is:edited)"));
}

TEST_CASE("a term that is switched off is kept and asks for nothing", "[query]")
{
    const Query query = parsed(u("OFF( kind:model|robot ) off(off(-word)) off(compute>5) off(\"a ) b\")"));
    CHECK(query.isEverything());
    CHECK(query.conditions.front().off);
    CHECK(query.words.size() == 2);
    CHECK(queryText(query) == u("off(-word) off(\"a ) b\") off(kind:model|robot) off(compute>5)"));
    CHECK(query.values(u"kind").isEmpty());
}

TEST_CASE("own fields are named in any letter case and written in quotes", "[query]")
{
    const Vocabulary *own = &someVocabulary();
    CHECK(normalised("budget:>5|007 \"NEXT REVIEW\":2025-07..2025-08 预算:3", own)
        == u("\"Budget\":7|>5 \"Next review\":2025-07..2025-08 \"预算\":3"));
    CHECK(normalised("\"remark \"\"x\"\"\":*part*", own) == u("\"Remark \"\"x\"\"\":*part*"));
    // A quoted name that is a field's own spelling is the field; another spelling may be an own field.
    CHECK(normalised("\"title\":x Title:x \"Title\":x", own) == u("title:x title:x \"Title\":x"));
    // Without a vocabulary whatever is quoted is one.
    CHECK(normalised("\"Budget\":007|\"a..b\"|*x*|1.50..2|2025-07..") == u("\"Budget\":007|\"a..b\"|*x*|1.5..2|>=2025-07"));
}

TEST_CASE("measures and units are found folded and written as the catalogue has them", "[query]")
{
    const Vocabulary *own = &someVocabulary();
    CHECK(
        normalised("Compute>5pflops \"ai Industry OUTPUT\">\"1 cny\"", own) == u("compute>5PFLOPS \"AI industry output\">1CNY"));
    CHECK(normalised("compute>5m compute>5M", own) == u("compute>5m compute>5M"));
    CHECK(normalised("compute>\"5 e3\"", own) == u("compute>\"5 e3\""));
    CHECK(normalised("\"-odd\">5 share:\"ai models released\">0.4", own) == u("\"-odd\">5 share:\"AI models released\">0.4"));
}
