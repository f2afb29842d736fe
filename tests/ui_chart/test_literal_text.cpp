// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_chart/charted_window.h"

#include "ui/chart/picture.h"
#include "ui/common/pane_head.h"
#include "ui/common/words.h"

#include <QLabel>
#include <QToolTip>
#include <QXmlStreamReader>

using namespace waic;
using namespace waic::tests;

namespace {

const char *const kKind = "R&D <b>%1</b> &amp;";

/// Every text of an element `name`.
QStringList textsOf(const QByteArray &svg, const char *name)
{
    QStringList texts;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd())
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String(name))
            texts.append(xml.readElementText());
    CHECK_FALSE(xml.hasError());
    return texts;
}

} // namespace

TEST_CASE("signs of markup in a value are letters everywhere in the pane", "[chart-pane]")
{
    ChartedWindow window("kinds");
    catalogue::Contents contents;
    contents.announcements = {announcement(u("a"), u(kKind)), announcement(u("b"), u(kKind)), announcement(u("c"), u("robot"))};
    must(catalogue::createCatalogue(window.path("signs & <i>.waic"), contents));
    REQUIRE(window.workspace().open(window.path("signs & <i>.waic")));
    REQUIRE(window.waitFor(u("kinds"), 3));

    const QString title = u("“%1” is the most frequent kind: 2 of 3 announcements").arg(u(kKind));
    CHECK(window.data().title == title);
    CHECK(window.canvas().accessibleName() == title);
    CHECK(window.canvas().accessibleDescription().contains(u(kKind) + u(": 2 (66.7%)")));

    const QPoint at = window.canvas().centreOf(window.mark(u(kKind)));
    QHelpEvent help(QEvent::ToolTip, at, window.canvas().mapToGlobal(at));
    QApplication::sendEvent(&window.canvas(), &help);
    CHECK(QToolTip::text() == ui::plainToolTip(u(kKind) + u(": 2 (66.7%)")));
    QToolTip::hideText();

    window.click(u(kKind));
    REQUIRE(window.waitFor(u("kinds"), 2));
    window.dialogs().file = window.path("R&D <b>.svg");
    window.pane().exportTo({{800, 500}, 1, ui::ThemeKind::Light, ui::PictureFormat::Svg});
    for (const QLabel *label : window.pane().findChild<ui::PaneHead *>()->findChildren<QLabel *>())
        CHECK(label->textFormat() == Qt::PlainText);
    QFile file(window.path("R&D <b>.svg"));
    REQUIRE(file.open(QFile::ReadOnly));
    const QByteArray svg = file.readAll();
    CHECK(textsOf(svg, "title") == QStringList{window.data().title});
    CHECK(textsOf(svg, "text").join(QLatin1Char(' ')).contains(u(kKind)));
}
