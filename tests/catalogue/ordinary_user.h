// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/test_support.h"

#include <QDir>
#include <QFile>

#include <functional>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace waic::tests {

/// A folder whose files nobody may write, root aside, until this goes.
class WriteProtection
{
public:
    explicit WriteProtection(const QString &folder)
        : m_folder(QFile::encodeName(folder))
    {
        for (const QString &name : QDir(folder).entryList(QDir::Files | QDir::Hidden))
            ::chmod(QFile::encodeName(QDir(folder).filePath(name)).constData(), 0444);
        ::chmod(m_folder.constData(), 0555);
    }
    ~WriteProtection() { ::chmod(m_folder.constData(), 0755); }
    WriteProtection(const WriteProtection &) = delete;
    WriteProtection &operator=(const WriteProtection &) = delete;

private:
    QByteArray m_folder;
};

/// What work says when it runs in a process of its own that is not root: file modes do not bind root.
inline QString asOrdinaryUser(const std::function<QString()> &work)
{
    constexpr unsigned kNobody = 65534;
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        const bool ordinary = ::geteuid() != 0 || (::setgid(kNobody) == 0 && ::setuid(kNobody) == 0);
        const QByteArray said = (ordinary ? work() : QStringLiteral("still root")).toUtf8();
        const bool sent = ::write(ends[1], said.constData(), size_t(said.size())) == said.size();
        ::_exit(sent ? 0 : 1);
    }
    ::close(ends[1]);
    QFile answer;
    REQUIRE(answer.open(ends[0], QFile::ReadOnly, QFile::AutoCloseHandle));
    const QByteArray said = answer.readAll();
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(status == 0);
    return QString::fromUtf8(said);
}

} // namespace waic::tests
