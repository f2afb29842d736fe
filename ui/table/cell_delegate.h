// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/field.h"
#include "ui/common/matches.h"
#include "ui/table/cell_editors.h"

#include <QHash>
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

    /// What the query looks for is marked in the texts that are searched.
    void setQuery(const explore::Query &query);
    /// The editor that opens next is opened by typing: all of its text is selected.
    void setTypingOver(bool on) { m_typingOver = on; }
    /// The cell that an editor is open in; none when the rows have changed since.
    static QModelIndex indexOf(const QWidget *editor);
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
    void stepAsked(int rows); ///< the editor that closes next is left for the same column so many rows down
    /// This text is wanted in all rows selected; the editor closes.
    void fillAsked(const QModelIndex &index, const QString &text);

private:
    void paintTitle(QPainter &painter, QRect text, const QModelIndex &index) const;
    void paintOrganisation(QPainter &painter, QRect text, const QModelIndex &index) const;
    void paintMatches(QPainter &painter, const QRect &text, const QString &shown, int column) const;
    void paintLoading(QPainter &painter, const QRect &text, const QModelIndex &index) const;
    void paintCell(QPainter &painter, const QRect &cell, const QModelIndex &index) const;
    bool isCut(const QModelIndex &index, const QRect &cell) const;
    bool onKey(QWidget *editor, const QKeyEvent &key);
    /// Commits and closes, or says what is wrong and stays.
    bool finish(QWidget *editor, EndEditHint hint, int step = 0);
    void finishInAll(QWidget *editor);
    bool saysMistake(QWidget *editor, const std::optional<Error> &mistake);
    void onEnter(QWidget *editor, Qt::KeyboardModifiers modifiers);
    void paintHeld(QPainter &painter, QRect &text, const QModelIndex &index) const;
    void onFocusOut(QWidget *editor, Qt::FocusReason reason);

    Suggestions m_suggestions;
    QAbstractItemView *m_view;
    QHash<int, std::vector<Sought>> m_sought; ///< by column
    QPointer<NoteBubble> m_bubble;
    bool m_typingOver = false;
};

/// Where a cell's text stands: inside the padding, above the hairline.
QRect cellTextRect(const QRect &cell);

} // namespace waic::ui
