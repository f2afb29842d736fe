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

    void setNote(const QString &note, bool accent);
    void setRoomAtRight(int pixels); ///< for the magnifier

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_note;
    bool m_accent = false;
    int m_right = 0;
};

} // namespace waic::ui
