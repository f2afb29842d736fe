// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/facets/facet_choice.h"

#include <QFrame>
#include <QHash>

class QCheckBox;
class QVBoxLayout;

namespace waic::ui {

/// A popup in which facets are shown or hidden and put in order: a check box for each, with two buttons that move it.  Keys: up
/// and down go, with Alt they move the field; Space shows or hides it.
class FacetChooser : public QFrame
{
    Q_OBJECT

public:
    FacetChooser(const FacetChoice &choice, QWidget *parent);

    /// Opens below a button; deletes itself when closed.
    void popUp(const QWidget &button);

signals:
    void changed(const waic::ui::FacetChoice &choice);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeRow(const QString &field);
    void move(const QString &field, int places);
    void showChoice();
    void tell();

    FacetChoice m_choice;
    QVBoxLayout *m_rows;
    QHash<QString, QWidget *> m_rowOf;
    QHash<QString, QCheckBox *> m_boxes;
};

} // namespace waic::ui
