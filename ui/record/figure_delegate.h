// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/record/figures_model.h"
#include "ui/record/record_list.h"

#include <QStyledItemDelegate>

namespace waic::ui {

/// Where the parts of a claim's row stand.  A pure function of the row and its width.
struct FigureLayout
{
    QRect row; ///< the 44 px of the figure, without an editor below
    QRect subject;
    QRect value;
    QRect unit;
    QRect note;
    QRect share;
    QRect none;                 ///< instead of sources
    std::vector<RowLink> links; ///< sources that fit, then "+3", then Edit
    QString noteText;
    QString shareText;
};

/// rect: of the item in the viewport.  withEdit: the row offers its editor.
FigureLayout figureLayout(const FigureRow &figure, const QRect &rect, bool withEdit);

/// Paints heads of measures and claims.
class FigureDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kRowHeight = 44;

    FigureDelegate(const FiguresModel &model, const RecordList &list, QObject *parent = nullptr);

    /// The claim whose editor stands below its row, and the editor's height.  0: none.
    void setEditor(catalogue::RowId claim, int height);
    /// Whether rows offer an editor at all.
    void setWritable(bool writable) { m_writable = writable; }
    bool offersEdit(const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHead(QPainter &painter, const QRect &rect, const FigureRow &figure) const;
    void paintClaim(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const FiguresModel &m_model;
    const RecordList &m_list;
    catalogue::RowId m_edited = 0;
    int m_editorHeight = 0;
    bool m_writable = false;
};

} // namespace waic::ui
