// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/pane_fixture.h"
#include "ui/common/note_bubble.h"
#include "ui/table/announcement_model.h"
#include "ui/table/announcement_view.h"
#include "ui/table/columns.h"
#include "ui/table/table_header.h"
#include "ui/table/table_pane.h"

#include <QStyleOptionViewItem>

namespace waic::tests {

/// The table pane on a small catalogue, with what a person does to it.
class TableFixture : public PaneFixture<ui::TablePane>
{
public:
    /// rows: so many announcements in place of the eight that are known by name.
    explicit TableFixture(int rows = 0)
        : PaneFixture(rows > 0 ? manyAnnouncements(rows) : eightAnnouncements())
        , committed(&workspace(), &ui::Workspace::committed)
        , reported(&workspace(), &ui::Workspace::reported)
    {
        // As the filters do beside a table.
        workspace().setFacets(&window(), {u("edition"), u("kind"), u("org"), u("country")});
        REQUIRE(QTest::qWaitFor([&] { return workspace().answer().facets.size() == 4; }));
        table().focusTable();
        REQUIRE(QTest::qWaitFor([&] { return view().hasFocus(); }));
    }

    ui::TablePane &table() { return pane<ui::TablePane>(); }
    ui::AnnouncementView &view() { return *table().view(); }
    QString cell(int row, int column) { return view().model()->index(row, column).data().toString(); }
    QStringList titles()
    {
        QStringList found;
        for (int row = 0; row < view().model()->rowCount(); ++row)
            found << cell(row, ui::TitleColumn);
        return found;
    }
    int rowOf(const char *uid)
    {
        const auto &ids = workspace().answer().ids;
        const auto found = std::find(ids.begin(), ids.end(), catalogue::starterId(u(uid)));
        return found == ids.end() ? -1 : int(found - ids.begin());
    }
    void goTo(const char *uid, int column)
    {
        REQUIRE(rowOf(uid) >= 0);
        // Not setCurrentIndex(), which asks which keys are held, and would hear of those of a test before.
        view().selectionModel()->setCurrentIndex(
            view().model()->index(rowOf(uid), column), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    /// The open cell editor; null when there is none.
    QWidget *editor()
    {
        for (QWidget *found : view().findChildren<QWidget *>(u("cellEditor")))
            if (found->isVisible())
                return found;
        return nullptr;
    }
    void openEditor(const char *uid, int column)
    {
        goTo(uid, column);
        QTest::keyClick(&view(), Qt::Key_F2);
        REQUIRE(editor());
    }
    void type(const QString &text, Qt::Key end, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(editor(), Qt::Key_A, Qt::ControlModifier);
        if (text.isEmpty())
            QTest::keyClick(editor(), Qt::Key_Delete);
        QTest::keyClicks(editor(), text);
        QTest::keyClick(editor(), end, modifiers);
    }
    /// Types on the current cell without opening an editor first.
    void typeOver(const QString &text)
    {
        QTest::keyClicks(&view(), text.left(1));
        REQUIRE(editor());
        QTest::keyClicks(editor(), text.mid(1));
    }
    QString words()
    {
        auto *bubble = window().findChild<ui::NoteBubble *>();
        return bubble && bubble->isVisible() ? bubble->words() : QString();
    }

    QSignalSpy committed;
    QSignalSpy reported;

private:
    static catalogue::Contents manyAnnouncements(int rows)
    {
        catalogue::Contents contents;
        for (int row = 0; row < rows; ++row) {
            catalogue::Contents::Announcement made;
            made.uid = made.title = QStringLiteral("row %1").arg(row);
            contents.announcements.push_back(made);
        }
        return contents;
    }
};

} // namespace waic::tests
