// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"

#include <QString>

#include <span>
#include <vector>

namespace waic::ui {

/// What rows are on the clipboard: the same cells as tab-separated text and as an HTML table, a line of names first.
struct CopiedRows
{
    QString text;
    QString html;
};

/// Makes CopiedRows row by row.  In the text a cell with a tab or a line break is quoted, so that pasting it gives it back; the
/// HTML is escaped.  Pure.
class RowFormatter
{
public:
    explicit RowFormatter(std::vector<int> columns);

    void add(std::span<const catalogue::AnnouncementRow> rows);
    CopiedRows take();

private:
    std::vector<int> m_columns;
    CopiedRows m_made;
};

} // namespace waic::ui
