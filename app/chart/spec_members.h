// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"
#include "explore/query.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace waic::chart {

/// The members of a chart's JSON as they are asked for; the first that is wrong is kept as the error.
class SpecMembers
{
public:
    SpecMembers(const QJsonObject &json, const QString &where)
        : m_json(json)
        , m_where(where)
    {
    }

    QString text(const char *name); ///< null when it is not there
    int whole(const char *name, int otherwise, int least, int most);
    bool flag(const char *name);
    std::optional<explore::Query> query(const char *name);
    /// What was never asked for is no member of a chart.
    void refuseOthers();
    void refuse(const QString &what, const QString &next);

    const std::optional<Error> &error() const { return m_error; }

private:
    QJsonValue value(const char *name); ///< null when it is not there

    const QJsonObject &m_json;
    QString m_where;
    QStringList m_known;
    std::optional<Error> m_error;
};

} // namespace waic::chart
