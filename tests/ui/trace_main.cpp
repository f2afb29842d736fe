// SPDX-License-Identifier: GPL-3.0-or-later
#define CATCH_CONFIG_RUNNER
#include "support/test_support.h"
#include "ui/application.h"

#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

/// As for the other window tests, but with an application whose events can be watched.
int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const waic::ui::Application application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationDomain(QStringLiteral("waic-explorer"));
    QCoreApplication::setApplicationName(QStringLiteral("waic-explorer"));
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    return Catch::Session().run(argc, argv);
}
