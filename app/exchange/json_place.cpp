// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json_place.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonParseError>

#include <cmath>

namespace waic::exchange {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Json)
};

QString typeName(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return Text::tr("null");
    case QJsonValue::Bool:
        return Text::tr("true or false");
    case QJsonValue::Double:
        return Text::tr("a number");
    case QJsonValue::String:
        return Text::tr("a text");
    case QJsonValue::Array:
        return Text::tr("a list");
    case QJsonValue::Object:
        return Text::tr("an object");
    case QJsonValue::Undefined:
        break;
    }
    return Text::tr("nothing");
}

} // namespace

Result<QJsonObject> parseJsonObject(const QByteArray &json)
{
    const auto refused = [](const QString &what) { return failure(ErrorKind::BadInput, what); };
    if (json.trimmed().isEmpty())
        return refused(Text::tr("the file is empty"));
    if (json.startsWith("\xff\xfe") || json.startsWith("\xfe\xff"))
        return refused(Text::tr("the text is in UTF-16, JSON is written in UTF-8"));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        const QByteArray before = json.first(qBound(0, error.offset, int(json.size())));
        const qsizetype line = before.count('\n') + 1;
        const qsizetype column = before.size() - before.lastIndexOf('\n');
        return refused(Text::tr("this is no JSON: %1 at line %2, column %3").arg(error.errorString()).arg(line).arg(column));
    }
    if (!document.isObject())
        return refused(Text::tr("an object with six lists is expected, found %1")
                           .arg(typeName(document.isArray() ? QJsonValue(document.array()) : QJsonValue())));
    return document.object();
}

QString JsonPlace::quoted(const QString &text)
{
    return QStringLiteral("“%1”").arg(text);
}

void JsonPlace::refuse(const QString &what, const QString &field)
{
    if (failed())
        return;
    QStringList path = m_path;
    if (!field.isEmpty())
        path.append(field);
    m_refusal = path.isEmpty() ? what : path.join(QStringLiteral(", ")) + QStringLiteral(": ") + what;
}

bool JsonPlace::isThere(const QJsonValue &value, const QString &field, Need need)
{
    if (!value.isUndefined() && !value.isNull())
        return true;
    if (need == Need::Required)
        refuse(value.isNull() ? Text::tr("may not be null") : Text::tr("is missing"), field);
    return false;
}

void JsonPlace::refuseType(const QString &expected, const QJsonValue &found, const QString &field)
{
    refuse(Text::tr("%1 is expected, found %2").arg(expected, typeName(found)), field);
}

QString JsonPlace::text(const QJsonObject &row, QLatin1String field, Need need)
{
    const QJsonValue value = row.value(field);
    if (!isThere(value, field, need))
        return {};
    if (need == Need::Optional && value.isString() && value.toString().trimmed().isEmpty())
        return {};
    return asText(value, field);
}

QString JsonPlace::asText(const QJsonValue &value, const QString &field)
{
    if (!value.isString()) {
        refuseType(Text::tr("a text"), value, field);
        return {};
    }
    const QString text = value.toString();
    if (text.trimmed().isEmpty())
        refuse(Text::tr("may not be empty"), field);
    // Neither survives the way into SQLite and back.
    if (text.contains(QChar(0)) || !text.isValidUtf16())
        refuse(Text::tr("holds a character that is none"), field);
    return text;
}

std::optional<double> JsonPlace::number(const QJsonObject &row, QLatin1String field, Need need)
{
    const QJsonValue value = row.value(field);
    if (!isThere(value, field, need))
        return {};
    if (!value.isDouble() || !std::isfinite(value.toDouble())) {
        refuseType(Text::tr("a number"), value, field);
        return {};
    }
    return value.toDouble();
}

QJsonObject JsonPlace::object(const QJsonObject &row, QLatin1String field, Need need)
{
    const QJsonValue value = row.value(field);
    if (!isThere(value, field, need))
        return {};
    if (!value.isObject())
        refuseType(Text::tr("an object"), value, field);
    return value.toObject();
}

QJsonArray JsonPlace::array(const QJsonObject &row, QLatin1String field, Need need)
{
    const QJsonValue value = row.value(field);
    if (!isThere(value, field, need))
        return {};
    if (!value.isArray())
        refuseType(Text::tr("a list"), value, field);
    return value.toArray();
}

QStringList JsonPlace::texts(const QJsonObject &row, QLatin1String field, Need need)
{
    QStringList texts;
    int number = 0;
    for (const QJsonValue value : array(row, field, need)) {
        const Step list(*this, field);
        texts.append(asText(value, QString::number(++number)));
    }
    return texts;
}

void JsonPlace::rows(const QJsonObject &parent, QLatin1String field, QLatin1String label, Need need,
    const std::function<void(const QJsonObject &)> &take)
{
    const QJsonArray items = array(parent, field, need);
    const Step list(*this, field);
    for (int i = 0; i < items.size() && !failed(); ++i) {
        const QString number = QString::number(i + 1);
        const QString name = items.at(i).toObject().value(label).toString();
        const Step row(*this, name.isEmpty() ? number : number + QLatin1Char(' ') + quoted(name));
        if (!items.at(i).isObject())
            refuseType(Text::tr("an object"), items.at(i), {});
        else
            take(items.at(i).toObject());
    }
}

} // namespace waic::exchange
