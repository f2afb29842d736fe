// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace waic::ui {

/// A grip of a histogram: a real slider, so that keys and assistive technology move it, that paints itself.  Its value is the
/// edge of a bar; the histogram moves it by the mouse.
class RangeGrip : public QSlider
{
    Q_OBJECT

public:
    static constexpr int kWidth = 10;

    RangeGrip(bool isFrom, QWidget *parent);

    /// From code: moves without movedTo().
    void show(int edge, int edges, const QString &words);

signals:
    void movedTo(int edge); ///< by keys, or by assistive technology

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isFrom;
    bool m_showing = false;
};

} // namespace waic::ui
