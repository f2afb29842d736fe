// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/used_values.h"

#include "ui/workspace.h"

#include <QSet>

namespace waic::ui {

namespace {

/// The first values of both, each once.
QStringList merged(const QStringList &first, const QStringList &then)
{
    QStringList values;
    QSet<QString> seen;
    for (const QStringList *list : {&first, &then})
        for (const QString &value : *list) {
            if (values.size() == UsedValues::kMost)
                return values;
            if (!value.isEmpty() && !seen.contains(value)) {
                seen.insert(value);
                values << value;
            }
        }
    return values;
}

QStringList valuesIn(const explore::FacetCounts &facet)
{
    QStringList values;
    for (const explore::FacetValue &value : facet.values) {
        if (values.size() == UsedValues::kMost)
            break;
        values << value.value;
    }
    return values;
}

} // namespace

UsedValues::UsedValues(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::opened, this, &UsedValues::takeAnswer);
    connect(&workspace, &Workspace::answered, this, &UsedValues::takeAnswer);
    connect(&workspace, &Workspace::closed, this, &UsedValues::forget);
    connect(&workspace, &Workspace::committed, this, [this] { m_read.clear(); });
    connect(&workspace, &Workspace::writtenElsewhere, this, [this] { m_read.clear(); });
    takeAnswer();
}

void UsedValues::takeAnswer()
{
    const explore::Answer &answer = m_workspace.answer();
    const explore::Query &query = answer.query;
    const bool everyRow = !answer.facets.empty() && query.isEverything();
    m_complete = m_complete || everyRow;
    for (const explore::FacetCounts &facet : answer.facets)
        m_counted[facet.field] = merged(valuesIn(facet), everyRow ? QStringList() : m_counted.value(facet.field));
}

void UsedValues::forget()
{
    m_counted.clear();
    m_read.clear();
    m_complete = false;
}

QStringList UsedValues::of(const QString &column)
{
    if (!m_workspace.isOpen())
        return {};
    const QStringList counted = m_counted.value(column);
    if (m_complete && m_counted.contains(column))
        return counted;
    auto read = m_read.find(column);
    if (read == m_read.end())
        read = m_read.insert(column, m_workspace.reader().valuesOf(column).value_or(QStringList()).mid(0, kMost));
    return merged(counted, *read);
}

} // namespace waic::ui
