// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_record/record_fixture.h"

#include "ui/record/figures_view.h"

#include "catalogue/conflict.h"

#include <QCheckBox>
#include <QMenu>
#include <QTimer>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;
using ui::RecordPane;

namespace {

const QString kShareRow = QStringLiteral("China: 1,509 of 3,755 models (40.2%)");

class FigureFormFixture : public RecordFixture
{
public:
    FigureFormFixture() { show(kShare, RecordPane::Figures); }

    ui::FiguresView &figures() { return *qobject_cast<ui::FiguresView *>(&list("figures")); }
    void edit(const QString &words)
    {
        figures().setFocus();
        figures().setCurrentIndex(row("figures", words));
        QTest::keyClick(&figures(), Qt::Key_F2);
        REQUIRE(input("value")->hasFocus());
    }
    void add()
    {
        QTest::mouseClick(pane().findChild<QAbstractButton *>(QStringLiteral("addFigure")), Qt::LeftButton);
        REQUIRE(figures().isEditing());
    }
    bool save()
    {
        return step([&] { QTest::mouseClick(input("saveForm"), Qt::LeftButton); });
    }
    std::optional<Claim> claim(double value)
    {
        for (const Claim &one : record().claims)
            if (one.value == value)
                return one;
        return std::nullopt;
    }
    /// Presses an entry of a row's menu; menus within it by "Menu/Entry".
    void choose(const QString &row, const QString &path)
    {
        const QModelIndex index = this->row("figures", row);
        figures().setCurrentIndex(index);
        bool found = false;
        QTimer::singleShot(0, &pane(), [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            const QStringList steps = path.split(QLatin1Char('/'));
            const QMenu *at = menu;
            for (const QString &step : steps) {
                if (!at)
                    break;
                const QList<QAction *> actions = at->actions();
                at = nullptr;
                for (QAction *action : actions)
                    if (action->text() == step) {
                        at = action->menu();
                        if (&step == &steps.last()) {
                            found = true;
                            action->trigger();
                        }
                    }
            }
            if (menu)
                menu->close();
        });
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(figures().viewport(), &event);
        CHECK(found);
    }
};

} // namespace

TEST_CASE("a new figure is added with all its fields in one step", "[record][figureform]")
{
    FigureFormFixture fixture;
    const std::size_t before = fixture.record().claims.size();
    fixture.add();
    CHECK(fixture.input("measure")->hasFocus());
    fixture.type("measure", QStringLiteral("robots shown"));
    fixture.type("subject", QStringLiteral("WAIC 2025"));
    fixture.type("value", QStringLiteral("more than 60 of 150 robots"));
    fixture.type("as_of", QStringLiteral("2025-07"));
    CHECK(fixture.text("value") == QStringLiteral("60"));
    CHECK(fixture.text("of_value") == QStringLiteral("150"));
    CHECK(fixture.text("qualifier") == QStringLiteral("more than"));
    CHECK(fixture.text("unit") == QStringLiteral("robots"));
    CHECK(fixture.says(QStringLiteral("Of · 40")));
    fixture.type("nature", QStringLiteral("estimate"));
    fixture.type("scope", QStringLiteral("in hall 3"));
    fixture.type("definition", QStringLiteral("humanoids on stage"));
    fixture.dialogs().text = QStringLiteral("robots that walk on two legs");
    QTest::mouseClick(fixture.input("moreFields"), Qt::LeftButton);
    fixture.type("verification", QStringLiteral("confirmed"));
    QTest::mouseClick(fixture.input("preferred"), Qt::LeftButton, {}, QPoint(8, fixture.input("preferred")->height() / 2));
    fixture.type("preferred_reason", QStringLiteral("counted on the spot"));
    fixture.type("note", QStringLiteral("Seen <i>twice</i>"));
    fixture.type("addSource", QStringLiteral("The visitors' guide"));
    QTest::keyClick(fixture.input("addSource"), Qt::Key_Return);
    CHECK(fixture.nothingWritten());
    REQUIRE(fixture.save());
    CHECK(fixture.dialogs().questions.filter(QStringLiteral("humanoids on stage")).size() == 1);
    CHECK_FALSE(fixture.figures().isEditing());
    const std::optional<Claim> claim = fixture.claim(60);
    REQUIRE(claim);
    CHECK(claim->measure == QStringLiteral("robots shown"));
    CHECK(claim->subject == QStringLiteral("WAIC 2025"));
    CHECK(claim->of == 150);
    CHECK(claim->qualifier == QStringLiteral("more than"));
    CHECK(claim->unit == QStringLiteral("robots"));
    CHECK(claim->asOf == QStringLiteral("2025-07"));
    CHECK(claim->nature == QStringLiteral("estimate"));
    CHECK(claim->scope == QStringLiteral("in hall 3"));
    CHECK(claim->definition == QStringLiteral("humanoids on stage"));
    CHECK(claim->verification == QStringLiteral("confirmed"));
    CHECK(claim->preferred);
    CHECK(claim->preferredReason == QStringLiteral("counted on the spot"));
    CHECK(claim->note == QStringLiteral("Seen <i>twice</i>"));
    REQUIRE(claim->citations.size() == 1);
    CHECK(fixture.figures().currentIndex().data().toString().contains(QStringLiteral("> 60 of 150")));
    REQUIRE(fixture.step([&] { fixture.workspace().undo(); }));
    CHECK(fixture.record().claims.size() == before);
    CHECK(fixture.workspace().history().undoLabel.isNull());
}

