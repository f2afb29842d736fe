// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace waic::ui {

class ChartPainter;
struct PictureOptions;

/// The chart as a PDF of one page as large as the picture: text that can be searched and copied, fonts embedded, no image, and
/// the record attached as waic-chart.json.  Its date is the catalogue's, so that the same chart gives the same bytes.  Empty
/// when Qt writes PDF in another way than is known here.
QByteArray chartPdf(const ChartPainter &chart, const PictureOptions &options, const QByteArray &record);

} // namespace waic::ui
