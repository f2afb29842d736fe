// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/catalogue_json.h"
#include "support/pane_fixture.h"
#include "ui/common/link_button.h"
#include "ui/facets/facet_chooser.h"
#include "ui/facets/facet_head.h"
#include "ui/facets/facet_row.h"
#include "ui/facets/facets_pane.h"
#include "ui/facets/value_section.h"

#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

class FacetsFixture : public PaneFixture<FacetsPane>
{
public:
    using PaneFixture::PaneFixture;

    FacetsPane &facets() { return pane<FacetsPane>(); }
    ValueSection &section(const char *field) { return *facets().findChild<ValueSection *>(u("facet.") + u(field)); }
    /// The shown row of a value by its label; null when it is not shown.
    FacetRow *row(const char *field, const char *label)
    {
        for (FacetRow *found : rows(field))
            if (found->entry().label == u(label))
                return found;
        return nullptr;
    }
    QList<FacetRow *> rows(const char *field)
    {
        QList<FacetRow *> found;
        for (FacetRow *candidate : section(field).findChildren<FacetRow *>())
            if (!candidate->isHidden())
                found << candidate;
        std::sort(found.begin(), found.end(), [](const FacetRow *a, const FacetRow *b) { return a->y() < b->y(); });
        return found;
    }
    QStringList labels(const char *field)
    {
        QStringList found;
        for (const FacetRow *shown : rows(field))
            found << QStringLiteral("%1 %2").arg(shown->entry().label).arg(shown->entry().count);
        return found;
    }
    LinkButton *link(const char *field, const char *text)
    {
        for (LinkButton *found : section(field).findChildren<LinkButton *>())
            if (!found->isHidden() && found->text().startsWith(u(text)))
                return found;
        return nullptr;
    }
    void focus(QWidget *widget)
    {
        widget->setFocus();
        REQUIRE(QTest::qWaitFor([&] { return widget->hasFocus(); }));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        REQUIRE(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
};

} // namespace

TEST_CASE("facets show values with their counts, editions by year, missing last", "[gui]")
{
    FacetsFixture app;
    CHECK(app.labels("edition") == QStringList{u("WAIC 2025 3"), u("WAIC 2024 3"), u("no edition 2")});
    CHECK(app.labels("kind") == QStringList{u("model 5"), u("robot 2"), u("hardware 1")});
    CHECK(app.labels("country") == QStringList{u("China 5"), u("France 1"), u("United States 1"), u("no country 1")});
    CHECK(app.row("kind", "model")->accessibleDescription().contains(u("5")));
}

TEST_CASE("ticking values is OR within a facet and AND between facets, and counts follow the others", "[gui]")
{
    FacetsFixture app;
    QTest::mouseClick(app.row("kind", "robot"), Qt::LeftButton);
    REQUIRE(app.waitForRows(2));
    CHECK(app.labels("edition") == QStringList{u("WAIC 2025 1"), u("WAIC 2024 1")});
    CHECK(app.labels("kind").contains(u("model 5")));
    QTest::mouseClick(app.row("kind", "hardware"), Qt::LeftButton);
    REQUIRE(app.waitForRows(3));
    QTest::mouseClick(app.row("edition", "WAIC 2025"), Qt::LeftButton);
    REQUIRE(app.waitForRows(2));
    CHECK(app.queryText() == u("kind:robot|hardware edition:\"WAIC 2025\""));
    QTest::mouseClick(app.row("kind", "robot"), Qt::LeftButton);
    REQUIRE(app.waitForRows(1));
    CHECK(app.row("kind", "robot")->checkState() == Qt::Unchecked);
}

TEST_CASE("the keyboard ticks, excludes and clears, and the focus stays on the value", "[gui]")
{
    FacetsFixture app;
    app.focus(app.section("kind").findChild<FacetHead *>());
    app.press(Qt::Key_Down);
    app.press(Qt::Key_Down);
    FacetRow *robot = app.row("kind", "robot");
    REQUIRE(QApplication::focusWidget() == robot);
    app.press(Qt::Key_Space);
    REQUIRE(app.waitForRows(2));
    CHECK(robot->isChecked());
    CHECK(robot->hasFocus());
    CHECK(app.rows("kind").first() == robot);
    app.press(Qt::Key_Space, Qt::ShiftModifier);
    REQUIRE(app.waitForRows(6));
    CHECK(robot->checkState() == Qt::PartiallyChecked);
    CHECK(robot->accessibleDescription().contains(u("excluded")));
    CHECK(app.queryText() == u("-kind:robot"));
    app.press(Qt::Key_Space);
    REQUIRE(app.waitForRows(8));
    CHECK(robot->checkState() == Qt::Unchecked);
    CHECK(robot->hasFocus());
}

TEST_CASE("Alt and a click exclude, and toggling as assistive technology does ticks", "[gui]")
{
    FacetsFixture app;
    QTest::mouseClick(app.row("country", "China"), Qt::LeftButton, Qt::AltModifier);
    REQUIRE(app.waitForRows(3));
    CHECK(app.queryText() == u("-country:CN"));
    app.row("edition", "no edition")->toggle();
    REQUIRE(app.waitForRows(1));
    CHECK(app.queryText() == u("-country:CN edition:none"));
    app.row("country", "China")->toggle();
    REQUIRE(app.waitForRows(2));
    CHECK(app.queryText() == u("edition:none"));
}

TEST_CASE("a query from elsewhere ticks its values at once", "[gui]")
{
    FacetsFixture app;
    app.ask("kind:Robot -country:US");
    CHECK(app.row("kind", "robot")->isChecked());
    CHECK(app.row("country", "United States")->checkState() == Qt::PartiallyChecked);
    CHECK(app.section("kind").findChild<FacetHead *>()->accessibleDescription() == u("1 selected"));
    app.ask("");
    CHECK_FALSE(app.row("kind", "robot")->isChecked());
}

TEST_CASE("Tab goes from section to section, the arrow keys move inside", "[gui]")
{
    FacetsFixture app;
    app.facets().focusFirst();
    REQUIRE(QTest::qWaitFor([&] { return app.section("edition").isAncestorOf(QApplication::focusWidget()); }));
    app.press(Qt::Key_Down);
    CHECK(QApplication::focusWidget() == app.row("edition", "WAIC 2025"));
    app.press(Qt::Key_Tab);
    CHECK(app.section("kind").isAncestorOf(QApplication::focusWidget()));
    app.press(Qt::Key_Tab);
    CHECK(app.section("org").isAncestorOf(QApplication::focusWidget()));
    app.press(Qt::Key_Backtab);
    app.press(Qt::Key_Backtab);
    CHECK(QApplication::focusWidget() == app.row("edition", "WAIC 2025"));
}

TEST_CASE("a section folds, and stays folded after a restart", "[gui]")
{
    FacetsFixture app;
    const int open = app.section("kind").height();
    QTest::mouseClick(app.section("kind").findChild<FacetHead *>(), Qt::LeftButton);
    CHECK(app.rows("kind").isEmpty());
    CHECK(app.section("kind").height() < open);
    app.restart();
    CHECK(app.rows("kind").isEmpty());
    app.focus(app.section("kind").findChild<FacetHead *>());
    app.press(Qt::Key_Right);
    CHECK(QTest::qWaitFor([&] { return app.rows("kind").size() == 3; }));
}

TEST_CASE("a long facet shows some, all, and what a search within finds", "[gui]")
{
    FacetsFixture app(must(exchange::starterContents()));
    const int total = int(std::find_if(
        app.workspace().answer().facets.begin(), app.workspace().answer().facets.end(), [](const explore::FacetCounts &facet) {
            return facet.field == QStringLiteral("org");
        })->values.size());
    REQUIRE(app.rows("org").size() == 8);
    REQUIRE(app.link("org", "Show all"));
    CHECK(app.link("org", "Show all")->text() == u("Show all %1").arg(total));
    QTest::mouseClick(app.link("org", "Show all"), Qt::LeftButton);
    auto *bar = app.facets().findChild<QScrollArea *>()->verticalScrollBar();
    REQUIRE(QTest::qWaitFor([&] { return bar->maximum() > total * FacetRow::kHeight; }));
    CHECK(app.rows("org").size() < total);
    bar->setValue(app.section("org").geometry().bottom() - 200);
    CHECK(app.rows("org").last()->geometry().bottom() < app.section("org").height());
    CHECK(app.rows("org").last()->y() > (total - 1) * FacetRow::kHeight);
    QTest::mouseClick(app.link("org", "Show fewer"), Qt::LeftButton);
    CHECK(app.rows("org").size() == 8);

    app.focus(app.rows("org").first());
    QTest::keyClicks(QApplication::focusWidget(), u("t"));
    auto *search = app.section("org").findChild<QLineEdit *>();
    REQUIRE(search->hasFocus());
    QTest::keyClicks(search, u("encent"));
    REQUIRE(app.row("org", "Tencent"));
    CHECK(app.rows("org").size() < 8);
    app.press(Qt::Key_Down);
    CHECK(qobject_cast<FacetRow *>(QApplication::focusWidget()));
    app.press(Qt::Key_Space);
    REQUIRE(app.waitForAnswer());
    CHECK(app.workspace().query().values(u"org").size() == 1);
    app.press(Qt::Key_Escape);
    CHECK(search->isHidden());
}

TEST_CASE("focus and scroll position survive answers in a long list", "[gui]")
{
    FacetsFixture app(must(exchange::starterContents()));
    QTest::mouseClick(app.link("org", "Show all"), Qt::LeftButton);
    auto *bar = app.facets().findChild<QScrollArea *>()->verticalScrollBar();
    REQUIRE(QTest::qWaitFor([&] { return bar->maximum() > 60 * FacetRow::kHeight; }));
    bar->setValue(60 * FacetRow::kHeight);
    FacetRow *row = app.rows("org")[app.rows("org").size() / 2];
    app.focus(row);
    const int place = bar->value();
    explore::Query query = app.workspace().query();
    query.sort = {{u("title"), false}};
    app.workspace().setQuery(query);
    REQUIRE(app.waitForAnswer());
    CHECK(row->hasFocus());
    CHECK(bar->value() == place);
}

TEST_CASE("only facets that are unfolded are counted, and a folded one says what it asks for", "[gui]")
{
    FacetsFixture app;
    const auto isCounted = [&](const char *field) {
        const auto &facets = app.workspace().answer().facets;
        return std::any_of(
            facets.begin(), facets.end(), [&](const explore::FacetCounts &counts) { return counts.field == u(field); });
    };
    REQUIRE(isCounted("kind"));
    app.section("kind").setExpanded(false);
    app.ask("kind:robot|model");
    CHECK(app.section("kind").findChild<FacetHead *>()->accessibleDescription() == u("2 selected"));
    app.section("kind").setExpanded(true);
    REQUIRE(QTest::qWaitFor([&] { return app.rows("kind").size() == 3; }));
    CHECK(app.row("kind", "robot")->isChecked());
}

TEST_CASE("a click clears a facet and leaves what is switched off", "[gui]")
{
    FacetsFixture app;
    explore::Query query = explore::parseQuery(u("kind:robot|model country:CN")).query;
    explore::Condition off = query.conditions.front();
    off.off = true;
    query.conditions.push_back(off);
    app.workspace().setQuery(query);
    REQUIRE(app.waitForAnswer());
    auto *clear = app.section("kind").findChild<ClearButton *>();
    REQUIRE_FALSE(clear->isHidden());
    QTest::mouseClick(clear, Qt::LeftButton);
    CHECK(app.workspace().query().values(u"kind").isEmpty());
    CHECK(app.workspace().query().values(u"country") == QStringList{u("CN")});
    CHECK(app.workspace().query().conditions.back() == off);
    CHECK(clear->isHidden());
}

TEST_CASE("facets can be hidden, shown and put in order, and stay so after a restart", "[gui]")
{
    FacetsFixture app;
    const auto order = [&] {
        QList<FacetSection *> sections;
        for (FacetSection *section : app.facets().findChildren<FacetSection *>())
            if (!section->isHidden())
                sections << section;
        std::sort(sections.begin(), sections.end(), [](const auto *a, const auto *b) { return a->y() < b->y(); });
        QStringList fields;
        for (const FacetSection *section : sections)
            fields << section->field();
        return fields;
    };
    const QStringList first = order();
    REQUIRE(first.mid(0, 4) == QStringList{u("edition"), u("kind"), u("org"), u("country")});
    QTest::mouseClick(app.facets().findChild<QToolButton *>(u("chooseFacets")), Qt::LeftButton);
    auto *chooser = app.facets().findChild<FacetChooser *>();
    REQUIRE(chooser);
    auto *kind = chooser->findChild<QCheckBox *>(u("show.kind"));
    auto *org = chooser->findChild<QCheckBox *>(u("show.org"));
    QTest::mouseClick(kind, Qt::LeftButton, {}, QPoint(8, kind->height() / 2));
    QTest::keyClick(org, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(org, Qt::Key_Up, Qt::AltModifier);
    REQUIRE(QTest::qWaitFor([&] { return order().first() == u("org"); }));
    CHECK_FALSE(order().contains(u("kind")));
    QTest::keyClick(chooser, Qt::Key_Escape);
    app.restart();
    CHECK(order().first() == u("org"));
    CHECK_FALSE(order().contains(u("kind")));
    QTest::mouseClick(app.facets().findChild<QToolButton *>(u("chooseFacets")), Qt::LeftButton);
    chooser = app.facets().findChild<FacetChooser *>();
    QTest::mouseClick(chooser->findChild<LinkButton *>(), Qt::LeftButton);
    CHECK(QTest::qWaitFor([&] { return order() == first; }));
    chooser->close();
}

TEST_CASE("the order can be changed to names and is remembered", "[gui]")
{
    FacetsFixture app(must(exchange::starterContents()));
    QTest::mouseClick(app.link("kind", "by count"), Qt::LeftButton);
    CHECK(app.labels("kind").first().startsWith(u("application")));
    app.restart();
    CHECK(app.labels("kind").first().startsWith(u("application")));
    CHECK(app.link("kind", "by name"));
}
