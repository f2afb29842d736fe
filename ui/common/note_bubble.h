// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace waic::ui {

/// Words about a mistake in a small box below the field that holds it (above it where there is no room).
///
/// The bubble follows the field, hides with it, and never takes focus or mouse.  Its words are the field's accessible description
/// while it shows.  Belongs to the field's window while it shows, to its owner otherwise.  UI thread.
class NoteBubble : public QWidget
{
    Q_OBJECT

public:
    explicit NoteBubble(QWidget *owner);

    /// Plain text.  Sets the field's "bad" property too, for the style's outline.
    void showAt(QWidget *field, const QString &words);
    void dismiss();
    QString words() const { return isHidden() ? QString() : m_words; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void describe(QWidget *field, const QString &words);

    QPointer<QWidget> m_owner;
    QPointer<QWidget> m_field;
    QString m_words;
};

} // namespace waic::ui
