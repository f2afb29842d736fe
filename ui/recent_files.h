// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace waic::ui {

/// A catalogue opened before, as a menu shows it.
struct RecentFile
{
    QString path;  ///< absolute
    QString title; ///< its name; with as much of its folder as tells it from others of that name
    bool isThere = true;
};

/// The catalogues opened last, in the settings.  UI thread; recentFiles() looks at up to kMostRecent files.
inline constexpr int kMostRecent = 10;
/// Those that are there first, then by time, newest first.
std::vector<RecentFile> recentFiles();
void addRecentFile(const QString &path);
void clearRecentFiles();

/// Names of these files that differ where the files do: "a.waic", "b.waic – 2024", "b.waic – 2025".
QStringList distinctNames(const QStringList &paths);

} // namespace waic::ui
