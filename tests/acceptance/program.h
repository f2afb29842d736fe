// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>

namespace waic::tests {

/// What one run of the program said and returned.
struct Run
{
    int status = -1;
    QByteArray out;
    QByteArray err;

    QString outText() const { return QString::fromUtf8(out); }
    QString errText() const { return QString::fromUtf8(err); }
    /// One line that starts with the program's name.
    bool saysOneLine() const;
};

/// Runs the program without a display, with a home folder of its own; a crash or more than a minute fails the test.
Run run(const QStringList &arguments);

/// The bytes of every file of a folder, by name: to prove that nothing was touched.
QMap<QString, QByteArray> snapshot(const QString &folder);

/// stdout as one JSON value; fails the test when it is anything else.
QJsonValue json(const Run &run);

void writeFile(const QString &path, const QByteArray &bytes);

} // namespace waic::tests
