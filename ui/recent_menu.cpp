// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recent_menu.h"

#include "ui/common/words.h"
#include "ui/recent_files.h"

#include <QMenu>

namespace waic::ui {

RecentMenu::RecentMenu(QMenu &menu, QAction &clear, QObject *parent)
    : QObject(parent)
    , m_menu(menu)
    , m_clear(clear)
{
    menu.setToolTipsVisible(true);
    connect(&menu, &QMenu::aboutToShow, this, &RecentMenu::fill);
}

void RecentMenu::fill()
{
    qDeleteAll(m_files);
    m_files.clear();
    const std::vector<RecentFile> files = recentFiles();
    const auto add = [this](const QString &text) {
        auto *action = new QAction(text, this);
        m_menu.insertAction(&m_clear, action);
        m_files << action;
        return action;
    };
    int number = 0;
    for (const RecentFile &file : files) {
        // The tenth is reached by 0.
        const QString text = QStringLiteral("&%1  %2").arg(++number % 10).arg(literal(file.title));
        QAction *action = add(file.isThere ? text : tr("%1 (not there)").arg(text));
        action->setToolTip(plainToolTip(file.path));
        action->setEnabled(file.isThere);
        connect(action, &QAction::triggered, this, [this, path = file.path] { emit chosen(path); });
    }
    if (files.empty())
        add(tr("No catalogue was opened before"))->setEnabled(false);
    add({})->setSeparator(true);
    m_clear.setEnabled(!files.empty());
}

} // namespace waic::ui
