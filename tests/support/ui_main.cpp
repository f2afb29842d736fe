// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "support/test_support.h"

#include <QApplication>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

int main(int argc, char *argv[])
{
    // Discovery runs this program while building, without a display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationDomain(QStringLiteral("waic-explorer"));
    QCoreApplication::setApplicationName(QStringLiteral("waic-explorer"));
    // Test programs run side by side; each has settings of its own, and none yet.
    const QTemporaryDir settings;
    // What the application keeps in its data folder goes there too.
    qputenv("HOME", QFile::encodeName(settings.path()));
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    return Catch::Session().run(argc, argv);
}
