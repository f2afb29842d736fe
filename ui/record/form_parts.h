// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QCheckBox>

namespace waic::ui {

/// A line of text with a chevron that folds what stands below it; checked: it is in sight.  Elided with a tooltip.
class FoldButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit FoldButton(const QString &text, QWidget *parent = nullptr);

    void setNote(const QString &note); ///< a quiet second text
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_note;
};

/// A cross that removes what stands beside it.
class CrossButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit CrossButton(const QString &name, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A check box that takes the width there is, its text elided with a tooltip.
class NarrowCheckBox : public QCheckBox
{
    Q_OBJECT

public:
    explicit NarrowCheckBox(const QString &text, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QString m_text;
};

} // namespace waic::ui
