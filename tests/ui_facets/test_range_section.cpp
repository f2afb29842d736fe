// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"
#include "ui/common/theme.h"
#include "ui/facets/facet_head.h"
#include "ui/facets/facet_row.h"
#include "ui/facets/histogram.h"
#include "ui/facets/range_edit.h"
#include "ui/facets/range_grip.h"
#include "ui/facets/range_section.h"

#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QSettings>
#include <QTest>

using namespace waic;
using namespace waic::ui;
using explore::Range;

namespace {

QString u(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

/// A section of dates from January 2023 to December 2024 in a window, whose queries come back to it as from a workspace.
class RangeFixture
{
public:
    explicit RangeFixture(const char *field = "date", RangeKind kind = RangeKind::Dates)
    {
        QSettings().clear();
        QLocale::setDefault(QLocale(QLocale::English));
        Theme::instance().apply(ThemeChoice::Light);
        m_section = new RangeSection(u(field), kind, &m_window);
        QObject::connect(m_section, &FacetSection::asked, &m_window, [this](const explore::Query &asked) {
            ++m_asked;
            setQuery(asked);
        });
        m_window.resize(240, 400);
        m_section->setGeometry(0, 0, 240, 200);
        explore::FacetCounts counts;
        counts.field = u(field);
        counts.isRanged = true;
        if (kind == RangeKind::Dates)
            for (int month = 0; month < 24; ++month)
                counts.bins.push_back({(2023 + month / 12) * 100.0 + month % 12 + 1, 0, month + 1});
        else
            counts.bins = {{1, 2, 50}, {2, 5, 20}, {5, 5, 3}};
        counts.values = {{QString(), 7}};
        m_section->setCounts(counts);
        m_window.show();
        m_window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&m_window));
    }

    void setQuery(const explore::Query &query)
    {
        m_query = query;
        m_section->setQuery(query);
    }
    RangeSection &section() { return *m_section; }
    Histogram &histogram() { return *m_section->findChild<Histogram *>(); }
    RangeEdit &edit(int end) { return *m_section->findChildren<RangeEdit *>()[end]; }
    QString note() { return m_section->findChild<FacetHead *>()->accessibleDescription(); }
    FacetRow &missing() { return *m_section->findChild<FacetRow *>(); }
    Range range() const { return m_query.range(m_section->field()); }
    const explore::Query &query() const { return m_query; }
    int asked() const { return m_asked; }
    /// Words of the mistake that is shown; empty when none is.
    QString mistake()
    {
        for (const QLabel *label : m_section->findChildren<QLabel *>())
            if (label->wordWrap() && !label->isHidden())
                return label->text();
        return {};
    }
    QPoint gripPlace(RangeGrip *grip) { return grip->geometry().center(); }
    void focus(QWidget *widget)
    {
        widget->setFocus();
        REQUIRE(QTest::qWaitFor([&] { return widget->hasFocus(); }));
    }

private:
    QWidget m_window;
    RangeSection *m_section;
    explore::Query m_query;
    int m_asked = 0;
};

} // namespace

TEST_CASE("dragging a grip asks for the range at every bar it passes", "[gui]")
{
    RangeFixture app;
    RangeGrip *from = app.histogram().fromGrip();
    const QPoint start = app.gripPlace(from);
    QTest::mousePress(&app.histogram(), Qt::LeftButton, {}, start);
    const int bar = app.histogram().width() / 24;
    for (int step = 1; step <= 6; ++step)
        QTest::mouseMove(&app.histogram(), start + QPoint(step * bar, 0));
    CHECK(app.asked() >= 4);
    CHECK(app.range().to.isNull());
    CHECK(app.range().from >= u("2023-05"));
    QTest::mouseMove(&app.histogram(), start + QPoint(1000, 0));
    CHECK(app.range().from == u("2024-12"));
    QTest::mouseMove(&app.histogram(), start - QPoint(100, 0));
    QTest::mouseRelease(&app.histogram(), Qt::LeftButton, {}, start);
    CHECK(app.query().conditions.empty());
    CHECK(from->hasFocus());
}

TEST_CASE("a drag over the bars makes a range, a click takes one bar", "[gui]")
{
    RangeFixture app;
    const auto inBar = [&](int bar) {
        const RangeBar &found = app.histogram().axis().bars()[std::size_t(bar)];
        const int wide = app.histogram().width() - 2 * Histogram::kSide;
        return QPoint(Histogram::kSide + int((found.left + found.right) / 2 * wide), 20);
    };
    QTest::mouseClick(&app.histogram(), Qt::LeftButton, {}, inBar(6));
    CHECK(app.range() == Range{u("2023-07"), u("2023-07")});
    CHECK(app.note() == u("Jul 2023"));
    QTest::mousePress(&app.histogram(), Qt::LeftButton, {}, inBar(17));
    QTest::mouseMove(&app.histogram(), inBar(12));
    QTest::mouseRelease(&app.histogram(), Qt::LeftButton, {}, inBar(12));
    CHECK(app.range() == Range{u("2024-01"), u("2024-06")});
    CHECK(app.edit(0).text() == u("2024-01"));
    CHECK(app.edit(1).text() == u("2024-06"));
}

TEST_CASE("keys move a grip by a bar and to the ends, and never past the other grip", "[gui]")
{
    RangeFixture app;
    RangeGrip *from = app.histogram().fromGrip(), *to = app.histogram().toGrip();
    app.focus(from);
    QTest::keyClick(from, Qt::Key_Right);
    QTest::keyClick(from, Qt::Key_Right);
    CHECK(app.range().from == u("2023-03"));
    QTest::keyClick(from, Qt::Key_Left);
    CHECK(app.range().from == u("2023-02"));
    QTest::keyClick(from, Qt::Key_Tab);
    REQUIRE(to->hasFocus());
    QTest::keyClick(to, Qt::Key_Home);
    CHECK(app.range() == Range{u("2023-02"), u("2023-02")});
    QTest::keyClick(to, Qt::Key_End);
    CHECK(app.range() == Range{u("2023-02"), {}});
    QTest::keyClick(to, Qt::Key_Tab, Qt::ShiftModifier);
    REQUIRE(from->hasFocus());
    QTest::keyClick(from, Qt::Key_Home);
    CHECK(app.query().conditions.empty());
}

