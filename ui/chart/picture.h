// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"
#include "ui/common/theme.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

/// Charts as files.
namespace waic::ui {

enum class PictureFormat { Png, Svg, Pdf, Csv };

struct PictureOptions
{
    QSize size{1600, 1000}; ///< logical pixels
    double scale = 1;       ///< PNG: pixels for each logical one; the others have no pixels and ignore it
    ThemeKind theme = ThemeKind::Light;
    PictureFormat format = PictureFormat::Png;
    bool transparent = false; ///< no ground behind the chart
    int dpi = 0;              ///< logical pixels to the inch on paper, with a scale of 1; 0: 96

    bool operator==(const PictureOptions &) const = default;
};

/// Logical pixels to the inch on paper.
double dotsPerInch(const PictureOptions &options);
/// A size on paper as pixels at a resolution.
/// Pixels of the smallest text: on paper it has at least 6 points.
int leastText(const PictureOptions &options);
QSize pixelsOf(const QSizeF &millimetres, int dpi);
/// The size on paper.
QSizeF millimetresOf(const PictureOptions &options);

/// Clear words for a size, resolution or scale that no picture can have.
Result<> checkOptions(const PictureOptions &options);

/// "png", as files of the format end.
QString pictureSuffix(PictureFormat format);
/// The format that a file's suffix asks for; BadInput names those that there are.
Result<PictureFormat> pictureFormat(const QString &target);

/// Whatever the format of the options.
QImage chartImage(const chart::ChartData &data, const PictureOptions &options);
/// The whole file.  Same data and options give the same bytes.  BadInput when there is nothing to draw.
Result<QByteArray> pictureBytes(const chart::ChartData &data, const PictureOptions &options);

/// Writes the file, whole or not at all.  Exists without `replace`; Io with clear words for a folder that is not there or may not
/// be written, and for a full disk.
Result<> writePicture(const chart::ChartData &data, const PictureOptions &options, const QString &target, bool replace);

} // namespace waic::ui
