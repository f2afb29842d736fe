// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_record/record_fixture.h"

#include "ui/common/suggestion_list.h"
#include "ui/record/chip.h"
#include "ui/record/chips_field.h"

#include "catalogue/record_edits.h"

#include <QMenu>
#include <QTimer>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;
using ui::RecordPane;

namespace {

/// A record whose chips are changed.
class ChipsFixture : public RecordFixture
{
public:
    ChipsFixture() { show(kSupernode); }

    ui::ChipsField &field(const char *name)
    {
        auto *field = pane().findChild<ui::ChipsField *>(QString::fromLatin1(name));
        REQUIRE(field);
        return *field;
    }
    QStringList names(const char *name)
    {
        QStringList names;
        for (const ui::Chip *chip : field(name).findChildren<ui::Chip *>())
            if (chip->isVisible())
                names << chip->accessibleName();
        return names;
    }
    ui::Chip &chip(const char *name, const QString &words)
    {
        for (ui::Chip *chip : field(name).findChildren<ui::Chip *>())
            if (chip->isVisible() && chip->accessibleName() == words)
                return *chip;
        FAIL("no chip " << words.toStdString());
        std::abort();
    }
    /// Presses the "+" and waits for the catalogue's names.
    ui::LineEditor &openEditor(const char *name)
    {
        QTest::mouseClick(field(name).findChild<ui::AddChip *>(), Qt::LeftButton);
        auto *editor = field(name).findChild<ui::LineEditor *>();
        REQUIRE(editor->hasFocus());
        REQUIRE(QTest::qWaitFor([&] { return list() && list()->isVisible() && list()->model()->rowCount() > 1; }));
        return *editor;
    }
    ui::SuggestionList *list()
    {
        ui::SuggestionList *shown = nullptr;
        for (auto *list : pane().findChildren<ui::SuggestionList *>())
            if (!shown || list->isVisible())
                shown = list;
        return shown;
    }
    QStringList offered()
    {
        QStringList rows;
        for (int row = 0; list()->isVisible() && row < list()->model()->rowCount(); ++row)
            rows << list()->model()->index(row, 0).data().toString();
        return rows;
    }
    /// Runs `open`, which shows a menu, and presses the entry of these words there.
    template <typename Open>
    void choose(const QString &words, Open &&open)
    {
        QStringList entries;
        QTimer::singleShot(0, &pane(), [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            for (QAction *action : menu->actions()) {
                entries << action->text();
                if (action->text() == words) {
                    menu->setActiveAction(action);
                    QTest::keyClick(menu, Qt::Key_Return);
                    return;
                }
            }
            menu->close();
        });
        open();
        INFO(entries.join(QStringLiteral(", ")).toStdString());
        CHECK(entries.contains(words));
    }
    QString roleOf(const char *name)
    {
        QStringList roles;
        for (const Participation &part : record().organisations)
            if (part.name == QString::fromUtf8(name))
                roles << part.role;
        return roles.join(QLatin1Char(' '));
    }
};

} // namespace

TEST_CASE("an organisation is added by any of its names", "[record][chips]")
{
    ChipsFixture fixture;
    for (const char *typed : {"Tencent", "腾讯", "tencen"}) {
        INFO(typed);
        ui::LineEditor &editor = fixture.openEditor("organisations");
        editor.setText({});
        editor.insert(QString::fromUtf8(typed)); // keyClicks knows no Chinese
        emit editor.textEdited(editor.text());
        REQUIRE(fixture.offered().value(0) == QStringLiteral("Tencent"));
        REQUIRE(fixture.step([&] { QTest::keyClick(&editor, Qt::Key_Return); }));
        CHECK(fixture.roleOf("Tencent") == QStringLiteral("subject")); // Huawei announces
        CHECK(fixture.names("organisations").filter(QStringLiteral("Tencent")).size() == 1);
        CHECK(editor.hasFocus()); // for the next one
        CHECK(editor.text().isEmpty());
        QTest::keyClick(&editor, Qt::Key_Escape);
        CHECK(fixture.field("organisations").findChild<ui::AddChip *>()->hasFocus());
        CHECK(editor.isHidden());
        REQUIRE(fixture.step([&] { fixture.workspace().undo(); }));
        CHECK(fixture.roleOf("Tencent").isEmpty());
    }
}