TEST_CASE("a new figure without what it needs says so and is left by Esc", "[record][figureform]")
{
    FigureFormFixture fixture;
    const int rows = fixture.figures().model()->rowCount();
    fixture.add();
    QTest::mouseClick(fixture.input("saveForm"), Qt::LeftButton);
    CHECK(fixture.says(QStringLiteral("Measure may not be empty")));
    CHECK(fixture.says(QStringLiteral("Value may not be empty")));
    CHECK(fixture.input("measure")->hasFocus());
    CHECK(fixture.nothingWritten());
    QTest::keyClick(fixture.input("measure"), Qt::Key_Escape);
    CHECK_FALSE(fixture.figures().isEditing());
    CHECK(fixture.figures().model()->rowCount() == rows);
}

TEST_CASE("sources of a figure are added, described and removed with it", "[record][figureform]")
{
    FigureFormFixture fixture;
    const std::size_t before = fixture.claim(3755)->citations.size();
    fixture.edit(QStringLiteral("World: 3,755 models"));
    REQUIRE(QTest::qWaitFor([&] { return fixture.pane().findChildren<QWidget *>(QStringLiteral("citation")).size() > 0; }));
    for (const auto *cited : fixture.pane().findChildren<QWidget *>(QStringLiteral("citation")))
        CHECK(cited->findChild<QAbstractButton *>()->accessibleName() != QStringLiteral("missing source"));
    fixture.type("addSource", QStringLiteral("https://www.example.org/a"));
    fixture.dialogs().text = QStringLiteral("A page of one's own");
    QTest::keyClick(fixture.input("addSource"), Qt::Key_Return);
    CHECK(fixture.dialogs().questions == QStringList{QStringLiteral("New source")});
    const auto rows = fixture.pane().findChildren<QWidget *>(QStringLiteral("citation"));
    REQUIRE(rows.size() == qsizetype(before) + 1);
    QTest::mouseClick(rows.last()->findChild<QAbstractButton *>(), Qt::LeftButton);
    fixture.type("stance", QStringLiteral("contests"));
    fixture.type("locator", QStringLiteral("page 3"));
    fixture.type("as_said", QStringLiteral("3,700 or so"));
    QTest::mouseClick(rows.first()->findChild<QAbstractButton *>(QStringLiteral("removeSource")), Qt::LeftButton);
    REQUIRE(fixture.save());
    const Claim claim = *fixture.claim(3755);
    REQUIRE(claim.citations.size() == before);
    const std::vector<RecordSource> sources = fixture.record().sources;
    const auto source = std::find_if(sources.begin(), sources.end(),
        [](const RecordSource &one) { return one.source.title == QStringLiteral("A page of one's own"); });
    REQUIRE(source != sources.end());
    const auto added = std::find_if(
        claim.citations.begin(), claim.citations.end(), [&](const Citation &one) { return one.source == source->source.id; });
    REQUIRE(added != claim.citations.end());
    CHECK(added->stance == QStringLiteral("contests"));
    CHECK(added->locator == QStringLiteral("page 3"));
    CHECK(added->asSaid == QStringLiteral("3,700 or so"));
    CHECK(source->source.publisher == QStringLiteral("example.org"));
    CHECK(source->source.accessedOn == QDate::currentDate().toString(Qt::ISODate));
    REQUIRE(fixture.step([&] { fixture.workspace().undo(); }));
    CHECK(fixture.claim(3755)->citations.size() == before);
    CHECK(fixture.workspace().history().undoLabel.isNull());
}

