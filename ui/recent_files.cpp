// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/recent_files.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace waic::ui {

namespace {

const QString kKey = QStringLiteral("recentFiles");

QStringList keptPaths()
{
    QStringList paths = QSettings().value(kKey).toStringList();
    paths.removeAll(QString());
    return paths.first(std::min<qsizetype>(paths.size(), kMostRecent));
}

/// The last `count` folders of a path.
QString lastFolders(const QString &path, qsizetype count)
{
    const QStringList folders = QFileInfo(path).path().split(QLatin1Char('/'), Qt::SkipEmptyParts);
    return count >= folders.size() ? QFileInfo(path).path() : folders.last(count).join(QLatin1Char('/'));
}

QString nameWith(const QString &path, qsizetype folders)
{
    const QString name = QFileInfo(path).fileName();
    return folders == 0 ? name : QStringLiteral("%1 – %2").arg(name, lastFolders(path, folders));
}

} // namespace

QStringList distinctNames(const QStringList &paths)
{
    QStringList names;
    for (const QString &path : paths) {
        const auto isAmbiguous = [&](qsizetype folders) {
            return std::any_of(paths.begin(), paths.end(),
                [&](const QString &other) { return other != path && nameWith(other, folders) == nameWith(path, folders); });
        };
        qsizetype folders = 0;
        while (isAmbiguous(folders) && folders < path.count(QLatin1Char('/')))
            ++folders;
        names << nameWith(path, folders);
    }
    return names;
}

std::vector<RecentFile> recentFiles()
{
    const QStringList paths = keptPaths();
    const QStringList names = distinctNames(paths);
    std::vector<RecentFile> files;
    for (qsizetype i = 0; i < paths.size(); ++i)
        files.push_back({paths[i], names[i], QFileInfo(paths[i]).isFile()});
    std::stable_partition(files.begin(), files.end(), [](const RecentFile &file) { return file.isThere; });
    return files;
}

void addRecentFile(const QString &path)
{
    QStringList paths = keptPaths();
    paths.removeAll(path);
    paths.prepend(path);
    QSettings().setValue(kKey, paths.first(std::min<qsizetype>(paths.size(), kMostRecent)));
}

void clearRecentFiles()
{
    QSettings().remove(kKey);
}

} // namespace waic::ui