TEST_CASE("an organisation that the catalogue lacks is the last thing offered", "[record][chips]")
{
    ChipsFixture fixture;
    ui::LineEditor &editor = fixture.openEditor("organisations");
    QTest::keyClicks(&editor, QStringLiteral("Huawei Zurich <b>Lab</b>"));
    CHECK(fixture.offered() == QStringList{QStringLiteral("Create “Huawei Zurich <b>Lab</b>”")});
    REQUIRE(fixture.step([&] { QTest::keyClick(&editor, Qt::Key_Return); }));
    CHECK(fixture.names("organisations").contains(QStringLiteral("Huawei Zurich <b>Lab</b> subject")));

    QTest::keyClicks(&editor, QStringLiteral("Huawei"));
    REQUIRE(QTest::qWaitFor([&] { return fixture.offered().size() > 1; }));
    CHECK(fixture.offered().first() == QStringLiteral("Huawei"));
    CHECK_FALSE(fixture.offered().contains(QStringLiteral("Create “Huawei”"))); // it is there
    QTest::keyClick(&editor, Qt::Key_Escape);
    REQUIRE(fixture.step([&] { fixture.workspace().undo(); }));
    CHECK_FALSE(fixture.names("organisations").contains(QStringLiteral("Huawei Zurich <b>Lab</b> subject")));
}

TEST_CASE("the menu of an organisation sets its role", "[record][chips]")
{
    ChipsFixture fixture;
    const QString huawei = QStringLiteral("Huawei 华为 announcer");
    ui::Chip &chip = fixture.chip("organisations", huawei);
    chip.setFocus(Qt::TabFocusReason);
    REQUIRE(fixture.step([&] { fixture.choose(QStringLiteral("Partner"), [&] { QTest::keyClick(&chip, Qt::Key_Space); }); }));
    CHECK(fixture.roleOf("Huawei") == QStringLiteral("partner"));
    REQUIRE(fixture.step([&] { fixture.workspace().undo(); }));
    CHECK(fixture.roleOf("Huawei") == QStringLiteral("announcer"));

    fixture.dialogs().text = QStringLiteral("host");
    REQUIRE(fixture.step([&] {
        fixture.choose(QStringLiteral("Other role…"),
            [&] { QTest::mouseClick(&fixture.chip("organisations", huawei), Qt::LeftButton, {}, QPoint(20, 12)); });
    }));
    CHECK(fixture.dialogs().suggestion == QStringLiteral("announcer"));
    CHECK(fixture.roleOf("Huawei") == QStringLiteral("host"));
    REQUIRE(fixture.step([&] {
        fixture.choose(QStringLiteral("Remove"),
            [&] { QTest::keyClick(&fixture.chip("organisations", QStringLiteral("Huawei 华为 host")), Qt::Key_Return); });
    }));
    CHECK(fixture.roleOf("Huawei").isEmpty());
}

TEST_CASE("chips are walked by keys and removed by Del, Backspace and the cross", "[record][chips]")
{
    ChipsFixture fixture;
    const QStringList before = fixture.names("tags");
    REQUIRE(before.size() >= 4);
    ui::Chip &first = fixture.chip("tags", before[0]);
    first.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&first, Qt::Key_Right);
    ui::Chip &second = fixture.chip("tags", before[1]);
    CHECK(second.hasFocus());
    QTest::keyClick(&second, Qt::Key_Tab);
    CHECK(fixture.chip("tags", before[2]).hasFocus());
    QTest::keyClick(&fixture.chip("tags", before[2]), Qt::Key_Left);
    REQUIRE(fixture.step([&] { QTest::keyClick(&second, Qt::Key_Delete); }));
    CHECK_FALSE(fixture.record().tags.contains(before[1]));
    CHECK(fixture.chip("tags", before[2]).hasFocus()); // what stands in its place
    REQUIRE(fixture.step([&] { QTest::keyClick(&fixture.chip("tags", before[2]), Qt::Key_Backspace); }));
    ui::Chip &crossed = fixture.chip("tags", before[0]);
    REQUIRE(fixture.step(
        [&] { QTest::mouseClick(&crossed, Qt::LeftButton, {}, QPoint(crossed.width() - 8, crossed.height() / 2)); }));
    CHECK(fixture.names("tags") == before.mid(3));
    for (int step = 0; step < 3; ++step)
        REQUIRE(fixture.step([&] { fixture.workspace().undo(); }));
    CHECK(fixture.names("tags") == before);
}

TEST_CASE("Tab goes through the fields and chips as they stand", "[record][chips]")
{
    ChipsFixture fixture;
    fixture.input("openness")->setFocus(Qt::TabFocusReason);
    QStringList walked;
    for (int step = 0; step < 20 && !fixture.input("url")->hasFocus(); ++step) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        walked << QApplication::focusWidget()->accessibleName();
    }
    CHECK(walked
        == fixture.names("organisations") + QStringList{QStringLiteral("Add an organisation")} + fixture.names("tags")
            + QStringList{QStringLiteral("Add a tag"), QStringLiteral("Link")});
}

