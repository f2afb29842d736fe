// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_chart/charted_window.h"

#include "chart/chart_table.h"
#include "ui/chart/export_choices.h"
#include "ui/chart/export_dialog.h"
#include "ui/chart/export_preview.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

/// Nothing is remembered of the test before.
chart::ChartData freshChart()
{
    QSettings().clear();
    ExploredCatalogue starter(must(exchange::starterContents()));
    return charted(starter, "models-share");
}

struct Desk
{
    QComboBox *box(const char *name) { return found<QComboBox>(name); }
    QSpinBox *number(const char *name) { return found<QSpinBox>(name); }
    void choose(const char *name, const QString &text)
    {
        const int place = box(name)->findText(text, Qt::MatchStartsWith);
        REQUIRE(place >= 0);
        box(name)->setCurrentIndex(place);
        emit box(name)->activated(place);
    }

    template <typename Widget>
    Widget *found(const char *name)
    {
        auto *widget = dialog.findChild<Widget *>(u(name));
        REQUIRE(widget);
        return widget;
    }

    const chart::ChartData data = freshChart();
    ExportDialog dialog{data};
};

} // namespace

TEST_CASE("a size on paper is chosen in millimetres at a resolution, and remembered", "[export-dialog]")
{
    Desk desk;
    CHECK_FALSE(desk.number("exportDpi")->isEnabled());
    desk.choose("exportUnit", u("Millimetres"));
    CHECK(desk.number("exportWidth")->value() == 160); // the report column's
    CHECK(desk.dialog.options().size == QSize(1890, 1181));
    CHECK(desk.dialog.options().dpi == 300);
    CHECK_FALSE(desk.box("exportScale")->isEnabled());
    desk.choose("exportPreset", u("Slide"));
    desk.number("exportDpi")->setValue(150);
    CHECK(desk.number("exportWidth")->value() == 320);
    CHECK(desk.number("exportHeight")->value() == 180);
    CHECK(desk.dialog.options().size == pixelsOf({320, 180}, 150));
    CHECK(desk.box("exportPreset")->currentText().startsWith(u("Slide")));
    desk.number("exportWidth")->setValue(200);
    CHECK(desk.box("exportPreset")->currentText() == u("Other size"));
    desk.choose("exportGround", u("Transparent"));
    desk.choose("exportFormat", u("PDF"));
    const PictureOptions chosen = desk.dialog.options();
    CHECK(chosen.transparent);
    CHECK(chosen.format == PictureFormat::Pdf);
    desk.dialog.accept();
    CHECK(desk.dialog.result() == QDialog::Accepted);
    CHECK(ExportDialog::lastOptions() == chosen);
    ExportDialog again(desk.data);
    CHECK(again.options() == chosen);
    CHECK(again.findChild<QSpinBox *>(u("exportWidth"))->value() == 200);
}

TEST_CASE("a resolution too coarse for the size is told, and nothing is exported", "[export-dialog]")
{
    Desk desk;
    desk.choose("exportUnit", u("Millimetres"));
    desk.number("exportDpi")->setValue(36);
    CHECK(desk.number("exportWidth")->value() == 160); // nothing is changed behind a person's back
    desk.number("exportWidth")->setValue(100);
    desk.dialog.accept();
    CHECK(desk.dialog.result() != QDialog::Accepted);
    desk.number("exportDpi")->setValue(360);
    desk.dialog.accept();
    CHECK(desk.dialog.result() == QDialog::Accepted);
}

TEST_CASE("numbers have no size, theme or ground", "[export-dialog]")
{
    Desk desk;
    desk.choose("exportFormat", u("CSV"));
    for (const char *name : {"exportPreset", "exportUnit", "exportScale", "exportTheme", "exportGround"})
        CHECK_FALSE(desk.box(name)->isEnabled());
    for (const char *name : {"exportWidth", "exportHeight", "exportDpi"})
        CHECK_FALSE(desk.number(name)->isEnabled());
    desk.choose("exportFormat", u("SVG"));
    CHECK(desk.box("exportTheme")->isEnabled());
    CHECK_FALSE(desk.box("exportScale")->isEnabled());
    desk.choose("exportFormat", u("PNG"));
    CHECK(desk.box("exportScale")->isEnabled());
}

TEST_CASE("the preview follows the format, the theme and the ground", "[export-dialog]")
{
    Desk desk;
    auto *preview = desk.dialog.findChild<ExportPreview *>();
    REQUIRE(preview);
    preview->resize(600, 400);
    const QImage solid = preview->grab().toImage();
    auto changed = [&, before = solid]() mutable {
        const QImage now = preview->grab().toImage();
        return std::exchange(before, now) != now;
    };
    CHECK_FALSE(changed());
    desk.choose("exportGround", u("Transparent"));
    CHECK(changed());
    desk.choose("exportTheme", u("Dark"));
    CHECK(changed());
    desk.choose("exportFormat", u("CSV"));
    CHECK(changed());
}

TEST_CASE("every input of the export is reached by Tab", "[export-dialog]")
{
    Desk desk;
    desk.choose("exportUnit", u("Millimetres"));
    desk.dialog.show();
    QSet<QString> reached;
    for (QWidget *widget = desk.dialog.nextInFocusChain(); widget != &desk.dialog; widget = widget->nextInFocusChain())
        if (widget->focusPolicy() & Qt::TabFocus)
            reached.insert(widget->objectName());
    for (const char *name : {"exportFormat", "exportPreset", "exportUnit", "exportWidth", "exportHeight", "exportDpi",
             "exportScale", "exportTheme", "exportGround"}) {
        CHECK(reached.contains(u(name)));
        CHECK_FALSE(desk.found<QWidget>(name)->accessibleName().isEmpty());
    }
}

TEST_CASE("settings that were damaged give the defaults", "[export-dialog]")
{
    QSettings().clear();
    QSettings().setValue(u("chart/export/dpi"), 7);
    CHECK(keptPictureOptions() == PictureOptions());
    QSettings().clear();
    QSettings().setValue(u("chart/export/format"), 99);
    CHECK(keptPictureOptions().format == PictureFormat::Csv);
    QSettings().setValue(u("chart/export/size"), QSize(-1, 3));
    CHECK(keptPictureOptions() == PictureOptions());
}

TEST_CASE("a copied chart is an image, a drawing and its numbers", "[chart-pane]")
{
    ChartedWindow window("kinds");
    QSettings().setValue(u("chart/export/format"), int(PictureFormat::Csv)); // of the last export
    window.pane().copyChart();
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    CHECK(copied->hasImage());
    CHECK(qvariant_cast<QImage>(copied->imageData()).size() == PictureOptions().size);
    CHECK(copied->data(u("image/svg+xml")).contains("<svg"));
    CHECK(copied->data(u("text/csv")) == chart::chartCsv(window.data()));
    CHECK(copied->text() == chart::chartText(window.data()));
    CHECK(copied->text().contains(u("\t82\t")));
}
