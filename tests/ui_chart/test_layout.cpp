// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_chart/layout_checks.h"

#include <QImage>
#include <QPainter>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

const QList<QSize> kPictures{
    {1600, 1000}, {1920, 1080}, {1200, 675}, {1200, 1200}, {800, 800}, {600, 400}, {400, 300}, {300, 800}};
const QList<QSize> kPanes{{620, 270}, {1390, 300}, {1100, 390}, {420, 200}, {360, 480}, {1300, 900}};

/// Words of the chart that every picture must carry whole.
void checkSaid(const chart::ChartData &data, const QSize &size)
{
    const ChartPainter painter(data, size, ThemeKind::Light, ChartPlace::Picture);
    QStringList said;
    for (const PlacedText &text : painter.texts())
        said.append(text.text);
    const QString all = said.join(QLatin1Char(' '));
    INFO(all.toStdString());
    CHECK(all.contains(data.title));
    CHECK(all.contains(u("Source: ")));
    for (int mark = 0; mark < painter.shownMarks(); ++mark)
        if (data.spec.kind != chart::ChartKind::TimeColumns)
            CHECK(said.contains(data.marks[std::size_t(mark)].valueText));
}

} // namespace

TEST_CASE("no text leaves the picture, touches another or is cut, in any chart at any size", "[layout]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    for (const char *query : {"", "edition:\"WAIC 2025\"", "org:Huawei", "date:2025", "kind:research"})
        for (const chart::ChartSpec &spec : chart::builtInCharts()) {
            const chart::ChartData data = charted(starter, spec.name.toLatin1().constData(), query);
            for (const QSize &size : kPictures) {
                checkTexts(data, size, ChartPlace::Picture);
                if (data.empty.isNull())
                    checkSaid(data, size);
            }
            for (const QSize &size : kPanes)
                checkTexts(data, size, ChartPlace::Pane);
        }
}

TEST_CASE("names without end and titles without end are shown whole", "[layout]")
{
    catalogue::Contents contents;
    const QString words = u("Institute for the Advancement of Very Long Names in the Administration of Municipal Affairs of ");
    for (int i = 0; i < 15; ++i) {
        catalogue::Contents::Organisation organisation;
        organisation.uid = u("o%1").arg(i);
        organisation.name = i == 3 ? QString(90, QLatin1Char('W'))
            : i == 4               ? u("上海人工智能实验室与世界人工智能大会组委会联合办公室")
                                   : words + organisation.uid;
        contents.organisations.push_back(organisation);
        catalogue::Contents::Announcement made = announcement(u("a%1").arg(i), u("robot"), u("2025-0%1").arg(i % 9 + 1));
        for (int j = 0; j <= i; ++j)
            made.organisations.push_back({u("o%1").arg(j), u("subject")});
        contents.announcements.push_back(made);
    }
    ExploredCatalogue catalogue(contents);
    chart::ChartSpec spec = builtIn("organisations");
    spec.title = words.repeated(3);
    const chart::ChartData data = must(chart::buildChart(spec, {}, catalogue.index(), catalogue.reader()));
    for (const QSize &size : {QSize(1600, 1000), QSize(1200, 675), QSize(800, 800)})
        checkTexts(data, size, ChartPlace::Picture);
    checkTexts(charted(catalogue, "months"), {400, 300}, ChartPlace::Picture);
}

TEST_CASE("a low picture has fewer rows and says what it leaves out", "[layout]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const chart::ChartData data = charted(starter, "organisations");
    CHECK(ChartPainter(data, {1600, 1000}, ThemeKind::Light, ChartPlace::Picture).shownMarks() == 12);
    const ChartPainter low(data, {620, 200}, ThemeKind::Light, ChartPlace::Pane);
    CHECK(low.shownMarks() < 12);
    CHECK(low.shownMarks() > 0);
    const auto &texts = low.texts();
    CHECK(std::any_of(texts.begin(), texts.end(),
        [&](const PlacedText &text) { return text.text == data.remainders[std::size_t(low.shownMarks())].label; }));
}

TEST_CASE("the mark under a point is the one that is drawn there", "[layout]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    for (const chart::ChartSpec &spec : chart::builtInCharts()) {
        const chart::ChartData data = charted(starter, spec.name.toLatin1().constData());
        const ChartPainter painter(data, {620, 270}, ThemeKind::Light, ChartPlace::Pane);
        QImage image(620, 270, QImage::Format_RGB32);
        QPainter painting(&image);
        painter.paint(painting);
        painting.end();
        for (int mark = 0; mark < painter.shownMarks(); ++mark) {
            const QRectF box = painter.markOutline(mark).boundingRect();
            const QPointF inside = painter.markMiddle(mark);
            if (box.width() < 3 || box.height() < 3)
                continue;
            INFO(spec.name.toStdString() << ' ' << mark);
            CHECK(painter.markAt(inside) == mark);
            const auto meaning = data.marks[std::size_t(mark)].colour;
            const QColor expected = ChartSheet({620, 270}, ThemeKind::Light, ChartPlace::Pane).colour(meaning);
            CHECK(QColor(image.pixel(inside.toPoint())).name().toStdString() == expected.name().toStdString());
        }
        CHECK(painter.markAt({2, 2}) == -1);
    }
}

TEST_CASE("bars are as long as their numbers and begin at zero", "[layout]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    const chart::ChartData data = charted(starter, "kinds");
    const ChartPainter painter(data, {1600, 1000}, ThemeKind::Light, ChartPlace::Picture);
    QImage image(1600, 1000, QImage::Format_RGB32);
    QPainter painting(&image);
    painter.paint(painting);
    painting.end();
    const QColor teal = colour(ThemeKind::Light, Token::Series1);
    double perUnit = 0;
    for (int mark = 0; mark < painter.shownMarks(); ++mark) {
        const QRectF box = painter.markOutline(mark).boundingRect();
        int pixels = 0;
        for (int x = 0; x < image.width(); ++x)
            pixels += QColor(image.pixel(x, qRound(box.center().y()))) == teal;
        CHECK(std::abs(pixels - box.width()) <= 2);
        if (mark == 0)
            perUnit = pixels / data.marks[0].value;
        CHECK(std::abs(pixels - perUnit * data.marks[std::size_t(mark)].value) <= 2);
    }
}
