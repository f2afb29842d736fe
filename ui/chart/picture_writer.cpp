// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/picture_writer.h"

#include "ui/chart/picture.h"

namespace waic::ui {

Result<> PictureWriter::write(const chart::ChartData &data, const batch::PictureRequest &request)
{
    PictureOptions options;
    options.size = request.size;
    options.scale = request.scale;
    options.dpi = request.dpi;
    options.transparent = request.transparent;
    options.theme = request.theme == QLatin1String("dark") ? ThemeKind::Dark
        : request.theme == QLatin1String("print")          ? ThemeKind::Print
                                                           : ThemeKind::Light;
    const Result<PictureFormat> format = pictureFormat(request.target);
    if (!format)
        return tl::make_unexpected(format.error());
    options.format = *format;
    return writePicture(data, options, request.target, request.force);
}

} // namespace waic::ui
