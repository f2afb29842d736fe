// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace waic::ui {

/// Work that goes on, in the status line: words, a bar of 100 x 4 and, where it can be ended, Cancel.  In sight from 400 ms on,
/// so that short work does not flicker.
class StatusWork : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kDelay = 400; ///< ms

    explicit StatusWork(QWidget *parent = nullptr);

    /// percent: -1 when it is not known how far the work is.
    void showWork(const QString &words, int percent, bool canCancel);
    void end();
    bool isBusy() const { return m_isBusy; } ///< also before it is in sight
    QString words() const;                   ///< null without work

signals:
    void cancelAsked();

private:
    QLabel *m_words;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
    QTimer m_delay;
    bool m_isBusy = false;
};

} // namespace waic::ui
