// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_record/record_fixture.h"

#include "ui/record/figures_view.h"

#include <QAbstractItemModelTester>
#include <QPushButton>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;
using ui::RecordPane;

namespace {

const QString kShareRow = QStringLiteral("China: 1,509 of 3,755 models (40.2%)");

/// The figures of a record with the editor of a row open.
class FiguresFixture : public RecordFixture
{
public:
    explicit FiguresFixture(const char *uid = kShare) { show(uid, RecordPane::Figures); }

    QListView &figures() { return list("figures"); }
    void edit(const QString &words)
    {
        const QModelIndex index = row("figures", words);
        figures().setFocus();
        figures().setCurrentIndex(index);
        QTest::keyClick(&figures(), Qt::Key_F2);
        REQUIRE(input("value")->hasFocus());
    }
    bool isEditing() const { return m_figures->isEditing(); }
    std::optional<Claim> claim(double value)
    {
        for (const Claim &one : record().claims)
            if (one.value == value)
                return one;
        return std::nullopt;
    }
    bool shows(const QString &words)
    {
        for (int place = 0; place < figures().model()->rowCount(); ++place)
            if (figures().model()->index(place, 0).data().toString().contains(words))
                return true;
        return false;
    }

private:
    ui::FiguresView *m_figures = qobject_cast<ui::FiguresView *>(&list("figures"));
};

} // namespace

