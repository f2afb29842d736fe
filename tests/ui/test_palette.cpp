// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/fields.h"
#include "support/app_fixture.h"
#include "ui/actions.h"
#include "ui/chart/chart_pane.h"
#include "ui/command_palette.h"
#include "ui/palette_sources.h"

#include <QListView>

using namespace waic;
using namespace waic::tests;

namespace {

QStringList titles(const std::vector<ui::PaletteEntry> &entries, const char *text, const QStringList &used = {})
{
    QStringList found;
    for (const int place : ui::foundEntries(entries, QString::fromUtf8(text), used))
        found << entries[std::size_t(place)].title;
    return found;
}

ui::CommandPalette &palette(AppFixture &app)
{
    return *app.window().findChild<ui::CommandPalette *>();
}

QStringList listed(AppFixture &app)
{
    QStringList rows;
    const QAbstractItemModel *model = palette(app).findChild<QListView *>()->model();
    for (int row = 0; row < model->rowCount(); ++row)
        rows << model->index(row, 0).data().toString();
    return rows;
}

/// Opens the palette by its keys, types and takes the first entry.
void runByName(AppFixture &app, const char *text)
{
    QTest::keyClick(&app.window(), Qt::Key_K, Qt::ControlModifier);
    REQUIRE(palette(app).isVisible());
    app.keys(QString::fromLatin1(text));
    CAPTURE(text, app.focused()->metaObject()->className());
    REQUIRE_FALSE(listed(app).isEmpty());
    app.key(Qt::Key_Return);
    CHECK_FALSE(palette(app).isVisible());
}

std::vector<ui::PaletteEntry> allEntries(AppFixture &app)
{
    std::vector<ui::PaletteEntry> all;
    for (const ui::PaletteSource &source : ui::paletteSources(app.window(), *app.window().findChild<ui::ActionSet *>()))
        for (ui::PaletteEntry &entry : source())
            all.push_back(entry);
    return all;
}

} // namespace

TEST_CASE("an entry is found by the beginnings of its words, in any order, case and marks", "[palette]")
{
    const std::vector<ui::PaletteEntry> entries{
        {QStringLiteral("a"), QStringLiteral("Move to Bin"), QStringLiteral("Record"), {}, {}},
        {QStringLiteral("b"), QString::fromUtf8("Écoles and Bins"), {}, {}, {}},
        {QStringLiteral("c"), QStringLiteral("Bin"), QString::fromUtf8("View"), {}, {}},
        {QStringLiteral("d"), QString::fromUtf8("大模型 views"), {}, {}, {}}};
    CHECK(titles(entries, "bin mo") == QStringList{QStringLiteral("Move to Bin")});
    CHECK(titles(entries, "ECOL") == QStringList{QString::fromUtf8("Écoles and Bins")});
    CHECK(titles(entries, "in").isEmpty());
    CHECK(titles(entries, "模型") == QStringList{QString::fromUtf8("大模型 views")});
    CHECK(titles(entries, "bin")
        == QStringList{QStringLiteral("Bin"), QStringLiteral("Move to Bin"), QString::fromUtf8("Écoles and Bins")});
    CHECK(titles(entries, "rec bin") == QStringList{QStringLiteral("Move to Bin")});
    CHECK(titles(entries, "").size() == 4);
    CHECK(titles(entries, "", {QStringLiteral("d"), QStringLiteral("c")}).first(2)
        == QStringList{QString::fromUtf8("大模型 views"), QStringLiteral("Bin")});
}

TEST_CASE("commands run by name, and those that cannot be done are not offered", "[palette]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    runByName(app, "dark");
    CHECK(ui::Theme::instance().kind() == ui::ThemeKind::Dark);
    app.trigger("view.palette");
    CHECK(listed(app).front() == QStringLiteral("Theme: Dark")); // used before
    CHECK(listed(app).contains(QStringLiteral("Hide Filters")));
    CHECK_FALSE(listed(app).contains(QStringLiteral("Undo")));
    CHECK_FALSE(listed(app).contains(QStringLiteral("Restore from Bin")));
    CHECK(listed(app).contains(QStringLiteral("Quit")));
    ui::Theme::instance().apply(ui::ThemeChoice::Light);
}

