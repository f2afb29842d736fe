// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/facets/facet_list.h"

#include <QCheckBox>

#include <optional>

namespace waic::ui {

/// One value of a facet: a real check box, so that keys and assistive technology toggle it, that paints itself.  Excluded
/// (Alt+click, Shift+Space) is its partial state.
class FacetRow : public QCheckBox
{
    Q_OBJECT

public:
    static constexpr int kHeight = 26;

    explicit FacetRow(QWidget *parent);

    /// share: of the bar, 0…1.
    void setEntry(const FacetEntry &entry, double share);
    const FacetEntry &entry() const { return m_entry; }

    QSize sizeHint() const override;

signals:
    void asked(waic::ui::FacetState state); ///< by a person
    void onlyAsked();                       ///< this value and no other

protected:
    bool hitButton(const QPoint &place) const override;
    void nextCheckState() override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showState(FacetState state);
    std::optional<Qt::KeyboardModifiers> m_spaceWith; ///< keys held while Space was pressed
    QRect labelRect() const;
    QFont labelFont() const;

    FacetEntry m_entry;
    FacetEntry m_told; ///< as it came from outside; a person may have changed the state since
    double m_share = 0;
    bool m_setting = false;
};

} // namespace waic::ui
