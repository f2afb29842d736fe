// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace waic::ui {

/// The head of a facet's section: chevron, name, and how many values are chosen.  Checked: expanded.
class FacetHead : public QAbstractButton
{
    Q_OBJECT

public:
    static constexpr int kHeight = 34;

    FacetHead(const QString &name, QWidget *parent);

    /// brief: said instead where the note does not fit; a tooltip then has the whole of it.
    void setNote(const QString &note, const QString &brief, bool accent);
    void setRoomAtRight(int pixels); ///< for buttons

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect nameRect() const;
    QRect noteRect() const;
    bool noteFits() const;

    QString m_note;
    QString m_brief;
    bool m_accent = false;
    int m_right = 0;
};

/// A small cross that takes a facet's conditions away.
class ClearButton : public QAbstractButton
{
    Q_OBJECT

public:
    static constexpr int kSide = 20;

    explicit ClearButton(QWidget *parent);

    QSize sizeHint() const override { return {kSide, kSide}; }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace waic::ui
