// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QLineEdit>

#include <vector>

class QAbstractButton;
class QPainter;

namespace waic::ui {

/// The search box's field: magnifier, hint of the shortcut, a button that clears, wavy lines under mistakes.
class SearchEdit : public QLineEdit
{
    Q_OBJECT

public:
    struct Range
    {
        int position = 0;
        int length = 0;

        bool operator==(const Range &) const = default;
    };

    explicit SearchEdit(QWidget *parent = nullptr);

    void setMistakes(std::vector<Range> mistakes);
    const std::vector<Range> &mistakes() const { return m_mistakes; }

signals:
    void escaped(); ///< Esc in a box with text

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintMistakes(QPainter &painter) const;

    QAbstractButton *m_clear;
    QIcon m_icon; ///< of the theme of now
    std::vector<Range> m_mistakes;
};

} // namespace waic::ui
