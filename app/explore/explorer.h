// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/opening.h"
#include "explore/answer.h"
#include "explore/tally.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <array>
#include <atomic>
#include <memory>

namespace waic::explore {

/// Answers queries off the UI thread; the newest question wins, older answers are dropped.  Follows what other programs write.
/// Lives in the UI thread, emits there.
class Explorer : public QObject
{
    Q_OBJECT

public:
    explicit Explorer(const catalogue::CatalogueFile &file, QObject *parent = nullptr);
    ~Explorer() override; ///< cancels what runs and waits for it

    /// Builds the index at first use; for a large catalogue the newest rows are answered before (Reach::FirstRows).  facets:
    /// fields whose values are counted with the answer.
    void ask(const Query &query, const QStringList &facets);
    /// Asks the newest query again, of the catalogue as it is now.
    void refresh();

    /// Counts for a chart, after the answers asked for so far; `tallied` tells of it.  The newest request of an asker wins, and
    /// one that is overtaken by a question is dropped: who shows a chart asks again with the next answer.
    void tally(TallyAsker asker, const Query &query, const TallyRequest &request);

    /// What is to be counted after each answer before anybody asks, so that tally() finds it done; null: nothing.
    void expectTally(const std::optional<TallyRequest> &request) { m_expected = request; }

    static constexpr int kFirstRows = 64;    ///< rows that come with an answer
    static constexpr int kLookEveryMs = 400; ///< for what other programs wrote

signals:
    void answered(const waic::explore::Answer &answer);
    void failed(const waic::Error &error);
    void tallied(waic::explore::TallyAsker asker, const waic::explore::Query &query, const waic::explore::Tally &tally);
    /// Summaries are being read for search, 0…100; 100: done.
    void progressed(int percent);
    /// These announcements were written to by any program, this one included; the answer that shows it is on its way.
    void followed(const std::vector<waic::catalogue::RowId> &announcements);

private:
    struct State; ///< reader and index, touched only on m_pool's one thread
    void start();
    void look();
    struct Question
    {
        Query query;
        QStringList facets;
        std::optional<TallyRequest> expected;
        quint64 ticket;
        qint64 askedAt;
    };
    void answer(const Question &question);
    void makeWords();
    void store();
    template <typename Work>
    void post(Work &&work); ///< to the UI thread

    std::shared_ptr<State> m_state;
    QThreadPool m_pool;  ///< one thread: questions run in turn, and all but the newest end at once
    QThreadPool m_words; ///< one thread, for the index of words
    QTimer m_timer;
    QTimer m_storeTimer;
    std::atomic<quint64> m_newest = 0;
    std::array<std::atomic<quint64>, 2> m_newestTally{}; ///< by asker
    std::atomic<bool> m_isEnding = false;
    std::atomic<bool> m_isLooking = false;
    std::atomic<bool> m_makesWords = false;
    std::optional<TallyRequest> m_expected;
    bool m_hasAnswered = false; ///< with more than first rows
    Query m_query;
    QStringList m_facets;
};

} // namespace waic::explore
