// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app_fixture.h"

#include "ui/chart/chart_pane.h"
#include "ui/chart/export_dialog.h"
#include "ui/table/announcement_model.h"

#include <QFileInfo>
#include <QImage>

using namespace waic;
using namespace waic::tests;

namespace {

const QString kCorrected = QStringLiteral("Huawei shows the Supernode 384, corrected by hand");

/// The column of the model that shows titles.
int titleColumn(QTableView &table)
{
    for (int column = 0; column < table.model()->columnCount(); ++column)
        if (table.model()->headerData(column, Qt::Horizontal).toString() == QStringLiteral("Title"))
            return column;
    FAIL("no column is headed Title");
    return -1;
}

int rowOf(AppFixture &app, const QString &titlePart)
{
    const int column = titleColumn(app.table());
    for (int row = 0; row < app.shownRows(); ++row)
        if (app.table().model()->index(row, column).data().toString().contains(titlePart))
            return row;
    return -1;
}

QString titleAt(AppFixture &app, int row)
{
    return app.table().model()->index(row, titleColumn(app.table())).data().toString();
}

void searchForHuawei(AppFixture &app)
{
    QTest::keyClick(&app.window(), Qt::Key_F, Qt::ControlModifier);
    REQUIRE(qobject_cast<QLineEdit *>(app.focused()));
    app.keys(QStringLiteral("org:Huawei"));
    REQUIRE(app.waitForRows(12));
}

void exportKinds(AppFixture &app, const QString &picture)
{
    auto &charts = *app.window().findChild<ui::ChartPane *>();
    charts.showChart(QStringLiteral("kinds"));
    REQUIRE(QTest::qWaitFor([&] { return charts.data() && charts.data()->spec.name == QStringLiteral("kinds"); }));
    app.dialogs().file = picture;
    app.trigger("chart.export");
    auto *dialog = app.window().findChild<ui::ExportDialog *>();
    REQUIRE(dialog);
    dialog->accept();
    REQUIRE(QTest::qWaitFor([&] { return QFileInfo::exists(picture); }));
}

} // namespace

TEST_CASE("the whole job: filter, read, edit, undo, redo, export the chart, restart, find the edit", "[acceptance]")
{
    const TemporaryCatalogue file;
    const QString picture = file.beside(QStringLiteral("chart.png"));
    QString before;
    {
        AppFixture app(file.path());
        searchForHuawei(app);

        const int row = rowOf(app, QStringLiteral("Supernode 384"));
        REQUIRE(row >= 0);
        before = titleAt(app, row);
        const QModelIndex cell = app.table().model()->index(row, titleColumn(app.table()));
        app.table().setCurrentIndex(cell);
        REQUIRE(QTest::qWaitFor([&] { return app.workspace().current() != 0; }));
        const catalogue::Record read = app.record(app.workspace().current());
        CHECK(read.announcement.title == before);
        CHECK(read.claims.size() == 29);
        CHECK(read.sources.size() == 12);

        app.table().setFocus();
        app.key(Qt::Key_F2);
        REQUIRE(QTest::qWaitFor([&] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()); }));
        qobject_cast<QLineEdit *>(QApplication::focusWidget())->selectAll();
        app.keys(kCorrected);
        app.key(Qt::Key_Return);
        REQUIRE(QTest::qWaitFor([&] { return rowOf(app, kCorrected) >= 0; }));
        REQUIRE(QTest::qWaitFor([&] { return !app.workspace().history().undoLabel.isNull(); }));

        app.table().setFocus();
        app.key(Qt::Key_Z, Qt::ControlModifier);
        REQUIRE(QTest::qWaitFor([&] { return rowOf(app, kCorrected) < 0 && rowOf(app, before) >= 0; }));
        app.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(QTest::qWaitFor([&] { return rowOf(app, kCorrected) >= 0; }));

        exportKinds(app, picture);
        CHECK(app.dialogs().errors.empty());
    }
    const QImage drawn(picture);
    CHECK(drawn.size() == QSize(1600, 1000));
    CHECK(drawn.text(QStringLiteral("waic-chart")).contains(QStringLiteral("org:Huawei")));

    AppFixture again(file.path());
    searchForHuawei(again);
    CHECK(rowOf(again, kCorrected) >= 0);
    again.table().setFocus();
    again.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(QTest::qWaitFor([&] { return rowOf(again, before) >= 0 && rowOf(again, kCorrected) < 0; }));
}
