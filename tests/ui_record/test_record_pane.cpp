// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_record/record_fixture.h"

#include "ui/record/chip.h"
#include "ui/record/row_form.h"

#include <QClipboard>

#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;
using ui::RecordPane;

namespace {

QAbstractButton *button(RecordFixture &fixture, const char *name)
{
    auto *found = fixture.pane().findChild<QAbstractButton *>(QString::fromLatin1(name));
    REQUIRE(found);
    return found;
}

// Another program's trigger on a table of ours: such a catalogue is only read.
const QString kForeignTrigger
    = QStringLiteral("CREATE TRIGGER other AFTER UPDATE ON announcement BEGIN DELETE FROM saved_view; END");

} // namespace

TEST_CASE("without a record the pane says what to do", "[record]")
{
    RecordFixture fixture;
    CHECK(fixture.says(QStringLiteral("Select an announcement to see all that is known of it.")));
    fixture.show(kShare);
    CHECK_FALSE(fixture.says(QStringLiteral("Select an announcement")));
    fixture.workspace().close();
    CHECK(fixture.says(QStringLiteral("No catalogue is open.")));
}

TEST_CASE("head and tabs sum the record up", "[record]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    CHECK(fixture.says(QStringLiteral("China accounts for 1,509 of the 3,755 AI models released worldwide")));
    CHECK(fixture.says(QStringLiteral("2025-07-28 · Statistic · WAIC 2025 · China")));
    const auto *tabs = fixture.pane().findChild<QTabBar *>();
    REQUIRE(tabs);
    CHECK(tabs->tabText(1) == QStringLiteral("Figures 4"));
    CHECK(tabs->tabText(2) == QStringLiteral("Sources 7"));
    CHECK(tabs->height() == 36);
}

TEST_CASE("the star is set and taken by its button", "[record]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    CHECK(button(fixture, "star")->accessibleName() == QStringLiteral("Star"));
    REQUIRE(fixture.step([&] { button(fixture, "star")->click(); }));
    CHECK(fixture.announcement().starred);
    CHECK(fixture.workspace().history().undoLabel == QStringLiteral("Star"));
    CHECK(button(fixture, "star")->accessibleName() == QStringLiteral("Unstar"));
    REQUIRE(fixture.step([&] { button(fixture, "star")->click(); }));
    CHECK_FALSE(fixture.announcement().starred);
}

TEST_CASE("a title with tags is shown literally", "[record]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    REQUIRE(fixture.step([&] {
        fixture.type("title", QStringLiteral("<b>x</b> & <img src=y>"));
        fixture.enter("title");
    }));
    CHECK(fixture.says(QStringLiteral("<b>x</b> & <img src=y>")));
    for (const QLabel *label : fixture.pane().findChildren<QLabel *>())
        CHECK(label->textFormat() == Qt::PlainText);
}

TEST_CASE("what the question looks for is marked in the texts of the record", "[record]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    const auto marked = [&](const char *column) {
        QStringList texts;
        for (const QTextEdit::ExtraSelection &mark : qobject_cast<QTextEdit *>(fixture.input(column))->extraSelections())
            texts << mark.cursor.selectedText();
        return texts;
    };
    CHECK(marked("title").isEmpty());
    fixture.workspace().setQuery(explore::parseQuery(QStringLiteral("MODEL -china")).query);
    REQUIRE(QTest::qWaitFor([&] { return fixture.workspace().answer().query == fixture.workspace().query(); }));
    CHECK(marked("title") == QStringList{QStringLiteral("model")});
    fixture.workspace().setQuery({});
    REQUIRE(QTest::qWaitFor([&] { return fixture.workspace().answer().query == fixture.workspace().query(); }));
    CHECK(marked("title").isEmpty());
}

