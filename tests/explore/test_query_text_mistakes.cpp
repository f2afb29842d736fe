// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/query_texts.h"

using namespace waic::explore;
using waic::tests::parsed;
using waic::tests::someVocabulary;

namespace {

QString u(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

struct Expected
{
    const char *text;
    const char *range;      ///< the text that is marked
    const char *suggestion; ///< nullptr: none
    const char *good;       ///< text of what is understood all the same
};

void check(const Expected &expected, const Vocabulary *vocabulary = nullptr)
{
    const ParsedQuery result = parseQuery(u(expected.text), vocabulary);
    INFO(expected.text);
    REQUIRE_FALSE(result.mistakes.empty());
    const Mistake &mistake = result.mistakes.front();
    CHECK(u(expected.text).mid(mistake.position, mistake.length) == u(expected.range));
    CHECK(mistake.suggestion == u(expected.suggestion));
    CHECK_FALSE(mistake.expected.isEmpty());
    CHECK(queryText(result.query) == u(expected.good));
}

} // namespace

TEST_CASE("a mistake is marked, helped with, and leaves the rest of the query", "[query]")
{
    const std::vector<Expected> all{
        {"kidn:model robot", "kidn:", "kind:", "robot"},
        {"organisation:Huawei", "organisation:", "org:", ""},
        {"http://waic.org x", "http://waic.org", "\"http://waic.org\"", "x"},
        {"kind:", ":", nullptr, ""},
        {"kind: model", ":", nullptr, "model"},
        {"kind:model|", "|", nullptr, "kind:model"},
        {"kind:|model", ":", nullptr, "kind:model"},
        {"kind:a||b", "|", nullptr, "kind:a|b"},
        {"x : y", ":", "\":\"", "x y"},
        {":model y", ":model", "\":model\"", "y"},
        {"x | y", "|", "\"|\"", "x y"},
        {"x - y", "-", nullptr, "x y"},
        {"x \"super node", "\"super node", "\"super node\"", "x super node"},
        {"x -\"super node", "\"super node", "\"super node\"", "x"},
        {"x org:\"Hua", "\"Hua", "\"Hua\"", "x"},
        {"x org:Tencent|\"Hua", "\"Hua", "\"Hua\"", "x org:Tencent"},
        {"x \"\"", "\"\"", nullptr, "x"},
        {"\"\":x y", "\"\":x", nullptr, "y"},
        {"source:http://a.b x", "http://a.b", "\"http://a.b\"", "x"},
        {"in:box x", "in:box", "in:bin", "x"},
        {"-in:bin x", "-in:bin", "in:bin", "x"},
        {"sort:titel,-date", "titel", "title", "sort:-date"},
        {"sort:-dat", "-dat", "-date", ""},
        {"sort: x", ":", nullptr, "x"},
        {"-sort:date x", "-sort:date", nullptr, "x"},
        {"is:stared x", "is:stared", "is:starred", "x"},
        {"has: x", "has:", nullptr, "x"},
        {"is:starred|edited x", "is:starred|edited", "is:starred", "x"},
    };
    for (const Expected &expected : all)
        check(expected);
}

TEST_CASE("values that a field does not take are marked", "[query]")
{
    const std::vector<Expected> all{
        {"kind:*ode* x", "*ode*", "\"*ode*\"", "x"},
        {"org:Hua* x", "Hua*", "*Hua*", "x"},
        {"org:** x", "**", "\"**\"", "x"},
        {"org:*a*b* x", "*a*b*", "*\"a*b\"*", "x"},
        {"org:*\"Hua x", "\"Hua x", "\"Hua x\"", ""},
        {"kind:a..b x", "a..b", "\"a..b\"", "x"},
        {"kind:>a x", ">a", "\">a\"", "x"},
        {"org:a|b:c x", "b:c", "\"b:c\"", "x"},
        {"date:soon|2025", "soon", nullptr, "date:2025"},
        {"date:2025-06-31", "2025-06-31", "2025-06-30", ""},
        {"date:2025/7/26", "2025/7/26", "2025-07-26", ""},
        {"date:2025-13 x", "2025-13", nullptr, "x"},
        {"date:2025-06-31..2025-07 x", "2025-06-31", "2025-06-30", "x"},
        {"date:2025-08..2025-07|2020", "2025-08..2025-07", "2025-07..2025-08", "date:2020"},
        {"date:>2025..2025 x", ">2025..2025", "2025", "x"},
        {"date:.. x", "..", nullptr, "x"},
        {"date:> x", ">", nullptr, "x"},
        {"date:<a..b x", "<a..b", nullptr, "x"},
        {"date:>2025|>2024:x y", ">2024:x", nullptr, "y"},
        {"year:20 x", "20", nullptr, "x"},
        {"year:2025-07 x", "2025-07", nullptr, "x"},
        {"figures:-1 x", "-1", nullptr, "x"},
        {"figures:1.5|2", "1.5", nullptr, "figures:2"},
        {"figures:5..3 x", "5..3", "3..5", "x"},
        {"figures:>1e999 x", "1e999", nullptr, "x"},
        {"figures:nan|inf|0x10|1,000 x", "nan", nullptr, "x"},
        {"\"Own\":2025..5 x", "2025..5", "5..2025", "x"},
        {"\"Own\":2025-07..5 x", "2025-07..5", nullptr, "x"},
        {"\"Own\":a..b x", "a", nullptr, "x"},
    };
    for (const Expected &expected : all)
        check(expected);
}

TEST_CASE("a claim condition that cannot be compared is marked", "[query]")
{
    const std::vector<Expected> all{
        {"date>2025 x", "date>2025", "date:>2025", "x"},
        {"-figures>=3 x", "-figures>=3", "-figures:>=3", "x"},
        {"compute> x", ">", nullptr, "x"},
        {"compute>=many x", "many", nullptr, "x"},
        {"compute>1e999 x", "1e999", nullptr, "x"},
        {"compute>nan x", "nan", nullptr, "x"},
        {"compute>5>3 x", "5>3", nullptr, "x"},
        {"compute>\"5 PFLOPS x", "\"5 PFLOPS x", "\"5 PFLOPS x\"", ""},
        {"compute >= 5", ">=", "\">=\"", "compute 5"},
        {"share:compute x", "share:compute", nullptr, "x"},
        {"share:compute>40PFLOPS x", "40PFLOPS", "40%", "x"},
        {"share:\"comp x", "\"comp x", "\"comp x\"", ""},
        {"\"\">5 x", "\"\">5", nullptr, "x"},
    };
    for (const Expected &expected : all)
        check(expected);
}

TEST_CASE("a term that is not switched off as a whole is marked", "[query]")
{
    const std::vector<Expected> all{
        {"off(kind:model x) y", "off(kind:model", "off(kind:model)", "y off(kind:model)"},
        {"off(kind:model y", "off(kind:model", "off(kind:model)", "y off(kind:model)"},
        {"off(kind:model", "off(kind:model", "off(kind:model)", "off(kind:model)"},
        {"off() y", "off()", nullptr, "y"},
        {"off( y", "off( y", "off( y)", "off(y)"},
        {"-off(x) y", "-off(x)", "off(-x)", "y"},
        {"off(sort:date) y", "sort:date", nullptr, "y"},
        {"off(in:bin) y", "in:bin", "in:bin", "y"},
        {"off(\"x y", "\"x y", "\"x y\"", ""},
        {"off(kidn:model) y", "kidn:", "kind:", "y"},
    };
    for (const Expected &expected : all)
        check(expected);
}

TEST_CASE("what a catalogue does not know is marked with the nearest that it knows", "[query]")
{
    const std::vector<Expected> all{
        {"budgte:5 x", "budgte:", "\"Budget\":", "x"},
        {"\"next reviw\":2025 x", "\"next reviw\":", "\"Next review\":", "x"},
        {"\"Kind\":model x", "\"Kind\":", "kind:", "x"},
        {"\"No such\":5 x", "\"No such\":5", nullptr, "x"},
        {"budget>5 x", "budget>5", "\"Budget\":>5", "x"},
        {"Budget:much x", "much", nullptr, "x"},
        {"Stage:1..2 x", "1..2", "\"1..2\"", "x"},
        {"Read:*y* x", "*y*", "\"*y*\"", "x"},
        {"\"Next review\":2025-02-30 x", "2025-02-30", "2025-02-28", "x"},
        {"compte>5 x", "compte", "compute", "x"},
        {"\"AI industry outptu\">5 x", "\"AI industry outptu\"", "\"AI industry output\"", "x"},
        {"share:\"AI model released\">5% x", "\"AI model released\"", "\"AI models released\"", "x"},
        {"comp>5 x", "comp", nullptr, "x"},
        {"compute>5PFLOP x", "5PFLOP", "5PFLOPS", "x"},
        {"compute>5parsecs x", "5parsecs", nullptr, "x"},
    };
    for (const Expected &expected : all)
        check(expected, &someVocabulary());
}

TEST_CASE("a suggestion put in place of what is marked is understood", "[query]")
{
    for (const char *utf8 :
        {"kidn:model", "http://waic.org", "x \"super node", "org:\"Hua", "sort:-dat", "in:box", "a(b) c", "org:Hua*", "org:*a*b*",
            "date:2025-06-31", "date:2025-08..2025-07", "date>2025", "-off(x)", "off(kind:model", "off(off(x", "is:stared",
            "budgte:5", "compte>5", "share:\"AI model released\">5%", "compute>5PFLOP", "share:compute>4m", "\"Kind\":model"}) {
        QString text = u(utf8);
        const Mistake mistake = parseQuery(text, &someVocabulary()).mistakes.front();
        text.replace(mistake.position, mistake.length, mistake.suggestion);
        (void)parsed(text, &someVocabulary());
    }
}

TEST_CASE("only the first hundred mistakes are told", "[query]")
{
    const ParsedQuery result = parseQuery(u("x ") + u("kidn:a ").repeated(5000) + u("y"), &someVocabulary());
    CHECK(result.mistakes.size() == 100);
    CHECK(queryText(result.query) == u("x y"));
}
