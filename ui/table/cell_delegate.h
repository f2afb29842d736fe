// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/field.h"
#include "explore/query.h"
#include "ui/table/cell_editors.h"

#include <QPointer>
#include <QStyledItemDelegate>

#include <functional>

namespace waic::ui {

class NoteBubble;

/// Draws and edits the table's cells.  Text is data: it is drawn and shown in tooltips as plain text.
class CellDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using Suggestions = std::function<std::vector<Suggestion>(const catalogue::Field &)>;

    CellDelegate(Suggestions suggestions, QAbstractItemView *view);

    /// The words of the query: their matches in the titles are marked.
    void setWords(std::vector<explore::Word> words) { m_words = std::move(words); }
    /// What is wrong with the text in an editor; nothing: it can be saved.
    std::optional<Error> mistakeIn(const QWidget *editor) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(
        QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;
    bool editorEvent(
        QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void starClicked(const QModelIndex &index);

private:
    void paintTitle(QPainter &painter, QRect text, const QModelIndex &index) const;
    void paintOrganisation(QPainter &painter, QRect text, const QModelIndex &index) const;
    void paintMatches(QPainter &painter, const QRect &text, const QString &shown) const;
    bool isCut(const QModelIndex &index, const QRect &cell) const;
    bool onKey(QWidget *editor, const QKeyEvent &key);
    /// Commits and closes, or says what is wrong and stays.
    bool finish(QWidget *editor, EndEditHint hint);
    void onFocusOut(QWidget *editor, Qt::FocusReason reason);

    Suggestions m_suggestions;
    QAbstractItemView *m_view;
    std::vector<explore::Word> m_words;
    QPointer<NoteBubble> m_bubble;
};

/// Where a cell's text stands: inside the padding, above the hairline.
QRect cellTextRect(const QRect &cell);

} // namespace waic::ui
