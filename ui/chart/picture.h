// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"
#include "ui/common/theme.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

/// Charts as files.
namespace waic::ui {

enum class PictureFormat { Png, Svg };

struct PictureOptions
{
    QSize size{1600, 1000}; ///< logical pixels
    double scale = 1;       ///< PNG: pixels for each logical one; SVG has no pixels and ignores it
    ThemeKind theme = ThemeKind::Light;
    PictureFormat format = PictureFormat::Png;

    bool operator==(const PictureOptions &) const = default;
};

/// Clear words for a size or scale that no picture can have.
Result<> checkOptions(const PictureOptions &options);

/// The format that a file's suffix asks for; BadInput names those that there are.
Result<PictureFormat> pictureFormat(const QString &target);

QImage chartImage(const chart::ChartData &data, const PictureOptions &options);
/// The whole file.  Same data and options give the same bytes.  BadInput when there is nothing to draw.
Result<QByteArray> pictureBytes(const chart::ChartData &data, const PictureOptions &options);

/// Writes the file whole or not at all.  Exists without `replace`; Io with clear words for a folder that is not there or may not
/// be written, and for a full disk.
Result<> writePicture(const chart::ChartData &data, const PictureOptions &options, const QString &target, bool replace);

} // namespace waic::ui
