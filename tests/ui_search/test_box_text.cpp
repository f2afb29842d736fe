// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"
#include "ui/search/box_text.h"

using namespace waic;
using namespace waic::ui;

TEST_CASE("the box's text is cut into terms, quotes kept whole", "[search]")
{
    const auto terms = boxTerms(QStringLiteral("open edition:\"WAIC 2025\"|\"WAIC 2024\"  model"));
    REQUIRE(terms.size() == 3);
    CHECK_FALSE(terms[0].isCondition());
    CHECK(terms[1].isCondition());
    CHECK(
        terms[1].parsed.query.conditions.front().values == QStringList{QStringLiteral("WAIC 2025"), QStringLiteral("WAIC 2024")});
    CHECK(withoutTerms(QStringLiteral("open edition:\"WAIC 2025\"|\"WAIC 2024\"  model"), {terms[1]})
        == QStringLiteral("open  model"));
    CHECK(boxTerms(QStringLiteral("   ")).empty());
}

TEST_CASE("a mistake keeps its place in the whole text and is no condition", "[search]")
{
    const QString text = QStringLiteral("model kidn:robot");
    const auto terms = boxTerms(text);
    REQUIRE(terms.size() == 2);
    CHECK_FALSE(terms[1].isCondition());
    REQUIRE_FALSE(terms[1].parsed.mistakes.empty());
    CHECK(terms[1].parsed.mistakes.front().position >= 6);
    CHECK(terms[1].parsed.mistakes.front().suggestion == QStringLiteral("kind:"));
}

TEST_CASE("a second kind is either of them, a second organisation both", "[search]")
{
    explore::Query query;
    addCondition(query, {QStringLiteral("kind"), {QStringLiteral("robot")}, false});
    addCondition(query, {QStringLiteral("kind"), {QStringLiteral("model")}, false});
    addCondition(query, {QStringLiteral("org"), {QStringLiteral("Huawei")}, false});
    addCondition(query, {QStringLiteral("org"), {QStringLiteral("Tencent")}, false});
    addCondition(query, {QStringLiteral("org"), {QStringLiteral("Tencent")}, false});
    CHECK(explore::queryText(query) == QStringLiteral("kind:robot|model org:Huawei org:Tencent"));
}
