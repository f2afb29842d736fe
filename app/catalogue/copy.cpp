// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/copy.h"

#include "catalogue/placing.h"
#include "catalogue/sql.h"

#include <SQLiteCpp/Backup.h>

#include <QCoreApplication>
#include <QFileInfo>

#include <sqlite3.h>

#include <algorithm>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Copy)
};

constexpr int kPagesAtOnce = 512; // some milliseconds each

/// False when goesOn ended it.  Throws SQLite::Exception.
bool copyPages(Database &from, const QString &name, const GoesOn &goesOn)
{
    // One state of the catalogue: each edit meanwhile would begin the copy again.
    const Snapshot snapshot(from);
    // A transaction that has read nothing holds no state yet.
    from.scalar(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    Database to(name, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup backup(to.connection(), from.connection());
    for (;;) {
        const int code = backup.executeStep(kPagesAtOnce);
        if (code == SQLITE_DONE)
            return true;
        checkCode(code);
        const int total = std::max(1, backup.getTotalPageCount());
        if (!goesOn(1.0 - double(backup.getRemainingPageCount()) / total))
            return false;
    }
}

} // namespace

Result<bool> copyInto(const CatalogueFile &file, const QString &name, const GoesOn &goesOn)
{
    if (const std::shared_ptr<Database> held = file.heldIfMoved())
        return copyPages(*held, name, goesOn);
    const Result<std::unique_ptr<Database>> from = file.connect(Access::Read);
    if (!from)
        return tl::make_unexpected(from.error());
    return copyPages(**from, name, goesOn);
}

Result<SavedCopy> saveCopy(
    const CatalogueFile &file, const QString &target, bool replace, const QString &backupFolder, const GoesOn &goesOn)
{
    const QFileInfo there(target);
    const bool isItself = there.exists() && there.canonicalFilePath() == QFileInfo(file.path()).canonicalFilePath();
    if (isItself)
        return failure(ErrorKind::BadInput, Text::tr("this is the catalogue itself, not another file"), target,
            Text::tr("choose another name"));
    return guarded(target, [&]() -> Result<SavedCopy> {
        NewFile made(target, backupFolder);
        if (const Result<> checked = made.check(replace); !checked)
            return tl::make_unexpected(checked.error());
        const Result<bool> copied = copyInto(file, made.name(), goesOn);
        if (!copied)
            return tl::make_unexpected(copied.error());
        if (!*copied || !goesOn(1))
            return SavedCopy{};
        return made.place(replace).map([](const QString &backup) { return SavedCopy{true, backup}; });
    });
}

} // namespace waic::catalogue
