// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/facets/range_axis.h"

#include <QWidget>

namespace waic::ui {

class RangeGrip;

/// Bars of a field's dates or numbers with two grips for a range.  Heights are square roots, so that few beside many are seen.
/// Asks continuously while a grip is dragged; a drag over the bars makes a new range, a click takes one bar.
class Histogram : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kPlotHeight = 54;
    static constexpr int kSide = 5; ///< room beside the plot for half a grip

    Histogram(const QString &title, RangeKind kind, QWidget *parent);

    void setBins(const std::vector<explore::Bin> &bins);
    void setRange(const explore::Range &range);
    void clear();

    const RangeAxis &axis() const { return m_axis; }
    RangeGrip *fromGrip() const { return m_from; }
    RangeGrip *toGrip() const { return m_to; }

    QSize sizeHint() const override;

signals:
    void asked(const waic::explore::Range &range);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Drag { None, From, To, New };

    QRect plot() const;
    int xOf(double place) const;
    double placeOf(int x) const;
    int barAt(int x) const;
    void placeGrips();
    void moveFrom(int edge);
    void moveTo(int edge);
    void takeBars(int first, int last);
    RangeGrip *gripAt(int x) const;
    QString wordsAt(int x) const;
    void paintBars(QPainter &painter) const;
    void paintTicks(QPainter &painter) const;

    QString m_title;
    RangeAxis m_axis;
    std::vector<explore::Bin> m_bins;
    explore::Range m_range;
    RangeGrip *m_from;
    RangeGrip *m_to;
    Drag m_drag = Drag::None;
    int m_anchor = 0; ///< bar where a new range began
};

} // namespace waic::ui
