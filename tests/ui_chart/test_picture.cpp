// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/charted_catalogue.h"

#include "ui/chart/picture.h"
#include "ui/chart/picture_writer.h"

#include <QBuffer>
#include <QDir>
#include <QImageReader>
#include <QSvgRenderer>
#include <QXmlStreamReader>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

struct Desk
{
    ExploredCatalogue starter{must(exchange::starterContents())};
    TemporaryFolder folder;
    chart::ChartData data(const char *name = "models-share", const char *query = "")
    {
        chart::ChartData made = charted(starter, name, query);
        made.catalogueUid = starter.file().uid();
        return made;
    }
};

QJsonObject recordOf(const QString &text)
{
    const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
    REQUIRE(json.isObject());
    return json.object();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QFile::ReadOnly));
    return file.readAll();
}

/// Every text of an SVG's elements of a name.
QStringList elements(const QByteArray &svg, const QString &name)
{
    QStringList texts;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == name)
            texts.append(reader.readElementText(QXmlStreamReader::IncludeChildElements));
    INFO(reader.errorString().toStdString());
    CHECK_FALSE(reader.hasError());
    return texts;
}

} // namespace

TEST_CASE("a PNG has the size, resolution and record of what it shows", "[picture]")
{
    Desk desk;
    PictureOptions options;
    options.size = {800, 500};
    options.scale = 2;
    const QString path = desk.folder.path(u("a.png"));
    REQUIRE(writePicture(desk.data(), options, path, false));
    const QImage image(path);
    CHECK(image.size() == QSize(1600, 1000));
    CHECK(image.dotsPerMeterX() == qRound(192 / 0.0254));
    CHECK(image.dotsPerMeterY() == qRound(192 / 0.0254));
    const QJsonObject record = recordOf(image.text(u("waic-chart")));
    CHECK(record.value(u("spec")).toObject().value(u("name")).toString() == u("models-share"));
    CHECK(record.value(u("numbers")).toArray().at(0).toObject().value(u("value")).toDouble() == 1509);
    CHECK(record.value(u("catalogue")).toObject().value(u("uid")).toString() == desk.starter.file().uid());
    CHECK(QDir(desk.folder.path()).entryList(QDir::Files) == QStringList{u("a.png")});
}

TEST_CASE("an SVG is well-formed, has real text and the same record", "[picture]")
{
    Desk desk;
    PictureOptions options;
    options.format = PictureFormat::Svg;
    for (const chart::ChartSpec &spec : chart::builtInCharts()) {
        const chart::ChartData data = desk.data(spec.name.toLatin1().constData());
        const QByteArray svg = must(pictureBytes(data, options));
        CHECK(svg.contains("<svg width=\"1600\" height=\"1000\""));
        CHECK(svg.contains("viewBox=\"0 0 1600 1000\""));
        CHECK_FALSE(svg.contains("<image"));
        const QString texts = elements(svg, u("text")).join(QLatin1Char(' ')).simplified();
        CHECK(texts.contains(data.title));
        CHECK(texts.contains(data.marks.front().valueText));
        CHECK(elements(svg, u("title")).value(0) == data.title);
        const QStringList records = elements(svg, u("metadata"));
        REQUIRE(records.size() == 1);
        CHECK(recordOf(records.first()) == chart::pictureRecord(data, int(data.marks.size())));
        QSvgRenderer renderer(svg);
        CHECK(renderer.isValid());
        CHECK(renderer.defaultSize() == QSize(1600, 1000));
    }
}

TEST_CASE("labels of an SVG end at their bars in any font", "[picture]")
{
    Desk desk;
    PictureOptions options;
    options.format = PictureFormat::Svg;
    const chart::ChartData data = desk.data("kinds");
    const QByteArray svg = must(pictureBytes(data, options));
    QXmlStreamReader reader(svg);
    QStringList anchors, places;
    while (!reader.atEnd())
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u("text")) {
            const QString anchor = reader.attributes().value(u("text-anchor")).toString();
            const QString place = reader.attributes().value(u("x")).toString();
            if (markNamed(data, reader.readElementText())) {
                anchors.append(anchor);
                places.append(place);
            }
        }
    CHECK(anchors == QStringList(qsizetype(data.marks.size()), u("end")));
    CHECK(places.removeDuplicates() == qsizetype(data.marks.size()) - 1);
}

