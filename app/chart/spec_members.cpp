// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/spec_members.h"

#include <QCoreApplication>
#include <QJsonValue>

#include <cmath>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartSpec)
};

} // namespace

QJsonValue SpecMembers::value(const char *name)
{
    if (const QLatin1String known(name); !m_known.contains(known))
        m_known.append(known);
    const QJsonValue value = m_json.value(QLatin1String(name));
    return value.isUndefined() ? QJsonValue() : value;
}

QString SpecMembers::text(const char *name)
{
    const QJsonValue found = value(name);
    if (found.isNull())
        return {};
    if (!found.isString())
        refuse(Text::tr("“%1” of the chart is not a text").arg(QLatin1String(name)), {});
    return found.toString();
}

int SpecMembers::whole(const char *name, int otherwise, int least, int most)
{
    const QJsonValue found = value(name);
    if (found.isNull())
        return otherwise;
    const double number = found.toDouble(least - 1);
    if (number < least || number > most || number != std::floor(number)) {
        refuse(Text::tr("“%1” of the chart is not a whole number from %2 to %3")
                   .arg(QLatin1String(name), QString::number(least), QString::number(most)),
            {});
        return otherwise;
    }
    return int(number);
}

bool SpecMembers::flag(const char *name)
{
    const QJsonValue found = value(name);
    if (!found.isNull() && !found.isBool())
        refuse(Text::tr("“%1” of the chart is neither true nor false").arg(QLatin1String(name)), {});
    return found.toBool();
}

std::optional<explore::Query> SpecMembers::query(const char *name)
{
    const QString asked = text(name);
    if (asked.isNull())
        return {};
    const explore::ParsedQuery parsed = explore::parseQuery(asked);
    if (!parsed.mistakes.empty()) {
        const explore::Mistake &mistake = parsed.mistakes.front();
        refuse(Text::tr("“%1” of the chart is not understood: expected %2").arg(QLatin1String(name), mistake.expected),
            mistake.suggestion.isNull() ? QString() : Text::tr("did you mean “%1”?").arg(mistake.suggestion));
    }
    return parsed.query;
}

void SpecMembers::refuseOthers()
{
    for (const QString &name : m_json.keys())
        if (!m_known.contains(name))
            refuse(Text::tr("a chart has no “%1”").arg(name), Text::tr("it may have %1").arg(m_known.join(QStringLiteral(", "))));
}

void SpecMembers::refuse(const QString &what, const QString &next)
{
    if (!m_error)
        m_error = Error{ErrorKind::BadInput, what, m_where, next};
}

} // namespace waic::chart
