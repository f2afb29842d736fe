// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_record/record_fixture.h"

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;
using ui::RecordPane;

namespace {

struct Sample
{
    const char *column;
    const char *typed;
    const char *stored;
    QString Announcement::*member;
};

constexpr Sample kSamples[] = {
    {"title", "China counts 1,510 models", "China counts 1,510 models", &Announcement::title},
    {"summary", "One line\nand another", "One line\nand another", &Announcement::summary},
    {"announced_on", "2025-07", "2025-07", &Announcement::announcedOn},
    {"kind", "Research", "research", &Announcement::kind},
    {"edition", "waic 2024", "WAIC 2024", &Announcement::edition},
    {"country", "Japan", "JP", &Announcement::country},
    {"openness", "Open-source", "open-source", &Announcement::openness},
    {"url", "https://www.worldaic.com.cn/", "https://www.worldaic.com.cn/", &Announcement::url},
    {"notes", "Checked on the page", "Checked on the page", &Announcement::notes},
};

} // namespace

TEST_CASE("each field of the record is edited where it stands", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    for (const Sample &sample : kSamples) {
        INFO(sample.column);
        const bool paragraphs = qstrcmp(sample.column, "summary") == 0 || qstrcmp(sample.column, "notes") == 0;
        REQUIRE(fixture.step([&] {
            fixture.type(sample.column, QString::fromLatin1(sample.typed));
            fixture.enter(sample.column, paragraphs ? Qt::ControlModifier : Qt::NoModifier);
        }));
        CHECK(fixture.announcement().*sample.member == QString::fromLatin1(sample.stored));
        CHECK(fixture.input(sample.column)->hasFocus());
    }
    CHECK(fixture.says(QStringLiteral("2025-07 · Research · WAIC 2024 · Japan")));
    CHECK(fixture.text("country") == QStringLiteral("Japan"));
    CHECK(fixture.text("kind") == QStringLiteral("Research"));
}

TEST_CASE("leaving a field writes it", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    REQUIRE(fixture.step([&] {
        fixture.type("announced_on", QStringLiteral("2025-07-27"));
        fixture.input("notes")->setFocus();
    }));
    CHECK(fixture.announcement().announcedOn == QStringLiteral("2025-07-27"));
    CHECK(fixture.input("notes")->hasFocus());
}

TEST_CASE("a choice takes a value of one's own, and none", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    REQUIRE(fixture.step([&] {
        fixture.type("kind", QStringLiteral("dataset"));
        fixture.enter("kind");
    }));
    CHECK(fixture.announcement().kind == QStringLiteral("dataset"));
    REQUIRE(fixture.step([&] {
        fixture.type("kind", {});
        fixture.enter("kind");
    }));
    CHECK(fixture.announcement().kind.isNull());
}

TEST_CASE("choices offer known and used values, countries by name", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    const auto offers = [&](const char *column) {
        auto *box = qobject_cast<QComboBox *>(fixture.input(column));
        REQUIRE(box);
        box->setFocus();
        QStringList texts;
        for (int place = 0; place < box->count(); ++place)
            texts << box->itemText(place);
        return texts;
    };
    CHECK(offers("kind").contains(QStringLiteral("Hardware")));
    CHECK(offers("edition").contains(QStringLiteral("WAIC 2018")));
    CHECK(offers("country").contains(QStringLiteral("France")));
    CHECK(offers("openness").contains(QStringLiteral("Open-weights")));
}

TEST_CASE("the wheel and the arrow keys change no choice by accident", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    QWidget *box = fixture.input("kind");
    QWheelEvent wheel(QPointF(10, 10), box->mapToGlobal(QPointF(10, 10)), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
        Qt::NoScrollPhase, false);
    QApplication::sendEvent(box, &wheel);
    CHECK(fixture.text("kind") == QStringLiteral("Statistic"));
    CHECK(fixture.nothingWritten());
}

