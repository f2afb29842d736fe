// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/row_fetcher.h"

#include "catalogue/reader.h"

#include <utility>

namespace waic::ui {

using catalogue::AnnouncementRow;
using catalogue::RowId;

RowReaderMaker readerMaker(const catalogue::CatalogueFile &file)
{
    return [file]() -> Result<RowReader> {
        Result<std::unique_ptr<catalogue::Reader>> opened = catalogue::Reader::open(file);
        if (!opened)
            return tl::make_unexpected(opened.error());
        return RowReader(
            [reader = std::shared_ptr(*std::move(opened))](std::span<const RowId> ids) { return reader->rows(ids); });
    };
}

std::vector<AnnouncementRow> rowsBeside(std::span<const RowId> ids, std::vector<AnnouncementRow> found)
{
    std::vector<AnnouncementRow> rows(ids.size());
    auto next = found.begin();
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (next != found.end() && next->announcement.id == ids[i])
            rows[i] = std::move(*next++);
        else
            rows[i].announcement.id = ids[i];
    }
    return rows;
}

RowFetcher::RowFetcher(RowReaderMaker maker, QObject *parent)
    : QObject(parent)
    , m_maker(std::move(maker))
    , m_thread([this] { work(); })
{
}

RowFetcher::~RowFetcher()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ends = true;
    }
    m_wished.notify_one();
    m_thread.join();
}

void RowFetcher::want(Wish wish)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_wish = std::move(wish);
    }
    m_wished.notify_one();
}

bool RowFetcher::next(Wish &wish)
{
    std::unique_lock lock(m_mutex);
    m_wished.wait(lock, [this] { return m_ends || !m_wish.windows.empty(); });
    wish = std::exchange(m_wish, {});
    return !m_ends;
}

bool RowFetcher::isReplaced()
{
    const std::scoped_lock lock(m_mutex);
    return m_ends || !m_wish.windows.empty();
}

void RowFetcher::work()
{
    // Opened at the first wish: most sessions never scroll so fast.
    std::optional<Result<RowReader>> reader;
    Wish wish;
    while (next(wish)) {
        for (const int number : wish.windows) {
            if (isReplaced())
                break;
            if (!reader || !*reader)
                reader = m_maker();
            const std::vector<RowId> ids
                = wish.ids.part(std::size_t(number) * std::size_t(wish.windowRows), std::size_t(wish.windowRows));
            Window window{wish.life, number, std::vector<AnnouncementRow>()};
            if (*reader)
                window.rows = (**reader)(ids).map(
                    [&](std::vector<AnnouncementRow> &&found) { return rowsBeside(ids, std::move(found)); });
            else
                window.rows = tl::make_unexpected(reader->error());
            QMetaObject::invokeMethod(
                this, [this, made = std::move(window)] { emit fetched(made); }, Qt::QueuedConnection);
        }
    }
}

} // namespace waic::ui
