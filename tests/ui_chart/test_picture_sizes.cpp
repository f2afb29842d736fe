// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/charted_catalogue.h"

#include "chart/chart_table.h"
#include "ui/chart/picture.h"
#include "ui/chart/picture_writer.h"

#include <QDir>
#include <QImage>
#include <QPainter>

#include <csignal>
#include <sys/resource.h>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

/// No file may grow beyond some bytes for a while, as on a disk that is full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        REQUIRE(getrlimit(RLIMIT_FSIZE, &m_before) == 0);
        const rlimit small{bytes, m_before.rlim_max};
        REQUIRE(setrlimit(RLIMIT_FSIZE, &small) == 0);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

private:
    rlimit m_before{};
    void (*m_signal)(int) = SIG_DFL;
};

chart::ChartData starterChart(const char *name = "models-share")
{
    ExploredCatalogue starter{must(exchange::starterContents())};
    return charted(starter, name);
}

PictureOptions of(PictureFormat format)
{
    PictureOptions options;
    options.format = format;
    return options;
}

/// Figures that differ: labels on a rim.
chart::ChartData dots()
{
    ExploredCatalogue starter{must(exchange::starterContents())};
    chart::ChartSpec spec;
    spec.kind = chart::ChartKind::Dots;
    spec.dimension = u("edition");
    spec.measure = u("visitors");
    return must(chart::buildChart(spec, {}, starter.index(), starter.reader()));
}

/// The part of an image's pixels that are this colour when laid upon red.
double onRed(const QImage &image, const QColor &colour)
{
    QImage paper(image.size(), QImage::Format_RGB32);
    paper.fill(Qt::red);
    QPainter(&paper).drawImage(0, 0, image);
    int found = 0;
    for (int y = 0; y < paper.height(); ++y)
        for (int x = 0; x < paper.width(); ++x)
            found += paper.pixelColor(x, y) == colour ? 1 : 0;
    return double(found) / (paper.width() * paper.height());
}

} // namespace

TEST_CASE("a transparent PNG has nothing behind the chart", "[picture]")
{
    PictureOptions options = of(PictureFormat::Png);
    options.size = {800, 500};
    for (const bool transparent : {true, false}) {
        options.transparent = transparent;
        const QImage image = QImage::fromData(must(pictureBytes(starterChart(), options)), "png");
        REQUIRE(image.size() == options.size);
        CHECK(qAlpha(image.pixel(0, 0)) == (transparent ? 0 : 255));
        CHECK(qAlpha(image.pixel(799, 499)) == (transparent ? 0 : 255));
        CHECK(onRed(image, Qt::red) > (transparent ? 0.6 : -1));
        CHECK(onRed(image, Qt::red) < (transparent ? 1 : 0.01));
    }
}

TEST_CASE("rims around words of a transparent picture are gaps, not paint", "[picture]")
{
    PictureOptions options = of(PictureFormat::Png);
    options.theme = ThemeKind::Dark; // whose surface is seen on paper
    const chart::ChartData data = dots();
    const QImage solid = chartImage(data, options);
    options.transparent = true;
    const QImage transparent = chartImage(data, options);
    const QColor surface = solid.pixelColor(0, 0);
    CHECK(onRed(solid, surface) > 0.5);
    CHECK(onRed(transparent, surface) < 0.001); // the middles of open dots
}

TEST_CASE("transparent drawings have no ground", "[picture]")
{
    PictureOptions options = of(PictureFormat::Svg);
    const chart::ChartData data = starterChart("kinds");
    const QByteArray ground("<rect x=\"0\" y=\"0\" width=\"1600\" height=\"1000\"");
    CHECK(must(pictureBytes(data, options)).contains(ground));
    options.transparent = true;
    CHECK_FALSE(must(pictureBytes(data, options)).contains(ground));
}

