// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"
#include "ui/table/columns.h"
#include "ui/table/pasted_block.h"

using namespace waic;
using namespace waic::ui;

namespace {

std::vector<QStringList> lines(const char *text)
{
    const auto block = parseBlock(QString::fromUtf8(text), 1'000);
    REQUIRE(block);
    return block->lines;
}

using Lines = std::vector<QStringList>;

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

TEST_CASE("a block is read as spreadsheets write it", "[paste]")
{
    CHECK(lines("a\tb\nc\td\n") == Lines{{q("a"), q("b")}, {q("c"), q("d")}});
    CHECK(lines("a\tb\r\nc\td") == Lines{{q("a"), q("b")}, {q("c"), q("d")}});
    CHECK(lines("a\rb\r") == Lines{{q("a")}, {q("b")}});
    CHECK(lines("模型") == Lines{{q("模型")}});
    CHECK(lines("").empty());
    CHECK(lines("\n") == Lines{{QString()}});
    CHECK(lines("a\t\t\n\nb") == Lines{{q("a"), QString(), QString()}, {QString()}, {q("b")}});
}

TEST_CASE("a quoted cell may hold tabs, line breaks and doubled quotes", "[paste]")
{
    CHECK(lines("\"two\nlines\"\tb\n") == Lines{{q("two\nlines"), q("b")}});
    CHECK(lines("a\t\"he said \"\"no\"\"\"\nc") == Lines{{q("a"), q("he said \"no\"")}, {q("c")}});
    CHECK(lines("\"\"\tx") == Lines{{QString(), q("x")}});
    CHECK(lines("\"a\tb\"") == Lines{{q("a\tb")}});
    CHECK(lines("\"\"\"\"") == Lines{{q("\"")}});
}

TEST_CASE("a quotation mark that quotes no cell is a letter", "[paste]")
{
    CHECK(lines("\"AI\" for all\tb\n") == Lines{{q("\"AI\" for all"), q("b")}});
    CHECK(lines("5\" screen\n\"never closed\tb\n") == Lines{{q("5\" screen")}, {q("\"never closed"), q("b")}});
    CHECK(lines("say \"\"hi\"\"") == Lines{{q("say \"\"hi\"\"")}});
}

TEST_CASE("cells that are written for the clipboard are read as they were", "[paste]")
{
    for (const char *text :
        {"plain", "", "two\nlines", "a\ttab", "\"quoted\" first", "5\" screen", "\"", "\r\n", "\"a\"\n\"b\""}) {
        CAPTURE(text);
        const auto block = parseBlock(blockCell(q(text)) + QLatin1Char('\t') + QLatin1Char('x'), 10);
        REQUIRE(block);
        CHECK(block->lines == Lines{{q(text), q("x")}});
    }
    CHECK(blockCell(q("5\" screen")) == q("5\" screen"));
}

TEST_CASE("a block of too many cells is none", "[paste]")
{
    const QString three = q("a\tb\nc\n");
    CHECK(parseBlock(three, 3));
    CHECK_FALSE(parseBlock(three, 2));
}

TEST_CASE("a first line of column labels is a line of heads", "[paste]")
{
    const auto heads = [](const char *text) { return headsOf(*parseBlock(QString::fromUtf8(text), 100)); };
    CHECK(heads("Date\tTitle\n2025\tA\n") == std::vector<int>{DateColumn, TitleColumn});
    CHECK(heads(" title \t\tORGANISATION\nA\tB\tC\n") == std::vector<int>{TitleColumn, -1, OrganisationColumn});
    CHECK(heads("Title\nA\n") == std::vector<int>{TitleColumn});
    CHECK_FALSE(heads("Title\n"));
    CHECK_FALSE(heads("Title\tTitle\nA\tB\n"));
    CHECK_FALSE(heads("Title\tPrice\nA\tB\n"));
    CHECK_FALSE(heads("\t\nA\tB\n"));
    CHECK_FALSE(heads("Star\nA\n"));
}
