// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scripted_dialogs.h"
#include "support/test_support.h"

#include "catalogue/schema.h"
#include "catalogue/sql.h"
#include "exchange/catalogue_json.h"
#include "ui/common/theme.h"
#include "ui/record/record_pane.h"
#include "ui/workspace.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

namespace waic::tests {

/// A shown record pane on a copy of the starter catalogue.
class RecordFixture
{
public:
    explicit RecordFixture(const QString &sqlBefore = {})
        : m_workspace(m_dialogs)
    {
        ui::Theme::instance().apply(ui::ThemeChoice::Light);
        const QString path = m_folder.path(QStringLiteral("starter.waic"));
        REQUIRE(QFile::copy(pristine(), path));
        if (!sqlBefore.isNull())
            catalogue::Database(path, SQLite::OPEN_READWRITE).run(sqlBefore);
        must(m_workspace.open(path));
        m_pane = std::make_unique<ui::RecordPane>(m_workspace);
        m_pane->resize(360, 900);
        m_pane->show();
        m_pane->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(m_pane.get()));
    }

    ui::RecordPane &pane() { return *m_pane; }
    ui::Workspace &workspace() { return m_workspace; }
    ScriptedDialogs &dialogs() { return m_dialogs; }

    void show(const char *uid, ui::RecordPane::Tab tab = ui::RecordPane::Details)
    {
        m_workspace.setCurrent(catalogue::starterId(QString::fromLatin1(uid)));
        m_pane->showTab(tab);
    }
    catalogue::Record record() { return must(m_workspace.reader().record(m_workspace.current())); }
    catalogue::Announcement announcement() { return record().announcement; }

    /// The input of a field, by its column: the one in sight, as a form has inputs of the same name.
    QWidget *input(const char *column)
    {
        QWidget *found = nullptr;
        for (QWidget *widget : m_pane->findChildren<QWidget *>(QString::fromLatin1(column)))
            if (!found || widget->isVisible())
                found = widget;
        REQUIRE(found);
        return found;
    }
    QString text(const char *column)
    {
        QWidget *widget = input(column);
        if (const auto *line = qobject_cast<QLineEdit *>(widget))
            return line->text();
        if (const auto *choice = qobject_cast<QComboBox *>(widget))
            return choice->currentText();
        return qobject_cast<QTextEdit *>(widget)->toPlainText();
    }
    /// Types over what stands in a field, and leaves the focus there.
    void type(const char *column, const QString &words)
    {
        QWidget *widget = input(column);
        widget->setFocus();
        QTest::keyClick(widget, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(widget, Qt::Key_Delete);
        if (auto *edit = qobject_cast<QTextEdit *>(widget))
            edit->insertPlainText(words); // keyClicks knows no line breaks
        else
            QTest::keyClicks(widget, words);
    }
    void enter(const char *column, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(input(column), Qt::Key_Return, modifiers);
    }
    /// Hands over `act` and waits until its step is committed and seen.
    template <typename Act>
    bool step(Act &&act)
    {
        QSignalSpy spy(&m_workspace, &ui::Workspace::committed);
        act();
        return spy.count() > 0 || spy.wait();
    }
    /// Nothing was handed to the editor: it is idle and has nothing to undo.
    bool nothingWritten() const { return !m_workspace.isSaving() && m_workspace.history().undoLabel.isNull(); }

    bool says(const QString &words)
    {
        for (const QLabel *label : m_pane->findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    }

    QListView &list(const char *name)
    {
        auto *list = m_pane->findChild<QListView *>(QString::fromLatin1(name));
        REQUIRE(list);
        return *list;
    }
    /// The first row of a list whose words contain these; current afterwards.
    QModelIndex row(const char *name, const QString &words)
    {
        QListView &view = list(name);
        for (int row = 0; row < view.model()->rowCount(); ++row)
            if (const QModelIndex index = view.model()->index(row, 0);
                index.data().toString().contains(words) && index.flags().testFlag(Qt::ItemIsSelectable))
                return index;
        FAIL("no row says " << words.toStdString());
        return {};
    }

private:
    static QString pristine()
    {
        static const TemporaryFolder folder;
        static const QString path = [] {
            const QString made = folder.path(QStringLiteral("pristine.waic"));
            must(catalogue::createCatalogue(made, must(exchange::starterContents())));
            return made;
        }();
        return path;
    }

    TemporaryFolder m_folder;
    ScriptedDialogs m_dialogs;
    ui::Workspace m_workspace;
    std::unique_ptr<ui::RecordPane> m_pane;
};

inline constexpr const char *kShare = "china-1509-of-3755";
inline constexpr const char *kSupernode = "huawei-supernode-384";

} // namespace waic::tests