TEST_CASE("a long title takes three lines", "[record]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    QLabel *title = nullptr;
    for (QLabel *label : fixture.pane().findChildren<QLabel *>())
        if (label->text().startsWith(QStringLiteral("China accounts")))
            title = label;
    REQUIRE(title);
    const int line = title->heightForWidth(10'000);
    REQUIRE(fixture.step([&] {
        fixture.type("title", QStringLiteral("word ").repeated(80));
        fixture.enter("title");
    }));
    REQUIRE(QTest::qWaitFor([&] { return title->height() == 3 * line; }));
    CHECK(title->toolTip().contains(QStringLiteral("word word")));
}

TEST_CASE("a record in the bin says so and comes back", "[record]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    CHECK_FALSE(fixture.says(QStringLiteral("In the bin since")));
    const RowId row = fixture.workspace().current();
    REQUIRE(fixture.step([&] { fixture.workspace().apply(moveToBin(std::span(&row, 1))); }));
    const QDateTime binned = QDateTime::fromString(fixture.announcement().binnedAt, Qt::ISODateWithMs).toLocalTime();
    REQUIRE(binned.isValid());
    CHECK(fixture.says(QStringLiteral("In the bin since %1").arg(binned.date().year())));
    REQUIRE(fixture.step([&] { button(fixture, "restore")->click(); }));
    CHECK(fixture.announcement().binnedAt.isNull());
    CHECK_FALSE(fixture.says(QStringLiteral("In the bin since")));
}

TEST_CASE("a catalogue that may not be written can be read and copied", "[record]")
{
    RecordFixture fixture(kForeignTrigger);
    REQUIRE_FALSE(fixture.workspace().isWritable());
    fixture.show(kShare);
    CHECK(fixture.says(QStringLiteral("Read-only: values can be copied, not changed")));
    CHECK_FALSE(button(fixture, "star")->isEnabled());
    for (const char *column : {"announced_on", "kind", "country", "openness"}) {
        INFO(column);
        const auto *line = qobject_cast<QLineEdit *>(fixture.input(column));
        REQUIRE(line);
        CHECK(line->isReadOnly());
    }
    CHECK(fixture.text("country") == QStringLiteral("China"));
    auto *title = qobject_cast<QTextEdit *>(fixture.input("title"));
    REQUIRE(title);
    CHECK(title->isReadOnly());
    title->setFocus();
    title->selectAll();
    QTest::keyClick(title, Qt::Key_X);
    CHECK(title->toPlainText() == fixture.announcement().title);
    fixture.pane().showTab(RecordPane::Figures);
    QListView &figures = fixture.list("figures");
    figures.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&figures, Qt::Key_F2);
    CHECK(fixture.pane().findChildren<QWidget *>(QStringLiteral("value")).isEmpty());
}

TEST_CASE("a catalogue that may not be written offers nothing that would change it", "[record]")
{
    RecordFixture fixture(kForeignTrigger);
    QSignalSpy reported(&fixture.workspace(), &ui::Workspace::reported);
    fixture.show(kShare);
    auto *pill = fixture.pane().findChild<QAbstractButton *>(QStringLiteral("verificationPill"));
    REQUIRE(pill);
    CHECK(pill->focusPolicy() == Qt::NoFocus);
    QTest::mouseClick(pill, Qt::LeftButton);
    CHECK_FALSE(QApplication::activePopupWidget());
    const auto chips = fixture.pane().findChildren<ui::Chip *>();
    REQUIRE_FALSE(chips.isEmpty());
    for (ui::Chip *chip : chips) {
        CHECK(chip->focusPolicy() == Qt::NoFocus);
        QTest::mouseClick(chip, Qt::LeftButton, {}, QPoint(chip->width() - 6, chip->height() / 2));
        QTest::keyClick(chip, Qt::Key_Delete);
    }
    for (const ui::AddChip *add : fixture.pane().findChildren<ui::AddChip *>())
        CHECK_FALSE(add->isVisible());
    for (const auto &[name, tab] : {std::pair{"figures", RecordPane::Figures}, std::pair{"sources", RecordPane::Sources}}) {
        fixture.pane().showTab(tab);
        QListView &list = fixture.list(name);
        list.setFocus(Qt::TabFocusReason);
        REQUIRE(list.currentIndex().isValid());
        QApplication::clipboard()->setText(QStringLiteral("https://example.org/a"));
        for (const QKeyCombination key : {QKeyCombination(Qt::Key_Delete), QKeyCombination(Qt::Key_F2), Qt::CTRL | Qt::Key_V})
            QTest::keyClick(&list, key.key(), key.keyboardModifiers());
        CHECK(fixture.pane().findChildren<ui::RowForm *>().isEmpty());
    }
    for (const char *add : {"addFigure", "addSourceRow"})
        CHECK_FALSE(button(fixture, add)->isVisibleTo(&fixture.pane()));
    fixture.pane().addFigure();
    CHECK(fixture.pane().findChildren<ui::RowForm *>().isEmpty());
    CHECK(reported.isEmpty()); // nothing was tried
}

