// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/suggestion_list.h"

#include <QPlainTextEdit>

namespace waic::ui {

/// Several lines of text over a cell.
class ParagraphEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ParagraphEditor(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Text of either editor, and whether the user has changed it.
QString editorText(const QWidget *editor);
void setEditorText(QWidget *editor, const QString &text);
bool isEditorModified(const QWidget *editor);
void setEditorModified(QWidget *editor);
void selectEditorText(QWidget *editor);

} // namespace waic::ui
