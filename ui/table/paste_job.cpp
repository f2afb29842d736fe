// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/paste_job.h"

#include "catalogue/figure.h"

#include <QCoreApplication>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr std::size_t kRowsAtOnce = 256;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PasteJob)
};

tl::unexpected<Error> tooMany()
{
    return failure(ErrorKind::BadInput,
        Text::tr("Not pasted: more than %1 cells would change at once")
            .arg(catalogue::countText(qint64(PastePlanner::kMostCells))),
        {}, Text::tr("copy fewer lines, and paste several times"));
}

/// said: rows so far and in all; gives false to end.
Result<PastePlan> planned(
    const RowReader &reader, const PasteRequest &request, const std::function<bool(std::size_t, std::size_t)> &goesOn)
{
    std::optional<PastedBlock> block = parseBlock(request.text, PastePlanner::kMostCells);
    if (!block)
        return tooMany();
    if (block->lines.empty())
        return failure(ErrorKind::BadInput, Text::tr("Nothing to paste: the clipboard holds no text"), {},
            Text::tr("copy cells of a spreadsheet or of this table first"));
    const bool everywhere = block->isOneCell() && request.selected.size() > 1;
    PastePlanner planner(
        *std::move(block), request.columns, everywhere ? PastePlanner::Spread::EveryRow : PastePlanner::Spread::Down);
    const explore::IdList &rows = everywhere ? request.selected : request.rows;
    const std::size_t first = everywhere ? 0 : std::min(request.first, rows.size());
    const std::size_t count = everywhere ? rows.size() : std::min(planner.lines(), rows.size() - first);
    if (count > PastePlanner::kMostCells)
        return tooMany();
    for (std::size_t done = 0; done < count && goesOn(done, count); done += kRowsAtOnce) {
        const std::vector<catalogue::RowId> ids = rows.part(first + done, std::min(kRowsAtOnce, count - done));
        Result<std::vector<catalogue::AnnouncementRow>> found = reader(ids);
        if (!found)
            return tl::make_unexpected(found.error());
        planner.onRows(rowsBeside(ids, *std::move(found)));
    }
    if (!everywhere)
        planner.pastLastRow(request.whyNoNewRows);
    return planner.take();
}

} // namespace

bool PasteJob::isSmall(const PasteRequest &request)
{
    return request.text.size() <= kFewLetters && request.selected.size() <= kRowsAtOnce;
}

Result<PastePlan> PasteJob::planNow(const RowReader &reader, const PasteRequest &request)
{
    return planned(reader, request, [](std::size_t, std::size_t) { return true; });
}

PasteJob::PasteJob(RowReaderMaker maker, PasteRequest request, QObject *parent)
    : QObject(parent)
    , m_maker(std::move(maker))
    , m_request(std::move(request))
    , m_thread([this] {
        Result<PastePlan> made = work();
        if (m_cancelled)
            return;
        QMetaObject::invokeMethod(
            this,
            [this, done = std::move(made)] {
                if (done)
                    emit finished(*done);
                else
                    emit failed(done.error());
            },
            Qt::QueuedConnection);
    })
{
}

PasteJob::~PasteJob()
{
    m_cancelled = true;
    m_thread.join();
}

Result<PastePlan> PasteJob::work()
{
    const Result<RowReader> reader = m_maker();
    if (!reader)
        return tl::make_unexpected(reader.error());
    return planned(*reader, m_request, [this](std::size_t rows, std::size_t ofRows) {
        if (rows % (4 * kRowsAtOnce) == 0)
            QMetaObject::invokeMethod(
                this, [this, rows, ofRows] { emit progressed(int(rows), int(ofRows)); }, Qt::QueuedConnection);
        return !m_cancelled;
    });
}

} // namespace waic::ui
