// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace waic::ui {

/// Questions to the person at the screen, behind an interface so that tests can answer them.  UI thread; calls block.
class Dialogs
{
public:
    virtual ~Dialogs() = default;

    virtual void showError(const QString &title, const Error &error) = 0;
    /// A choice with a verb; false for Cancel.
    virtual bool confirm(const QString &title, const QString &text, const QString &verb) = 0;
    /// A line of text, such as a name; empty optional when cancelled.  Never blank, and without white space around.
    virtual std::optional<QString> askText(
        const QString &title, const QString &label, const QString &suggestion, const QString &verb)
        = 0;
    /// Empty optional when cancelled.
    virtual std::optional<QString> fileToOpen(const QString &title, const QString &folder, const QString &filter) = 0;
    /// Asks before an existing file is chosen.
    virtual std::optional<QString> fileToSave(const QString &title, const QString &suggestion, const QString &filter) = 0;
    /// Empty optional when cancelled.
    virtual std::optional<QString> folderToUse(const QString &title, const QString &folder) = 0;
    /// Opens an http or https link in the browser; anything else is refused with words.
    virtual void openLink(const QString &url) = 0;
};

} // namespace waic::ui
