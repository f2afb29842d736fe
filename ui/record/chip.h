// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace waic::ui {

/// A tag or an organisation with its role, on a round tint.  Elided with a tooltip where it does not fit.
class Chip : public QWidget
{
    Q_OBJECT

public:
    /// note: a quiet second text, such as a role; may be empty.
    Chip(const QString &name, const QString &note, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_name;
    QString m_note;
};

} // namespace waic::ui
