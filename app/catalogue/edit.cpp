// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/edit.h"

#include "catalogue/label_words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRandomGenerator>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Edit)
};

QString setLabel(const Field &field, size_t rows)
{
    const QString name = fieldLabel(field).toLower();
    if (field.entity == Entity::Source || field.entity == Entity::Citation)
        return Text::tr("Set “%1” of a source").arg(name);
    if (field.entity == Entity::Claim)
        return rows == 1 ? Text::tr("Set “%1” of a figure").arg(name) : Text::tr("Set “%1” of %2 figures").arg(name).arg(rows);
    return rows == 1 ? Text::tr("Set %1 of an announcement").arg(name)
                     : Text::tr("Set %1 of %2 announcements").arg(name).arg(rows);
}

Edit setColumn(const QString &label, Entity entity, const QString &column, std::span<const RowId> rows, const QVariant &value)
{
    if (rows.size() == 1)
        return {label, {SetCell{entity, rows.front(), column, value, std::nullopt}}};
    return {label, {SetCells{entity, {rows.begin(), rows.end()}, column, value}}};
}

const QString kBinnedAt = QStringLiteral("binned_at");

} // namespace

Edit setField(const Field &field, std::span<const RowId> rows, const QVariant &value)
{
    return setColumn(setLabel(field, rows.size()), field.entity, QString::fromLatin1(field.column), rows, value);
}

Edit setField(const Field &field, RowId row, const QVariant &value, const QVariant &seen)
{
    return {setLabel(field, 1), {SetCell{field.entity, row, QString::fromLatin1(field.column), value, seen}}};
}

Edit moveToBin(std::span<const RowId> announcements)
{
    const QString label = announcements.size() == 1 ? Text::tr("Move an announcement to the bin")
                                                    : Text::tr("Move %1 announcements to the bin").arg(announcements.size());
    return setColumn(label, Entity::Announcement, kBinnedAt, announcements, utcNow());
}

Edit restoreFromBin(std::span<const RowId> announcements)
{
    const QString label = announcements.size() == 1 ? Text::tr("Take an announcement out of the bin")
                                                    : Text::tr("Take %1 announcements out of the bin").arg(announcements.size());
    return setColumn(label, Entity::Announcement, kBinnedAt, announcements, {});
}

Edit setStarred(RowId announcement, bool starred)
{
    return setColumn(starred ? Text::tr("Star") : Text::tr("Unstar"), Entity::Announcement, QStringLiteral("starred"),
        std::span(&announcement, 1), qint64(starred));
}

Edit addAnnouncement(const Announcement &row)
{
    return {Text::tr("Add “%1”").arg(shortForLabel(row.title)), {AddAnnouncement{row}}};
}

Edit saveView(const QString &name, const QString &query, const QString &columns)
{
    SavedView row;
    row.name = name;
    row.query = query;
    row.columns = columns;
    return {Text::tr("Save the view “%1”").arg(shortForLabel(name)), {AddSavedView{row}}};
}

Edit renameView(const SavedView &view, const QString &name)
{
    return {Text::tr("Rename the view “%1”").arg(shortForLabel(view.name)), {SetSavedView{view.id, name, {}, {}}}};
}

Edit setViewQuery(const SavedView &view, const QString &query)
{
    return {Text::tr("Replace the view “%1”").arg(shortForLabel(view.name)), {SetSavedView{view.id, {}, query, {}}}};
}

Edit deleteView(const SavedView &view)
{
    return {Text::tr("Delete the view “%1”").arg(shortForLabel(view.name)), {RemoveSavedView{view.id}}};
}

Edit orderViews(std::span<const SavedView> views, const QString &moved)
{
    Edit edit{Text::tr("Move the view “%1”").arg(shortForLabel(moved)), {}};
    int position = 0;
    for (const SavedView &view : views)
        edit.changes.emplace_back(SetSavedView{view.id, {}, {}, position++});
    return edit;
}

Edit saveChart(const QString &name, const QString &spec)
{
    return {Text::tr("Save the chart “%1”").arg(shortForLabel(name)), {AddSavedChart{{.name = name, .spec = spec}}}};
}

Edit renameChart(const SavedChart &chart, const QString &name)
{
    return {Text::tr("Rename the chart “%1”").arg(shortForLabel(chart.name)), {SetSavedChart{chart.id, name, {}, {}}}};
}

Edit setChartSpec(const SavedChart &chart, const QString &spec)
{
    return {Text::tr("Change the chart “%1”").arg(shortForLabel(chart.name)), {SetSavedChart{chart.id, {}, spec, {}}}};
}

Edit deleteChart(const SavedChart &chart)
{
    return {Text::tr("Delete the chart “%1”").arg(shortForLabel(chart.name)), {RemoveSavedChart{chart.id}}};
}

RowId newRowId()
{
    for (;;)
        if (const auto id = RowId(QRandomGenerator::system()->generate64() >> 11); id != 0)
            return id;
}

QString utcNow()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

} // namespace waic::catalogue
