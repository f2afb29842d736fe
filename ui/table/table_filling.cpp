// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/figure.h"
#include "ui/table/announcement_model.h"
#include "ui/table/announcement_view.h"
#include "ui/table/columns.h"
#include "ui/table/copy_job.h"
#include "ui/table/paste_job.h"
#include "ui/table/paste_preview.h"
#include "ui/table/refused_cells.h"
#include "ui/table/table_head.h"
#include "ui/table/table_header.h"
#include "ui/table/table_pane.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>

#include <algorithm>

namespace waic::ui {

using catalogue::RowId;

void TablePane::endWork()
{
    m_copying.reset();
    m_pasting.reset();
    m_head->endWork();
}

void TablePane::takeLeftMistake(const QModelIndex &index, const QString &text, const Error &mistake)
{
    if (index.isValid())
        m_model->keepTyped(m_model->idOf(index.row()), index.column(), text, mistakeWords(mistake));
    m_workspace.report({ErrorKind::BadInput, tr("“%1” is not saved: %2").arg(text, mistake.what), {},
        tr("The cell shows it, marked; F2 there corrects it, and Esc then gives the old value back")});
}

bool TablePane::refusesMany(std::size_t rows)
{
    if (rows <= PastePlanner::kMostCells)
        return false;
    m_workspace.report({ErrorKind::BadInput,
        tr("Not filled: %1 announcements are selected, at most %2 can be changed at once")
            .arg(catalogue::countText(qint64(rows)), catalogue::countText(qint64(PastePlanner::kMostCells))),
        {}, tr("select fewer, or filter the table first")});
    return true;
}

void TablePane::fill(const QModelIndex &index, const QString &typed)
{
    const catalogue::Field *field = index.isValid() ? columnField(index.column()) : nullptr;
    const explore::IdList selected = m_view->selectedIds();
    if (!field || refusesMany(selected.size()))
        return;
    std::vector<RowId> rows = selected.all();
    const RowId own = m_model->idOf(index.row());
    if (std::find(rows.begin(), rows.end(), own) == rows.end())
        rows.push_back(own);
    const Result<QVariant> value = catalogue::parseField(*field, typed);
    if (rows.size() == 1)
        m_model->setData(index, typed);
    if (rows.size() == 1 || !value)
        return;
    m_model->expect(index, value->toString());
    m_refused->apply(catalogue::setField(*field, rows, *value), own, index.column(), typed);
}

void TablePane::fillDown()
{
    m_view->commitTyped();
    const QModelIndex current = m_view->currentIndex();
    const explore::IdList selected = m_view->selectedIds();
    if (!m_workspace.isWritable() || !current.isValid() || selected.size() < 2 || refusesMany(selected.size()))
        return;
    const catalogue::Field *field = columnField(current.column());
    if (!field) {
        m_workspace.report(
            {ErrorKind::BadInput, tr("Not filled: %1 is not edited in the table").arg(columnLabel(current.column())), {},
                tr("go to a cell of a column that is, such as Kind, and fill down there")});
        return;
    }
    const int top = int(m_view->selectedRuns().front().first);
    const QString value = m_model->storedText(m_model->index(top, current.column()));
    const std::vector<RowId> rest = selected.part(1, selected.size() - 1);
    m_workspace.apply(catalogue::setField(*field, rest, value.isEmpty() ? QVariant() : QVariant(value)));
}

PasteRequest TablePane::pasteRequest(const QString &text) const
{
    PasteRequest request;
    request.text = text;
    request.rows = m_model->ids();
    request.selected = m_view->selectedIds();
    request.columns = shownColumns();
    const QModelIndex current = m_view->currentIndex();
    request.first = current.isValid() ? std::size_t(current.row()) : request.rows.size();
    for (const explore::IdList::Run &run : m_view->selectedRuns())
        if (run.first <= request.first && request.first < run.end)
            request.first = run.first;
    const TableHeader &header = *m_view->header();
    const int from = current.isValid() ? header.visualIndex(current.column()) : 0;
    std::erase_if(request.columns, [&](int column) { return header.visualIndex(column) < from; });
    const explore::Answer &answer = m_workspace.answer();
    if (answer.query.inBin)
        request.whyNoNewRows = tr("new announcements are not made in the bin");
    else if (answer.reach != explore::Reach::Whole || answer.query != m_workspace.query())
        request.whyNoNewRows = tr("the table does not show all its rows yet; paste again in a moment");
    return request;
}

void TablePane::paste()
{
    m_view->commitTyped();
    endWork();
    if (!m_workspace.isWritable())
        return;
    const QMimeData *held = QApplication::clipboard()->mimeData();
    const PasteRequest request = pasteRequest(held ? held->text() : QString());
    const auto failed = [this](const Error &error) {
        m_head->endWork();
        m_workspace.report(error);
    };
    if (PasteJob::isSmall(request)) {
        const RowReader reader = [this](std::span<const RowId> ids) { return m_workspace.reader().rows(ids); };
        const Result<PastePlan> plan = PasteJob::planNow(reader, request);
        if (plan)
            onPlanned(*plan);
        else
            failed(plan.error());
        return;
    }
    m_pasting = std::make_unique<PasteJob>(readerMaker(m_workspace.file()), request);
    connect(m_pasting.get(), &PasteJob::progressed, m_head, &TableHead::showPasting);
    connect(m_pasting.get(), &PasteJob::failed, this, failed);
    connect(m_pasting.get(), &PasteJob::finished, this, [this](const PastePlan &plan) {
        m_head->endWork();
        // A question to the person follows, during which another paste may begin; the plan is the job's until this returns.
        m_pasting.release()->deleteLater();
        onPlanned(plan);
    });
}

void TablePane::onPlanned(const PastePlan &plan)
{
    if (plan.needsPreview()) {
        PastePreview preview(plan, !m_workspace.query().isEverything(), window());
        connect(&m_workspace, &Workspace::closing, &preview, &QDialog::reject);
        if (preview.exec() != QDialog::Accepted)
            return;
    }
    if (!plan.changesNothing())
        m_workspace.apply(pasteEdit(plan));
}

} // namespace waic::ui