TEST_CASE("figures stand under their measures, best sourced first", "[record][figures]")
{
    FiguresFixture fixture;
    QAbstractItemModelTester tester(fixture.figures().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QStringList rows;
    for (int place = 0; place < fixture.figures().model()->rowCount(); ++place)
        rows << fixture.figures().model()->index(place, 0).data().toString();
    REQUIRE(rows.size() == 6);
    CHECK(rows[0] == QStringLiteral("AI models released, all released large models"));
    CHECK(rows[1] == kShareRow + QStringLiteral(", as of 2025-07-28"));
    CHECK(rows[2].startsWith(QStringLiteral("China: > 1,500 of 3,755 models")));
    CHECK(rows[3].startsWith(QStringLiteral("World: 3,755 models")));
    CHECK(rows[4].startsWith(QStringLiteral("Share of world AI models")));
    CHECK_FALSE(fixture.figures().model()->index(0, 0).flags().testFlag(Qt::ItemIsSelectable));
    fixture.show(kSupernode, RecordPane::Figures);
    fixture.show(kShare, RecordPane::Figures);
}

TEST_CASE("1,509 is corrected to 1,510, and undone it shows again", "[record][figures]")
{
    FiguresFixture fixture;
    fixture.edit(kShareRow);
    CHECK(fixture.text("value") == QStringLiteral("1,509"));
    CHECK(fixture.text("of_value") == QStringLiteral("3,755"));
    REQUIRE(fixture.step([&] {
        fixture.type("value", QStringLiteral("1,510"));
        fixture.enter("value");
    }));
    REQUIRE(fixture.claim(1510));
    CHECK(fixture.claim(1510)->of == 3755);
    CHECK(fixture.shows(QStringLiteral("China: 1,510 of 3,755 models (40.2%)")));
    CHECK_FALSE(fixture.isEditing());
    CHECK(fixture.figures().hasFocus());
    CHECK(fixture.figures().currentIndex().data().toString().contains(QStringLiteral("1,510")));

    REQUIRE(fixture.step([&] { fixture.workspace().undo(); }));
    CHECK(fixture.claim(1509));
    CHECK(fixture.shows(kShareRow));
}

TEST_CASE("all that is corrected in a figure is one step", "[record][figures]")
{
    FiguresFixture fixture;
    fixture.edit(kShareRow);
    fixture.type("value", QStringLiteral("4000"));
    fixture.type("of_value", QStringLiteral("2,000.5")); // a whole below the value is the analyst's business
    fixture.type("unit", QStringLiteral("companies"));
    fixture.type("qualifier", QStringLiteral("about"));
    fixture.type("as_of", QStringLiteral("2025"));
    CHECK(fixture.nothingWritten());
    REQUIRE(fixture.step([&] { QTest::mouseClick(fixture.input("saveForm"), Qt::LeftButton); }));
    const std::optional<Claim> claim = fixture.claim(4000);
    REQUIRE(claim);
    CHECK(claim->of == 2000.5);
    CHECK(claim->unit == QStringLiteral("companies"));
    CHECK(claim->qualifier == QStringLiteral("about"));
    CHECK(claim->asOf == QStringLiteral("2025"));
    REQUIRE(fixture.step([&] { fixture.workspace().undo(); }));
    CHECK(fixture.shows(kShareRow));
    CHECK(fixture.workspace().history().undoLabel.isNull());
}

TEST_CASE("a whole is taken away by emptying its field", "[record][figures]")
{
    FiguresFixture fixture;
    fixture.edit(kShareRow);
    REQUIRE(fixture.step([&] {
        fixture.type("of_value", {});
        fixture.enter("of_value");
    }));
    CHECK_FALSE(fixture.claim(1509)->of);
    CHECK(fixture.shows(QStringLiteral("China: 1,509 models, as of")));
}

TEST_CASE("numbers that are none are refused in words", "[record][figures]")
{
    FiguresFixture fixture;
    struct Mistake
    {
        const char *column;
        const char *typed;
        const char *words;
    };
    const Mistake mistakes[] = {
        {"value", "many", "“many” is no number. Try 1,509"},
        {"value", "", "Value may not be empty"},
        {"of_value", "0", "The whole must be more than 0"},
        {"of_value", "-3", "The whole must be more than 0"},
        {"of_value", "all", "“all” is no number"},
        {"unit", "", "Unit may not be empty"},
        {"qualifier", "perhaps", "“perhaps” is no qualifier"},
        {"as_of", "2025-13", "13"},
    };
    for (const Mistake &mistake : mistakes) {
        INFO(mistake.column << ": " << mistake.typed);
        fixture.edit(kShareRow);
        fixture.type(mistake.column, QString::fromUtf8(mistake.typed));
        fixture.enter(mistake.column);
        CHECK(fixture.says(QString::fromUtf8(mistake.words)));
        CHECK(fixture.isEditing());
        CHECK(fixture.text(mistake.column) == QString::fromUtf8(mistake.typed));
        CHECK(fixture.nothingWritten());
        QTest::keyClick(fixture.input(mistake.column), Qt::Key_Escape);
        CHECK_FALSE(fixture.isEditing());
        CHECK(fixture.figures().hasFocus());
        CHECK(fixture.shows(kShareRow));
    }
}

TEST_CASE("a unit that the catalogue does not have is asked about", "[record][figures]")
{
    FiguresFixture fixture;
    fixture.edit(kShareRow);
    fixture.type("unit", QStringLiteral("furlongs"));
    fixture.dialogs().confirms = false;
    fixture.enter("unit");
    CHECK(fixture.dialogs().questions == QStringList{QStringLiteral("Add the unit “furlongs”?")});
    CHECK(fixture.isEditing());
    CHECK(fixture.text("unit") == QStringLiteral("furlongs"));
    CHECK(fixture.says(QStringLiteral("no unit “furlongs”")));
    CHECK(fixture.nothingWritten());
    fixture.dialogs().confirms = true;
    REQUIRE(fixture.step([&] { fixture.enter("unit"); }));
    CHECK_FALSE(fixture.isEditing());
    CHECK(fixture.claim(1509)->unit == QStringLiteral("furlongs"));
    REQUIRE(fixture.step([&] { fixture.workspace().undo(); })); // the unit came in the same step
    CHECK(fixture.claim(1509)->unit == QStringLiteral("models"));
    CHECK(fixture.workspace().history().undoLabel.isNull());
}

TEST_CASE("an editor that is open outlives another edit", "[record][figures]")
{
    FiguresFixture fixture;
    fixture.edit(kShareRow);
    fixture.type("value", QStringLiteral("15"));
    REQUIRE(fixture.step([&] {
        const RowId row = fixture.workspace().current();
        fixture.workspace().apply(
            setField(*findField(Entity::Announcement, u"kind"), std::span(&row, 1), QStringLiteral("research")));
    }));
    CHECK(fixture.isEditing());
    CHECK(fixture.text("value") == QStringLiteral("15"));
    CHECK(fixture.input("value")->hasFocus());
}

TEST_CASE("an editor that is open goes with its catalogue", "[record][figures]")
{
    FiguresFixture fixture;
    fixture.edit(kShareRow);
    fixture.type("value", QStringLiteral("1,666"));
    const QString path = fixture.workspace().file().path();
    must(fixture.workspace().open(path));
    CHECK_FALSE(fixture.isEditing());
    fixture.show(kShare, RecordPane::Figures);
    CHECK_FALSE(fixture.isEditing());
    fixture.pane().commitTyped();
    CHECK(fixture.nothingWritten());
    CHECK(fixture.shows(kShareRow));
}

TEST_CASE("arrow keys go from figure to figure and pass over the heads", "[record][figures]")
{
    FiguresFixture fixture;
    QListView &figures = fixture.figures();
    figures.setFocus(Qt::TabFocusReason);
    CHECK(figures.currentIndex().row() == 1);
    QTest::keyClick(&figures, Qt::Key_Down);
    QTest::keyClick(&figures, Qt::Key_Down);
    CHECK(figures.currentIndex().row() == 3);
    QTest::keyClick(&figures, Qt::Key_Down);
    CHECK(figures.currentIndex().row() == 5);
    QTest::keyClick(&figures, Qt::Key_Up);
    CHECK(figures.currentIndex().row() == 3);
    QTest::keyClick(&figures, Qt::Key_Return);
    CHECK(fixture.isEditing());
}

TEST_CASE("a double click and the word Edit open the editor", "[record][figures]")
{
    FiguresFixture fixture;
    const QModelIndex index = fixture.row("figures", kShareRow);
    const QPoint subject = fixture.figures().visualRect(index).topLeft() + QPoint(30, 12);
    QTest::mouseDClick(fixture.figures().viewport(), Qt::LeftButton, {}, subject);
    CHECK(fixture.isEditing());
    QTest::keyClick(fixture.input("value"), Qt::Key_Escape);
    CHECK_FALSE(fixture.isEditing());
    const auto *model = qobject_cast<const ui::FiguresModel *>(fixture.figures().model());
    const ui::FigureLayout layout = ui::figureLayout(model->row(index.row()), fixture.figures().visualRect(index), true);
    QTest::mouseClick(fixture.figures().viewport(), Qt::LeftButton, {}, layout.links.back().rect.center());
    CHECK(fixture.isEditing());
}

TEST_CASE("a source's name in a figure opens its page by mouse and by keys", "[record][figures]")
{
    FiguresFixture fixture;
    const QModelIndex index = fixture.row("figures", kShareRow);
    const auto *model = qobject_cast<const ui::FiguresModel *>(fixture.figures().model());
    const ui::FigureRow row = model->row(index.row());
    REQUIRE(row.sources.size() >= 2);
    const ui::FigureLayout layout = ui::figureLayout(row, fixture.figures().visualRect(index), false);
    QTest::mouseClick(fixture.figures().viewport(), Qt::LeftButton, {}, layout.links.front().rect.center());
    CHECK(fixture.dialogs().links == QStringList{row.sources.front().url});

    fixture.figures().setFocus();
    fixture.figures().setCurrentIndex(index);
    QTest::keyClick(&fixture.figures(), Qt::Key_Right);
    QTest::keyClick(&fixture.figures(), Qt::Key_Right);
    QTest::keyClick(&fixture.figures(), Qt::Key_Return);
    CHECK(fixture.dialogs().links.value(1) == row.sources[1].url);
    CHECK_FALSE(fixture.isEditing());
}

TEST_CASE("sources that do not fit in a figure's line are counted", "[record][figures]")
{
    ui::FigureRow row;
    row.claim.subject = QStringLiteral("China");
    row.claim.unit = QStringLiteral("models");
    for (int place = 0; place < 9; ++place)
        row.sources.push_back({QStringLiteral("Publisher %1").arg(place), {}, QStringLiteral("https://e.org/%1").arg(place)});
    for (const int width : {200, 320, 440, 700}) {
        const ui::FigureLayout layout = ui::figureLayout(row, QRect(0, 0, width, 44), true);
        int shown = 0;
        int hidden = 0;
        for (const ui::RowLink &link : layout.links) {
            CHECK(link.rect.right() < width - 16);
            shown += link.kind == ui::RowLink::Kind::Open ? 1 : 0;
            if (link.kind == ui::RowLink::Kind::More)
                hidden = link.text.mid(1).toInt();
        }
        CHECK(shown >= 1);
        CHECK(shown + hidden == 9);
    }
}

TEST_CASE("a claim without a source says so, and one that contests is named as such", "[record][figures]")
{
    Record record;
    record.announcement.id = 1;
    Claim claim;
    claim.id = 1;
    claim.measure = QStringLiteral("visitors");
    claim.subject = QStringLiteral("WAIC");
    claim.nature = QStringLiteral("forecast");
    claim.verification = QStringLiteral("unverified");
    claim.value = 5;
    record.claims = {claim, claim};
    record.claims[1].id = 2;
    record.claims[1].citations = {{1, 7, QStringLiteral("contests"), {}, {}, {}}, {2, 8, QStringLiteral("supports"), {}, {}, {}}};
    RecordSource source;
    source.source.id = 7;
    source.source.publisher = QStringLiteral("SHINE");
    record.sources = {source};
    ui::FiguresModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRecord(record);
    REQUIRE(model.rowCount() == 3);
    CHECK(model.row(1).sources[0].name == QStringLiteral("SHINE (contests)"));
    CHECK(model.row(1).sources[1].name == QStringLiteral("missing source"));
    CHECK(model.row(2).sources.empty());
    CHECK(model.row(2).note == QStringLiteral("forecast"));
    CHECK(model.data(model.index(2), Qt::AccessibleTextRole).toString().contains(QStringLiteral("no source")));
}
