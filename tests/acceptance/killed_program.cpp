// SPDX-License-Identifier: GPL-3.0-or-later
#include "acceptance/killed_program.h"

#include "acceptance/killed_catalogue.h"
#include "catalogue/schema.h"
#include "catalogue/sql.h"
#include "support/test_support.h"

#include <csignal>

namespace waic::tests {

namespace {

constexpr int kLongest = 60'000; // ms; a program that hangs fails the test

} // namespace

int countFrom(const char *variable, int usual)
{
    bool isNumber = false;
    const int count = qEnvironmentVariableIntValue(variable, &isNumber);
    return isNumber && count > 0 ? count : usual;
}

void makeKilledCatalogue(const QString &path)
{
    catalogue::Contents contents;
    for (int i = 1; i <= kKilledRows; ++i) {
        catalogue::Contents::Announcement row;
        row.uid = row.title = QStringLiteral("announcement %1").arg(i);
        contents.announcements.push_back(row);
    }
    must(catalogue::createCatalogue(path, contents));
    catalogue::Database database(path, SQLite::OPEN_READWRITE);
    database.run(QStringLiteral("UPDATE announcement SET id = -rowid; UPDATE announcement SET id ="
                                " (SELECT count(*) FROM announcement o WHERE o.uid <= announcement.uid)"));
}

KilledProgram::KilledProgram(const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral(WAIC_EDIT_FOREVER), arguments);
    REQUIRE(m_process.waitForStarted(kLongest));
}

KilledProgram::~KilledProgram()
{
    if (m_process.state() != QProcess::NotRunning)
        kill();
}

void KilledProgram::take()
{
    m_rest += m_process.readAllStandardOutput();
    QByteArrayList lines = m_rest.split('\n');
    // A line that was cut by the end was not said.
    m_rest = lines.takeLast();
    m_lines += lines;
}

bool KilledProgram::waitFor(const QByteArray &beginning)
{
    for (;;) {
        take();
        while (m_read < m_lines.size())
            if (m_lines[m_read++].startsWith(beginning))
                return true;
        if (!m_process.waitForReadyRead(kLongest))
            return false;
    }
}

bool KilledProgram::waitFor(const QByteArray &beginning, int times)
{
    for (int i = 0; i < times; ++i)
        if (!waitFor(beginning))
            return false;
    return true;
}

void KilledProgram::go()
{
    m_process.write("\n");
    m_process.waitForBytesWritten(kLongest);
}

QByteArrayList KilledProgram::kill()
{
    if (m_process.state() != QProcess::NotRunning)
        ::kill(pid_t(m_process.processId()), SIGKILL);
    m_process.waitForFinished(kLongest);
    take();
    return m_lines;
}

int KilledProgram::finish()
{
    REQUIRE(m_process.waitForFinished(10 * kLongest));
    REQUIRE(m_process.exitStatus() == QProcess::NormalExit);
    return m_process.exitCode();
}

} // namespace waic::tests
