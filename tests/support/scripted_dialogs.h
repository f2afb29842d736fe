// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs.h"

#include <vector>

namespace waic::tests {

/// Answers questions as told and remembers what was shown.
class ScriptedDialogs : public ui::Dialogs
{
public:
    std::optional<QString> file;   ///< what file dialogs answer
    std::optional<QString> folder; ///< what a question for a folder answers
    std::optional<QString> text;   ///< what a question for a line of text answers
    QString suggestion;            ///< that came with the last one
    bool confirms = true;
    std::vector<Error> errors;
    QStringList questions;
    QStringList links;

    void showError(const QString &, const Error &error) override { errors.push_back(error); }
    bool confirm(const QString &title, const QString &, const QString &) override
    {
        questions << title;
        return confirms;
    }
    std::optional<QString> askText(const QString &title, const QString &, const QString &proposed, const QString &) override
    {
        questions << title;
        suggestion = proposed;
        return text;
    }
    std::optional<QString> fileToOpen(const QString &, const QString &, const QString &) override { return file; }
    std::optional<QString> fileToSave(const QString &, const QString &, const QString &) override { return file; }
    std::optional<QString> folderToUse(const QString &, const QString &) override { return folder; }
    void openLink(const QString &url) override { links << url; }
};

} // namespace waic::tests
