// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/chart_desk.h"

#include <QLocale>

using namespace waic;
using namespace waic::tests;

namespace {

/// The locale as it was, afterwards.
class KeptLocale
{
public:
    ~KeptLocale() { QLocale::setDefault(m_before); }

private:
    QLocale m_before;
};

} // namespace

TEST_CASE("chart takes formats, sizes on paper, resolutions and a transparent ground", "[chart-command]")
{
    ChartDesk desk;
    for (const char *name : {"a.png", "a.svg", "a.pdf", "a.csv", "a.PDF"})
        CHECK(desk.run({u("kinds"), u("--to"), desk.file(name)}) == 0);
    REQUIRE(desk.writer.requests.size() == 5);
    CHECK(desk.writer.requests[2].target == desk.file("a.pdf"));
    CHECK(desk.writer.requests[0].dpi == 0);
    CHECK_FALSE(desk.writer.requests[0].transparent);
    const auto asked = [&](const QStringList &options) {
        REQUIRE(desk.run(QStringList{u("kinds"), u("--to"), desk.file("a.png")} + options) == 0);
        return desk.writer.requests.back();
    };
    CHECK(asked({u("--transparent")}).transparent);
    CHECK(asked({u("--dpi"), u("150")}).dpi == 150);
    CHECK(asked({u("--dpi"), u("150")}).size == QSize(1600, 1000));
    CHECK(asked({u("--size"), u("160x100mm")}).size == QSize(1890, 1181));
    CHECK(asked({u("--size"), u("160x100mm")}).dpi == 300);
    CHECK(asked({u("--size"), u("101.6x50.8MM"), u("--dpi=200")}).size == QSize(800, 400));
}

TEST_CASE("resolutions and sizes on paper that cannot be are wrong usage", "[chart-command]")
{
    ChartDesk desk;
    const QString out = desk.file("a.png");
    for (const char *dpi : {"", "0", "-300", "35", "1201", "300.5", "fine"})
        CHECK(desk.run({u("kinds"), u("--to"), out, u("--dpi"), u(dpi)}) == 2);
    for (const char *size : {"mm", "10x10mm", "1e9x100mm", "nanx100mm", "-160x100mm", "160mm", "160mmx100mm", "160.5x100"})
        CHECK(desk.run({u("kinds"), u("--to"), out, u("--size"), u(size)}) == 2);
    CHECK(desk.run({u("kinds"), u("--to"), out, u("--dpi"), u("300"), u("--scale"), u("2")}) == 2);
    CHECK(desk.run({u("kinds"), u("--to"), out, u("--transparent=yes")}) == 2);
    CHECK(desk.writer.drawn.empty());
}

TEST_CASE("a language asked for writes its separators, months and decimal signs", "[chart-command]")
{
    const KeptLocale kept;
    ChartDesk desk;
    const QString out = desk.file("a.png");
    const auto titleIn = [&](const char *language) {
        REQUIRE(desk.run({u("models-share"), u("--to"), out, u("--lang"), u(language)}) == 0);
        return desk.writer.drawn.back().title + u(" ") + desk.writer.drawn.back().marks.front().shareText;
    };
    CHECK(titleIn("de").contains(u("1.509")));
    CHECK(titleIn("de").contains(u("40,2")));
    CHECK(titleIn("vi").contains(u("1.509")));
    CHECK(titleIn("zh").contains(u("1,509")));
    CHECK(titleIn("zh_TW").contains(u("40.2%")));
    CHECK(titleIn("en").contains(u("1,509")));
}

TEST_CASE("a language that nobody speaks is refused and changes nothing", "[chart-command]")
{
    const KeptLocale kept;
    ChartDesk desk;
    const QLocale before;
    for (const char *language : {"", "xx", "klingon", "C", "../de"})
        CHECK(desk.run({u("kinds"), u("--to"), desk.file("a.png"), u("--lang"), u(language)}) == 2);
    CHECK(QLocale() == before);
    CHECK(desk.writer.drawn.empty());
}
