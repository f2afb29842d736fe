// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/selected_text.h"

#include "ui/table/announcement_model.h"
#include "ui/table/announcement_view.h"
#include "ui/table/columns.h"
#include "ui/table/table_header.h"

#include <QStringList>

namespace waic::ui {

namespace {

/// One cell of tab-separated text: no tab and no line break inside.
QString oneCell(QString text)
{
    for (QChar &character : text)
        if (character == QLatin1Char('\t') || character == QLatin1Char('\n') || character == QLatin1Char('\r'))
            character = QLatin1Char(' ');
    return text;
}

} // namespace

QString selectedText(const AnnouncementView &view)
{
    const auto *model = qobject_cast<const AnnouncementModel *>(view.model());
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
    for (const catalogue::RowId id : view.selectedIds()) {
        const int row = model->rowOf(id);
        QStringList cells;
        for (const int column : columns) {
            const QString text = model->index(row, column).data(AnnouncementModel::FullTextRole).toString();
            cells << oneCell(
                column == OrganisationColumn ? QString(text).replace(QLatin1Char('\n'), QStringLiteral("; ")) : text);
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.size() > 1 ? lines.join(QLatin1Char('\n')) + QLatin1Char('\n') : QString();
}

} // namespace waic::ui
