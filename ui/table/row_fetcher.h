// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/opening.h"
#include "explore/id_list.h"

#include <QObject>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <span>
#include <thread>
#include <vector>

namespace waic::ui {

/// Reads rows by id; one that is gone is left out.
using RowReader = std::function<Result<std::vector<catalogue::AnnouncementRow>>(std::span<const catalogue::RowId>)>;
/// Makes a reader on the thread that is going to use it, which also destroys it.
using RowReaderMaker = std::function<Result<RowReader>()>;

/// A maker of readers with a connection of their own.
RowReaderMaker readerMaker(const catalogue::CatalogueFile &file);

/// Rows beside their ids: a reader leaves out rows that are gone, a table line stays.
std::vector<catalogue::AnnouncementRow> rowsBeside(
    std::span<const catalogue::RowId> ids, std::vector<catalogue::AnnouncementRow> found);

/// Reads windows of rows on a thread of its own, for a table that is scrolled faster than rows are read: the newest wish
/// replaces those before it.  Lives in the UI thread, emits there.
class RowFetcher : public QObject
{
    Q_OBJECT

public:
    /// What a table wants to see.  life: tells answers to older lists apart.
    struct Wish
    {
        quint64 life = 0;
        explore::IdList ids;
        std::vector<int> windows; ///< by number, the nearest first
        int windowRows = 64;
    };
    struct Window
    {
        quint64 life = 0;
        int number = 0;
        Result<std::vector<catalogue::AnnouncementRow>> rows; ///< beside their ids
    };

    explicit RowFetcher(RowReaderMaker maker, QObject *parent = nullptr);
    ~RowFetcher() override; ///< waits for the window that is being read

    void want(Wish wish);

signals:
    void fetched(const waic::ui::RowFetcher::Window &window);

private:
    void work();
    bool next(Wish &wish); ///< waits; false: the end
    bool isReplaced();

    RowReaderMaker m_maker;
    std::mutex m_mutex; ///< of the two below
    Wish m_wish;
    bool m_ends = false;
    std::condition_variable m_wished;
    std::thread m_thread; ///< last: it uses the others
};

} // namespace waic::ui
