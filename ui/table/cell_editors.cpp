// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/cell_editors.h"

#include "ui/common/painting.h"

#include <QPainter>
#include <QTextDocument>

namespace waic::ui {

ParagraphEditor::ParagraphEditor(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    document()->setDocumentMargin(4);
    setViewportMargins(2, 2, 2, 2);
}

void ParagraphEditor::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    drawBox(painter, viewport()->rect(), kBoxRadius, Qt::transparent,
        themeColour(property("bad").toBool() ? Token::Bad : Token::Accent), 2);
}

QString editorText(const QWidget *editor)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(editor))
        return line->text();
    const auto *paragraph = qobject_cast<const QPlainTextEdit *>(editor);
    return paragraph ? paragraph->toPlainText() : QString();
}

void setEditorText(QWidget *editor, const QString &text)
{
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setText(text);
    else if (auto *paragraph = qobject_cast<QPlainTextEdit *>(editor))
        paragraph->setPlainText(text);
}

bool isEditorModified(const QWidget *editor)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(editor))
        return line->isModified();
    const auto *paragraph = qobject_cast<const QPlainTextEdit *>(editor);
    return paragraph && paragraph->document()->isModified();
}

void setEditorModified(QWidget *editor)
{
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->setModified(true);
    else if (auto *paragraph = qobject_cast<QPlainTextEdit *>(editor))
        paragraph->document()->setModified(true);
}

void selectEditorText(QWidget *editor)
{
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        line->selectAll();
    else if (auto *paragraph = qobject_cast<QPlainTextEdit *>(editor))
        paragraph->selectAll();
}

} // namespace waic::ui
