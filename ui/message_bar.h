// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace waic::ui {

/// A line above the panes that says what happened and what to do, with buttons that do it.  Passing messages are there until
/// dismissed or replaced; a standing one is there until what it says is over, under the passing ones.  Hidden without a message.
class MessageBar : public QWidget
{
    Q_OBJECT

public:
    /// A button at the message: words, and what a click does, after which a passing message goes.
    struct Action
    {
        QString words; ///< with a mnemonic
        std::function<void()> run;
    };
    using Actions = std::vector<Action>;

    explicit MessageBar(QWidget *parent = nullptr);

    void showError(const Error &error) { showError(error, {}); }
    void showError(const Error &error, const Actions &actions);
    void showNote(const QString &text, const Actions &actions = {}); ///< nothing wrong, worth knowing
    void hideNote();                                                 ///< an error stays until it is dismissed or replaced
    void setStanding(const QString &text, const Actions &actions);   ///< something wrong that goes on
    void clearStanding();
    void clear();                                                   ///< nothing is left to say
    bool showsError() const { return m_passing && m_passing->bad; } ///< a passing one
    QString text() const;

    /// "FILE: what.  Next."
    static QString sentences(const Error &error);

private:
    struct Message
    {
        QString text;
        bool bad = false;
        Actions actions;
    };

    void paintEvent(QPaintEvent *event) override;
    void dismiss();
    void showMessage();
    QToolButton *addButton(const QString &words);

    QLabel *m_label;
    QHBoxLayout *m_buttons;
    QToolButton *m_dismiss;
    std::vector<QToolButton *> m_made; ///< of the message in sight
    std::optional<Message> m_standing;
    std::optional<Message> m_passing;
};

} // namespace waic::ui