TEST_CASE("names with markup stay text in an SVG", "[picture]")
{
    catalogue::Contents contents;
    contents.announcements = {announcement(u("a"), u("<b>bold</b> & \"quoted\"")), announcement(u("b"), u("bell\x07 kind"))};
    ExploredCatalogue catalogue(contents);
    PictureOptions options;
    options.format = PictureFormat::Svg;
    const QByteArray svg = must(pictureBytes(charted(catalogue, "kinds"), options));
    CHECK(elements(svg, u("text")).join(QLatin1Char(' ')).contains(u("<b>bold</b> & \"quoted\"")));
    CHECK(recordOf(elements(svg, u("metadata")).value(0))
              .value(u("numbers"))
              .toArray()
              .at(0)
              .toObject()
              .value(u("label"))
              .toString()
        == u("<b>bold</b> & \"quoted\""));
}

TEST_CASE("the same chart gives the same bytes", "[picture]")
{
    Desk desk;
    PictureOptions options;
    for (const PictureFormat format : {PictureFormat::Png, PictureFormat::Svg}) {
        options.format = format;
        CHECK(must(pictureBytes(desk.data("months"), options)) == must(pictureBytes(desk.data("months"), options)));
    }
}

TEST_CASE("a picture that is there is only replaced when asked", "[picture]")
{
    Desk desk;
    const QString path = desk.folder.path(u("a.png"));
    REQUIRE(writePicture(desk.data(), {}, path, false));
    const QByteArray before = bytesOf(path);
    const Result<> again = writePicture(desk.data("kinds"), {}, path, false);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == ErrorKind::Exists);
    CHECK(bytesOf(path) == before);
    REQUIRE(writePicture(desk.data("kinds"), {}, path, true));
    CHECK(bytesOf(path) != before);
}

TEST_CASE("a picture that cannot be written leaves nothing and says what to do", "[picture]")
{
    Desk desk;
    const Result<> nowhere = writePicture(desk.data(), {}, desk.folder.path(u("no/such/a.png")), false);
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().what.startsWith(u("there is no folder")));
    CHECK(nowhere.error().next == u("make it first"));
    const Result<> folder = writePicture(desk.data(), {}, desk.folder.path(), true);
    REQUIRE_FALSE(folder);
    CHECK(folder.error().what == u("this is a folder"));
    const Result<> device = writePicture(desk.data(), {}, u("/proc/waic.png"), false);
    REQUIRE_FALSE(device);
    CHECK(device.error().kind == ErrorKind::Io);
    CHECK_FALSE(device.error().next.isEmpty());
    CHECK(QDir(desk.folder.path()).isEmpty());
}

TEST_CASE("sizes and scales that no picture can have are refused", "[picture]")
{
    CHECK(checkOptions({}));
    CHECK_FALSE(checkOptions({{100, 1000}, 1, ThemeKind::Light, PictureFormat::Png}));
    CHECK_FALSE(checkOptions({{1600, 9000}, 1, ThemeKind::Light, PictureFormat::Png}));
    CHECK_FALSE(checkOptions({{1600, 1000}, 0, ThemeKind::Light, PictureFormat::Png}));
    CHECK_FALSE(checkOptions({{8000, 8000}, 2, ThemeKind::Light, PictureFormat::Png}));
    CHECK(checkOptions({{8000, 8000}, 2, ThemeKind::Light, PictureFormat::Svg}));
    CHECK(must(pictureFormat(u("A.PNG"))) == PictureFormat::Png);
    CHECK_FALSE(pictureFormat(u("a.gif")));
    CHECK_FALSE(pictureFormat(u("a")));
}

TEST_CASE("an empty chart is no picture", "[picture]")
{
    Desk desk;
    const Result<QByteArray> bytes = pictureBytes(desk.data("models-share", "kind:robot"), {});
    REQUIRE_FALSE(bytes);
    CHECK(bytes.error().what.startsWith(u("nothing to draw: No announcement shown states China’s share")));
    CHECK_FALSE(bytes.error().what.endsWith(QLatin1Char('.')));
}

TEST_CASE("the command line's writer draws in the theme asked for", "[picture]")
{
    Desk desk;
    PictureWriter writer;
    for (const auto &[theme, ground] :
        {std::pair{"light", "#ffffff"}, std::pair{"dark", "#1c1f24"}, std::pair{"print", "#ffffff"}}) {
        batch::PictureRequest request;
        request.target = desk.folder.path(u("%1.png").arg(QLatin1String(theme)));
        request.size = {400, 300};
        request.theme = u(theme);
        REQUIRE(writer.write(desk.data(), request));
        const QImage image(request.target);
        CHECK(image.size() == QSize(400, 300));
        CHECK(QColor(image.pixel(1, 1)).name() == QLatin1String(ground));
    }
}
