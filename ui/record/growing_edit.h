// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/matches.h"

#include <QWidget>

class QTextEdit;

namespace waic::ui {

/// A field of plain text as high as its text: a title over several lines, a summary, notes.  Dynamic properties "plain" and
/// "bad" as on an input of Style.
class GrowingEdit : public QWidget
{
    Q_OBJECT

public:
    /// paragraphs: Enter makes a new line; without, line breaks become spaces.
    explicit GrowingEdit(bool paragraphs, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text); ///< forgets the field's own undo
    void setPlaceholderText(const QString &text);
    void setReadOnly(bool readOnly);
    void setSought(std::vector<Sought> sought); ///< is marked in the text
    QTextEdit *edit() const { return m_edit; }  ///< the focus and the keys are its

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void textChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void grow();
    void markMatches();

    QTextEdit *m_edit;
    std::vector<Sought> m_sought;
    bool m_paragraphs;
    bool m_setting = false;
};

} // namespace waic::ui
