// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace waic::ui {

/// A choice among values, each with a label; typing finds those that contain what is typed.  A null value stands for "none".
class ValueBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ValueBox(QWidget *parent = nullptr);

    struct Value
    {
        QString value, label;
    };
    /// none: label of the null value; null: there is no such choice.  The value chosen stays, also when it is not among these.
    void setValues(const std::vector<Value> &values, const QString &none);
    void setValues(const QStringList &values, const QString &none);

    QString value() const;
    void setValue(const QString &value); ///< without a signal; one that is not there is added

signals:
    void chosen(); ///< by the person

private:
    void onTyped();
    int placeOf(const QString &value) const;
};

} // namespace waic::ui
