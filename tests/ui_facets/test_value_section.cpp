// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"
#include "ui/common/link_button.h"
#include "ui/common/theme.h"
#include "ui/facets/facet_head.h"
#include "ui/facets/facet_row.h"
#include "ui/facets/value_section.h"

#include <QApplication>
#include <QLineEdit>
#include <QSettings>
#include <QTest>

using namespace waic;
using namespace waic::ui;

namespace {

constexpr int kNames = 3000;

QString name(int i)
{
    return QStringLiteral("Company %1").arg(i, 4, 10, QLatin1Char('0'));
}

explore::FacetCounts companies(int first)
{
    explore::FacetCounts counts;
    counts.field = QStringLiteral("org");
    for (int i = 0; i < kNames; ++i)
        counts.values.push_back({name((first + i) % kNames), kNames - i});
    return counts;
}

/// 3,000 organisations, all of them shown, of which a person sees 400 pixels.
class LongFixture
{
public:
    LongFixture()
    {
        QSettings().clear();
        Theme::instance().apply(ThemeChoice::Light);
        section = new ValueSection(QStringLiteral("org"), &m_window);
        QObject::connect(section, &FacetSection::asked, &m_window, [this](const explore::Query &query) {
            asked = query;
            section->setQuery(query);
        });
        m_window.resize(240, 400);
        section->resize(240, 100);
        section->setCounts(companies(0));
        m_window.show();
        m_window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&m_window));
        for (LinkButton *link : section->findChildren<LinkButton *>())
            if (link->text().startsWith(QLatin1String("Show all")))
                QTest::mouseClick(link, Qt::LeftButton);
        see(0);
    }

    void see(int top) { section->setSight(top, top + 400); }
    QList<FacetRow *> rows() const
    {
        QList<FacetRow *> found = section->findChildren<FacetRow *>();
        found.removeIf([](const FacetRow *row) { return row->isHidden(); });
        std::sort(found.begin(), found.end(), [](const FacetRow *a, const FacetRow *b) { return a->y() < b->y(); });
        return found;
    }
    FacetRow *focused() const { return qobject_cast<FacetRow *>(QApplication::focusWidget()); }

    ValueSection *section;
    explore::Query asked;

private:
    QWidget m_window;
};

} // namespace

TEST_CASE("a list of thousands has rows only where they are seen, in their places", "[gui]")
{
    LongFixture app;
    CHECK(app.section->height() > kNames * FacetRow::kHeight);
    CHECK(app.rows().size() < 40);
    CHECK(app.rows().first()->entry().value == name(0));
    app.see(1500 * FacetRow::kHeight);
    CHECK(app.section->findChildren<FacetRow *>().size() < 100);
    for (const FacetRow *row : app.rows())
        CHECK(row->entry().value == name((row->y() - FacetHead::kHeight) / FacetRow::kHeight));
    CHECK(app.rows().first()->y() <= 1500 * FacetRow::kHeight);
    CHECK(app.rows().last()->y() >= 1500 * FacetRow::kHeight + 400);
}

TEST_CASE("in a list of thousands the focus stays on its value when the order changes", "[gui]")
{
    LongFixture app;
    app.rows()[5]->setFocus();
    REQUIRE(app.focused());
    app.section->setCounts(companies(2000));
    REQUIRE(app.focused());
    CHECK(app.focused()->entry().value == name(5));
    CHECK((app.focused()->y() - FacetHead::kHeight) / FacetRow::kHeight == 1005);
    QTest::keyClick(app.focused(), Qt::Key_Down);
    REQUIRE(app.focused());
    CHECK(app.focused()->entry().value == name(6));
    QTest::keyClick(app.focused(), Qt::Key_Space);
    CHECK(app.asked.values(u"org") == QStringList{name(6)});
    CHECK(app.focused()->y() == FacetHead::kHeight);
    QTest::keyClick(app.focused(), Qt::Key_PageDown);
    REQUIRE(app.focused());
    CHECK(app.focused()->y() > 5 * FacetRow::kHeight);
}

TEST_CASE("a search in thousands finds by the beginning of a word, and all that is found can be selected", "[gui]")
{
    LongFixture app;
    app.rows().first()->setFocus();
    QTest::keyClicks(app.focused(), QStringLiteral("2"));
    auto *search = app.section->findChild<QLineEdit *>();
    REQUIRE(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("99"));
    CHECK(app.rows().size() == 10);
    for (LinkButton *link : app.section->findChildren<LinkButton *>())
        if (link->text() == QLatin1String("Select all found"))
            QTest::mouseClick(link, Qt::LeftButton);
    CHECK(app.asked.values(u"org").size() == 10);
    QTest::keyClick(search, Qt::Key_Escape);
    CHECK(app.rows().first()->entry().value == name(2990));
    CHECK(app.section->findChild<FacetHead *>()->accessibleDescription() == QStringLiteral("10 selected"));
}
