// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/figure.h"

#include "catalogue/field.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

QString plainNumber(const Claim &claim, double value)
{
    constexpr double kWholeUpTo = 9'007'199'254'740'992; // 2^53: every double below has its own whole number
    if (claim.unit == QLatin1String("year") && std::abs(value) < kWholeUpTo && value == std::trunc(value))
        return QString::number(qint64(value));
    return numberText(value);
}

} // namespace

QString boundSign(const QString &qualifier)
{
    static const std::pair<QLatin1String, QString> signs[] = {
        {QLatin1String("exactly"), QString()},
        {QLatin1String("about"), QStringLiteral("≈")},
        {QLatin1String("more than"), QStringLiteral(">")},
        {QLatin1String("less than"), QStringLiteral("<")},
        {QLatin1String("up to"), QStringLiteral("≤")},
        {QLatin1String("at least"), QStringLiteral("≥")},
    };
    for (const auto &[name, sign] : signs)
        if (qualifier == name)
            return sign;
    return qualifier;
}

QString figureText(const Claim &claim)
{
    QString figure = plainNumber(claim, claim.value);
    if (claim.valueTo)
        figure = Text::tr("%1 to %2", "range of a figure").arg(figure, plainNumber(claim, *claim.valueTo));
    if (claim.of)
        figure = Text::tr("%1 of %2", "part of a whole").arg(figure, plainNumber(claim, *claim.of));
    const QString sign = boundSign(claim.qualifier);
    return sign.isEmpty() ? figure : sign + QLatin1Char(' ') + figure;
}

std::optional<double> share(const Claim &claim)
{
    if (!claim.of || !(*claim.of > 0))
        return std::nullopt;
    return claim.value / *claim.of;
}

QString percentText(double fraction)
{
    return QLocale().toString(fraction * 100, 'f', 1) + QLocale().percent();
}

QString countText(qint64 count)
{
    return QLocale().toString(count);
}

} // namespace waic::catalogue
