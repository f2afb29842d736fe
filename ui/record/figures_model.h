// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"

#include <QAbstractListModel>

namespace waic::ui {

/// A source as a figure's row names it.
struct FigureSource
{
    QString name; ///< publisher, else title
    QString title;
    QString url; ///< null: nothing to open
};

/// A row of the figures: the head of a measure, or a claim below it.
struct FigureRow
{
    bool isHead = false;
    bool isDraft = false;   ///< not stored yet: room for its editor
    bool isFirst = false;   ///< the first head: no line above
    bool endsGroup = false; ///< the last claim of its measure
    QString measure;
    QString note;           ///< head: the definition that all its claims share; claim: what else there is to say on it
    catalogue::Claim claim; ///< empty for a head
    std::vector<FigureSource> sources;
};

/// The claims of a record under heads of their measures.  Heads cannot be selected.
class FiguresModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRecord(const catalogue::Record &record);
    /// Shows a figure that is not stored yet below the others.  0: none.
    void setDraft(catalogue::RowId claim);
    const FigureRow &row(int index) const { return m_rows[std::size_t(index)]; }
    /// The row of a claim, -1 when it is not here.
    int rowOf(catalogue::RowId claim) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole: the row in one line, for assistive technology and the clipboard.  Qt::ToolTipRole: all that is known.
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void fill(const catalogue::Record &record);
    void addDraft();

    std::vector<FigureRow> m_rows;
    catalogue::RowId m_draft = 0;
};

} // namespace waic::ui
