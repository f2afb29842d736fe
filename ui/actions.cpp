// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include "ui/common/icons.h"
#include "ui/common/words.h"
#include "ui/main_window.h"
#include "ui/workspace.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace waic::ui {

ActionSet::ActionSet(MainWindow &window, QMenuBar &menuBar)
    : QObject(&window)
    , m_window(window)
{
    QHash<QString, QMenu *> menus;
    const auto menuFor = [&](const char *source) {
        QMenu *menu = nullptr;
        const QStringList path = QCoreApplication::translate("Menus", source).split(QLatin1Char('/'));
        for (qsizetype depth = 1; depth <= path.size(); ++depth) {
            QMenu *&known = menus[path.first(depth).join(QLatin1Char('/'))];
            if (!known)
                known = menu ? menu->addMenu(path[depth - 1]) : menuBar.addMenu(path[depth - 1]);
            menu = known;
        }
        return menu;
    };
    for (const ActionSpec &spec : actionTable()) {
        QMenu *menu = menuFor(spec.menu);
        if (spec.separatorBefore)
            menu->addSeparator();
        QAction *action = menu->addAction(QCoreApplication::translate("Actions", spec.text));
        action->setObjectName(QString::fromLatin1(spec.id));
        action->setShortcuts(spec.shortcuts);
        action->setShortcutContext(spec.tableOnly ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
        action->setCheckable(spec.checked != nullptr);
        if (spec.icon) {
            setThemedIcon(action, QString::fromLatin1(spec.icon));
            action->setIconVisibleInMenu(false);
        }
        connect(action, &QAction::triggered, this, [this, &spec] {
            spec.trigger(m_window);
            refresh();
        });
        m_actions.insert(action->objectName(), action);
        m_menuOf.insert(action->objectName(), menu);
    }
    refresh();
}

QAction *ActionSet::action(const QString &id) const
{
    QAction *action = m_actions.value(id);
    Q_ASSERT(action);
    return action;
}

QMenu *ActionSet::menuOf(const QString &id) const
{
    return m_menuOf.value(id);
}

void ActionSet::refresh()
{
    const Workspace &workspace = m_window.workspace();
    for (const ActionSpec &spec : actionTable()) {
        QAction *action = m_actions.value(QString::fromLatin1(spec.id));
        action->setEnabled(!spec.enabled || spec.enabled(workspace));
        if (spec.checked)
            action->setChecked(spec.checked(m_window));
    }
    // A label is the user's words and data: no mnemonic, no HTML.
    const auto name = [&](const char *id, const char *plain, const QString &label, const QString &named) {
        const QString words = label.isNull() ? QCoreApplication::translate("Actions", plain) : named;
        const QString tip = QString(words).remove(QLatin1Char('&'));
        QAction *action = m_actions.value(QString::fromLatin1(id));
        action->setText(label.isNull() ? words : words.arg(literal(label)));
        action->setToolTip(plainToolTip(label.isNull() ? tip : tip.arg(label)));
    };
    const catalogue::HistoryState &history = workspace.history();
    name("edit.undo", "&Undo", history.undoLabel, tr("&Undo “%1”"));
    name("edit.redo", "&Redo", history.redoLabel, tr("&Redo “%1”"));
}

} // namespace waic::ui