TEST_CASE("assistive technology reads and moves the grips", "[gui]")
{
    RangeFixture app;
    app.setQuery(explore::Query());
    QAccessibleInterface *grip = QAccessible::queryAccessibleInterface(app.histogram().fromGrip());
    REQUIRE(grip);
    CHECK(grip->text(QAccessible::Name) == u("Date, from"));
    REQUIRE(grip->valueInterface());
    grip->valueInterface()->setCurrentValue(12);
    CHECK(app.range() == Range{u("2024-01"), {}});
    CHECK(grip->text(QAccessible::Description) == u("2024-01"));
}

TEST_CASE("ends can be typed, a valid one is asked for at once", "[gui]")
{
    RangeFixture app;
    app.focus(&app.edit(0));
    QTest::keyClicks(&app.edit(0), u("2023-07"));
    CHECK(app.range() == Range{u("2023-07"), {}});
    CHECK(app.edit(0).text() == u("2023-07"));
    app.focus(&app.edit(1));
    QTest::keyClicks(&app.edit(1), u("2024"));
    QTest::keyClick(&app.edit(1), Qt::Key_Return);
    CHECK(app.range() == Range{u("2023-07"), u("2024")});
    CHECK(app.note() == u("Jul 2023 to 2024"));
    CHECK(app.mistake().isEmpty());
}

TEST_CASE("a mistake is told when the end is finished, changes nothing, and goes when mended", "[gui]")
{
    RangeFixture app;
    app.focus(&app.edit(0));
    QTest::keyClicks(&app.edit(0), u("2024-13"));
    CHECK(app.mistake().isEmpty());
    const explore::Query before = app.query();
    const int height = app.section().height();
    QTest::keyClick(&app.edit(0), Qt::Key_Return);
    CHECK(app.mistake().contains(u("13")));
    CHECK(app.edit(0).isMistaken());
    CHECK(app.section().height() > height);
    CHECK(app.query() == before);
    QTest::keyClick(&app.edit(0), Qt::Key_Backspace);
    QTest::keyClicks(&app.edit(0), u("2"));
    QTest::keyClick(&app.edit(0), Qt::Key_Backspace);
    QTest::keyClick(&app.edit(0), Qt::Key_Backspace);
    QTest::keyClicks(&app.edit(0), u("02"));
    CHECK(app.mistake().isEmpty());
    CHECK_FALSE(app.edit(0).isMistaken());
    CHECK(app.range().from == u("2024-02"));
    app.focus(&app.edit(1));
    QTest::keyClicks(&app.edit(1), u("2023-02"));
    QTest::keyClick(&app.edit(1), Qt::Key_Return);
    CHECK(app.edit(1).isMistaken());
    CHECK(app.range() == Range{u("2024-02"), {}});
    QTest::keyClick(&app.edit(1), Qt::Key_Escape);
    CHECK(app.mistake().isEmpty());
}

TEST_CASE("what has no date is a value beside the range", "[gui]")
{
    RangeFixture app;
    REQUIRE_FALSE(app.missing().isHidden());
    CHECK(app.missing().entry().count == 7);
    CHECK(app.missing().entry().label == u("no date"));
    app.focus(&app.edit(0));
    QTest::keyClicks(&app.edit(0), u("2024"));
    QTest::mouseClick(&app.missing(), Qt::LeftButton);
    REQUIRE(app.query().conditions.size() == 1);
    CHECK(app.query().conditions[0].ranges.size() == 1);
    CHECK(app.query().values(u"date") == QStringList{QString()});
    CHECK(app.note() == u("since 2024, 1 selected"));
    QTest::mouseClick(app.section().findChild<ClearButton *>(), Qt::LeftButton);
    CHECK(app.query().conditions.empty());
    CHECK(app.section().findChild<ClearButton *>()->isHidden());
    CHECK(app.edit(0).text().isEmpty());
}

TEST_CASE("a range edits only its own conditions that are on", "[gui]")
{
    RangeFixture app("sources", RangeKind::Counts);
    explore::Condition off;
    off.field = u("sources");
    off.ranges = {{u("9"), {}}};
    off.off = true;
    explore::Query query = explore::parseQuery(u("robot kind:model")).query;
    query.conditions.push_back(off);
    app.setQuery(query);
    CHECK(app.note().isEmpty());
    RangeGrip *from = app.histogram().fromGrip();
    app.focus(from);
    QTest::keyClick(from, Qt::Key_Right);
    CHECK(app.range() == Range{u("2"), {}});
    CHECK(app.note() == u("≥ 2"));
    QTest::keyClick(from, Qt::Key_Delete);
    CHECK(app.query() == query);
}

TEST_CASE("a folded range says what is asked for", "[gui]")
{
    RangeFixture app;
    app.section().setExpanded(false);
    CHECK(app.histogram().isHidden());
    explore::Query query;
    query.setRange(u("date"), {u("2023-07"), u("2024-03")});
    app.setQuery(query);
    CHECK(app.note() == u("Jul 2023 to Mar 2024"));
    CHECK(app.section().height() <= FacetHead::kHeight + 1);
    app.section().setExpanded(true);
    CHECK_FALSE(app.histogram().isHidden());
    CHECK(app.edit(1).text() == u("2024-03"));
}
