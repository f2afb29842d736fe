// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/answer.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPushButton;

namespace waic::ui {

/// What stands in place of rows when there are none: why, and what to do about it.
class EmptyNote : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyNote(QWidget *parent = nullptr);

    /// Shows itself when the answer has no rows, hides otherwise.
    void setAnswer(const explore::Answer &answer, bool writable);

signals:
    void clearAsked();
    void removeAsked(const waic::explore::Condition &condition);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_remove;
    QPushButton *m_clear;
    explore::Condition m_condition;
};

/// The condition without which most announcements would match, and how many: known without another question for fields of which
/// a row has one value at most.
std::optional<std::pair<explore::Condition, int>> conditionToDrop(const explore::Answer &answer);

} // namespace waic::ui
