// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/export_choices.h"

#include "catalogue/figure.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSettings>

#include <array>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ExportChoices)
};

constexpr std::array kPresets{
    PicturePreset{QT_TRANSLATE_NOOP("ExportChoices", "Report column"), {1600, 1000}, {160, 100}},
    PicturePreset{QT_TRANSLATE_NOOP("ExportChoices", "Slide, 16:9"), {1920, 1080}, {320, 180}},
    PicturePreset{QT_TRANSLATE_NOOP("ExportChoices", "Square"), {1200, 1200}, {120, 120}},
};

QString settingsKey(const char *name)
{
    return QStringLiteral("chart/export/") + QLatin1String(name);
}

QString paperText(const PictureOptions &options)
{
    const QSizeF size = millimetresOf(options);
    return Text::tr("%1 × %2 mm").arg(QLocale().toString(qRound(size.width())), QLocale().toString(qRound(size.height())));
}

QString imageText(const PictureOptions &options)
{
    const QString pixels = Text::tr("%1 × %2 pixels")
                               .arg(catalogue::countText(qRound(options.size.width() * options.scale)),
                                   catalogue::countText(qRound(options.size.height() * options.scale)));
    return options.dpi == 0
        ? pixels
        : Text::tr("%1, %2 at %3 DPI", "pixels, size on paper, resolution").arg(pixels, paperText(options)).arg(options.dpi);
}

} // namespace

std::span<const PicturePreset> picturePresets()
{
    return kPresets;
}

QString presetLabel(const PicturePreset &preset)
{
    return Text::tr(preset.name);
}

PictureOptions keptPictureOptions()
{
    const QSettings settings;
    const PictureOptions standard;
    PictureOptions last;
    last.size = settings.value(settingsKey("size"), standard.size).toSize();
    last.scale = settings.value(settingsKey("scale"), standard.scale).toDouble();
    last.dpi = settings.value(settingsKey("dpi"), standard.dpi).toInt();
    last.transparent = settings.value(settingsKey("transparent"), standard.transparent).toBool();
    last.theme = ThemeKind(qBound(0, settings.value(settingsKey("theme"), 0).toInt(), int(ThemeKind::Print)));
    last.format = PictureFormat(qBound(0, settings.value(settingsKey("format"), 0).toInt(), int(PictureFormat::Csv)));
    PictureOptions drawn = last; // a table has no size, but the next picture will
    drawn.format = drawn.format == PictureFormat::Csv ? PictureFormat::Svg : drawn.format;
    return checkOptions(drawn) ? last : standard;
}

void keepPictureOptions(const PictureOptions &options)
{
    QSettings settings;
    settings.setValue(settingsKey("size"), options.size);
    settings.setValue(settingsKey("scale"), options.scale);
    settings.setValue(settingsKey("dpi"), options.dpi);
    settings.setValue(settingsKey("transparent"), options.transparent);
    settings.setValue(settingsKey("theme"), int(options.theme));
    settings.setValue(settingsKey("format"), int(options.format));
}

QString pictureWords(const PictureOptions &options)
{
    switch (options.format) {
    case PictureFormat::Svg:
        return Text::tr("Scales to any size. Its text can be searched and edited.");
    case PictureFormat::Pdf:
        return Text::tr("A page of %1. Its text can be searched and copied.").arg(paperText(options));
    case PictureFormat::Csv:
        return Text::tr("The numbers with their sources, for spreadsheets and programs.");
    case PictureFormat::Png:
        break;
    }
    return imageText(options);
}

} // namespace waic::ui
