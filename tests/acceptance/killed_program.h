// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>

namespace waic::tests {

/// How often, how many: from the environment, so that the same test proves little in each run and much in scripts/acceptance.
int countFrom(const char *variable, int usual);

/// A catalogue of kKilledRows announcements, whose ids are 1 and up, at path.
void makeKilledCatalogue(const QString &path);

/// A running edit_forever.
class KilledProgram
{
public:
    explicit KilledProgram(const QStringList &arguments);
    ~KilledProgram();

    /// Until it says a line that begins so; false when it ended before.
    bool waitFor(const QByteArray &beginning);
    /// Until it said so that often.
    bool waitFor(const QByteArray &beginning, int times);
    void go(); ///< lets one that said "ready" begin
    /// Ends it as a power cut would, and gives every line that it said.
    QByteArrayList kill();
    /// Its exit status, when it ends by itself.
    int finish();

private:
    void take();

    QProcess m_process;
    QByteArrayList m_lines;
    QByteArray m_rest;
    qsizetype m_read = 0; ///< lines that waitFor() has passed
};

} // namespace waic::tests
