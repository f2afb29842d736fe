// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/opening.h"
#include "explore/answer.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace waic::explore {

/// Answers queries off the UI thread; the newest question wins, older answers are dropped.  Lives in the UI thread, emits there.
class Explorer : public QObject
{
    Q_OBJECT

public:
    explicit Explorer(const catalogue::CatalogueFile &file, QObject *parent = nullptr);
    ~Explorer() override; ///< cancels what runs and waits for it

    /// Builds the index at first use.  facets: fields whose values are counted with the answer.
    void ask(const Query &query, const QStringList &facets);
    /// Patches the index by these rows, then asks the newest query again.
    void refresh(const std::vector<catalogue::RowId> &announcements);

    static constexpr int kFirstRows = 128; ///< rows that come with an answer

signals:
    void answered(const waic::explore::Answer &answer);
    void failed(const waic::Error &error);

private:
    struct State; ///< reader and index, touched only on m_pool's one thread
    void start(std::vector<catalogue::RowId> changed);

    std::shared_ptr<State> m_state;
    QThreadPool m_pool; ///< one thread: questions run in turn, and all but the newest end at once
    std::atomic<quint64> m_newest = 0;
    Query m_query;
    QStringList m_facets;
};

} // namespace waic::explore
