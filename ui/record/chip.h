// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace waic::ui {

/// A tag or an organisation with its role, on a round tint.  Elided with a tooltip where it does not fit.  One that can be
/// changed takes the focus: its cross, Del and Backspace remove it; a press, Space and the menu key ask for its menu.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    /// note: a quiet second text, such as a role; may be empty.
    Chip(const QString &name, const QString &note, bool writable, QWidget *parent = nullptr);

    const QString &name() const { return m_name; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void removeAsked();
    void menuAsked();
    void stepAsked(int steps); ///< to the chip after (1) or before (-1) this one

protected:
    bool hitButton(const QPoint &place) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QRect crossRect() const; ///< null when it cannot be removed

    QString m_name;
    QString m_note;
    bool m_writable;
    bool m_crossPressed = false;
};

/// The round "+" behind chips.
class AddChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit AddChip(const QString &name, QWidget *parent = nullptr);

    QSize sizeHint() const override;

signals:
    void stepAsked(int steps);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace waic::ui