TEST_CASE("an edit elsewhere keeps tab, place and current figure", "[record]")
{
    RecordFixture fixture;
    fixture.show(kSupernode, RecordPane::Figures);
    QListView &figures = fixture.list("figures");
    figures.setFocus();
    figures.setCurrentIndex(figures.model()->index(figures.model()->rowCount() - 1, 0));
    const int place = figures.verticalScrollBar()->value();
    const QString current = figures.currentIndex().data().toString();
    REQUIRE(place > 0);
    REQUIRE(fixture.step([&] {
        const RowId row = fixture.workspace().current();
        fixture.workspace().apply(
            setField(*findField(Entity::Announcement, u"notes"), std::span(&row, 1), QStringLiteral("seen")));
    }));
    CHECK(fixture.text("notes") == QStringLiteral("seen"));
    CHECK(figures.isVisible());
    CHECK(figures.verticalScrollBar()->value() == place);
    CHECK(figures.currentIndex().data().toString() == current);
    CHECK(figures.hasFocus());
}

TEST_CASE("an announcement without figures and sources says so", "[record]")
{
    RecordFixture fixture;
    RowId added = 0;
    QObject::connect(&fixture.workspace(), &ui::Workspace::committed, &fixture.pane(),
        [&](const Step &step) { added = step.announcements.front(); });
    Announcement row;
    row.title = QStringLiteral("Bare");
    REQUIRE(fixture.step([&] { fixture.workspace().apply(addAnnouncement(row)); }));
    fixture.workspace().setCurrent(added);
    const auto *tabs = fixture.pane().findChild<QTabBar *>();
    CHECK(tabs->tabText(1) == QStringLiteral("Figures 0"));
    CHECK(fixture.list("figures").model()->rowCount() == 0);
    CHECK(fixture.list("sources").model()->rowCount() == 0);
    for (const RecordPane::Tab tab : {RecordPane::Figures, RecordPane::Sources}) {
        fixture.pane().showTab(tab);
        const QImage picture = fixture.pane().grab().toImage();
        int inked = 0;
        for (int x = 0; x < picture.width(); ++x)
            for (int y = 130; y < 320; ++y)
                inked += picture.pixelColor(x, y).lightness() < 180 ? 1 : 0;
        CHECK(inked > 100); // the words of the empty state
    }
}

TEST_CASE("every input and button of the record has an accessible name", "[record]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    for (const QWidget *widget : fixture.pane().findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy())
            continue;
        const auto *area = qobject_cast<const QScrollArea *>(widget);
        const auto *pressed = qobject_cast<const QAbstractButton *>(widget);
        INFO(widget->metaObject()->className() << " " << widget->objectName().toStdString());
        CHECK((area || !widget->accessibleName().isEmpty() || (pressed && !pressed->text().isEmpty())));
    }
}

TEST_CASE("the pane gives the focus back to where it was", "[record]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    QLineEdit elsewhere;
    fixture.input("announced_on")->setFocus();
    fixture.pane().focusRecord();
    CHECK(fixture.input("announced_on")->hasFocus());
    fixture.pane().showTab(RecordPane::Sources);
    fixture.pane().focusRecord();
    CHECK(fixture.pane().isAncestorOf(QApplication::focusWidget()));
}
