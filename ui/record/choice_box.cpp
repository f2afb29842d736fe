// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/choice_box.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWheelEvent>

namespace waic::ui {

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setFocusPolicy(Qt::StrongFocus); // the wheel scrolls the page and takes no focus
    setInsertPolicy(QComboBox::NoInsert);
    setMinimumContentsLength(6);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMaxVisibleItems(14);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    lineEdit()->setFrame(false);
    lineEdit()->setTextMargins(-1, 0, 0, 0); // its letters stand where those of the other fields do
}

void ChoiceBox::showPopup()
{
    emit opening();
    QComboBox::showPopup();
}

void ChoiceBox::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up) {
        showPopup();
        return;
    }
    QComboBox::keyPressEvent(event);
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace waic::ui
