// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <functional>
#include <optional>

namespace waic::exchange {

/// Parses a text that is one JSON object.  The error's `what` says where it breaks off, by line and column.
Result<QJsonObject> parseJsonObject(const QByteArray &json);

/// Takes typed values out of JSON and knows where it stands in it, so that a refusal can name list, row and field.
///
/// Only the first refusal is kept; after it every call still returns a harmless value, so a reader asks once, at its end.
class JsonPlace
{
public:
    enum class Need { Optional, Required }; ///< Optional: may be missing or null

    /// One step down into the document, for as long as it lives.
    class Step
    {
    public:
        Step(JsonPlace &place, const QString &name)
            : m_place(place)
        {
            m_place.m_path.append(name);
        }
        ~Step() { m_place.m_path.removeLast(); }
        Step(const Step &) = delete;
        Step &operator=(const Step &) = delete;

    private:
        JsonPlace &m_place;
    };

    void refuse(const QString &what, const QString &field = {});
    bool failed() const { return !m_refusal.isNull(); }
    const QString &refusal() const { return m_refusal; } ///< "announcements, “key”, date: what is wrong"

    /// A text that is not blank; null when it is missing, null or blank and optional.
    QString text(const QJsonObject &row, QLatin1String field, Need need);
    QString asText(const QJsonValue &value, const QString &field); ///< required
    std::optional<double> number(const QJsonObject &row, QLatin1String field, Need need);
    QJsonObject object(const QJsonObject &row, QLatin1String field, Need need);
    QStringList texts(const QJsonObject &row, QLatin1String field, Need need);
    /// Calls take for each object of a list until one is refused; label: the field that names a row in refusals.
    void rows(const QJsonObject &parent, QLatin1String field, QLatin1String label, Need need,
        const std::function<void(const QJsonObject &)> &take);

    static QString quoted(const QString &text);

private:
    QJsonArray array(const QJsonObject &row, QLatin1String field, Need need);
    /// True when there is a value to read; refuses a required one that is missing.
    bool isThere(const QJsonValue &value, const QString &field, Need need);
    void refuseType(const QString &expected, const QJsonValue &found, const QString &field);

    QStringList m_path;
    QString m_refusal;
};

} // namespace waic::exchange