TEST_CASE("Escape and a click elsewhere close the palette, and the focus goes back before anything runs", "[palette]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    app.trigger("edit.find");
    QWidget *before = QApplication::focusWidget();
    app.key(Qt::Key_K, Qt::ControlModifier); // in a field it would delete to the line's end
    REQUIRE(palette(app).isAncestorOf(QApplication::focusWidget()));
    app.keys(QStringLiteral("zzzz"));
    CHECK(listed(app).isEmpty());
    app.key(Qt::Key_Return); // nothing to run
    CHECK(palette(app).isVisible());
    app.key(Qt::Key_Escape);
    CHECK_FALSE(palette(app).isVisible());
    CHECK(QApplication::focusWidget() == before);
    app.trigger("view.palette");
    app.trigger("view.gotable");
    CHECK_FALSE(palette(app).isVisible());
    CHECK(QApplication::focusWidget() == &app.table());
}

TEST_CASE("arrows choose, and the box says what Enter would run", "[palette]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    app.trigger("view.palette");
    app.keys(QStringLiteral("sort by title"));
    REQUIRE(listed(app).size() == 2);
    app.key(Qt::Key_Down);
    CHECK(app.focused()->accessibleDescription() == QStringLiteral("Sort by Title, Z to A"));
    app.key(Qt::Key_Down); // stays on the last
    app.key(Qt::Key_Return);
    REQUIRE(app.workspace().query().sort.size() == 1);
    CHECK(app.workspace().query().sort.front() == explore::SortKey{QStringLiteral("title"), true});
}

TEST_CASE("a field found by name stands in the search box, ready for its value", "[palette]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    runByName(app, "filter kind");
    auto *search = app.window().findChild<QLineEdit *>(QStringLiteral("search"));
    REQUIRE(search);
    CHECK(search->text() == QStringLiteral("kind:"));
    CHECK(QApplication::focusWidget() == search);
    QTest::keyClicks(search, QStringLiteral("robot "));
    CHECK(QTest::qWaitFor([&] { return app.workspace().query().values(u"kind") == QStringList{QStringLiteral("robot")}; }));
}

TEST_CASE("charts and saved views are found by name", "[palette]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    app.trigger("view.charts");
    runByName(app, "chart countries");
    CHECK(app.window().isPaneShown(ui::Pane::Chart));
    CHECK(QSettings().value(QStringLiteral("chart/current")).toString() == QStringLiteral("countries"));
    catalogue::SavedView view;
    view.name = QStringLiteral("Robots & <b>more</b>");
    view.query = QStringLiteral("kind:robot");
    app.workspace().apply({QStringLiteral("Save view"), {catalogue::AddSavedView{view}}});
    REQUIRE(app.waitForStep());
    runByName(app, "robots more");
    CHECK(QTest::qWaitFor([&] { return app.workspace().query().values(u"kind") == QStringList{QStringLiteral("robot")}; }));
}

TEST_CASE("every entry for sorting and filtering is understood by the language", "[palette]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    auto *search = app.window().findChild<QLineEdit *>(QStringLiteral("search"));
    REQUIRE(search);
    int filters = 0, sorts = 0;
    QSet<QString> ids;
    for (const ui::PaletteEntry &entry : allEntries(app)) {
        CAPTURE(entry.title);
        CHECK(entry.run);
        CHECK_FALSE(entry.title.contains(QLatin1Char('&')));
        CHECK_FALSE(ids.contains(entry.id));
        ids.insert(entry.id);
        if (entry.id.startsWith(QStringLiteral("filter:"))) {
            search->clear();
            entry.run();
            const QString field = search->text();
            CHECK(field.endsWith(QLatin1Char(':')));
            CHECK(explore::parseQuery(field + QStringLiteral("none")).mistakes.empty());
            ++filters;
        } else if (entry.id.startsWith(QStringLiteral("sort:"))) {
            search->clear();
            entry.run();
            const QString text = explore::queryText(app.workspace().query());
            CHECK(explore::parseQuery(text).query.sort == app.workspace().query().sort);
            ++sorts;
        }
    }
    CHECK(filters >= explore::conditionFieldNames().size());
    CHECK(sorts > 10);
}

TEST_CASE("without a catalogue the palette still opens one", "[palette]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    app.trigger("file.close");
    runByName(app, "open starter");
    CHECK(app.waitForRows(332));
}
