// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/announcement_model.h"
#include "ui/table/announcement_view.h"
#include "ui/table/columns.h"
#include "ui/table/copy_job.h"
#include "ui/table/table_head.h"
#include "ui/table/table_header.h"
#include "ui/table/table_pane.h"
#include "ui/workspace.h"

#include "catalogue/figure.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

namespace waic::ui {

std::vector<int> TablePane::shownColumns() const
{
    std::vector<int> columns;
    for (int visual = 0; visual < ColumnCount; ++visual) {
        const int column = m_view->header()->logicalIndex(visual);
        if (column != StarColumn && !m_view->header()->isSectionHidden(column))
            columns.push_back(column);
    }
    return columns;
}

void TablePane::copySelection()
{
    const explore::IdList ids = m_view->selectedIds();
    endWork();
    if (ids.empty())
        return;
    if (ids.size() > CopyJob::kMostRows) {
        m_workspace.report({ErrorKind::BadInput,
            tr("Not copied: %1 announcements are selected, at most %2 can be copied at once")
                .arg(catalogue::countText(qint64(ids.size())), catalogue::countText(qint64(CopyJob::kMostRows))),
            {}, tr("select fewer, or filter the table first")});
        return;
    }
    if (ids.size() <= CopyJob::kFewRows) {
        const RowReader reader = [this](std::span<const catalogue::RowId> some) { return m_workspace.reader().rows(some); };
        const Result<CopiedRows> copied = CopyJob::copyNow(reader, ids, shownColumns());
        if (copied)
            putOnClipboard(*copied);
        else
            m_workspace.report(copied.error());
        return;
    }
    m_copying = std::make_unique<CopyJob>(readerMaker(m_workspace.file()), ids, shownColumns());
    const int count = int(ids.size());
    m_head->showCopying(0, count);
    connect(m_copying.get(), &CopyJob::progressed, this, [this, count](int rows) { m_head->showCopying(rows, count); });
    connect(m_copying.get(), &CopyJob::finished, this, [this](const CopiedRows &copied) {
        m_head->endWork();
        putOnClipboard(copied);
    });
    connect(m_copying.get(), &CopyJob::failed, this, [this](const Error &error) {
        m_head->endWork();
        m_workspace.report(error);
    });
}

void TablePane::putOnClipboard(const CopiedRows &copied)
{
    auto *mime = new QMimeData;
    mime->setText(copied.text);
    mime->setHtml(copied.html);
    QApplication::clipboard()->setMimeData(mime);
}

} // namespace waic::ui
