// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/chart_options.h"

#include "chart/picture_limits.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace waic::batch {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Batch)
};

tl::unexpected<Error> wrong(const QString &what, const QString &next)
{
    return failure(ErrorKind::BadInput, what, {}, next);
}

bool isWithin(double value, double least, double most)
{
    return value >= least && value <= most; // and so is a number
}

/// "1600x1000" in pixels, "160x100mm" on paper at this resolution.
Result<QSize> parseSize(const QString &text, int dpi)
{
    QString numbers = text.toLower();
    const bool isPaper = numbers.endsWith(QLatin1String("mm"));
    numbers.chop(isPaper ? 2 : 0);
    const QStringList sides = numbers.split(QLatin1Char('x'));
    bool isWidth = false, isHeight = false;
    QSize size(sides.value(0).toInt(&isWidth), sides.value(1).toInt(&isHeight));
    if (isPaper)
        size = (QSizeF(sides.value(0).toDouble(&isWidth), sides.value(1).toDouble(&isHeight)) * dpi / chart::kMillimetresPerInch)
                   .toSize();
    const bool fits = isWithin(size.width(), chart::kLeastPictureSide, chart::kMostPictureSide)
        && isWithin(size.height(), chart::kLeastPictureSide, chart::kMostPictureSide);
    if (sides.size() == 2 && isWidth && isHeight && fits)
        return size;
    return wrong(Text::tr("--size '%1' is no size").arg(text),
        Text::tr("write width and height in pixels, %1 to %2 each, such as 1600x1000, or on paper, such as 160x100mm")
            .arg(chart::kLeastPictureSide)
            .arg(chart::kMostPictureSide));
}

Result<double> parseScale(const QString &text)
{
    bool isNumber = false;
    const double scale = text.toDouble(&isNumber);
    if (!isNumber || !isWithin(scale, chart::kLeastPictureScale, chart::kMostPictureScale))
        return wrong(Text::tr("--scale '%1' is no scale").arg(text),
            Text::tr("write a number from %1 to %2, such as 2").arg(chart::kLeastPictureScale).arg(chart::kMostPictureScale));
    return scale;
}

Result<int> parseDpi(const QString &text)
{
    bool isNumber = false;
    const int dpi = text.toInt(&isNumber);
    if (!isNumber || !isWithin(dpi, chart::kLeastPictureDpi, chart::kMostPictureDpi))
        return wrong(Text::tr("--dpi '%1' is no resolution").arg(text),
            Text::tr("write a whole number from %1 to %2, such as %3")
                .arg(chart::kLeastPictureDpi)
                .arg(chart::kMostPictureDpi)
                .arg(chart::kUsualPictureDpi));
    return dpi;
}

Result<> putTarget(PictureRequest &picture, const Arguments &arguments)
{
    picture.target = arguments.value(QStringLiteral("to"));
    picture.force = arguments.has(QStringLiteral("force"));
    static const QStringList kEndings{QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf"), QStringLiteral("csv")};
    if (kEndings.contains(QFileInfo(picture.target).suffix().toLower()))
        return {};
    return wrong(Text::tr("--to '%1' says no format that charts are written in").arg(picture.target),
        Text::tr("end the name in .png, .svg, .pdf or .csv"));
}

Result<> putMeasures(PictureRequest &picture, const Arguments &arguments)
{
    const QString size = arguments.value(QStringLiteral("size"));
    const bool isPaper = size.endsWith(QLatin1String("mm"), Qt::CaseInsensitive);
    if (arguments.has(QStringLiteral("dpi")) || isPaper) {
        const Result<int> dpi = parseDpi(arguments.value(QStringLiteral("dpi"), QString::number(chart::kUsualPictureDpi)));
        if (!dpi)
            return tl::make_unexpected(dpi.error());
        picture.dpi = *dpi;
    }
    if (arguments.has(QStringLiteral("size"))) {
        const Result<QSize> parsed = parseSize(size, picture.dpi);
        if (!parsed)
            return tl::make_unexpected(parsed.error());
        picture.size = *parsed;
    }
    if (!arguments.has(QStringLiteral("scale")))
        return {};
    const Result<double> scale = parseScale(arguments.value(QStringLiteral("scale")));
    if (!scale)
        return tl::make_unexpected(scale.error());
    picture.scale = *scale;
    if (picture.dpi != 0 && picture.scale != 1)
        return wrong(Text::tr("a resolution and --scale both say how fine the picture is"),
            Text::tr("leave --scale out, or give --size in pixels without --dpi"));
    return {};
}

Result<> putLooks(PictureRequest &picture, const Arguments &arguments)
{
    picture.transparent = arguments.has(QStringLiteral("transparent"));
    picture.theme = arguments.value(QStringLiteral("theme"), picture.theme);
    if (QStringList{QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("print")}.contains(picture.theme))
        return {};
    return wrong(Text::tr("--theme '%1' is no theme").arg(picture.theme), Text::tr("it is light, dark or print"));
}

} // namespace

QStringList chartValues()
{
    return {QStringLiteral("to"), QStringLiteral("size"), QStringLiteral("scale"), QStringLiteral("dpi"), QStringLiteral("theme"),
        QStringLiteral("query"), QStringLiteral("lang")};
}

QStringList chartSwitches()
{
    return {QStringLiteral("list"), QStringLiteral("force"), QStringLiteral("transparent")};
}

Result<PictureRequest> pictureRequest(const Arguments &arguments)
{
    PictureRequest picture;
    for (const auto put : {putTarget, putMeasures, putLooks})
        if (const Result<> done = put(picture, arguments); !done)
            return tl::make_unexpected(done.error());
    return picture;
}

} // namespace waic::batch
