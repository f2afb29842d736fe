// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/selected_text.h"

#include "ui/table/announcement_model.h"
#include "ui/table/announcement_view.h"
#include "ui/table/columns.h"
#include "ui/table/table_header.h"

#include "catalogue/figure.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <span>

namespace waic::ui {

namespace {

constexpr std::size_t kMostRows = 10'000;
constexpr std::size_t kRowsAtOnce = 256;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SelectedText)
};

/// One cell of tab-separated text: no tab and no line break inside.
QString oneCell(QString text)
{
    for (QChar &character : text)
        if (character == QLatin1Char('\t') || character == QLatin1Char('\n') || character == QLatin1Char('\r'))
            character = QLatin1Char(' ');
    return text;
}

QString lineOf(const catalogue::AnnouncementRow &row, const std::vector<int> &columns, const AnnouncementModel &model)
{
    QStringList cells;
    for (const int column : columns) {
        const QString text = model.fullText(column, row);
        cells << oneCell(column == OrganisationColumn ? QString(text).replace(QLatin1Char('\n'), QStringLiteral("; ")) : text);
    }
    return cells.join(QLatin1Char('\t'));
}

} // namespace

Result<QString> selectedText(const AnnouncementView &view, const AnnouncementModel &model)
{
    const std::vector<catalogue::RowId> ids = view.selectedIds();
    if (ids.empty())
        return QString();
    if (ids.size() > kMostRows)
        return failure(ErrorKind::BadInput,
            Text::tr("Not copied: %1 announcements are selected, at most %2 can be copied at once")
                .arg(catalogue::countText(qint64(ids.size())), catalogue::countText(qint64(kMostRows))),
            {}, Text::tr("select fewer, or filter the table first"));
    std::vector<int> columns;
    QStringList names;
    for (int visual = 0; visual < ColumnCount; ++visual) {
        const int column = view.header()->logicalIndex(visual);
        if (column == StarColumn || view.header()->isSectionHidden(column))
            continue;
        columns.push_back(column);
        names << columnLabel(column);
    }
    QStringList lines{names.join(QLatin1Char('\t'))};
    for (std::size_t first = 0; first < ids.size(); first += kRowsAtOnce) {
        const auto rows = model.read(std::span(ids).subspan(first, std::min(kRowsAtOnce, ids.size() - first)));
        if (!rows)
            return tl::make_unexpected(rows.error());
        for (const catalogue::AnnouncementRow &row : *rows)
            lines << lineOf(row, columns, model);
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace waic::ui
