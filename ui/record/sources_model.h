// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "ui/record/record_list.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace waic::ui {

/// The sources that a record cites, as its order gives them.
class SourcesModel : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setSources(std::vector<catalogue::RecordSource> sources);
    /// Shows a source that is not stored yet below the others.  0: none.
    void setDraft(catalogue::RowId source);
    const catalogue::RecordSource &source(int row) const { return m_sources[std::size_t(row)]; }
    bool isDraft(int row) const { return m_draft && source(row).source.id == m_draft; }
    /// The row of a source, -1 when it is not here.
    int rowOf(catalogue::RowId source) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void addDraft();

    std::vector<catalogue::RecordSource> m_sources;
    catalogue::RowId m_draft = 0;
};

/// Paints sources: publisher and figures, title as a link, what else is known and, on the current row, Edit.
class SourceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int kRowHeight = 70;

    SourceDelegate(const SourcesModel &model, const RecordList &list, QObject *parent);

    /// The source whose editor stands below its row, and the editor's height.  0: none.
    void setEditor(catalogue::RowId source, int height);
    /// Whether rows offer an editor at all.
    void setWritable(bool writable) { m_writable = writable; }
    /// Links of a row laid out at rect: the title where it opens a page, and Edit.
    std::vector<RowLink> links(const QModelIndex &index, const QRect &rect) const;
    int heightAbove(const QModelIndex &index) const; ///< of a row without its editor

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const SourcesModel &m_model;
    const RecordList &m_list;
    catalogue::RowId m_edited = 0;
    int m_editorHeight = 0;
    bool m_writable = false;
};

} // namespace waic::ui
