// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"
#include "ui/search/query_parts.h"

using namespace waic;
using namespace waic::ui;

namespace {

explore::Query query(const char *text)
{
    return explore::parseQuery(QString::fromUtf8(text)).query;
}

explore::ClaimCondition compute()
{
    return {.measure = QStringLiteral("compute"), .compare = explore::Compare::AtLeast, .number = 100};
}

} // namespace

TEST_CASE("a second kind is either of them, a second organisation both", "[search]")
{
    explore::Query all;
    for (const char *part : {"kind:robot", "kind:model", "org:Huawei", "org:Tencent", "org:Tencent"})
        addTerms(all, query(part));
    CHECK(explore::queryText(all) == QStringLiteral("kind:robot|model org:Huawei org:Tencent"));
}

TEST_CASE("what was added can be taken away again and leaves what was there before", "[search]")
{
    const explore::Query before = query("model kind:robot -country:US org:Huawei sort:title");
    for (const char *text : {"open", "kind:model", "kind:robot", "kind:robot|model", "-country:FR", "org:Tencent", "org:Huawei",
             "in:bin", "kind:model kind:policy third"}) {
        CAPTURE(text);
        explore::Query now = before;
        const explore::Query added = addTerms(now, query(text));
        CHECK(without(now, added) == before);
    }
    explore::Query now = before;
    const explore::Query added = addTerms(now, {.claims = {compute()}, .flags = {{QStringLiteral("is:starred")}}});
    CHECK(now.claims.size() == 1);
    CHECK(now.flags.size() == 1);
    CHECK(without(now, added) == before);
}

TEST_CASE("a switched-off condition is a term of its own", "[search]")
{
    explore::Query now = query("kind:robot");
    explore::Query off = query("kind:model");
    off.conditions.front().off = true;
    addTerms(now, off);
    REQUIRE(now.conditions.size() == 2);
    CHECK(now.values(u"kind") == QStringList{QStringLiteral("robot")});
    CHECK(without(now, off) == query("kind:robot"));
}

TEST_CASE("the order of terms makes no other question, the sort does", "[search]")
{
    CHECK(sameTerms(query("kind:robot country:CN"), query("country:CN kind:robot")));
    CHECK_FALSE(sameTerms(query("kind:robot"), query("kind:robot country:CN")));
    CHECK_FALSE(sameTerms(query("kind:robot sort:title"), query("kind:robot")));
    CHECK_FALSE(sameTerms(query("a b"), query("b a")));
}

TEST_CASE("every term but words that are on is a chip, and can be switched off, on and removed", "[search]")
{
    explore::Query all = query("model kind:robot in:bin");
    all.words.push_back({.text = QStringLiteral("open"), .off = true});
    all.claims = {compute()};
    all.flags = {{QStringLiteral("is:starred")}};
    const std::vector<ChipTerm> terms = chipTerms(all);
    REQUIRE(terms.size() == 5);
    CHECK(isOff(all, terms[0]));
    for (std::size_t i = 1; i < 4; ++i) {
        CAPTURE(i);
        CHECK_FALSE(isOff(all, terms[i]));
        const explore::Query off = withTermOff(all, terms[i], true);
        CHECK(isOff(off, terms[i]));
        CHECK(withTermOff(off, terms[i], false) == all);
        CHECK(chipTerms(withoutTerm(all, terms[i])).size() == 4);
    }
    CHECK_FALSE(withTermOff(all, terms[4], true).inBin);
    CHECK(withTermOff(all, terms[0], false).words.back().off == false);
}
