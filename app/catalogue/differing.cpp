// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/differing.h"

#include "catalogue/sql.h"

#include <QHash>

#include <sqlite3.h>

#include <algorithm>
#include <cmath>

namespace waic::catalogue {

namespace {

constexpr double kAbout = 0.025;

bool isBound(const ComparedFigure &figure)
{
    return figure.qualifier != QLatin1String("exactly") && figure.qualifier != QLatin1String("about");
}

bool boundHolds(const ComparedFigure &bound, double value, double slack)
{
    if (bound.qualifier == QLatin1String("more than"))
        return value + slack > bound.value;
    if (bound.qualifier == QLatin1String("at least"))
        return value + slack >= bound.value;
    if (bound.qualifier == QLatin1String("less than"))
        return value - slack < bound.value;
    return value - slack <= bound.value;
}

bool roundsTo(double fine, double rounded)
{
    // The digits that the rounder one is written with, without zeros at either end.
    QString digits = QString::number(std::abs(rounded), 'g', 12).section(QLatin1Char('e'), 0, 0).remove(QLatin1Char('.'));
    while (digits.endsWith(QLatin1Char('0')))
        digits.chop(1);
    while (digits.startsWith(QLatin1Char('0')))
        digits.remove(0, 1);
    return digits.size() >= 2 && QString::number(fine, 'g', int(digits.size())).toDouble() == rounded;
}

double upper(const ComparedFigure &figure)
{
    return figure.valueTo.value_or(figure.value);
}

struct Group
{
    QString subject;
    std::vector<ComparedFigure> figures; ///< different ones
    std::vector<RowId> announcements;
};

bool isSame(const ComparedFigure &a, const ComparedFigure &b)
{
    return a.value == b.value && a.valueTo == b.valueTo && a.qualifier == b.qualifier && a.asOf == b.asOf;
}

bool differs(const Group &group)
{
    for (size_t i = 0; i < group.figures.size(); ++i)
        for (size_t k = i + 1; k < group.figures.size(); ++k)
            if (sameTime(group.subject, group.figures[i].asOf, group.figures[k].asOf)
                && !areCompatible(group.figures[i], group.figures[k]))
                return true;
    return false;
}

QHash<QString, Group> groupsOf(Database &database)
{
    QHash<QString, Group> groups;
    SQLite::Statement &rows = database.kept(
        "SELECT c.announcement, c.measure, c.subject, coalesce(u.dimension, c.unit), c.definition, c.nature, c.as_of, c.value, "
        "c.value_to, c.qualifier, u.factor FROM claim c JOIN announcement a ON a.id = c.announcement "
        "LEFT JOIN unit u ON u.name = c.unit WHERE a.binned_at IS NULL");
    const auto inBase
        = [](double value, std::optional<double> factor) { return factor ? comparedValue(value * *factor) : value; };
    while (rows.executeStep()) {
        const QString subject = text(rows, 2), asOf = text(rows, 6);
        const QChar parts(0x1f);
        const QString key
            = QStringList{text(rows, 1), subject, text(rows, 3), asOf.left(4), text(rows, 4), text(rows, 5)}.join(parts);
        const std::optional<double> factor = real(rows, 10), to = real(rows, 8);
        ComparedFigure figure{inBase(real(rows, 7).value_or(0), factor), {}, text(rows, 9), asOf};
        if (to)
            figure.valueTo = inBase(*to, factor);
        Group &group = groups[key];
        group.subject = subject;
        group.announcements.push_back(integer(rows, 0));
        const auto same = [&figure](const ComparedFigure &other) { return isSame(figure, other); };
        if (std::none_of(group.figures.begin(), group.figures.end(), same))
            group.figures.push_back(std::move(figure));
    }
    rows.tryReset();
    return groups;
}

} // namespace

bool sameTime(const QString &subject, const QString &a, const QString &b)
{
    return a == b || subject.startsWith(QLatin1String("WAIC "))
        || (!a.isNull() && !b.isNull() && (a.startsWith(b) || b.startsWith(a)));
}

double comparedValue(double value)
{
    return QString::number(value, 'g', 12).toDouble();
}

bool areCompatible(const ComparedFigure &a, const ComparedFigure &b)
{
    if (a.value == b.value && upper(a) == upper(b))
        return true;
    if (isBound(a) && isBound(b))
        return true;
    if (isBound(a) || isBound(b)) {
        const ComparedFigure &bound = isBound(a) ? a : b, &other = isBound(a) ? b : a;
        const double slack = other.qualifier == QLatin1String("about") ? kAbout * std::abs(upper(other)) : 0;
        return bound.value == other.value || bound.value == upper(other) || boundHolds(bound, other.value, slack)
            || boundHolds(bound, upper(other), slack);
    }
    if (roundsTo(a.value, b.value) || roundsTo(b.value, a.value))
        return true;
    const double gap = std::max(a.value, b.value) - std::min(upper(a), upper(b));
    const bool isAbout = a.qualifier == QLatin1String("about") || b.qualifier == QLatin1String("about");
    const double largest = std::max({std::abs(a.value), std::abs(b.value), std::abs(upper(a)), std::abs(upper(b))});
    return gap <= (isAbout ? kAbout * largest : 0);
}

Result<std::vector<RowId>> differingAnnouncements(Database &database)
{
    return guarded(QString::fromUtf8(sqlite3_db_filename(database.handle(), "main")), [&]() -> Result<std::vector<RowId>> {
        std::vector<RowId> found;
        const QHash<QString, Group> groups = groupsOf(database);
        for (const Group &group : groups)
            if (differs(group))
                found.insert(found.end(), group.announcements.begin(), group.announcements.end());
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    });
}

} // namespace waic::catalogue
