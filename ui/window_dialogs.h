// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs.h"

#include <QPointer>
#include <QWidget>

namespace waic::ui {

/// Dialogs on the screen.
class WindowDialogs : public Dialogs
{
public:
    void setParent(QWidget *parent) { m_parent = parent; } ///< not owned; may be null

    void showError(const QString &title, const Error &error) override;
    bool confirm(const QString &title, const QString &text, const QString &verb) override;
    std::optional<QString> askText(
        const QString &title, const QString &label, const QString &suggestion, const QString &verb) override;
    std::optional<QString> fileToOpen(const QString &title, const QString &folder, const QString &filter) override;
    std::optional<QString> fileToSave(const QString &title, const QString &suggestion, const QString &filter) override;
    std::optional<QString> folderToUse(const QString &title, const QString &folder) override;
    void openLink(const QString &url) override;

private:
    QPointer<QWidget> m_parent;
};

} // namespace waic::ui
