// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/charted_catalogue.h"

#include "ui/chart/pdf_bytes.h"
#include "ui/chart/picture.h"

#include <QHashSeed>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QThread>

#include <ctime>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

/// The process in another time zone for a while.
class Zone
{
public:
    explicit Zone(const char *name) { set(name); }
    ~Zone() { set(m_before); }

private:
    static void set(const QByteArray &name)
    {
        if (name.isNull())
            qunsetenv("TZ");
        else
            qputenv("TZ", name);
        ::tzset();
    }

    QByteArray m_before = qgetenv("TZ");
};

PictureOptions pdf(const QSize &size = {1600, 1000}, int dpi = 0)
{
    PictureOptions options;
    options.format = PictureFormat::Pdf;
    options.size = size;
    options.dpi = dpi;
    return options;
}

chart::ChartData starterChart(const char *name = "models-share")
{
    ExploredCatalogue starter{must(exchange::starterContents())};
    return charted(starter, name);
}

/// What stands between two marks of the file, which must be there once.
QByteArray only(const QByteArray &bytes, const QByteArray &before, const QByteArray &after)
{
    REQUIRE(bytes.count(before) == 1);
    const qsizetype start = bytes.indexOf(before) + before.size();
    return bytes.mid(start, bytes.indexOf(after, start) - start);
}

/// Every object stands where the table says, and the table where the end of the file says.
void checkTable(const QByteArray &bytes)
{
    static const QRegularExpression kEnd(u("startxref\\n(\\d+)\\s*\\n%%EOF\\n$"));
    const QRegularExpressionMatch end = kEnd.match(QString::fromLatin1(bytes));
    REQUIRE(end.hasMatch());
    const qsizetype table = end.captured(1).toLongLong();
    REQUIRE(bytes.mid(table, 5) == "xref\n");
    const qsizetype first = bytes.indexOf('\n', table + 5) + 1;
    const int objects = bytes.mid(table + 5, first - table - 6).split(' ').value(1).toInt();
    REQUIRE(objects > 10);
    for (int object = 1; object < objects; ++object) {
        const qsizetype place = bytes.mid(first + 20 * object, 10).toLongLong();
        const QByteArray head = QByteArray::number(object) + " 0 obj";
        CHECK(bytes.mid(place, head.size()) == head);
    }
}

