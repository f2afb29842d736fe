// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/pane_fixture.h"
#include "ui/common/link_button.h"
#include "ui/search/chip_row.h"
#include "ui/search/filter_chip.h"

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

class ChipFixture : public PaneFixture<ChipRow>
{
public:
    ChipRow &row() { return pane<ChipRow>(); }
    QList<FilterChip *> chips()
    {
        QList<FilterChip *> found;
        for (FilterChip *chip : row().findChildren<FilterChip *>())
            if (!chip->isHidden())
                found << chip;
        return found;
    }
    QStringList names()
    {
        QStringList found;
        for (FilterChip *chip : chips())
            found << chip->accessibleName();
        return found;
    }
};

} // namespace

TEST_CASE("conditions stand as chips in the words of people, and none takes no room", "[gui]")
{
    ChipFixture app;
    CHECK(app.row().isHidden());
    app.ask("edition:\"WAIC 2025\"|none -country:US model in:bin");
    CHECK(app.row().isVisible());
    CHECK(app.names() == QStringList{u("Edition WAIC 2025 or no edition"), u("not Country United States"), u("in the bin")});
    app.ask("model");
    CHECK(app.row().isHidden());
}

TEST_CASE("a chip is removed by its cross, not by a click on its words", "[gui]")
{
    ChipFixture app;
    app.ask("kind:robot country:CN");
    FilterChip *chip = app.chips().first();
    QTest::mouseClick(chip, Qt::LeftButton, Qt::NoModifier, QPoint(20, chip->height() / 2));
    CHECK(app.queryText() == u("kind:robot country:CN"));
    QTest::mouseClick(chip, Qt::LeftButton, Qt::NoModifier, QPoint(chip->width() - 12, chip->height() / 2));
    CHECK(app.queryText() == u("country:CN"));
    CHECK(app.names() == QStringList{u("Country China")});
}

TEST_CASE("Del removes the chip that has the focus, and the focus goes to the next", "[gui]")
{
    ChipFixture app;
    app.ask("kind:robot country:CN edition:\"WAIC 2025\"");
    app.chips()[1]->setFocus();
    REQUIRE(QTest::qWaitFor([&] { return app.chips()[1]->hasFocus(); }));
    QTest::keyClick(app.chips()[1], Qt::Key_Delete);
    CHECK(app.queryText() == u("kind:robot edition:\"WAIC 2025\""));
    CHECK(app.chips()[1]->hasFocus());
    QTest::keyClick(app.chips()[1], Qt::Key_Backspace);
    CHECK(app.queryText() == u("kind:robot"));
    CHECK(app.chips()[0]->hasFocus());
    app.chips()[0]->click();
    CHECK(app.queryText().isEmpty());
}

TEST_CASE("Clear all removes the conditions and keeps the words", "[gui]")
{
    ChipFixture app;
    app.ask("model kind:robot country:CN");
    QTest::mouseClick(app.row().findChild<LinkButton *>(), Qt::LeftButton);
    CHECK(app.queryText() == u("model"));
    CHECK(app.row().isHidden());
}