TEST_CASE("a size on paper gives pixels by the resolution, which the file tells", "[picture]")
{
    PictureOptions options = of(PictureFormat::Png);
    options.dpi = 300;
    options.size = pixelsOf({160, 100}, options.dpi);
    CHECK(options.size == QSize(1890, 1181));
    CHECK(millimetresOf(options).width() == Approx(160).margin(0.05));
    const QImage image = QImage::fromData(must(pictureBytes(starterChart(), options)), "png");
    CHECK(image.size() == options.size);
    CHECK(image.dotsPerMeterX() == 11811);
    CHECK(image.dotsPerMeterY() == 11811);
    CHECK(image.width() * 1000.0 / image.dotsPerMeterX() == Approx(160).margin(0.05));
    options.format = PictureFormat::Svg;
    CHECK(must(pictureBytes(starterChart(), options)).contains("<svg width=\"160.02mm\" height=\"99.9913mm\""));
    options.dpi = 0;
    options.format = PictureFormat::Png;
    options.scale = 3;
    options.size = {400, 300};
    CHECK(QImage::fromData(must(pictureBytes(starterChart(), options)), "png").dotsPerMeterX() == qRound(288 / 0.0254));
}

TEST_CASE("resolutions that no picture can have are refused", "[picture]")
{
    PictureOptions options;
    for (const int dpi : {-1, 1, 35, 1201}) {
        options.dpi = dpi;
        CHECK_FALSE(checkOptions(options));
    }
    options.dpi = 300;
    CHECK(checkOptions(options));
    options.scale = 2;
    CHECK_FALSE(checkOptions(options));
    options = of(PictureFormat::Csv);
    options.size = {1, 1};
    CHECK(checkOptions(options));
}

TEST_CASE("the ending of a name is the format", "[picture]")
{
    for (const PictureFormat format : {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf, PictureFormat::Csv})
        CHECK(must(pictureFormat(u("a.b.") + pictureSuffix(format).toUpper())) == format);
    CHECK(pictureFormat(u("a.gif")).error().next == u("end the name in .png, .svg, .pdf or .csv"));
}

TEST_CASE("the command line's writer writes every format", "[picture]")
{
    const TemporaryFolder folder;
    const chart::ChartData data = starterChart();
    PictureWriter writer;
    for (const auto &[name, start] : {std::pair{"a.png", "\x89PNG"}, std::pair{"a.svg", "<?xml"}, std::pair{"a.pdf", "%PDF-"},
             std::pair{"a.csv", "category,"}}) {
        batch::PictureRequest request;
        request.target = folder.path(u(name));
        request.size = {500, 400};
        request.dpi = 150;
        request.transparent = true;
        REQUIRE(writer.write(data, request));
        QFile file(request.target);
        REQUIRE(file.open(QFile::ReadOnly));
        CHECK(file.readAll().startsWith(start));
    }
    const QImage image(folder.path(u("a.png")));
    CHECK(image.dotsPerMeterX() == qRound(150 / 0.0254));
    CHECK(qAlpha(image.pixel(0, 0)) == 0);
}

TEST_CASE("a full disk leaves no half file in any format, and what was there", "[picture]")
{
    const TemporaryFolder folder;
    QFile old(folder.path(u("old.png")));
    REQUIRE(old.open(QFile::WriteOnly));
    REQUIRE(old.write("old") == 3);
    old.close();
    const chart::ChartData data = starterChart("organisations");
    for (const PictureFormat format : {PictureFormat::Png, PictureFormat::Svg, PictureFormat::Pdf, PictureFormat::Csv}) {
        const QString target = folder.path(u("a.") + pictureSuffix(format));
        const FullDisk disk(1000);
        const Result<> written = writePicture(data, of(format), target, false);
        REQUIRE_FALSE(written);
        CHECK(written.error().kind == ErrorKind::Io);
        CHECK(written.error().where == target);
        CHECK_FALSE(written.error().next.isEmpty());
        CHECK_FALSE(writePicture(data, of(format), old.fileName(), true));
    }
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{u("old.png")});
    REQUIRE(old.open(QFile::ReadOnly));
    CHECK(old.readAll() == "old");
    CHECK(writePicture(data, of(PictureFormat::Csv), folder.path(u("a.csv")), false));
}
