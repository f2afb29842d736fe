// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts_dialog.h"

#include "catalogue/fold.h"
#include "ui/actions.h"
#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace waic::ui {

namespace {

QString plain(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

QLabel *label(const QString &text, const QFont &font)
{
    auto *made = new QLabel(text);
    made->setTextFormat(Qt::PlainText);
    made->setFont(font);
    return made;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(QWidget *parent)
    : QDialog(parent)
    , m_nothing(label(tr("No command or key of this name."), uiFont(13)))
{
    setWindowTitle(tr("Keyboard Shortcuts"));
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(tr("Find a command or key"));
    edit->setAccessibleName(tr("Find a command or key"));
    edit->setClearButtonEnabled(true);
    edit->setTextMargins(5, 0, 5, 0);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(makeGroups());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(edit, &QLineEdit::textChanged, this, &ShortcutsDialog::find);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(label(tr("Keyboard Shortcuts"), uiFont(16, 600)));
    layout->addWidget(edit);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    resize(560, 600);
}

void ShortcutsDialog::addGroup(QGridLayout &grid, const QString &title)
{
    auto *head = label(title, uiFont(12, 600));
    head->setForegroundRole(QPalette::PlaceholderText);
    head->setContentsMargins(0, m_groups.empty() ? 0 : 12, 0, 0);
    grid.addWidget(head, grid.rowCount(), 0, 1, 2);
    m_groups.push_back({head, {}});
}

void ShortcutsDialog::addLine(QGridLayout &grid, const QString &keys, const QString &what)
{
    const int row = grid.rowCount();
    Line line{label(keys, uiFont(13, 600)), label(what, uiFont(13)), catalogue::folded(what)};
    // Signs of keys are lost by folding: they are looked for as they are written.
    line.folded = QLatin1Char(' ') + line.folded + QLatin1Char('\n') + keys.toLower();
    line.what->setWordWrap(true);
    grid.addWidget(line.keys, row, 0, Qt::AlignTop);
    grid.addWidget(line.what, row, 1);
    m_groups.back().lines.push_back(line);
}

QWidget *ShortcutsDialog::makeGroups()
{
    auto *content = new QWidget;
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 16, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    QString menu;
    for (const ActionSpec &spec : actionTable()) {
        if (spec.shortcuts.isEmpty())
            continue;
        const QString group = plain(QCoreApplication::translate("Menus", spec.menu)).section(QLatin1Char('/'), 0, 0);
        if (std::exchange(menu, group) != group)
            addGroup(*grid, group);
        QStringList keys;
        for (const QKeySequence &shortcut : spec.shortcuts)
            keys << shortcut.toString(QKeySequence::NativeText);
        addLine(*grid, keys.join(QStringLiteral(", ")), plain(QCoreApplication::translate("Actions", spec.text)));
    }
    addGroup(*grid, tr("In the panes"));
    addLine(*grid, tr("Space"), tr("Tick a filter; star an announcement"));
    addLine(*grid, tr("Shift+Space, Alt+Click"), tr("Exclude a filter's value"));
    addLine(*grid, tr("Enter"), tr("Edit the cell, follow the link, filter by the bar"));
    addLine(*grid, tr("A letter or digit"), tr("Type over the cell; Esc keeps what was there"));
    addLine(*grid, tr("Enter, Shift+Enter"), tr("In a cell's editor: save, and go one row down or up"));
    addLine(*grid, tr("Ctrl+Enter"), tr("In a cell's editor: save in all selected rows"));
    addLine(*grid, tr("Tab, Shift+Tab"), tr("In a cell's editor: save, and edit the next or previous cell"));
    addLine(*grid, tr("Shift+Click"), tr("Sort by one more column"));
    addLine(*grid, tr("Ctrl+C"), tr("Copy the selected rows"));
    addLine(*grid, tr("Menu, Shift+F10"), tr("What can be done with this cell, value, chart or record"));
    addLine(*grid, tr("Esc"), tr("Leave the editor, then clear the search"));
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(grid);
    layout->addWidget(m_nothing);
    layout->addStretch(1);
    m_nothing->hide();
    return content;
}

void ShortcutsDialog::find(const QString &text)
{
    const QString keys = text.trimmed().toLower();
    const QString words = catalogue::folded(text);
    bool any = false;
    for (const Group &group : m_groups) {
        bool shown = false;
        for (const Line &line : group.lines) {
            const QStringView what = QStringView(line.folded).first(line.folded.indexOf(QLatin1Char('\n')));
            const QStringView typed = QStringView(line.folded).mid(what.size() + 1);
            const bool found = keys.isEmpty() || (!words.isEmpty() && what.contains(QString(QLatin1Char(' ') + words)))
                || typed.contains(keys);
            line.keys->setVisible(found);
            line.what->setVisible(found);
            shown = shown || found;
        }
        group.head->setVisible(shown);
        any = any || shown;
    }
    m_nothing->setVisible(!any);
}

} // namespace waic::ui
