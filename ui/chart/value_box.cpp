// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/value_box.h"

#include <QCompleter>
#include <QLineEdit>
#include <QSignalBlocker>

namespace waic::ui {

ValueBox::ValueBox(QWidget *parent)
    : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(10);
    completer()->setCompletionMode(QCompleter::PopupCompletion);
    completer()->setFilterMode(Qt::MatchContains);
    completer()->setCaseSensitivity(Qt::CaseInsensitive);
    connect(this, &QComboBox::activated, this, &ValueBox::chosen);
    connect(lineEdit(), &QLineEdit::editingFinished, this, &ValueBox::onTyped);
}

void ValueBox::setValues(const std::vector<Value> &values, const QString &none)
{
    const QSignalBlocker blocker(this);
    const QString before = value();
    const bool hadAny = count() > 0;
    clear();
    if (!none.isNull())
        addItem(none, QVariant());
    for (const Value &each : values)
        addItem(each.label, each.value);
    if (hadAny)
        setValue(before);
}

void ValueBox::setValues(const QStringList &values, const QString &none)
{
    std::vector<Value> all;
    for (const QString &each : values)
        all.push_back({each, each});
    setValues(all, none);
}

QString ValueBox::value() const
{
    return currentData().toString();
}

int ValueBox::placeOf(const QString &value) const
{
    for (int i = 0; i < count(); ++i)
        if (value.isNull() ? !itemData(i).isValid() : itemData(i).isValid() && itemData(i).toString() == value)
            return i;
    return -1;
}

void ValueBox::setValue(const QString &value)
{
    const QSignalBlocker blocker(this);
    int place = placeOf(value);
    if (place < 0 && !value.isNull()) {
        addItem(value, value);
        place = count() - 1;
    }
    setCurrentIndex(place);
    setEditText(place < 0 ? QString() : itemText(place));
    lineEdit()->setCursorPosition(0);
}

/// What was typed counts when it is one of the labels, or part of one; else the value of before stands again.
void ValueBox::onTyped()
{
    int place = findText(currentText(), Qt::MatchFixedString);
    if (place < 0 && !currentText().trimmed().isEmpty())
        place = findText(currentText().trimmed(), Qt::MatchContains);
    if (place >= 0 && place != currentIndex()) {
        setCurrentIndex(place);
        emit chosen();
    } else if (place < 0) {
        setEditText(itemText(currentIndex()));
    }
}

} // namespace waic::ui
