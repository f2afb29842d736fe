// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/picture.h"

#include "chart/chart_table.h"
#include "chart/picture_limits.h"
#include "ui/chart/chart_painter.h"
#include "ui/chart/chart_pdf.h"
#include "ui/chart/chart_svg.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImageWriter>
#include <QJsonDocument>
#include <QPainter>
#include <QSaveFile>
#include <QStorageInfo>

#include <array>

namespace waic::ui {

namespace {

constexpr double kUsualDotsPerInch = 96; ///< of a logical pixel
constexpr double kInchesPerMetre = 1000 / chart::kMillimetresPerInch;
const std::array kSuffixes{std::pair{PictureFormat::Png, "png"}, std::pair{PictureFormat::Svg, "svg"},
    std::pair{PictureFormat::Pdf, "pdf"}, std::pair{PictureFormat::Csv, "csv"}};
constexpr int kCompression = 30; ///< of 100: flat colours are small at once, and more costs a third of the time of the whole

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Picture)
};

QString record(const ChartPainter &chart)
{
    const QJsonDocument json(chart::pictureRecord(chart.data(), chart.shownMarks()));
    return QString::fromUtf8(json.toJson(QJsonDocument::Compact));
}

QImage image(const ChartPainter &chart, const PictureOptions &options)
{
    const QSize pixels(qRound(options.size.width() * options.scale), qRound(options.size.height() * options.scale));
    QImage made(pixels, options.transparent ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    if (made.isNull())
        return made;
    const int dots = qRound(dotsPerInch(options) * options.scale * kInchesPerMetre);
    made.setDotsPerMeterX(dots);
    made.setDotsPerMeterY(dots);
    if (options.transparent)
        made.fill(Qt::transparent);
    QPainter painter(&made);
    painter.scale(options.scale, options.scale);
    chart.paint(painter, {}, options.transparent ? ChartGround::Transparent : ChartGround::Solid);
    return made;
}

Result<QByteArray> pngBytes(const ChartPainter &chart, const PictureOptions &options)
{
    const QImage made = image(chart, options);
    if (made.isNull())
        return failure(ErrorKind::Io, Text::tr("there is not enough memory for this picture"), {},
            Text::tr("choose a smaller size or scale"));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    writer.setCompression(kCompression);
    writer.setText(QStringLiteral("waic-chart"), record(chart));
    if (!writer.write(made))
        return failure(ErrorKind::Bug, writer.errorString());
    return bytes;
}

Result<QByteArray> pdfBytes(const ChartPainter &chart, const PictureOptions &options)
{
    const QByteArray bytes = chartPdf(chart, options, record(chart).toUtf8());
    if (bytes.isEmpty())
        return failure(ErrorKind::Bug, Text::tr("this version of Qt writes PDF in a way that is not known here"), {},
            Text::tr("choose SVG or PNG"));
    return bytes;
}

Result<> written(const QByteArray &bytes, const QString &target)
{
    const QFileInfo folder(QFileInfo(target).absolutePath());
    if (!folder.isDir())
        return failure(
            ErrorKind::Io, Text::tr("there is no folder %1").arg(folder.filePath()), target, Text::tr("make it first"));
    QSaveFile file(target);
    // Unbuffered: Qt 6.4 does not notice when what is left in its buffer cannot be written at the end.
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    // Qt does not say in words that a disk is full.
    if (QStorageInfo(folder.filePath()).bytesAvailable() < bytes.size())
        return failure(
            ErrorKind::Io, Text::tr("the disk is full"), target, Text::tr("free some space, or choose another folder"));
    if (!folder.isWritable())
        return failure(ErrorKind::Io, Text::tr("this folder may not be written"), target, Text::tr("choose another folder"));
    return failure(ErrorKind::Io, Text::tr("this file cannot be written (%1)").arg(file.errorString()), target,
        Text::tr("choose another name or folder"));
}

} // namespace

double dotsPerInch(const PictureOptions &options)
{
    return options.dpi > 0 ? options.dpi : kUsualDotsPerInch;
}

int leastText(const PictureOptions &options)
{
    constexpr double kLeastPoints = 6, kPointsPerInch = 72;
    return options.dpi == 0 ? ChartSheet::kLeastPixels
                            : std::max(ChartSheet::kLeastPixels, qRound(kLeastPoints * options.dpi / kPointsPerInch));
}

QSize pixelsOf(const QSizeF &millimetres, int dpi)
{
    return (millimetres * dpi / chart::kMillimetresPerInch).toSize();
}

