// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_chart/charted_window.h"

#include "ui/chart/export_dialog.h"

#include <QComboBox>
#include <QPushButton>
#include <QSpinBox>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

chart::ChartData starterChart()
{
    ExploredCatalogue starter(must(exchange::starterContents()));
    return charted(starter, "models-share");
}

} // namespace

TEST_CASE("export offers the usual sizes and keeps the last choices", "[export-dialog]")
{
    QSettings().clear();
    const chart::ChartData data = starterChart();
    {
        ExportDialog dialog(data);
        CHECK(dialog.options() == PictureOptions());
        auto *preset = dialog.findChild<QComboBox *>(u("exportPreset"));
        REQUIRE(preset->count() == 4);
        preset->setCurrentIndex(1);
        emit preset->activated(1);
        CHECK(dialog.options().size == QSize(1920, 1080));
        dialog.findChild<QSpinBox *>(u("exportWidth"))->setValue(1000);
        CHECK(preset->currentIndex() == 3);
        dialog.findChild<QComboBox *>(u("exportScale"))->setCurrentIndex(2);
        dialog.findChild<QComboBox *>(u("exportTheme"))->setCurrentIndex(1);
        dialog.accept();
        CHECK(dialog.result() == QDialog::Accepted);
    }
    const PictureOptions last = ExportDialog::lastOptions();
    CHECK(last.size == QSize(1000, 1080));
    CHECK(last.scale == 3);
    CHECK(last.theme == ThemeKind::Dark);
    CHECK(ExportDialog(data).options() == last);
}

TEST_CASE("export refuses a picture that is too large before the file is asked", "[export-dialog]")
{
    QSettings().clear();
    ExportDialog dialog(starterChart());
    dialog.setOptions({{8000, 8000}, 4, ThemeKind::Light, PictureFormat::Png});
    dialog.accept();
    CHECK(dialog.result() != QDialog::Accepted);
    dialog.setOptions({{8000, 8000}, 4, ThemeKind::Light, PictureFormat::Svg});
    dialog.accept();
    CHECK(dialog.result() == QDialog::Accepted);
}

TEST_CASE("settings of another program's making do not break the export", "[export-dialog]")
{
    QSettings().clear();
    QSettings().setValue(u("chart/export/size"), u("wide"));
    QSettings().setValue(u("chart/export/theme"), 77);
    QSettings().setValue(u("chart/export/scale"), -3);
    CHECK(ExportDialog::lastOptions() == PictureOptions());
}

TEST_CASE("every input of the export has a name", "[export-dialog]")
{
    QSettings().clear();
    ExportDialog dialog(starterChart());
    for (QComboBox *box : dialog.findChildren<QComboBox *>())
        CHECK_FALSE(box->accessibleName().isEmpty());
    for (QSpinBox *box : dialog.findChildren<QSpinBox *>())
        CHECK_FALSE(box->accessibleName().isEmpty());
}
