// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/sql.h"
#include "support/pane_fixture.h"
#include "ui/search/saving_view.h"
#include "ui/search/views_button.h"
#include "ui/search/views_dialog.h"

#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>

using namespace waic;
using namespace waic::tests;
using namespace waic::ui;

namespace {

/// The button with commands as the window gives it.
class ViewsPane : public QWidget
{
public:
    explicit ViewsPane(Workspace &workspace)
        : m_button(workspace, new QAction(u("Save"), this), new QAction(u("Manage"), this), this)
    {
    }
    QStringList entries()
    {
        QStringList found;
        emit m_button.menu()->aboutToShow();
        for (const QAction *action : m_button.menu()->actions())
            if (!action->isSeparator())
                found << action->text() + (action->isChecked() ? u(" *") : QString());
        return found;
    }
    void choose(int place)
    {
        emit m_button.menu()->aboutToShow();
        m_button.menu()->actions().at(place)->trigger();
    }

private:
    ViewsButton m_button;
};

class ViewsFixture : public PaneFixture<ViewsPane>
{
public:
    ViewsFixture() { m_spy = std::make_unique<QSignalSpy>(&workspace(), &Workspace::committed); }
    ViewsPane &button() { return *static_cast<ViewsPane *>(window().layout()->itemAt(0)->widget()); }
    ScriptedDialogs &dialogs() { return static_cast<ScriptedDialogs &>(workspace().dialogs()); }
    QStringList saved()
    {
        QStringList found;
        for (const catalogue::SavedView &view : must(workspace().reader().savedViews()))
            found << view.name + u(": ") + view.query;
        return found;
    }
    bool step() { return waitForStep(*m_spy, ++m_steps); }
    void save(const char *name, const char *query)
    {
        ask(query);
        dialogs().text = u(name);
        saveView(workspace());
        REQUIRE(step());
    }

private:
    std::unique_ptr<QSignalSpy> m_spy;
    int m_steps = 0;
};

QStringList listed(const ViewsDialog &dialog)
{
    QStringList found;
    const auto *list = dialog.findChild<QListWidget *>();
    for (int row = 0; row < list->count(); ++row)
        found << list->item(row)->text();
    return found;
}

void click(ViewsDialog &dialog, const char *name)
{
    auto *button = dialog.findChild<QPushButton *>(u(name));
    REQUIRE(button);
    REQUIRE(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace

TEST_CASE("a view gets the question of now and a proposed name, and choosing it asks that question again", "[views]")
{
    ViewsFixture app;
    CHECK(app.button().entries() == QStringList{u("No view is saved yet"), u("Save"), u("Manage")});
    app.save("Models & more", "model kind:model -country:US");
    CHECK(app.dialogs().suggestion == u("model, Kind model, not Country United States"));
    CHECK(app.saved() == QStringList{u("Models & more: model kind:model -country:US")});
    CHECK(app.button().entries().first() == u("Models && more *"));
    app.ask("kind:robot");
    CHECK(app.button().entries().first() == u("Models && more"));
    app.button().choose(0);
    CHECK(app.queryText() == u("model kind:model -country:US"));
    app.workspace().goBack();
    CHECK(app.queryText() == u("kind:robot"));
    app.workspace().undo();
    REQUIRE(app.step());
    CHECK(app.button().entries().first() == u("No view is saved yet"));
}

TEST_CASE("nothing is saved when the name is not given, nor over another view without asking", "[views]")
{
    ViewsFixture app;
    saveView(app.workspace());
    CHECK(app.dialogs().suggestion == u("All announcements"));
    app.save("Robots", "kind:robot");
    app.ask("kind:robot country:CN");
    app.dialogs().confirms = false;
    saveView(app.workspace());
    CHECK(app.dialogs().questions.last().contains(u("Robots")));
    app.workspace().finishEdits();
    CHECK(app.saved() == QStringList{u("Robots: kind:robot")});
    app.dialogs().confirms = true;
    saveView(app.workspace());
    REQUIRE(app.step());
    CHECK(app.saved() == QStringList{u("Robots: kind:robot country:CN")});
}

TEST_CASE("views are renamed, moved and deleted in their list, which follows undo", "[views]")
{
    ViewsFixture app;
    app.save("A", "kind:robot");
    app.save("B", "kind:model");
    app.save("C", "kind:policy");
    ViewsDialog dialog(app.workspace());
    dialog.show();
    CHECK(listed(dialog) == QStringList{u("A"), u("B"), u("C")});
    auto *list = dialog.findChild<QListWidget *>();
    list->setCurrentRow(2);
    CHECK_FALSE(dialog.findChild<QPushButton *>(u("viewDown"))->isEnabled());
    click(dialog, "viewUp");
    REQUIRE(app.step());
    CHECK(listed(dialog) == QStringList{u("A"), u("C"), u("B")});
    CHECK(list->currentRow() == 1);

    click(dialog, "renameView");
    auto *editor = list->findChild<QLineEdit *>();
    REQUIRE(editor);
    editor->setText(u(" Policies "));
    QTest::keyClick(editor, Qt::Key_Return);
    REQUIRE(app.step());
    CHECK(listed(dialog) == QStringList{u("A"), u("Policies"), u("B")});
    CHECK(list->currentItem()->text() == u("Policies"));

    QTest::keyClick(list, Qt::Key_Delete);
    REQUIRE(app.step());
    CHECK(listed(dialog) == QStringList{u("A"), u("B")});
    app.workspace().undo();
    REQUIRE(app.step());
    CHECK(listed(dialog) == QStringList{u("A"), u("Policies"), u("B")});
}

TEST_CASE("a name that another view has is refused, and the list shows the old one again", "[views]")
{
    ViewsFixture app;
    app.save("A", "kind:robot");
    app.save("B", "kind:model");
    ViewsDialog dialog(app.workspace());
    dialog.show();
    QSignalSpy refused(&app.workspace(), &Workspace::refused);
    dialog.findChild<QListWidget *>()->item(1)->setText(u("A"));
    REQUIRE(QTest::qWaitFor([&] { return refused.count() == 1; }));
    CHECK(listed(dialog) == QStringList{u("A"), u("B")});
    dialog.findChild<QListWidget *>()->item(1)->setText(u("  "));
    CHECK(listed(dialog) == QStringList{u("A"), u("B")});
}

TEST_CASE("a view is copied as text and pasted from text, and text that is none says why", "[views]")
{
    ViewsFixture app;
    app.save("Robots", "walk kind:robot");
    ViewsDialog dialog(app.workspace());
    dialog.show();
    click(dialog, "copyView");
    CHECK(QApplication::clipboard()->text() == u("walk kind:robot"));
    QApplication::clipboard()->setText(u(" kind:model\n -country:US sort:title "));
    app.dialogs().text = u("From a friend");
    click(dialog, "pasteView");
    REQUIRE(app.step());
    CHECK(app.dialogs().suggestion == u("Kind model, not Country United States"));
    CHECK(app.saved().last() == u("From a friend: kind:model -country:US sort:title"));
    CHECK(app.dialogs().errors.empty());
    for (const QString &bad : {u("kidn:robot"), QString(), QString(100'000, QLatin1Char('x'))}) {
        app.dialogs().errors.clear();
        QApplication::clipboard()->setText(bad);
        click(dialog, "pasteView");
        REQUIRE(app.dialogs().errors.size() == 1);
        CHECK(app.dialogs().errors.front().what.size() < 300);
    }
    CHECK(app.saved().size() == 2);
}

TEST_CASE("a read-only catalogue shows its views and says why none is saved", "[views]")
{
    ViewsFixture app;
    app.save("Robots", "kind:robot");
    app.workspace().close();
    // Tables that another program has changed are not written to.
    catalogue::Database(app.path(), SQLite::OPEN_READWRITE).run(u("ALTER TABLE source ADD COLUMN price REAL"));
    must(app.workspace().open(app.path()));
    REQUIRE_FALSE(app.workspace().isWritable());
    CHECK(app.button().entries().first().startsWith(u("Robots")));
    saveView(app.workspace());
    REQUIRE(app.dialogs().errors.size() == 1);
    CHECK(app.dialogs().errors.front().kind == ErrorKind::ReadOnly);
    ViewsDialog dialog(app.workspace());
    CHECK(listed(dialog) == QStringList{u("Robots")});
    CHECK_FALSE(dialog.findChild<QPushButton *>(u("deleteView"))->isEnabled());
    CHECK(dialog.findChild<QPushButton *>(u("copyView"))->isEnabled());
}
