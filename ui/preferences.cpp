// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences.h"

#include "ui/common/words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Preferences)
};

const QString kAuthor = QStringLiteral("author");
const QString kTheme = QStringLiteral("theme");
const QString kTextSize = QStringLiteral("textSize");
const QString kNumberForm = QStringLiteral("numberForm");
const QString kDateForm = QStringLiteral("dateForm");
const QString kBackupFolder = QStringLiteral("backupFolder");
const QString kWords = QStringLiteral("words");

DateForm &dateForm()
{
    static DateForm form = DateForm::Iso;
    return form;
}

/// The locale that the program was started with, whatever was chosen since.
const QLocale &systemLocale()
{
    static const QLocale locale;
    return locale;
}

bool isLocale(const QString &name)
{
    return !name.isEmpty() && QLocale(name).name() == name;
}

} // namespace

Preferences keptPreferences()
{
    const QSettings settings;
    const auto text = [&](const QString &key) { return settings.value(key).toString(); };
    Preferences kept;
    kept.author = text(kAuthor);
    kept.theme = Theme::choiceFromName(text(kTheme)).value_or(ThemeChoice::System);
    kept.textSize = Theme::textSizeFromName(text(kTextSize));
    kept.numberForm = isLocale(text(kNumberForm)) ? text(kNumberForm) : QString();
    kept.dateForm = text(kDateForm) == kWords ? DateForm::Words : DateForm::Iso;
    kept.backupFolder = text(kBackupFolder);
    return kept;
}

void keepPreferences(const Preferences &preferences)
{
    QSettings settings;
    const auto keep = [&](const QString &key, const QString &value) {
        if (value.isEmpty())
            settings.remove(key);
        else
            settings.setValue(key, value);
    };
    keep(kAuthor, preferences.author.trimmed());
    keep(kTheme, Theme::choiceName(preferences.theme));
    keep(kTextSize, Theme::textSizeName(preferences.textSize));
    keep(kNumberForm, preferences.numberForm);
    keep(kDateForm, preferences.dateForm == DateForm::Words ? kWords : QString());
    keep(kBackupFolder, preferences.backupFolder);
}

QString defaultBackupFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/backups");
}

QString backupFolder()
{
    const QString chosen = keptPreferences().backupFolder;
    return chosen.isEmpty() ? defaultBackupFolder() : chosen;
}

void applyPreferences(const Preferences &preferences)
{
    const QLocale system = systemLocale();
    QLocale::setDefault(preferences.numberForm.isEmpty() ? system : QLocale(preferences.numberForm));
    dateForm() = preferences.dateForm;
    Theme &theme = Theme::instance();
    theme.setTextSize(preferences.textSize);
    theme.apply(preferences.theme);
}

QStringList numberForms()
{
    static const QStringList forms{QStringLiteral("de_DE"), QStringLiteral("de_CH"), QStringLiteral("en_GB"),
        QStringLiteral("en_IN"), QStringLiteral("en_US"), QStringLiteral("es_ES"), QStringLiteral("fr_FR"),
        QStringLiteral("it_IT"), QStringLiteral("ja_JP"), QStringLiteral("ko_KR"), QStringLiteral("pt_BR"),
        QStringLiteral("ru_RU"), QStringLiteral("vi_VN"), QStringLiteral("zh_CN")};
    return forms;
}

QString numberFormTitle(const QString &numberForm)
{
    const QLocale locale = numberForm.isEmpty() ? systemLocale() : QLocale(numberForm);
    const QString example = locale.toString(1234567.5, 'f', 1);
    if (numberForm.isEmpty())
        return Text::tr("System: %1", "number form").arg(example);
    return Text::tr("%1 (%2): %3", "number form: language, country, example")
        .arg(QLocale::languageToString(locale.language()), QLocale::territoryToString(locale.territory()), example);
}

QString shownDate(const QString &isoDate)
{
    return dateForm() == DateForm::Words ? dateTitle(isoDate) : isoDate;
}

QString loginName()
{
    return qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME"));
}

} // namespace waic::ui
