// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kept_questions.h"

#include <QSettings>

namespace waic::ui {

namespace {

constexpr qsizetype kMostCatalogues = 50;
constexpr qsizetype kMostText = 20'000; // characters

QString keyOf(const QString &uid)
{
    return QStringLiteral("question/") + QString::fromLatin1(uid.toUtf8().toHex());
}

} // namespace

explore::Query keptQuestion(const QString &catalogueUid)
{
    // Without a vocabulary, as the catalogue is not loaded yet.
    return explore::parseQuery(QSettings().value(keyOf(catalogueUid)).toString()).query;
}

void keepQuestion(const QString &catalogueUid, const explore::Query &query)
{
    QSettings settings;
    const QString orderKey = QStringLiteral("questionOrder");
    QStringList order = settings.value(orderKey).toStringList();
    const QString text = explore::queryText(query);
    order.removeAll(catalogueUid);
    if (text.isEmpty() || text.size() > kMostText) {
        settings.remove(keyOf(catalogueUid));
    } else {
        settings.setValue(keyOf(catalogueUid), text);
        order.prepend(catalogueUid);
    }
    while (order.size() > kMostCatalogues)
        settings.remove(keyOf(order.takeLast()));
    settings.setValue(orderKey, order);
}

} // namespace waic::ui