QSizeF millimetresOf(const PictureOptions &options)
{
    return QSizeF(options.size) * chart::kMillimetresPerInch / dotsPerInch(options);
}

Result<> checkOptions(const PictureOptions &options)
{
    if (options.format == PictureFormat::Csv)
        return {};
    const auto isSide = [](int side) { return side >= chart::kLeastPictureSide && side <= chart::kMostPictureSide; };
    if (!isSide(options.size.width()) || !isSide(options.size.height()))
        return failure(ErrorKind::BadInput,
            Text::tr("a picture of %1x%2 is not possible").arg(options.size.width()).arg(options.size.height()), {},
            Text::tr("each side takes %1 to %2 pixels").arg(chart::kLeastPictureSide).arg(chart::kMostPictureSide));
    if (options.dpi != 0 && (options.dpi < chart::kLeastPictureDpi || options.dpi > chart::kMostPictureDpi))
        return failure(ErrorKind::BadInput, Text::tr("a resolution of %1 DPI is not possible").arg(options.dpi), {},
            Text::tr("it is a number from %1 to %2").arg(chart::kLeastPictureDpi).arg(chart::kMostPictureDpi));
    if (!(options.scale >= chart::kLeastPictureScale && options.scale <= chart::kMostPictureScale))
        return failure(ErrorKind::BadInput, Text::tr("a scale of %1 is not possible").arg(options.scale), {},
            Text::tr("it is a number from %1 to %2").arg(chart::kLeastPictureScale).arg(chart::kMostPictureScale));
    if (options.dpi != 0 && options.scale != 1)
        return failure(ErrorKind::BadInput, Text::tr("a resolution and a scale both say how fine the picture is"), {},
            Text::tr("leave one of them out"));
    const double pixels = double(options.size.width()) * options.size.height() * options.scale * options.scale;
    if (options.format == PictureFormat::Png && pixels > chart::kMostPicturePixels)
        return failure(ErrorKind::BadInput, Text::tr("this picture would have %1 million pixels").arg(qRound(pixels / 1e6)), {},
            Text::tr("choose a smaller size or scale, or SVG or PDF"));
    return {};
}

QString pictureSuffix(PictureFormat format)
{
    for (const auto &[each, suffix] : kSuffixes)
        if (each == format)
            return QLatin1String(suffix);
    return {};
}

Result<PictureFormat> pictureFormat(const QString &target)
{
    const QString ending = QFileInfo(target).suffix().toLower();
    for (const auto &[format, suffix] : kSuffixes)
        if (ending == QLatin1String(suffix))
            return format;
    return failure(ErrorKind::BadInput,
        ending.isEmpty() ? Text::tr("the name has no ending that says the format")
                         : Text::tr("charts are not written as %1").arg(ending.toUpper()),
        target, Text::tr("end the name in .png, .svg, .pdf or .csv"));
}

QImage chartImage(const chart::ChartData &data, const PictureOptions &options)
{
    return image(ChartPainter(data, options.size, options.theme, ChartPlace::Picture, leastText(options)), options);
}

Result<QByteArray> pictureBytes(const chart::ChartData &data, const PictureOptions &options)
{
    if (!data.empty.isNull())
        return failure(
            ErrorKind::BadInput, Text::tr("nothing to draw: %1").arg(data.empty.chopped(data.empty.endsWith(QLatin1Char('.')))));
    if (const Result<> checked = checkOptions(options); !checked)
        return tl::make_unexpected(checked.error());
    if (options.format == PictureFormat::Csv)
        return chart::chartCsv(data);
    const ChartPainter chart(data, options.size, options.theme, ChartPlace::Picture, leastText(options));
    switch (options.format) {
    case PictureFormat::Svg:
        return chartSvg(chart, options, record(chart));
    case PictureFormat::Pdf:
        return pdfBytes(chart, options);
    case PictureFormat::Png:
    case PictureFormat::Csv:
        break;
    }
    return pngBytes(chart, options);
}

Result<> writePicture(const chart::ChartData &data, const PictureOptions &options, const QString &target, bool replace)
{
    const QFileInfo file(target);
    if (file.isDir())
        return failure(ErrorKind::Exists, Text::tr("this is a folder"), target, Text::tr("choose the name of a file"));
    if (file.exists() && !replace)
        return failure(ErrorKind::Exists, Text::tr("this file exists already"), target,
            Text::tr("choose another name, or --force to replace it"));
    const Result<QByteArray> bytes = pictureBytes(data, options);
    if (!bytes)
        return tl::make_unexpected(bytes.error());
    return written(*bytes, target);
}

} // namespace waic::ui
