// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/picture.h"

#include <span>

/// What the export offers, and what was chosen last time.
namespace waic::ui {

/// A size by what it is for.
struct PicturePreset
{
    const char *name; ///< translated by presetLabel()
    QSize pixels, millimetres;
};

std::span<const PicturePreset> picturePresets();
QString presetLabel(const PicturePreset &preset);

/// The choices of last time, else the defaults, also when settings were damaged.
PictureOptions keptPictureOptions();
void keepPictureOptions(const PictureOptions &options);

/// What will come of it: "1,600 × 1,000 pixels".
QString pictureWords(const PictureOptions &options);

} // namespace waic::ui
