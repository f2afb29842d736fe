// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

#include <QWidget>

class QLabel;

namespace waic::ui {

/// A line above the panes that says what happened and what to do, until dismissed or replaced.  Hidden without a message.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    explicit MessageBar(QWidget *parent = nullptr);

    void showError(const Error &error);
    void showNote(const QString &text); ///< nothing wrong, worth knowing
    void hideNote();                    ///< an error stays until it is dismissed or replaced
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showText(const QString &text, bool bad);

    QLabel *m_label;
    bool m_bad = false;
};

} // namespace waic::ui
