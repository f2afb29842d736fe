// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/copied_rows.h"

#include "ui/table/columns.h"
#include "ui/table/pasted_block.h"

#include <utility>

namespace waic::ui {

namespace {

QString htmlCell(const QString &text, const char *tag)
{
    QString inside = text.toHtmlEscaped();
    inside.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    return QStringLiteral("<%1>%2</%1>").arg(QLatin1String(tag), inside);
}

} // namespace

RowFormatter::RowFormatter(std::vector<int> columns)
    : m_columns(std::move(columns))
{
    QStringList names;
    m_made.html = QStringLiteral("<meta charset=\"utf-8\"><table><thead><tr>");
    for (const int column : m_columns) {
        names << columnLabel(column);
        m_made.html += htmlCell(names.last(), "th");
    }
    m_made.text = names.join(QLatin1Char('\t')) + QLatin1Char('\n');
    m_made.html += QStringLiteral("</tr></thead><tbody>\n");
}

void RowFormatter::add(std::span<const catalogue::AnnouncementRow> rows)
{
    for (const catalogue::AnnouncementRow &row : rows) {
        QStringList cells;
        m_made.html += QStringLiteral("<tr>");
        for (const int column : m_columns) {
            const bool several = column == OrganisationColumn;
            const QString text = several ? row.organisations.join(QStringLiteral("; ")) : fullCellText(column, row);
            cells << blockCell(text);
            m_made.html += htmlCell(text, "td");
        }
        m_made.text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
        m_made.html += QStringLiteral("</tr>\n");
    }
}

CopiedRows RowFormatter::take()
{
    m_made.html += QStringLiteral("</tbody></table>");
    return std::exchange(m_made, {});
}

} // namespace waic::ui
