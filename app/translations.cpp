// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace waic {

void installTranslations(QCoreApplication &application)
{
    auto *translator = new QTranslator(&application);
    const QString folder = QStringLiteral(":/i18n");
    if (translator->load(QLocale(), QStringLiteral("waic"), QStringLiteral("_"), folder)
        || translator->load(QStringLiteral("waic_en"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace waic
