// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"

#include <QThread>

namespace waic::ui {

bool Application::notify(QObject *receiver, QEvent *event)
{
    // Other threads' events come here too.
    if (!m_watch || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    m_watch->began(receiver, *event);
    const bool done = QApplication::notify(receiver, event);
    if (m_watch)
        m_watch->ended();
    return done;
}

} // namespace waic::ui
