// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/note_bubble.h"
#include "ui/table/announcement_model.h"
#include "ui/table/cell_delegate.h"
#include "ui/table/columns.h"
#include "ui/table/refused_cells.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>

namespace waic::ui {

using catalogue::Field;
using catalogue::FieldType;

namespace {

constexpr char kSeenProperty[] = "waicSeen"; ///< what the cell held when typing began

constexpr int kParagraphWidth = 420;
constexpr int kParagraphHeight = 140;
constexpr char kCellProperty[] = "waicCell";

const Field *fieldOf(const QWidget *editor)
{
    const QModelIndex cell = CellDelegate::indexOf(editor);
    return cell.isValid() ? columnField(cell.column()) : nullptr;
}

} // namespace

QModelIndex CellDelegate::indexOf(const QWidget *editor)
{
    return editor->property(kCellProperty).value<QPersistentModelIndex>();
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const Field *field = columnField(index.column());
    if (!field)
        return nullptr;
    QWidget *editor = nullptr;
    if (field->type == FieldType::Paragraph) {
        editor = new ParagraphEditor(parent);
    } else {
        auto *line = new LineEditor(parent);
        if (field->type == FieldType::Choice || field->type == FieldType::Country)
            line->setSuggestions(m_suggestions(*field));
        auto *self = const_cast<CellDelegate *>(this);
        connect(line, &LineEditor::picked, self, [self, line] { self->finish(line, NoHint); });
        connect(line, &QLineEdit::textEdited, self, [self] { self->m_bubble->dismiss(); });
        editor = line;
    }
    editor->setFont(m_view->font());
    editor->setObjectName(QStringLiteral("cellEditor"));
    editor->setProperty(kCellProperty, QVariant::fromValue(QPersistentModelIndex(index)));
    editor->setAccessibleName(catalogue::fieldLabel(*field));
    editor->setAutoFillBackground(true);
    return editor;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    // Rows are read again while someone types: what is typed stays.
    if (isEditorModified(editor))
        return;
    editor->setProperty(kSeenProperty, index.data(AnnouncementModel::SeenRole));
    setEditorText(editor, index.data(Qt::EditRole).toString());
    // What was typed before and not saved is tried again as it stands.
    if (!index.data(AnnouncementModel::RefusedRole).toString().isEmpty())
        setEditorModified(editor);
    if (m_typingOver || qobject_cast<QLineEdit *>(editor))
        selectEditorText(editor);
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    if (!isEditorModified(editor))
        return;
    model->setData(index, editor->property(kSeenProperty), AnnouncementModel::SeenRole);
    model->setData(index, editorText(editor), Qt::EditRole);
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect place = option.rect.adjusted(0, 0, 0, -1);
    if (qobject_cast<ParagraphEditor *>(editor)) {
        const QSize room = m_view->viewport()->size();
        place.setSize(
            {std::min(std::max(place.width(), kParagraphWidth), room.width()), std::min(kParagraphHeight, room.height())});
        place.moveLeft(std::clamp(place.left(), 0, std::max(0, room.width() - place.width())));
        // Only a row that is seen is moved over: one that was scrolled away takes its editor along.
        if (option.rect.top() < room.height())
            place.moveTop(std::min(place.top(), std::max(0, room.height() - place.height())));
    }
    editor->setGeometry(place);
}

std::optional<Error> CellDelegate::mistakeIn(const QWidget *editor) const
{
    const Field *field = fieldOf(editor);
    if (!field || !isEditorModified(editor))
        return std::nullopt;
    const Result<QVariant> parsed = catalogue::parseField(*field, editorText(editor));
    return parsed ? std::nullopt : std::optional(parsed.error());
}

bool CellDelegate::saysMistake(QWidget *editor, const std::optional<Error> &mistake)
{
    if (mistake)
        m_bubble->showAt(editor, mistakeWords(*mistake));
    else if (m_bubble)
        m_bubble->dismiss();
    return mistake.has_value();
}

bool CellDelegate::finish(QWidget *editor, EndEditHint hint, int step)
{
    if (saysMistake(editor, mistakeIn(editor)))
        return false;
    emit commitData(editor);
    emit stepAsked(step);
    emit closeEditor(editor, hint);
    return true;
}

void CellDelegate::finishInAll(QWidget *editor)
{
    const Field *field = fieldOf(editor);
    if (!field)
        return;
    // Also what was not changed here is new to the other rows.
    const Result<QVariant> parsed = catalogue::parseField(*field, editorText(editor));
    if (saysMistake(editor, parsed ? std::nullopt : std::optional(parsed.error())))
        return;
    emit fillAsked(indexOf(editor), editorText(editor));
    emit closeEditor(editor, NoHint);
}

void CellDelegate::onEnter(QWidget *editor, Qt::KeyboardModifiers modifiers)
{
    if (auto *line = qobject_cast<LineEditor *>(editor))
        line->takeSuggestion();
    if (modifiers.testFlag(Qt::ControlModifier))
        finishInAll(editor);
    else
        finish(editor, SubmitModelCache, modifiers.testFlag(Qt::ShiftModifier) ? -1 : 1);
}

bool CellDelegate::onKey(QWidget *editor, const QKeyEvent &key)
{
    auto *line = qobject_cast<LineEditor *>(editor);
    switch (key.key()) {
    case Qt::Key_Escape:
        if (m_bubble)
            m_bubble->dismiss();
        emit closeEditor(editor, RevertModelCache);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (line)
            line->takeSuggestion();
        finish(editor, key.key() == Qt::Key_Tab ? EditNextItem : EditPreviousItem);
        return true;
    case Qt::Key_Enter:
    case Qt::Key_Return:
        if (!line && !key.modifiers().testFlag(Qt::ControlModifier))
            return false;
        onEnter(editor, key.modifiers());
        return true;
    default:
        return false;
    }
}

void CellDelegate::onFocusOut(QWidget *editor, Qt::FocusReason reason)
{
    // A menu or another window takes the focus for a while; the editor waits.
    if (reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason || reason == Qt::MenuBarFocusReason)
        return;
    const QWidget *now = QApplication::focusWidget();
    if (now && (now == editor || editor->isAncestorOf(now)))
        return;
    // A mistake does not keep the person there: the cell keeps what was typed, marked.
    if (m_bubble)
        m_bubble->dismiss();
    emit commitData(editor);
    emit closeEditor(editor, NoHint);
}

bool CellDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *editor = qobject_cast<QWidget *>(watched);
    if (!editor)
        return false;
    switch (event->type()) {
    case QEvent::KeyPress:
        return onKey(editor, *static_cast<QKeyEvent *>(event));
    case QEvent::FocusOut:
        onFocusOut(editor, static_cast<QFocusEvent *>(event)->reason());
        return false;
    case QEvent::ShortcutOverride:
        // Esc and Enter are the editor's here, whatever the window uses them for.
        if (const int key = static_cast<QKeyEvent *>(event)->key();
            key == Qt::Key_Escape || key == Qt::Key_Enter || key == Qt::Key_Return || key == Qt::Key_F2) {
            event->accept();
            return true;
        }
        return false;
    default:
        return false;
    }
}

} // namespace waic::ui
