// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace waic::ui {

/// An editable list box that changes its value only on purpose: the wheel scrolls the page, the arrow keys open the list.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    void showPopup() override;

signals:
    void opening(); ///< the list is about to be seen: time to fill it

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace waic::ui
