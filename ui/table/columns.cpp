// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/columns.h"

#include "ui/common/words.h"
#include "ui/preferences.h"

#include <QCoreApplication>
#include <QDate>
#include <QFontMetrics>
#include <QLocale>

#include <algorithm>
#include <iterator>

namespace waic::ui {

namespace {

using catalogue::AnnouncementRow;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Columns)
};

constexpr int kCellPadding = 20;

QString number(int value)
{
    return value > 0 ? QLocale().toString(value) : QString();
}

constexpr ColumnSpec kColumns[] = {
    {"star", QT_TRANSLATE_NOOP("Columns", "Star"), 28, Shown::Always, nullptr, nullptr, nullptr, false, false,
        [](const AnnouncementRow &) { return QString(); }},
    {"date", QT_TRANSLATE_NOOP("Columns", "Date"), 88, Shown::Always, "announced_on", "date", "date", true, false,
        [](const AnnouncementRow &row) { return row.announcement.announcedOn; }},
    {"title", QT_TRANSLATE_NOOP("Columns", "Title"), 140, Shown::Always, "title", nullptr, "title", false, false,
        [](const AnnouncementRow &row) { return row.announcement.title; }},
    {"organisation", QT_TRANSLATE_NOOP("Columns", "Organisation"), 124, Shown::Always, nullptr, "org", "org", false, false,
        [](const AnnouncementRow &row) { return row.organisations.value(0); }},
    {"kind", QT_TRANSLATE_NOOP("Columns", "Kind"), 90, Shown::Always, "kind", "kind", "kind", false, false,
        [](const AnnouncementRow &row) { return row.announcement.kind; }},
    {"edition", QT_TRANSLATE_NOOP("Columns", "Edition"), 92, Shown::WhenWide, "edition", "edition", "edition", true, false,
        [](const AnnouncementRow &row) { return row.announcement.edition; }},
    {"country", QT_TRANSLATE_NOOP("Columns", "Country"), 84, Shown::WhenWide, "country", "country", "country", false, false,
        [](const AnnouncementRow &row) { return row.announcement.country; }},
    {"figures", QT_TRANSLATE_NOOP("Columns", "Figures"), 72, Shown::WhenWide, nullptr, nullptr, "figures", true, true,
        [](const AnnouncementRow &row) { return number(row.figures); }},
    {"sources", QT_TRANSLATE_NOOP("Columns", "Sources"), 66, Shown::Always, nullptr, nullptr, "sources", true, true,
        [](const AnnouncementRow &row) { return number(row.sources); }},
    {"summary", QT_TRANSLATE_NOOP("Columns", "Summary"), 220, Shown::OnDemand, "summary", nullptr, nullptr, false, false,
        [](const AnnouncementRow &row) { return row.announcement.summary; }},
    {"openness", QT_TRANSLATE_NOOP("Columns", "Openness"), 104, Shown::OnDemand, "openness", "openness", "openness", false, false,
        [](const AnnouncementRow &row) { return row.announcement.openness; }},
    {"verification", QT_TRANSLATE_NOOP("Columns", "Verification"), 104, Shown::OnDemand, "verification", "verification",
        "verification", false, false, [](const AnnouncementRow &row) { return row.announcement.verification; }},
    {"link", QT_TRANSLATE_NOOP("Columns", "Link"), 160, Shown::OnDemand, "url", nullptr, nullptr, false, false,
        [](const AnnouncementRow &row) { return row.announcement.url; }},
    {"notes", QT_TRANSLATE_NOOP("Columns", "Notes"), 180, Shown::OnDemand, "notes", nullptr, nullptr, false, false,
        [](const AnnouncementRow &row) { return row.announcement.notes; }},
};
static_assert(std::size(kColumns) == ColumnCount);

} // namespace

std::span<const ColumnSpec> columnSpecs()
{
    return kColumns;
}

const ColumnSpec &columnSpec(int column)
{
    Q_ASSERT(column >= 0 && column < ColumnCount);
    return kColumns[column];
}

QString columnLabel(int column)
{
    return Text::tr(columnSpec(column).label);
}

int columnWidth(int column)
{
    if (column == StarColumn)
        return columnSpec(column).width;
    int width = textPixels(columnSpec(column).width);
    if (column == DateColumn) {
        const QFontMetrics metrics(uiFont(13));
        for (int month = 1; month <= 12; ++month)
            width = std::max(
                width, metrics.horizontalAdvance(shownDate(QDate(2000, month, 28).toString(Qt::ISODate))) + kCellPadding);
    }
    return width;
}

const catalogue::Field *columnField(int column)
{
    const char *field = columnSpec(column).field;
    return field ? catalogue::findField(catalogue::Entity::Announcement, QString::fromLatin1(field)) : nullptr;
}

int columnOfSortKey(QStringView key)
{
    for (int column = 0; column < ColumnCount; ++column)
        if (kColumns[column].sortKey && key == QLatin1String(kColumns[column].sortKey))
            return column;
    return -1;
}

QString cellText(int column, const QString &stored)
{
    if (stored.isEmpty())
        return {};
    if (column == DateColumn)
        return shownDate(stored);
    return column == CountryColumn ? valueTitle(u"country", stored)
                                   : QString(stored).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

QString fullCellText(int column, const catalogue::AnnouncementRow &row)
{
    if (column == OrganisationColumn)
        return row.organisations.join(QLatin1Char('\n'));
    const QString value = columnSpec(column).text(row);
    return column == CountryColumn || column == DateColumn ? cellText(column, value) : value;
}

} // namespace waic::ui