TEST_CASE("an existing source is completed by its title", "[record][figureform]")
{
    FigureFormFixture fixture;
    fixture.edit(QStringLiteral("China: > 1,500"));
    const std::size_t before = fixture.claim(1500)->citations.size();
    auto *line = qobject_cast<QLineEdit *>(fixture.input("addSource"));
    line->setFocus();
    QTest::keyClicks(line, QStringLiteral("Huawei unveils"));
    QListView *list = nullptr;
    REQUIRE(QTest::qWaitFor([&] {
        for (auto *one : fixture.pane().findChildren<QListView *>(QStringLiteral("suggestions")))
            if (one->isVisible() && one->model()->rowCount() > 1)
                list = one;
        return list != nullptr;
    }));
    QTest::keyClick(line, Qt::Key_Return);
    REQUIRE(fixture.save());
    CHECK(fixture.claim(1500)->citations.size() == before + 1);
    CHECK(fixture.dialogs().questions.isEmpty());
}

TEST_CASE("a figure is removed by Del, and undone it is back", "[record][figureform]")
{
    FigureFormFixture fixture;
    fixture.figures().setFocus();
    fixture.figures().setCurrentIndex(fixture.row("figures", kShareRow));
    REQUIRE(fixture.step([&] { QTest::keyClick(&fixture.figures(), Qt::Key_Delete); }));
    CHECK_FALSE(fixture.claim(1509));
    CHECK(fixture.figures().currentIndex().data().toString().contains(QStringLiteral("1,500")));
    REQUIRE(fixture.step([&] { fixture.workspace().undo(); }));
    CHECK(fixture.claim(1509)->citations.size() > 1);
}

TEST_CASE("the menu of a figure duplicates, prefers and verifies it", "[record][figureform]")
{
    FigureFormFixture fixture;
    const std::size_t before = fixture.record().claims.size();
    const std::size_t citations = fixture.claim(1509)->citations.size();
    REQUIRE(fixture.step([&] { fixture.choose(kShareRow, QStringLiteral("Preferred")); }));
    CHECK(fixture.claim(1509)->preferred);
    REQUIRE(fixture.step([&] { fixture.choose(kShareRow, QStringLiteral("Verification/Disputed")); }));
    CHECK(fixture.claim(1509)->verification == QStringLiteral("disputed"));
    REQUIRE(fixture.step([&] { fixture.choose(kShareRow, QStringLiteral("Duplicate figure")); }));
    CHECK(fixture.record().claims.size() == before + 1);
    int copies = 0;
    for (const Claim &claim : fixture.record().claims)
        if (claim.value == 1509) {
            ++copies;
            CHECK(claim.citations.size() == citations);
        }
    CHECK(copies == 2);
    REQUIRE(fixture.step([&] { fixture.choose(kShareRow, QStringLiteral("Remove figure")); }));
    CHECK(fixture.record().claims.size() == before);
}

TEST_CASE("a form that is left is written when it is right and waits when it is wrong", "[record][figureform]")
{
    FigureFormFixture fixture;
    const RowId first = fixture.workspace().current();
    SECTION("right")
    {
        fixture.edit(kShareRow);
        fixture.type("value", QStringLiteral("1,511"));
        REQUIRE(fixture.step([&] { fixture.show(kSupernode, RecordPane::Figures); }));
        const auto claims = must(fixture.workspace().reader().claims(std::span(&first, 1)));
        CHECK(std::any_of(claims.begin(), claims.end(), [](const Claim &claim) { return claim.value == 1511; }));
        fixture.show(kShare, RecordPane::Figures);
        CHECK_FALSE(fixture.figures().isEditing());
    }
    SECTION("wrong")
    {
        fixture.edit(kShareRow);
        fixture.type("value", QStringLiteral("many"));
        fixture.show(kSupernode, RecordPane::Figures);
        CHECK_FALSE(fixture.figures().isEditing());
        fixture.show(kShare, RecordPane::Figures);
        REQUIRE(fixture.figures().isEditing());
        CHECK(fixture.text("value") == QStringLiteral("many"));
        CHECK(fixture.says(QStringLiteral("“many” is no number")));
        CHECK(fixture.nothingWritten());
    }
    SECTION("new and half-typed")
    {
        fixture.add();
        fixture.type("measure", QStringLiteral("robots"));
        fixture.show(kSupernode, RecordPane::Figures);
        fixture.show(kShare, RecordPane::Figures);
        REQUIRE(fixture.figures().isEditing());
        CHECK(fixture.text("measure") == QStringLiteral("robots"));
        CHECK(fixture.nothingWritten());
    }
    SECTION("with a unit that would have to be asked about")
    {
        fixture.edit(kShareRow);
        fixture.type("unit", QStringLiteral("furlongs"));
        fixture.show(kSupernode, RecordPane::Figures);
        CHECK(fixture.dialogs().questions.isEmpty());
        fixture.show(kShare, RecordPane::Figures);
        CHECK(fixture.text("unit") == QStringLiteral("furlongs"));
        CHECK(fixture.says(QStringLiteral("no unit “furlongs”")));
    }
}

