// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/views_button.h"

#include "ui/common/icons.h"
#include "ui/common/words.h"
#include "ui/search/query_parts.h"
#include "ui/workspace.h"

#include <QAction>
#include <QFontMetrics>
#include <QMenu>

namespace waic::ui {

namespace {

constexpr int kMostWidth = 420; // px of a name

} // namespace

ViewsButton::ViewsButton(Workspace &workspace, QAction *save, QAction *manage, QWidget *parent)
    : QToolButton(parent)
    , m_workspace(workspace)
    , m_save(save)
    , m_manage(manage)
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("views"));
    setText(tr("Views"));
    setToolTip(tr("Questions saved under a name"));
    setThemedIcon(this, QStringLiteral("bookmarks"));
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    m_menu->setObjectName(QStringLiteral("viewsMenu"));
    m_menu->setToolTipsVisible(true);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &ViewsButton::fillMenu);
    const auto enable = [this] { setEnabled(m_workspace.isOpen()); };
    connect(&m_workspace, &Workspace::opened, this, enable);
    connect(&m_workspace, &Workspace::closed, this, enable);
    enable();
}

void ViewsButton::fillMenu()
{
    m_menu->clear();
    if (!m_workspace.isOpen())
        return;
    const Result<std::vector<catalogue::SavedView>> views = m_workspace.reader().savedViews();
    if (!views)
        m_workspace.report(views.error());
    const QFontMetrics metrics(m_menu->font());
    for (const catalogue::SavedView &view : views.value_or(std::vector<catalogue::SavedView>())) {
        const explore::Query query = explore::parseQuery(view.query, m_workspace.vocabulary()).query;
        QAction *action = m_menu->addAction(literal(metrics.elidedText(view.name.simplified(), Qt::ElideRight, kMostWidth)));
        action->setToolTip(plainToolTip(QStringLiteral("%1\n%2").arg(view.name, view.query)));
        action->setCheckable(true);
        action->setChecked(sameTerms(query, m_workspace.query()));
        connect(action, &QAction::triggered, this, [this, query] { m_workspace.setQuery(query); });
    }
    if (m_menu->isEmpty())
        m_menu->addAction(tr("No view is saved yet"))->setEnabled(false);
    m_menu->addSeparator();
    m_menu->addAction(m_save);
    m_menu->addAction(m_manage);
}

} // namespace waic::ui
