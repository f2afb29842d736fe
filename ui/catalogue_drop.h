// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QDropEvent;

namespace waic::ui {

/// Files dragged onto a window: a highlight over it while they are above it, and their paths when they are let go.  Fields that
/// take dropped text leave files to the window.
class CatalogueDrop : public QWidget
{
    Q_OBJECT

public:
    /// window: takes drops from now on; this is an overlay in it.
    explicit CatalogueDrop(QWidget &window);

signals:
    void dropped(const QStringList &paths); ///< local files, at least one; after the drag has ended

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool enter(QDropEvent &event);
    void drop(QDropEvent &event);

    QWidget &m_window;
    QStringList m_paths;
};

} // namespace waic::ui