TEST_CASE("a mistake is said below its field, keeps the text and writes nothing", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    struct Mistake
    {
        const char *column;
        const char *typed;
        const char *words;
    };
    const Mistake mistakes[] = {
        {"title", "", "Title may not be empty"},
        {"announced_on", "2025-06-31", "31 June does not exist. Try 2025-06-30"},
        {"announced_on", "last July", "last July"},
        {"country", "Atlantis", "Atlantis"},
        {"url", "javascript:alert(1)", "is no web address"},
        {"url", "www.example.org", "Try https://www.example.org"},
    };
    for (const Mistake &mistake : mistakes) {
        INFO(mistake.column << ": " << mistake.typed);
        const QString before = fixture.text(mistake.column);
        const QString typed = QString::fromLatin1(mistake.typed);
        fixture.type(mistake.column, typed);
        fixture.enter(mistake.column);
        CHECK(fixture.says(QString::fromLatin1(mistake.words)));
        fixture.input("notes")->setFocus();
        CHECK(fixture.text(mistake.column) == typed);
        CHECK(fixture.says(QString::fromLatin1(mistake.words)));
        CHECK(fixture.nothingWritten());
        fixture.input(mistake.column)->setFocus();
        QTest::keyClick(fixture.input(mistake.column), Qt::Key_Escape);
        CHECK(fixture.text(mistake.column) == before);
        CHECK_FALSE(fixture.says(QString::fromLatin1(mistake.words)));
    }
    CHECK(fixture.announcement().title == QStringLiteral("China accounts for 1,509 of the 3,755 AI models released worldwide"));
}

TEST_CASE("half-typed text outlives another field's edit", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    fixture.type("notes", QStringLiteral("half a sen"));
    REQUIRE(fixture.step([&] {
        const Field *field = findField(Entity::Announcement, u"kind");
        const RowId row = fixture.workspace().current();
        fixture.workspace().apply(setField(*field, std::span(&row, 1), QStringLiteral("research")));
    }));
    CHECK(fixture.text("kind") == QStringLiteral("Research"));
    CHECK(fixture.text("notes") == QStringLiteral("half a sen"));
    CHECK(fixture.input("notes")->hasFocus());
    CHECK(fixture.announcement().notes.isNull());
}

TEST_CASE("going to another record writes what is right and keeps what is wrong", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    fixture.type("announced_on", QStringLiteral("2025-02-30"));
    fixture.type("notes", QStringLiteral("done"));
    const RowId first = fixture.workspace().current();
    REQUIRE(fixture.step([&] { fixture.show(kSupernode); }));
    CHECK(must(fixture.workspace().reader().record(first)).announcement.notes == QStringLiteral("done"));
    CHECK(fixture.text("announced_on") == QStringLiteral("2025-07-26"));
    CHECK(fixture.text("notes").isEmpty());
    fixture.show(kShare);
    CHECK(fixture.text("announced_on") == QStringLiteral("2025-02-30"));
    CHECK(fixture.says(QStringLiteral("does not exist")));
    CHECK(fixture.announcement().announcedOn == QStringLiteral("2025-07-28"));
}

TEST_CASE("what is typed stays with its catalogue", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    fixture.type("announced_on", QStringLiteral("2025-02-30"));
    fixture.enter("announced_on");
    const QString path = fixture.workspace().file().path();
    must(fixture.workspace().open(path));
    fixture.show(kShare);
    CHECK(fixture.text("announced_on") == QStringLiteral("2025-07-28"));
    fixture.show(kSupernode);
    fixture.show(kShare);
    CHECK(fixture.text("announced_on") == QStringLiteral("2025-07-28"));
    CHECK_FALSE(fixture.says(QStringLiteral("does not exist")));
    CHECK(fixture.nothingWritten());
}

