// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/picture.h"

#include "chart/picture_limits.h"
#include "ui/chart/chart_painter.h"
#include "ui/chart/chart_svg.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QImageWriter>
#include <QJsonDocument>
#include <QPainter>
#include <QSaveFile>
#include <QStorageInfo>

#include <cmath>

namespace waic::ui {

namespace {

constexpr double kDotsPerMetre = 96 / 0.0254; ///< of a picture at scale 1
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
    QImage made(pixels, QImage::Format_RGB32);
    made.setDotsPerMeterX(qRound(kDotsPerMetre * options.scale));
    made.setDotsPerMeterY(qRound(kDotsPerMetre * options.scale));
    QPainter painter(&made);
    painter.scale(options.scale, options.scale);
    chart.paint(painter);
    return made;
}

Result<QByteArray> pngBytes(const ChartPainter &chart, const PictureOptions &options)
{
    QImage made = image(chart, options);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, "png");
    writer.setCompression(kCompression);
    writer.setText(QStringLiteral("waic-chart"), record(chart));
    if (!writer.write(made))
        return failure(ErrorKind::Bug, writer.errorString());
    return bytes;
}

Result<> written(const QByteArray &bytes, const QString &target)
{
    const QFileInfo folder(QFileInfo(target).absolutePath());
    if (!folder.isDir())
        return failure(
            ErrorKind::Io, Text::tr("there is no folder %1").arg(folder.filePath()), target, Text::tr("make it first"));
    QSaveFile file(target);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    // Qt does not say in words that a disk is full.
    if (QStorageInfo(folder.filePath()).bytesAvailable() < bytes.size())
        return failure(
            ErrorKind::Io, Text::tr("the disk is full"), target, Text::tr("free some space, or choose another folder"));
    if (!folder.isWritable())
        return failure(ErrorKind::Io, Text::tr("this folder may not be written"), target, Text::tr("choose another folder"));
    return failure(ErrorKind::Io, Text::tr("the picture cannot be written (%1)").arg(file.errorString()), target,
        Text::tr("choose another name or folder"));
}

} // namespace

Result<> checkOptions(const PictureOptions &options)
{
    const auto isSide = [](int side) { return side >= chart::kLeastPictureSide && side <= chart::kMostPictureSide; };
    if (!isSide(options.size.width()) || !isSide(options.size.height()))
        return failure(ErrorKind::BadInput,
            Text::tr("a picture of %1x%2 is not possible").arg(options.size.width()).arg(options.size.height()), {},
            Text::tr("each side takes %1 to %2 pixels").arg(chart::kLeastPictureSide).arg(chart::kMostPictureSide));
    if (!(options.scale >= chart::kLeastPictureScale && options.scale <= chart::kMostPictureScale))
        return failure(ErrorKind::BadInput, Text::tr("a scale of %1 is not possible").arg(options.scale), {},
            Text::tr("it is a number from %1 to %2").arg(chart::kLeastPictureScale).arg(chart::kMostPictureScale));
    const double pixels = double(options.size.width()) * options.size.height() * options.scale * options.scale;
    if (options.format == PictureFormat::Png && pixels > chart::kMostPicturePixels)
        return failure(ErrorKind::BadInput, Text::tr("this picture would have %1 million pixels").arg(qRound(pixels / 1e6)), {},
            Text::tr("choose a smaller size or scale, or SVG"));
    return {};
}

Result<PictureFormat> pictureFormat(const QString &target)
{
    const QString suffix = QFileInfo(target).suffix().toLower();
    if (suffix == QLatin1String("png"))
        return PictureFormat::Png;
    if (suffix == QLatin1String("svg"))
        return PictureFormat::Svg;
    return failure(ErrorKind::BadInput,
        suffix.isEmpty() ? Text::tr("the name has no ending that says the format")
                         : Text::tr("charts are not written as %1").arg(suffix.toUpper()),
        target, Text::tr("end the name in .png or .svg"));
}

QImage chartImage(const chart::ChartData &data, const PictureOptions &options)
{
    return image(ChartPainter(data, options.size, options.theme, ChartPlace::Picture), options);
}

Result<QByteArray> pictureBytes(const chart::ChartData &data, const PictureOptions &options)
{
    if (!data.empty.isNull())
        return failure(
            ErrorKind::BadInput, Text::tr("nothing to draw: %1").arg(data.empty.chopped(data.empty.endsWith(QLatin1Char('.')))));
    if (const Result<> checked = checkOptions(options); !checked)
        return tl::make_unexpected(checked.error());
    const ChartPainter chart(data, options.size, options.theme, ChartPlace::Picture);
    return options.format == PictureFormat::Png ? pngBytes(chart, options) : Result<QByteArray>(chartSvg(chart, record(chart)));
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
