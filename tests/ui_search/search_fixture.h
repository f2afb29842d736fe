// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/pane_fixture.h"
#include "ui/common/note_bubble.h"
#include "ui/search/chip_row.h"
#include "ui/search/completion_list.h"
#include "ui/search/filter_chip.h"
#include "ui/search/search_bar.h"
#include "ui/search/search_edit.h"

#include <QAbstractButton>

namespace waic::tests {

/// Box and chips as the window has them, and below something else that can have the focus.
class SearchHead : public QWidget
{
public:
    explicit SearchHead(ui::Workspace &workspace)
    {
        auto *layout = new QVBoxLayout(this);
        auto *bar = new ui::SearchBar(workspace);
        layout->addWidget(bar);
        layout->addWidget(new ui::ChipRow(workspace, *bar));
        auto *other = new QWidget;
        other->setObjectName(QStringLiteral("other"));
        other->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(other, 1);
    }
};

class SearchFixture : public PaneFixture<SearchHead>
{
public:
    explicit SearchFixture(const catalogue::Contents &contents = eightAnnouncements())
        : PaneFixture(contents)
    {
        focusBox();
    }

    void focusBox()
    {
        bar().focusSearch();
        REQUIRE(QTest::qWaitFor([&] { return box().hasFocus(); }));
    }
    ui::SearchBar &bar() { return pane<ui::SearchBar>(); }
    ui::SearchEdit &box() { return *bar().edit(); }
    QString text() { return box().text(); }
    void type(const char *text) { QTest::keyClicks(&box(), u(text)); }
    void press(Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); }
    void leave()
    {
        window().findChild<QWidget *>(u("other"))->setFocus();
        REQUIRE(QTest::qWaitFor([&] { return !box().hasFocus(); }));
    }
    /// What is said about a mistake.
    QString words()
    {
        auto *bubble = window().findChild<ui::NoteBubble *>();
        return bubble && bubble->isVisible() ? bubble->words() : QString();
    }

    ui::ChipRow &row() { return pane<ui::ChipRow>(); }
    QList<ui::FilterChip *> chips()
    {
        QList<ui::FilterChip *> found;
        for (ui::FilterChip *chip : row().findChildren<ui::FilterChip *>())
            if (!chip->isHidden())
                found << chip;
        return found;
    }
    QStringList names()
    {
        QStringList found;
        for (ui::FilterChip *chip : chips())
            found << chip->accessibleName();
        return found;
    }
    void clickBody(ui::FilterChip *chip)
    {
        QTest::mouseClick(chip, Qt::LeftButton, Qt::NoModifier, QPoint(20, chip->height() / 2));
    }
    void clickCross(ui::FilterChip *chip)
    {
        QTest::mouseClick(chip, Qt::LeftButton, Qt::NoModifier, QPoint(chip->width() - 12, chip->height() / 2));
    }
    QAbstractButton *tool(const char *name) { return row().findChild<QAbstractButton *>(u(name)); }

    ui::CompletionList *list()
    {
        auto *found = window().findChild<ui::CompletionList *>();
        return found && found->isVisible() ? found : nullptr;
    }
    /// Labels of the list below the box, with counts: "robot 2".
    QStringList offered()
    {
        QStringList found;
        if (const ui::CompletionList *shown = list())
            for (const ui::Proposal &one : shown->proposals())
                found << (one.count < 0 ? one.label : QStringLiteral("%1 %2").arg(one.label).arg(one.count));
        return found;
    }
};

} // namespace waic::tests
