// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What sizes a picture of a chart may have, for the export dialog and the command line alike.
namespace waic::chart {

constexpr int kLeastPictureSide = 200; ///< logical pixels
constexpr int kMostPictureSide = 8000;
constexpr double kLeastPictureScale = 0.5; ///< pixels for each logical one
constexpr double kMostPictureScale = 8;
constexpr double kMostPicturePixels = 120e6; ///< of a PNG

constexpr int kLeastPictureDpi = 36; ///< dots per inch of a size in millimetres
constexpr int kMostPictureDpi = 1200;
constexpr int kUsualPictureDpi = 300;
constexpr double kMillimetresPerInch = 25.4;

} // namespace waic::chart
