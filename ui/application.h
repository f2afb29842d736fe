// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QEvent>

namespace waic::ui {

/// Is told of every event of the UI thread, before and after it is handled.
class EventWatch
{
public:
    virtual ~EventWatch() = default;
    virtual void began(QObject *receiver, const QEvent &event) = 0;
    virtual void ended() = 0;
};

/// The application, whose events can be watched; without a watch it costs one comparison an event.
class Application : public QApplication
{
public:
    using QApplication::QApplication;

    /// Null: nobody watches.  The watch outlives its being set.  UI thread.
    void setWatch(EventWatch *watch) { m_watch = watch; }

    bool notify(QObject *receiver, QEvent *event) override;

private:
    EventWatch *m_watch = nullptr;
};

} // namespace waic::ui
