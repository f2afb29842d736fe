// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/table/sorting.h"

#include <QHeaderView>

namespace waic::ui {

/// The table's header: 30 px, the sorted columns in full ink with a chevron behind their names; several are numbered.
class TableHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);

    /// The strongest key first; one that is no column has no mark.
    void setSorted(const std::vector<SortedColumn> &sorted);
    const std::vector<SortedColumn> &sorted() const { return m_sorted; }

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const override;

private:
    void paintMark(QPainter &painter, const QRect &rect, int place) const;
    int markWidth(int place) const;
    int placeOf(int column) const; ///< among the sorted columns; -1: none
    std::vector<SortedColumn> m_sorted;
};

} // namespace waic::ui
