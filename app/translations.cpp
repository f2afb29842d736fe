// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QTranslator>

namespace waic {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Translations)
};

/// The one translator of the application, so that a second language does not speak through the gaps of the first.
class Translator : public QTranslator
{
public:
    using QTranslator::QTranslator;
};

QString folder()
{
    return QStringLiteral(":/i18n");
}

/// "en, vi, zh": those that texts are translated to.
QString translated()
{
    QStringList names = QDir(folder()).entryList({QStringLiteral("waic_*.qm")}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name = name.mid(5).chopped(3);
    return names.join(QStringLiteral(", "));
}

} // namespace

void installTranslations(QCoreApplication &application)
{
    for (QObject *child : application.children())
        if (auto *before = dynamic_cast<Translator *>(child))
            delete before;
    auto *translator = new Translator(&application);
    if (translator->load(QLocale(), QStringLiteral("waic"), QStringLiteral("_"), folder())
        || translator->load(QStringLiteral("waic_en"), folder()))
        QCoreApplication::installTranslator(translator);
}

Result<> useLanguage(QCoreApplication &application, const QString &language)
{
    const QLocale locale(language);
    if (locale.language() == QLocale::C || locale.language() == QLocale::AnyLanguage)
        return failure(ErrorKind::BadInput, Text::tr("there is no language '%1'").arg(language), {},
            Text::tr("write one such as en, de, vi or zh_CN for numbers and dates; texts are there in: %1").arg(translated()));
    QLocale::setDefault(locale);
    installTranslations(application);
    return {};
}

} // namespace waic
