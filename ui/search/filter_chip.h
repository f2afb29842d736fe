// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

#include <QAbstractButton>

namespace waic::ui {

/// One condition of the query.  The cross removes it; so do Del, Backspace, Space and Enter, and pressing it by assistive
/// technology, which all come as clicked().
class FilterChip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FilterChip(QWidget *parent = nullptr);

    void setCondition(const explore::Condition &condition);
    void setPlain(const QString &text); ///< words without a field, such as "in the bin"

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool hitButton(const QPoint &place) const override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part
    {
        QString text;
        int weight;
    };
    void describe(const QString &spoken);
    int textWidth() const;
    QRect crossRect() const;

    QString m_not;
    QString m_field;
    QString m_values;
    bool m_excluded = false;
};

} // namespace waic::ui
