// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"
#include "chart/chart_data.h"

#include <QSize>
#include <QStringList>

namespace waic::batch {

/// What a chart picture needs besides its numbers.
struct PictureRequest
{
    QString target;         ///< OUT.png, .svg, .pdf or .csv; the suffix chooses the format
    QSize size{1600, 1000}; ///< logical pixels
    double scale = 1;
    int dpi = 0; ///< of a size on paper; 0: none is meant
    bool transparent = false;
    QString theme = QStringLiteral("light"); ///< light, dark, print
    bool force = false;                      ///< replace an existing target
};

/// Draws charts for the command line; main.cpp hands in the one painter that the window uses too, so that this room knows no
/// widget.
class ChartWriter
{
public:
    virtual ~ChartWriter() = default;
    virtual Result<> write(const chart::ChartData &data, const PictureRequest &request) = 0;
};

/// True when the first argument names a subcommand; it wins over a file of that name.
bool isSubcommand(const QString &word);

/// Runs `init`, `query`, `chart` or `check`; arguments without the program's name.  Returns the exit status: 0 done, 1 failed or
/// refused, 2 wrong usage.  Prints results to stdout and errors as one line to stderr.
int run(const QStringList &arguments, ChartWriter &charts);

/// What --help prints.
QString helpText();

} // namespace waic::batch
