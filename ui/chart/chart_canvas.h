// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "chart/chart_data.h"

#include <QPixmap>
#include <QWidget>

#include <memory>

namespace waic::ui {

class ChartPainter;

/// The chart in the window.  Marks answer to the mouse (tooltip, click) and to the keyboard: arrows go from mark to mark, Enter
/// chooses, with Ctrl held several, Esc lets go.  The numbers are the accessible description.
class ChartCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit ChartCanvas(QWidget *parent = nullptr);
    ~ChartCanvas() override;

    /// What was drawn before stays in sight until then.
    void setData(const chart::ChartData &chart);
    /// Marks that stand out, by their position.
    void setSelected(const std::vector<int> &marks);
    /// Marks that hold what is selected in the table.
    void setMarked(const std::vector<int> &marks);
    void clear();

    int currentMark() const { return m_current; } ///< of the keyboard; -1: none
    QPoint centreOf(int mark);                    ///< a point on the mark
    int markAt(const QPoint &point);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(int mark);                               ///< it alone
    void gathered(const std::vector<int> &marks);        ///< with Ctrl held, until it was let go: to be added
    void timesChosen(int first, int last);               ///< months dragged over, see chart::Category
    void menuAsked(int mark, const QPoint &globalPlace); ///< −1: beside the marks

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    ChartPainter *painter(); ///< laid out for the size and theme of now; none before the first data
    void forget();
    void step(int direction, int from);
    void setCurrent(int mark);
    bool answersToClick(int mark) const;
    void describe();
    void choose(int mark, Qt::KeyboardModifiers modifiers);
    void endGathering();
    QString details(int mark) const;
    void paintDrag(QPainter &painter, const ChartPainter &chart) const;

    std::optional<chart::ChartData> m_data;
    std::unique_ptr<ChartPainter> m_painter;
    QPixmap m_picture;
    std::vector<int> m_selected;
    std::vector<int> m_marked;
    std::vector<int> m_gathered; ///< chosen with Ctrl, which is still held
    int m_current = -1;
    std::optional<QPoint> m_pressed;  ///< where the left button went down on a time axis
    int m_dragFrom = 0, m_dragTo = 0; ///< months; 0: nothing is dragged over
};

} // namespace waic::ui
