// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace waic::ui {

/// A field for an end of a range; a mistake is underlined.
class RangeEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit RangeEdit(QWidget *parent);

    void setMistaken(bool mistaken);
    bool isMistaken() const { return m_mistaken; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_mistaken = false;
};

} // namespace waic::ui
