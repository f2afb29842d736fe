// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace waic::ui {

/// The 38 px head of a pane: title, a quiet second text, and tool buttons at the right.  Serves as a dock's title bar too.
class PaneHead : public QWidget
{
    Q_OBJECT

public:
    explicit PaneHead(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setNote(const QString &note); ///< "12 of 332"
    /// A flat button for the action at the right: with words unless the action has none.  Owned by the head.
    QToolButton *addAction(QAction *action);
    void addWidget(QWidget *widget);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_note;
    QHBoxLayout *m_layout;
};

} // namespace waic::ui
