// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace waic::ui {

/// The table's header: 30 px, the sorted column in full ink with a chevron behind its name.
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);

    /// column -1: none.
    void setSorted(int column, bool descending);
    int sortedColumn() const { return m_sorted; }
    bool isDescending() const { return m_descending; }

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    int m_sorted = -1;
    bool m_descending = false;
};

} // namespace waic::ui