TEST_CASE("a figure that is refused after its record was left comes back with the reason", "[record][figureform]")
{
    FigureFormFixture fixture;
    const QString path = fixture.workspace().file().path();
    QSignalSpy refused(&fixture.workspace(), &ui::Workspace::refused);
    fixture.edit(kShareRow);
    fixture.type("value", QStringLiteral("1,512"));
    REQUIRE(QFile::rename(path, path + QStringLiteral(".away")));
    fixture.show(kSupernode, RecordPane::Figures);
    REQUIRE((refused.count() > 0 || refused.wait()));
    CHECK_FALSE(fixture.figures().isEditing());
    fixture.show(kShare, RecordPane::Figures);
    REQUIRE(fixture.figures().isEditing());
    CHECK(fixture.text("value") == QStringLiteral("1,512"));
    CHECK(fixture.says(QStringLiteral("The file was deleted, moved")));
    REQUIRE(QFile::rename(path + QStringLiteral(".away"), path));
    REQUIRE(fixture.save());
    CHECK(fixture.claim(1512));
}

TEST_CASE("a figure that another program changed meanwhile is not overwritten unseen", "[record][figureform]")
{
    FigureFormFixture fixture;
    fixture.edit(kShareRow);
    fixture.type("value", QStringLiteral("1,513"));
    QSignalSpy conflicted(&fixture.workspace(), &ui::Workspace::conflicted);
    Database(fixture.workspace().file().path(), SQLite::OPEN_READWRITE)
        .run(QStringLiteral("UPDATE claim SET value = 1600 WHERE value = 1509"));
    QTest::mouseClick(fixture.input("saveForm"), Qt::LeftButton);
    REQUIRE((conflicted.count() > 0 || conflicted.wait()));
    CHECK_FALSE(fixture.claim(1513));
    CHECK(fixture.figures().isEditing());
    CHECK(fixture.text("value") == QStringLiteral("1,513"));
    Conflict conflict = conflicted.front().front().value<Conflict>();
    for (CellConflict &cell : conflict.cells)
        cell.take = true;
    REQUIRE(fixture.step([&] { fixture.workspace().decide(conflict); }));
    CHECK(fixture.claim(1513));
    CHECK_FALSE(fixture.figures().isEditing());
}

TEST_CASE("no label or input of a figure is cut in a narrow pane", "[record][figureform]")
{
    FigureFormFixture fixture;
    for (const int width : {280, 320, 440}) {
        INFO(width);
        fixture.pane().resize(width, 900);
        fixture.edit(kShareRow);
        auto *more = qobject_cast<QAbstractButton *>(fixture.input("moreFields"));
        if (!more->isChecked())
            QTest::mouseClick(more, Qt::LeftButton);
        QWidget *form = fixture.input("value");
        while (!qobject_cast<ui::RowForm *>(form))
            form = form->parentWidget();
        REQUIRE(QTest::qWaitFor([&] { return form->width() == fixture.figures().viewport()->width(); }));
        CHECK(form->minimumSizeHint().width() <= form->width());
        for (const QLabel *label : form->findChildren<QLabel *>())
            if (label->isVisible() && !label->wordWrap())
                CHECK(label->width() >= label->sizeHint().width());
        QTest::keyClick(fixture.input("value"), Qt::Key_Escape);
    }
}