/// stdout of a tool of poppler, if it is installed.
std::optional<QString> said(const char *tool, const QByteArray &bytes, const QStringList &options = {})
{
    const QString program = QStandardPaths::findExecutable(u(tool));
    if (program.isEmpty())
        return {};
    const TemporaryFolder folder;
    QFile file(folder.path(u("a.pdf")));
    REQUIRE(file.open(QFile::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
    file.close();
    QProcess process;
    QStringList words = QStringList(options) << file.fileName();
    if (program.endsWith(u("pdftotext")))
        words << u("-"); // to stdout
    process.start(program, words);
    REQUIRE(process.waitForFinished());
    CHECK(process.readAllStandardError().isEmpty()); // poppler complains of what it has to mend
    return QString::fromUtf8(process.readAllStandardOutput());
}

chart::ChartData foreign()
{
    catalogue::Contents contents;
    contents.announcements = {announcement(u("a"), u("人工智能 车长门风 白馬")),
        announcement(u("b"), u("Trí tuệ nhân tạo Đà Nẵng")), announcement(u("c"), u("efficient offices, first flow"))};
    ExploredCatalogue catalogue(contents);
    return charted(catalogue, "kinds");
}

} // namespace

TEST_CASE("a PDF has the same bytes at any time and in any time zone", "[pdf]")
{
    const chart::ChartData data = starterChart();
    QByteArray before;
    {
        const Zone zone("UTC");
        before = must(pictureBytes(data, pdf()));
    }
    QThread::msleep(1100); // the clock that Qt writes has seconds
    for (const char *name : {"Asia/Shanghai", "America/New_York"}) {
        const Zone zone(name);
        CHECK(must(pictureBytes(data, pdf())) == before);
    }
    checkTable(before);
}

TEST_CASE("a PDF has the same bytes in every process", "[pdf]")
{
    const chart::ChartData data = foreign();
    const QByteArray before = must(pictureBytes(data, pdf()));
    for (int process = 0; process < 8; ++process) {
        QHashSeed::resetRandomGlobalSeed(); // as each process has its own
        CHECK(must(pictureBytes(data, pdf())) == before);
    }
}

TEST_CASE("a PDF tells the catalogue's date", "[pdf]")
{
    chart::ChartData data = starterChart();
    const auto dateOf = [&] { return only(must(pictureBytes(data, pdf())), "/CreationDate (D:", ")"); };
    REQUIRE_FALSE(data.starterVersion.isEmpty());
    CHECK(dateOf() == QString(data.starterVersion).remove(QLatin1Char('-')).toLatin1() + "000000Z");
    const Zone zone("Asia/Shanghai");
    data.newestStepAt = u("2026-08-09T23:05:06.789Z");
    CHECK(dateOf() == "20260809230506Z");
    data.newestStepAt.clear();
    data.starterVersion.clear();
    CHECK(dateOf() == "20000101000000Z");
}

TEST_CASE("the page of a PDF is as large as the picture", "[pdf]")
{
    const chart::ChartData data = starterChart();
    const auto boxOf = [&](const PictureOptions &options) {
        const QByteArray bytes = must(pictureBytes(data, options));
        checkTable(bytes);
        std::vector<double> sides;
        for (const QByteArray &side : only(bytes, "/MediaBox [", "]").split(' '))
            sides.push_back(side.toDouble());
        REQUIRE(sides.size() == 4);
        return QSizeF(sides[2] - sides[0], sides[3] - sides[1]);
    };
    CHECK(boxOf(pdf()) == QSizeF(1200, 750));
    const QSizeF odd = boxOf(pdf({1001, 777}));
    CHECK(odd.width() == Approx(1001 * 0.75));
    CHECK(odd.height() == Approx(777 * 0.75));
    const QSizeF paper = boxOf(pdf(pixelsOf({160, 100}, 300), 300));
    CHECK(paper.width() == Approx(160 / 25.4 * 72).margin(0.13)); // half a pixel
    CHECK(paper.height() == Approx(100 / 25.4 * 72).margin(0.13));
}

TEST_CASE("a PDF has embedded fonts, no image and the chart's record", "[pdf]")
{
    for (const bool transparent : {false, true}) {
        PictureOptions options = pdf();
        options.transparent = transparent;
        const QByteArray bytes = must(pictureBytes(starterChart("organisations"), options));
        CHECK(bytes.startsWith("%PDF-"));
        CHECK_FALSE(bytes.contains("/Subtype /Image"));
        CHECK(bytes.contains("/FontFile2 "));
        CHECK(bytes.count("/Type /Page\n") == 1);
        CHECK(bytes.contains("/F (waic-chart.json)"));
        if (const auto fonts = said("pdffonts", bytes))
            CHECK_FALSE(fonts->split(QLatin1Char('\n')).filter(u("CID TrueType")).filter(u(" yes ")).isEmpty());
        if (const auto files = said("pdfdetach", bytes, {u("-list")}))
            CHECK(files->contains(u("waic-chart.json")));
    }
}

TEST_CASE("text of a PDF comes back as it is written", "[pdf]")
{
    const chart::ChartData data = foreign();
    const QByteArray bytes = must(pictureBytes(data, pdf()));
    checkTable(bytes);
    // The first character that has a glyph: a radical for a word, a tab for a space.
    CHECK_FALSE(bytes.contains("<2F08>"));
    CHECK_FALSE(bytes.contains("<0009>"));
    CHECK_FALSE(bytes.contains("<FB01>"));
    CHECK(bytes.contains("<0020>"));
    CHECK(bytes.contains("<4EBA>"));
    const std::optional<QString> text = said("pdftotext", bytes);
    if (!text)
        return;
    CHECK(text->simplified().contains(data.title.simplified()));
    for (const chart::Mark &mark : data.marks)
        CHECK(text->contains(mark.label));
}

TEST_CASE("objects of a PDF move with what grows before them", "[pdf]")
{
    const QByteArray small = "%PDF-1.4\n1 0 obj\n/CreationDate (D:2026)\nendobj\n2 0 obj\n/MediaBox [0 0 9 9]\nendobj\n"
                             "xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000047 00000 n \n"
                             "trailer\n<<>>\nstartxref\n82\n%%EOF\n";
    REQUIRE(small.mid(47, 7) == "2 0 obj");
    PdfBytes bytes(small);
    CHECK(bytes.setCreationDate(QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC)));
    CHECK(bytes.setPageBox({0, 0.5, 9, 8.5}));
    CHECK(bytes.bytes().contains("(D:20260102030400Z)"));
    CHECK(bytes.bytes().contains("[0.0000 0.5000 9.0000 9.0000]"));
    CHECK(bytes.bytes().contains(QByteArray::number(bytes.bytes().indexOf("2 0 obj")).rightJustified(10, '0') + " 00000 n \n"));
    CHECK(bytes.bytes().contains("\n0000000009 00000 n \n"));
    CHECK(bytes.bytes().contains("startxref\n" + QByteArray::number(bytes.bytes().indexOf("xref\n0 3")) + "\n"));
    PdfBytes none("%PDF-1.4\n");
    CHECK_FALSE(none.setCreationDate(QDateTime::currentDateTimeUtc()));
    CHECK_FALSE(none.setPageBox({0, 0, 1, 1}));
}
