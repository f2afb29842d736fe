// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/typed_figure.h"

#include "catalogue/field.h"

#include <QRegularExpression>
#include <QStringList>

namespace waic::catalogue {

namespace {

struct Hedge
{
    QString words;
    QString qualifier;
};

/// Longer ones before those that they begin with.
const Hedge kHedges[] = {
    {QStringLiteral("approximately"), QStringLiteral("about")},
    {QStringLiteral("more than"), QStringLiteral("more than")},
    {QStringLiteral("less than"), QStringLiteral("less than")},
    {QStringLiteral("fewer than"), QStringLiteral("less than")},
    {QStringLiteral("at least"), QStringLiteral("at least")},
    {QStringLiteral("exactly"), QStringLiteral("exactly")},
    {QStringLiteral("up to"), QStringLiteral("up to")},
    {QStringLiteral("around"), QStringLiteral("about")},
    {QStringLiteral("about"), QStringLiteral("about")},
    {QStringLiteral("under"), QStringLiteral("less than")},
    {QStringLiteral("over"), QStringLiteral("more than")},
    {QStringLiteral(">="), QStringLiteral("at least")},
    {QStringLiteral("<="), QStringLiteral("up to")},
    {QStringLiteral("≥"), QStringLiteral("at least")},
    {QStringLiteral("≤"), QStringLiteral("up to")},
    {QStringLiteral("≈"), QStringLiteral("about")},
    {QStringLiteral("~"), QStringLiteral("about")},
    {QStringLiteral(">"), QStringLiteral("more than")},
    {QStringLiteral("<"), QStringLiteral("less than")},
};

std::optional<double> numberIn(const QString &text)
{
    const Result<QVariant> number = parseField(*findField(Entity::Claim, u"value"), text);
    return number ? std::optional(number->toDouble()) : std::nullopt;
}

/// Takes a hedge off the beginning.
QString takeHedge(QString &text)
{
    for (const Hedge &hedge : kHedges) {
        if (!text.startsWith(hedge.words, Qt::CaseInsensitive))
            continue;
        const QString rest = text.mid(hedge.words.size());
        const bool isWord = hedge.words.back().isLetter();
        if (isWord && !rest.startsWith(QLatin1Char(' ')))
            continue;
        text = rest.trimmed();
        return hedge.qualifier;
    }
    return {};
}

/// Takes the longest number off the beginning: "1 509 models" has one of two words, "40.2%" one with its unit beside.
std::optional<double> takeNumber(QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '));
    for (qsizetype count = words.size(); count > 0; --count)
        if (const std::optional<double> number = numberIn(words.mid(0, count).join(QLatin1Char(' ')))) {
            text = words.mid(count).join(QLatin1Char(' '));
            return number;
        }
    static const QRegularExpression kGlued(QStringLiteral("^([+-]?[\\d.,']*\\d)([^\\d.,'].*)$"));
    const QRegularExpressionMatch glued = kGlued.match(text);
    const std::optional<double> number = glued.hasMatch() ? numberIn(glued.captured(1)) : std::nullopt;
    if (number)
        text = glued.captured(2).trimmed();
    return number;
}

/// Takes a number after one of these words off the beginning; leaves the text alone when there is none.
std::optional<double> takeNumberAfter(QString &text, const char *words)
{
    const QRegularExpression lead(
        QStringLiteral("^(%1)\\s*(?=[\\d+-])").arg(QString::fromUtf8(words)), QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = lead.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QString rest = text.mid(match.capturedLength());
    const std::optional<double> number = takeNumber(rest);
    if (number)
        text = rest;
    return number;
}

constexpr const char *kTo = "to |–|-";
constexpr const char *kOf = "out of the |out of |of the |of |/";

} // namespace

std::optional<TypedFigure> splitFigure(const QString &typed)
{
    QString rest = typed.simplified();
    TypedFigure figure;
    figure.qualifier = takeHedge(rest);
    const std::optional<double> value = takeNumber(rest);
    if (!value)
        return std::nullopt;
    figure.value = *value;
    figure.valueTo = takeNumberAfter(rest, kTo);
    figure.of = takeNumberAfter(rest, kOf);
    if (!figure.of) {
        const qsizetype of = rest.indexOf(QLatin1String(" of "), 0, Qt::CaseInsensitive);
        QString whole = of < 0 ? QString() : rest.mid(of + 1);
        figure.of = takeNumberAfter(whole, kOf);
        if (figure.of && whole.isEmpty())
            rest.truncate(of);
        else
            figure.of.reset();
    }
    if (!rest.isEmpty())
        figure.unit = rest;
    const bool isMore = figure.valueTo || figure.of || !figure.unit.isNull() || !figure.qualifier.isNull();
    return isMore ? std::optional(figure) : std::nullopt;
}

} // namespace waic::catalogue
