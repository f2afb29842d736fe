// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_chart/layout_checks.h"

#include <QLocale>

using namespace waic;
using namespace waic::tests;
using chart::ChartKind;
using chart::ChartSpec;

namespace {

enum class Names { Short, Long, Chinese };

QString name(Names style, int i)
{
    switch (style) {
    case Names::Short:
        return u("Item %1").arg(i);
    case Names::Long:
        return u("The institute for very long names in the administration of municipal affairs, branch %1").arg(i);
    case Names::Chinese:
        return u("上海人工智能实验室与世界人工智能大会组委会第%1办公室").arg(i);
    }
    return {};
}

catalogue::Contents::Claim claim(const QString &measure, const QString &subject, double value, const QString &asOf)
{
    catalogue::Contents::Claim made;
    made.measure = measure;
    made.subject = subject;
    made.value = value;
    made.unit = u("units");
    made.qualifier = u("exactly");
    made.nature = u("observed");
    made.asOf = asOf;
    return made;
}

/// So many announcements, each with a name, an organisation, an edition, a month and figures of its own.
catalogue::Contents made(int count, Names style)
{
    catalogue::Contents contents;
    contents.units.push_back({u("units"), u("count"), 1.0});
    contents.measures = {{u("speed"), u("count"), {}}, {u("weight"), u("count"), {}}};
    contents.definitions = {{u("net"), u("without")}, {u("gross"), u("with")}};
    for (int i = 0; i < count; ++i) {
        contents.organisations.push_back({u("o%1").arg(i), name(style, i), {}, u("company"), {}});
        const QString date = u("%1-%2").arg(2000 + i / 12).arg(i % 12 + 1, 2, 10, QLatin1Char('0'));
        auto row = announcement(u("a%1").arg(i), name(style, i % 40), date);
        row.edition = u("WAIC %1").arg(2000 + i);
        row.organisations = {{u("o%1").arg(i), u("announcer")}, {u("o0"), u("partner")}};
        for (const auto &[measure, factor] : {std::pair{"speed", 1234567.0}, {"weight", 0.5}}) {
            row.claims.push_back(claim(u(measure), name(style, i), factor * (i + 1), date));
            row.claims.push_back(claim(u(measure), row.edition, factor * (i + 2), QString::number(2000 + i)));
        }
        row.claims.push_back(claim(u("speed"), row.edition, 2e6 * (i + 3), QString::number(2000 + i)));
        row.claims.back().definition = i % 2 == 0 ? u("net") : u("gross");
        contents.announcements.push_back(row);
    }
    return contents;
}

ChartSpec spec(ChartKind kind, const char *dimension, const char *split = nullptr, const char *measure = nullptr)
{
    ChartSpec made;
    made.kind = kind;
    made.dimension = u(dimension);
    if (split)
        made.split = u(split);
    if (measure)
        made.measure = u(measure);
    return made;
}

std::vector<ChartSpec> specs()
{
    ChartSpec pie = spec(ChartKind::Share, "kind"), bar = spec(ChartKind::Share, "org"), ring = spec(ChartKind::Share, "country");
    pie.form = chart::ShareForm::Pie;
    bar.form = chart::ShareForm::Bar;
    ChartSpec percent = spec(ChartKind::StackedBar, "org", "kind"), area = spec(ChartKind::Area, "year", "kind");
    percent.percent = true;
    area.percent = true;
    ChartSpec log = spec(ChartKind::Line, "year", nullptr, "speed"), sum = spec(ChartKind::Line, "month");
    log.scale = chart::Scale::Log;
    sum.cumulative = true;
    ChartSpec scatter = spec(ChartKind::Scatter, "", nullptr, "speed");
    scatter.dimension = QString();
    scatter.secondMeasure = u("weight");
    return {pie, bar, ring, spec(ChartKind::RankedBar, "org"), spec(ChartKind::RankedBar, "subject", nullptr, "speed"),
        spec(ChartKind::StackedBar, "edition", "kind"), percent, spec(ChartKind::GroupedBar, "org", "kind"),
        spec(ChartKind::GroupedBar, "edition", "definition", "speed"), spec(ChartKind::TimeColumns, "month"), log, sum,
        spec(ChartKind::Line, "month", "kind"), spec(ChartKind::Line, "edition", nullptr, "speed"), area,
        spec(ChartKind::Area, "month", "org"), spec(ChartKind::Dots, "edition", nullptr, "speed"),
        spec(ChartKind::Dots, "subject", nullptr, "weight"), scatter};
}

} // namespace

TEST_CASE("no label is clipped, cut or overlapped in any kind of chart", "[layout][kinds]")
{
    const QList<QSize> pictures{{1600, 1000}, {800, 800}, {400, 300}}, panes{{620, 270}, {1100, 390}, {420, 200}};
    const QStringList locales{u("en_US"), u("de_DE"), u("fr_FR"), u("zh_CN")};
    // Pairwise: the locale goes on with each chart, so that every one meets every kind, size, count and style of names.
    int next = 0;
    for (const int count : {1, 2, 12, 200})
        for (const Names style : {Names::Short, Names::Long, Names::Chinese}) {
            ExploredCatalogue catalogue(made(count, style));
            for (const ChartSpec &each : specs()) {
                QLocale::setDefault(QLocale(locales[next++ % locales.size()]));
                const chart::ChartData data = must(chart::buildChart(each, {}, catalogue.index(), catalogue.reader()));
                INFO(count << " categories, names " << int(style) << ", " << chart::kindName(each.kind).toStdString() << " by "
                           << each.dimension.toStdString() << ' ' << QLocale().name().toStdString());
                if (!data.empty.isNull())
                    continue;
                if (style == Names::Short) // with names of a usual length nothing is too small for a chart but a stamp
                    for (const auto &[size, place] : {std::pair{pictures[0], ChartPlace::Picture},
                             {pictures[1], ChartPlace::Picture}, {panes[0], ChartPlace::Pane}, {panes[1], ChartPlace::Pane}})
                        CHECK(ChartPainter(data, size, ThemeKind::Light, place).shownMarks() > 0);
                for (const QSize &size : pictures)
                    checkTexts(data, size, ChartPlace::Picture);
                for (const QSize &size : panes)
                    checkTexts(data, size, ChartPlace::Pane);
            }
        }
    QLocale::setDefault(QLocale::c());
}

TEST_CASE("each kind draws marks that answer to the mouse where they are", "[layout][kinds]")
{
    ExploredCatalogue catalogue(made(12, Names::Short));
    for (const ChartSpec &each : specs()) {
        const chart::ChartData data = must(chart::buildChart(each, {}, catalogue.index(), catalogue.reader()));
        if (!data.empty.isNull())
            continue;
        INFO(chart::kindName(each.kind).toStdString() << " by " << each.dimension.toStdString());
        const ChartPainter painter(data, {1100, 500}, ThemeKind::Light, ChartPlace::Pane);
        REQUIRE(painter.shownMarks() > 0);
        int hit = 0, drawn = 0;
        for (int mark = 0; mark < painter.shownMarks(); ++mark) {
            if (data.marks[std::size_t(mark)].value == 0) // many lines may be at zero in one place
                continue;
            CHECK_FALSE(painter.markOutline(mark).isEmpty());
            ++drawn;
            hit += painter.markAt(painter.markMiddle(mark)) == mark;
        }
        // Dots and points may lie on each other; nothing else does.
        CHECK(hit >= drawn * 2 / 3);
    }
}