TEST_CASE("an edit that is refused comes back with its text and the reason", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    const QString path = fixture.workspace().file().path();
    QSignalSpy refused(&fixture.workspace(), &ui::Workspace::refused);
    REQUIRE(QFile::rename(path, path + QStringLiteral(".away")));
    fixture.type("notes", QStringLiteral("a long thought"));
    SECTION("to the record in sight")
    {
        fixture.enter("notes", Qt::ControlModifier);
        REQUIRE((refused.count() > 0 || refused.wait()));
    }
    SECTION("to a record that was left")
    {
        fixture.show(kSupernode);
        REQUIRE((refused.count() > 0 || refused.wait()));
        CHECK(fixture.text("notes").isEmpty());
        CHECK_FALSE(fixture.says(QStringLiteral("file was deleted, moved")));
        fixture.show(kShare);
    }
    SECTION("to a record that was left and is back before the answer")
    {
        fixture.show(kSupernode);
        fixture.show(kShare);
        CHECK(fixture.text("notes") == QStringLiteral("a long thought"));
        REQUIRE((refused.count() > 0 || refused.wait()));
    }
    CHECK(fixture.text("notes") == QStringLiteral("a long thought"));
    CHECK(fixture.says(QStringLiteral("file was deleted, moved")));
    REQUIRE(QFile::rename(path + QStringLiteral(".away"), path));
    REQUIRE(fixture.step([&] { fixture.enter("notes", Qt::ControlModifier); }));
    CHECK(fixture.announcement().notes == QStringLiteral("a long thought"));
    CHECK_FALSE(fixture.says(QStringLiteral("file was deleted, moved")));
}

TEST_CASE("a message that is no refusal leaves an edit under way alone", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    QSignalSpy committed(&fixture.workspace(), &ui::Workspace::committed);
    fixture.type("notes", QStringLiteral("once"));
    fixture.enter("notes", Qt::ControlModifier);
    fixture.workspace().report({ErrorKind::Io, QStringLiteral("Not read"), {}, {}});
    CHECK_FALSE(fixture.says(QStringLiteral("Not read")));
    fixture.enter("notes", Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return committed.count() > 0 && !fixture.workspace().isSaving(); }));
    CHECK(committed.count() == 1);
}

TEST_CASE("what is typed is written before the window goes", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    fixture.type("notes", QStringLiteral("last words"));
    REQUIRE(fixture.step([&] { fixture.pane().commitTyped(); }));
    CHECK(fixture.announcement().notes == QStringLiteral("last words"));
}

TEST_CASE("in a field without half-typed text Ctrl+Z undoes the edit", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    QAction undo;
    undo.setShortcut(QKeySequence::Undo);
    QObject::connect(&undo, &QAction::triggered, &fixture.workspace(), &ui::Workspace::undo);
    fixture.pane().addAction(&undo);
    REQUIRE(fixture.step([&] {
        fixture.type("announced_on", QStringLiteral("2024"));
        fixture.enter("announced_on");
    }));
    REQUIRE(fixture.step([&] { QTest::keyClick(fixture.input("announced_on"), Qt::Key_Z, Qt::ControlModifier); }));
    CHECK(fixture.announcement().announcedOn == QStringLiteral("2025-07-28"));
    CHECK(fixture.text("announced_on") == QStringLiteral("2025-07-28"));
}

TEST_CASE("a summary grows with its text", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    QWidget *summary = fixture.input("summary");
    const int before = summary->height();
    fixture.type("summary", QStringLiteral("one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten"));
    CHECK(QTest::qWaitFor([&] { return summary->height() > before + 40; }));
    QTest::keyClick(summary, Qt::Key_Escape);
    CHECK(QTest::qWaitFor([&] { return summary->height() == before; }));
}

TEST_CASE("organisations and tags stand as chips, with the local name and the role", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kSupernode);
    QStringList names;
    for (const QWidget *widget : fixture.pane().findChildren<QWidget *>())
        names << widget->accessibleName();
    CHECK(names.contains(QStringLiteral("Huawei 华为 announcer")));
    CHECK(names.contains(QStringLiteral("supernode")));
}

TEST_CASE("a link is opened by its button only when it is a web link", "[record][details]")
{
    RecordFixture fixture;
    fixture.show(kShare);
    const auto opener = [&]() -> QAbstractButton * {
        for (auto *button : fixture.pane().findChildren<QAbstractButton *>())
            if (button->text() == QStringLiteral("Open") && button->isVisible())
                return button;
        return nullptr;
    };
    CHECK_FALSE(opener());
    REQUIRE(fixture.step([&] {
        fixture.type("url", QStringLiteral("https://www.worldaic.com.cn/"));
        fixture.enter("url");
    }));
    REQUIRE(opener());
    opener()->click();
    CHECK(fixture.dialogs().links == QStringList{QStringLiteral("https://www.worldaic.com.cn/")});
}
