// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/test_support.h"

#include "catalogue/opening.h"
#include "catalogue/schema.h"
#include "catalogue/sql.h"

#include <QDir>
#include <QFile>
#include <QMap>

namespace waic::tests {

/// Contents of two announcements, one with the figure 1,509 of 3,755.
inline catalogue::Contents smallContents()
{
    catalogue::Contents contents;
    contents.units.push_back({QStringLiteral("models"), QStringLiteral("count of models"), 1.0});
    contents.units.push_back({QStringLiteral("companies"), QStringLiteral("count of companies"), 1.0});
    contents.measures.push_back({QStringLiteral("AI models released"), QStringLiteral("count of models"), {}});
    catalogue::Contents::Announcement models;
    models.uid = QStringLiteral("models");
    models.title = QStringLiteral("China released 1,509 models");
    models.kind = QStringLiteral("statistic");
    models.country = QStringLiteral("CN");
    catalogue::Contents::Claim claim;
    claim.measure = QStringLiteral("AI models released");
    claim.subject = QStringLiteral("China");
    claim.value = 1509;
    claim.of = 3755;
    claim.unit = QStringLiteral("models");
    claim.qualifier = QStringLiteral("exactly");
    claim.nature = QStringLiteral("observed");
    models.claims.push_back(claim);
    contents.announcements.push_back(models);
    catalogue::Contents::Announcement robot;
    robot.uid = QStringLiteral("robot");
    robot.title = QStringLiteral("A robot that boxes");
    contents.announcements.push_back(robot);
    return contents;
}

/// A catalogue of smallContents() at path.
inline QString smallCatalogue(const QString &path)
{
    must(catalogue::createCatalogue(path, smallContents()));
    return path;
}

inline const catalogue::RowId kModels = catalogue::starterId(QStringLiteral("models"));
inline const catalogue::RowId kRobot = catalogue::starterId(QStringLiteral("robot"));

/// As another program would: plain SQLite, no settings.
inline void runSql(const QString &path, const QString &sql)
{
    catalogue::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).run(sql);
}

inline QVariant askSql(const QString &path, const QString &sql)
{
    return catalogue::Database(path, SQLite::OPEN_READWRITE).scalar(sql);
}

/// Every file in a folder with its bytes.
inline QMap<QString, QByteArray> snapshot(const QString &folder)
{
    QMap<QString, QByteArray> files;
    for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden)) {
        QFile file(QDir(folder).filePath(name));
        REQUIRE(file.open(QFile::ReadOnly));
        files.insert(name, file.readAll());
    }
    return files;
}

inline void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    REQUIRE(file.open(QFile::WriteOnly));
    REQUIRE(file.write(bytes) == bytes.size());
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QFile::ReadOnly));
    return file.readAll();
}

/// Copies a file with its side files as a crash at this moment would leave them.
inline void copyAsCrashed(const QString &from, const QString &to)
{
    for (const QString &side : {QString(), QStringLiteral("-wal"), QStringLiteral("-journal")}) {
        if (QFile::exists(from + side))
            writeFile(to + side, readFile(from + side));
    }
}

} // namespace waic::tests
