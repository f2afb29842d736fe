// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_links.h"

#include "catalogue/partial_date.h"

#include <algorithm>

namespace waic::ui {

namespace {

using catalogue::Record;

QString measureField()
{
    return QStringLiteral("measure");
}

/// A field of an announcement as conditions name its values; empty for those that hang elsewhere.
QStringList valuesOf(const Record &record, const QString &field)
{
    const catalogue::Announcement &row = record.announcement;
    QStringList values;
    if (field == QLatin1String("org"))
        for (const catalogue::Participation &each : record.organisations)
            values.append(each.name);
    else if (field == QLatin1String("tag"))
        values = record.tags;
    else if (field == QLatin1String("subject") || field == measureField() || field == QLatin1String("nature"))
        for (const catalogue::Claim &claim : record.claims)
            values.append(field == measureField()       ? claim.measure
                    : field == QLatin1String("subject") ? claim.subject
                                                        : claim.nature);
    else if (field == QLatin1String("kind"))
        values = QStringList{row.kind};
    else if (field == QLatin1String("edition"))
        values = QStringList{row.edition};
    else if (field == QLatin1String("country"))
        values = QStringList{row.country};
    else if (field == QLatin1String("openness"))
        values = QStringList{row.openness};
    else if (field == QLatin1String("verification"))
        values = QStringList{row.verification};
    else if (field == QLatin1String("date") || field == QLatin1String("year"))
        values = QStringList{row.announcedOn};
    return values;
}

bool holds(const explore::Condition &filter, const Record &record)
{
    const QString &wanted = filter.values.first();
    const QStringList values = valuesOf(record, filter.field);
    if (wanted.isNull())
        return std::all_of(values.begin(), values.end(), [](const QString &each) { return each.isEmpty(); });
    const bool isTime = filter.field == QLatin1String("date") || filter.field == QLatin1String("year");
    return std::any_of(values.begin(), values.end(),
        [&](const QString &each) { return isTime ? each.startsWith(wanted) : each.compare(wanted, Qt::CaseInsensitive) == 0; });
}

bool isAsked(const explore::Query &query, const chart::Mark &mark)
{
    const auto holdsFor = [&query](const std::optional<explore::Condition> &each) {
        return !each || query.values(each->field).contains(each->values.first());
    };
    return mark.filter && holdsFor(mark.filter) && holdsFor(mark.alsoFilter);
}

} // namespace

explore::Query withMark(const explore::Query &query, const chart::ChartData &data, int mark, bool add)
{
    explore::Query made = query;
    const std::optional<explore::Condition> &filter = data.marks[std::size_t(mark)].filter;
    if (!filter)
        return made;
    const bool letsGo = isAsked(query, data.marks[std::size_t(mark)]) && (add || query.values(filter->field).size() == 1);
    for (const std::optional<explore::Condition> &each : {filter, data.marks[std::size_t(mark)].alsoFilter}) {
        if (!each)
            continue;
        if (!add)
            made.removeField(each->field);
        if (add || !letsGo)
            made.setValue(each->field, each->values.first(), !letsGo);
    }
    const QString &measure = data.spec.measure;
    if (measure.isNull() || filter->field == measureField())
        return made;
    if (made.values(filter->field).isEmpty())
        made.setValue(measureField(), measure, false);
    else if (made.values(measureField()).isEmpty())
        made.setValue(measureField(), measure, true);
    return made;
}

explore::Query withoutMark(const explore::Query &query, const chart::ChartData &data, int mark)
{
    explore::Query made = query;
    if (const std::optional<explore::Condition> &filter = data.marks[std::size_t(mark)].filter)
        made.setValue(filter->field, filter->values.first(), true, true);
    return made;
}

explore::Query withTimes(const explore::Query &query, const chart::ChartData &data, int first, int last)
{
    const bool byYear = data.spec.dimension != QLatin1String("month")
        || (data.marks.size() > 1 && data.categories.empty() && data.marks[1].month - data.marks[0].month == 12);
    explore::Query made = query;
    made.setRange(data.spec.isCount() ? QStringLiteral("date") : QStringLiteral("asof"),
        {.from = catalogue::isoText(first, byYear), .to = catalogue::isoText(last, byYear)});
    return made;
}

std::vector<int> askedMarks(const explore::Query &query, const chart::ChartData &data)
{
    std::vector<int> asked;
    bool isAll = true;
    for (std::size_t i = 0; i < data.marks.size(); ++i) {
        const chart::Mark &mark = data.marks[i];
        if (isAsked(query, mark))
            asked.push_back(int(i));
        else if (mark.value != 0)
            isAll = false;
    }
    return isAll ? std::vector<int>() : asked;
}

std::vector<int> marksOf(const std::vector<Record> &records, const chart::ChartData &data)
{
    std::vector<int> found;
    for (std::size_t i = 0; i < data.marks.size(); ++i) {
        const chart::Mark &mark = data.marks[i];
        const auto isHeld = [&](const Record &record) {
            const auto &behind = mark.announcements;
            if (!behind.empty())
                return std::find(behind.begin(), behind.end(), record.announcement.id) != behind.end();
            return mark.filter && holds(*mark.filter, record) && (!mark.alsoFilter || holds(*mark.alsoFilter, record));
        };
        if (std::any_of(records.begin(), records.end(), isHeld))
            found.push_back(int(i));
    }
    return found;
}

} // namespace waic::ui
