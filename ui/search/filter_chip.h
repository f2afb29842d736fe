// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

#include <QAbstractButton>

namespace waic::ui {

/// One term of the query.  Pressing it (its words, Space, assistive technology) switches it off and on: clicked().  The cross,
/// Del and Backspace remove it; a double click, F2 and Enter take it back into the box.  A context menu has all three.
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FilterChip(QWidget *parent = nullptr);

    void setTerm(const explore::Query &only); ///< REQUIRES a query of one term

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void removeAsked();
    void editAsked(bool afterClick); ///< afterClick: by a double click, whose first click was told as clicked()

protected:
    bool hitButton(const QPoint &place) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void setWords(bool excluded, bool off, const QString &field, const QString &values);
    int textWidth() const;
    QRect crossRect() const;

    QString m_not;
    QString m_field;
    QString m_values;
    bool m_excluded = false;
    bool m_off = false;
    bool m_isBin = false;
    bool m_crossPressed = false;
    bool m_overCross = false;
};

} // namespace waic::ui
