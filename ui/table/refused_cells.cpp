// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/refused_cells.h"

#include "ui/table/announcement_model.h"
#include "ui/table/columns.h"
#include "ui/workspace.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace waic::ui {

RefusedCells::RefusedCells(Workspace &workspace, AnnouncementModel &model, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_model(model)
{
    connect(&workspace, &Workspace::editAsked, this, [this](const QString &label) {
        m_asked.push_back(std::exchange(m_next, {}));
        m_asked.back().label = label;
    });
    connect(&workspace, &Workspace::committed, this, &RefusedCells::onCommitted);
    connect(&workspace, &Workspace::refused, this, &RefusedCells::onRefused);
    connect(&workspace, &Workspace::conflicted, this, [this](const catalogue::Conflict &conflict) {
        if (conflict.step == 0)
            onRefused({ErrorKind::Conflict, tr("someone else changed this cell meanwhile"), {}, {}});
    });
    connect(&workspace, &Workspace::decidedOn, this, &RefusedCells::onDecided);
    connect(&workspace, &Workspace::closed, this, [this] { m_asked.clear(); });
    // An edit that changed nothing is not told of.  Later, because a catalogue that is left tells its refusals at the very end.
    connect(&workspace, &Workspace::changed, this, [this] {
        if (!m_asked.empty() && !m_workspace.isSaving())
            QTimer::singleShot(0, this, [this] {
                if (!m_workspace.isSaving())
                    m_asked.clear();
            });
    });
}

void RefusedCells::apply(const catalogue::Edit &edit, catalogue::RowId row, int column, const QString &typed)
{
    m_next = {{}, row, column, typed};
    m_workspace.apply(edit);
    m_next = {};
}

void RefusedCells::onCommitted(const catalogue::Step &step)
{
    const auto written = std::find_if(m_asked.begin(), m_asked.end(), [&](const Asked &asked) {
        const auto &rows = step.announcements;
        return asked.label == step.label && (asked.row == 0 || std::find(rows.begin(), rows.end(), asked.row) != rows.end());
    });
    if (written != m_asked.end())
        m_asked.erase(written);
}

void RefusedCells::onRefused(const Error &error)
{
    if (m_asked.empty())
        return;
    const Asked asked = std::move(m_asked.front());
    m_asked.pop_front();
    if (asked.row != 0)
        m_model.keepTyped(asked.row, asked.column, asked.typed, mistakeWords(error));
}

void RefusedCells::onDecided(const catalogue::Conflict &conflict)
{
    for (const catalogue::CellConflict &cell : conflict.cells)
        for (int column = 0; column < ColumnCount; ++column)
            if (const catalogue::Field *field = columnField(column);
                field && cell.table == catalogue::tableName(field->entity) && cell.column == QLatin1String(field->column))
                m_model.dropTyped(cell.key.front().toLongLong(), column);
}

QString mistakeWords(const Error &error)
{
    return error.next.isEmpty() ? error.what : RefusedCells::tr("%1. %2").arg(error.what, error.next);
}

} // namespace waic::ui
