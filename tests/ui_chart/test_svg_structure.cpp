// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/charted_catalogue.h"

#include "ui/chart/picture.h"
#include "ui/common/theme.h"

#include <QFontMetricsF>
#include <QXmlStreamReader>

using namespace waic;
using namespace waic::tests;

namespace {

/// What a <text> of the file paints on, by the file alone.
struct Box
{
    QString text;
    QRectF rect;
};

std::vector<Box> textBoxes(const QByteArray &svg)
{
    std::vector<Box> boxes;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement || reader.name() != QLatin1String("text"))
            continue;
        const QXmlStreamAttributes attributes = reader.attributes();
        const auto number = [&](const char *name) { return attributes.value(QLatin1String(name)).toDouble(); };
        const QString anchor = attributes.value(u("text-anchor")).toString();
        const QFont font = ui::exactFont(qRound(number("font-size")), qRound(number("font-weight")));
        const QString text = reader.readElementText();
        const QRectF ink = QFontMetricsF(font).tightBoundingRect(text);
        const double width = QFontMetricsF(font).horizontalAdvance(text);
        const double left = number("x") - (anchor == u("end") ? width : anchor == u("middle") ? width / 2 : 0);
        boxes.push_back({text, QRectF(left, number("y") + ink.top(), width, ink.height())});
    }
    REQUIRE_FALSE(reader.hasError());
    return boxes;
}

} // namespace

TEST_CASE("in the file of each starter chart every text is inside the picture and none lies on another", "[svg]")
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    for (const catalogue::SavedChart &saved : must(starter.reader().savedCharts())) {
        const chart::ChartSpec spec
            = must(chart::specFromJson(QJsonDocument::fromJson(saved.spec.toUtf8()).object(), saved.name));
        const chart::ChartData data = must(chart::buildChart(spec, {}, starter.index(), starter.reader()));
        for (const QSize &size : {QSize(1600, 1000), QSize(1200, 1200), QSize(800, 500)}) {
            ui::PictureOptions options;
            options.size = size;
            options.format = ui::PictureFormat::Svg;
            const std::vector<Box> boxes = textBoxes(must(ui::pictureBytes(data, options)));
            REQUIRE(boxes.size() > 5);
            for (std::size_t i = 0; i < boxes.size(); ++i) {
                INFO(saved.name.toStdString() << ' ' << size.width() << ": " << boxes[i].text.toStdString());
                CHECK(QRectF(QPointF(), size).contains(boxes[i].rect));
                for (std::size_t k = i + 1; k < boxes.size(); ++k) {
                    INFO(boxes[k].text.toStdString());
                    CHECK_FALSE(boxes[i].rect.adjusted(0.5, 0.5, -0.5, -0.5).intersects(boxes[k].rect));
                }
            }
        }
    }
}
