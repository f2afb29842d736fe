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

TEST_CASE("a switched-off term is one term, quotes and spaces inside it included", "[search]")
{
    const auto terms = boxTerms(QStringLiteral("a off(edition:\"WAIC 2025\") b"));
    REQUIRE(terms.size() == 3);
    CHECK(terms[1].position == 2);
    CHECK(terms[1].length == 24);
}

TEST_CASE("a text of absurd length is not read, and the mistake says how long it may be", "[search]")
{
    const auto terms = boxTerms(QString(100'000, QLatin1Char('x')));
    REQUIRE(terms.size() == 1);
    CHECK_FALSE(terms[0].isCondition());
    CHECK_FALSE(terms[0].parsed.query.hasTerms());
    REQUIRE(terms[0].parsed.mistakes.size() == 1);
    CHECK(terms[0].parsed.mistakes[0].position == kMostBoxText);
    CHECK(mistakeWords(terms[0].parsed.mistakes[0], QString(100'000, QLatin1Char('x'))).contains(QStringLiteral("20000")));
}

TEST_CASE("words about a mistake are short, on one line and in reading order", "[search]")
{
    const QString text = QStringLiteral("kidn:") + QChar(0x202e) + QStringLiteral("\n") + QString(500, QLatin1Char('x'));
    const QString words = mistakeWords({0, int(text.size()), QStringLiteral("a field"), {}}, text);
    CHECK(words.size() < 120);
    CHECK_FALSE(words.contains(QChar(0x202e)));
    CHECK_FALSE(words.contains(QLatin1Char('\n')));
    CHECK(words.contains(QStringLiteral("a field")));
}