TEST_CASE("tags are added one after the other", "[record][chips]")
{
    ChipsFixture fixture;
    ui::LineEditor &editor = fixture.openEditor("tags");
    for (const char *tag : {"brand new tag", "robotics"}) {
        QTest::keyClicks(&editor, QString::fromLatin1(tag));
        REQUIRE(fixture.step([&] { QTest::keyClick(&editor, Qt::Key_Return); }));
        CHECK(fixture.record().tags.contains(QString::fromLatin1(tag)));
    }
    CHECK(editor.hasFocus());
    QTest::keyClick(&editor, Qt::Key_Return); // nothing typed: done
    CHECK(editor.isHidden());
}

TEST_CASE("an addition that is refused comes back into its line", "[record][chips]")
{
    ChipsFixture fixture;
    ui::LineEditor &editor = fixture.openEditor("tags");
    const QString path = fixture.workspace().file().path();
    QSignalSpy refused(&fixture.workspace(), &ui::Workspace::refused);
    QTest::keyClicks(&editor, QStringLiteral("a new tag"));
    REQUIRE(QFile::rename(path, path + QStringLiteral(".away")));
    QTest::keyClick(&editor, Qt::Key_Return);
    REQUIRE((refused.count() > 0 || refused.wait()));
    CHECK(editor.text() == QStringLiteral("a new tag"));
    REQUIRE(QFile::rename(path + QStringLiteral(".away"), path));
    REQUIRE(fixture.step([&] { QTest::keyClick(&editor, Qt::Key_Return); }));
    CHECK(fixture.record().tags.contains(QStringLiteral("a new tag")));
}

TEST_CASE("the verification of a record is set from its pill", "[record][chips]")
{
    ChipsFixture fixture;
    auto *pill = fixture.pane().findChild<QAbstractButton *>(QStringLiteral("verificationPill"));
    REQUIRE(pill);
    CHECK(pill->focusPolicy() == Qt::TabFocus);
    REQUIRE(fixture.step([&] { fixture.choose(QStringLiteral("Disputed"), [&] { QTest::keyClick(pill, Qt::Key_Down); }); }));
    CHECK(fixture.announcement().verification == QStringLiteral("disputed"));
    CHECK(pill->accessibleName() == QStringLiteral("Verification: disputed"));
    REQUIRE(fixture.step([&] { fixture.choose(QStringLiteral("Confirmed"), [&] { QTest::mouseClick(pill, Qt::LeftButton); }); }));
    CHECK(fixture.announcement().verification == QStringLiteral("confirmed"));
    REQUIRE(fixture.step([&] { fixture.workspace().undo(); }));
    CHECK(fixture.announcement().verification == QStringLiteral("disputed"));
}

TEST_CASE("what another program wrote is not overwritten unseen", "[record][details]")
{
    ChipsFixture fixture;
    QSignalSpy conflicted(&fixture.workspace(), &ui::Workspace::conflicted);
    QSignalSpy committed(&fixture.workspace(), &ui::Workspace::committed);
    fixture.type("notes", QStringLiteral("mine"));
    Database(fixture.workspace().file().path(), SQLite::OPEN_READWRITE)
        .run(QStringLiteral("UPDATE announcement SET notes = 'theirs' WHERE uid = 'huawei-supernode-384'"));
    fixture.enter("notes", Qt::ControlModifier);
    REQUIRE((conflicted.count() > 0 || conflicted.wait()));
    CHECK(committed.isEmpty());
    CHECK(fixture.announcement().notes == QStringLiteral("theirs"));
    CHECK(fixture.text("notes") == QStringLiteral("mine"));
}

TEST_CASE("one field typed twice in a row is no conflict with oneself", "[record][details]")
{
    ChipsFixture fixture;
    QSignalSpy conflicted(&fixture.workspace(), &ui::Workspace::conflicted);
    QSignalSpy committed(&fixture.workspace(), &ui::Workspace::committed);
    for (const char *words : {"one", "two", "three"}) {
        fixture.type("notes", QString::fromLatin1(words));
        fixture.enter("notes", Qt::ControlModifier);
    }
    REQUIRE(QTest::qWaitFor([&] { return committed.count() == 3; }));
    CHECK(conflicted.isEmpty());
    CHECK(fixture.announcement().notes == QStringLiteral("three"));
}
