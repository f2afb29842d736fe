// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/step_words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StepWords)
};

} // namespace

QString stepWords(const QString &kind, const QString &label)
{
    if (kind == QLatin1String("undo"))
        return Text::tr("Undo: %1").arg(label);
    return kind == QLatin1String("redo") ? Text::tr("Redo: %1").arg(label) : label;
}

QString stepTime(const QString &at)
{
    const QDateTime time = QDateTime::fromString(at, Qt::ISODateWithMs).toLocalTime();
    if (!time.isValid())
        return at;
    const QString minute = time.toString(QStringLiteral("HH:mm"));
    return time.date() == QDate::currentDate() ? Text::tr("Today %1").arg(minute)
                                               : time.date().toString(Qt::ISODate) + QLatin1Char(' ') + minute;
}

} // namespace waic::ui
