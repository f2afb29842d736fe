// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "batch/batch.h"

namespace waic::ui {

/// The command line's charts, drawn by the painter of the window.  Needs a QApplication; no widget is made.
class PictureWriter : public batch::ChartWriter
{
public:
    Result<> write(const chart::ChartData &data, const batch::PictureRequest &request) override;
};

} // namespace waic::ui
