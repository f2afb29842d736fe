// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/backup_name.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace waic::catalogue {

namespace {

constexpr int kUidDigits = 8;
constexpr int kLongestStem = 180; // bytes; a file's name may have 255

const QString kTime = QStringLiteral("yyyyMMdd-HHmmss");

/// In the order of BackupReason.
const QStringList &reasons()
{
    static const QStringList words{QStringLiteral("daily"), QStringLiteral("migration"), QStringLiteral("import"),
        QStringLiteral("restore"), QStringLiteral("manual")};
    return words;
}

} // namespace

std::optional<BackupName> parseBackupName(const QString &name)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(.+)-([0-9a-f]{8})-([0-9]{8}-[0-9]{6})-(%1)\\.waic\\z").arg(reasons().join(QLatin1Char('|'))),
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = form.match(name);
    if (!match.hasMatch())
        return std::nullopt;
    const QDateTime at = QDateTime::fromString(match.captured(3), kTime);
    if (!at.isValid())
        return std::nullopt;
    return BackupName{match.captured(1), match.captured(2), at, BackupReason(reasons().indexOf(match.captured(4)))};
}

QString shortUid(const QString &catalogueUid)
{
    static const QRegularExpression digits(QStringLiteral("\\A[0-9a-f]{8}"));
    if (digits.match(catalogueUid).hasMatch())
        return catalogueUid.first(kUidDigits);
    // Another program may have given the catalogue any uid.
    const QByteArray hash = QCryptographicHash::hash(catalogueUid.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QString::fromLatin1(hash.first(kUidDigits));
}

QString backupStem(const QString &path)
{
    const QFileInfo info(path);
    const bool isCatalogue = info.suffix() == QLatin1String("waic") && !info.completeBaseName().isEmpty();
    QString stem = isCatalogue ? info.completeBaseName() : info.fileName();
    while (stem.toUtf8().size() > kLongestStem)
        stem.chop(stem.size() > 1 && stem.back().isLowSurrogate() ? 2 : 1);
    return stem;
}

QString freeBackupName(const QString &folder, const QString &path, const QString &catalogueUid, BackupReason reason)
{
    const QString stem = QStringLiteral("%1-%2").arg(backupStem(path), shortUid(catalogueUid));
    const auto nameOf = [&](const QDateTime &at, const QString &word) {
        return QDir(folder).filePath(QStringLiteral("%1-%2-%3.waic").arg(stem, at.toString(kTime), word));
    };
    // Of two backups the name says which is newer.
    const auto isTaken = [&](const QDateTime &at) {
        return std::any_of(
            reasons().begin(), reasons().end(), [&](const QString &word) { return QFileInfo::exists(nameOf(at, word)); });
    };
    QDateTime at = QDateTime::currentDateTime();
    while (isTaken(at))
        at = at.addSecs(1);
    return nameOf(at, reasons().at(int(reason)));
}

} // namespace waic::catalogue
