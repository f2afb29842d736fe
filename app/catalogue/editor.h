// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/conflict.h"
#include "catalogue/opening.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <vector>

namespace waic::catalogue {

class Writer;

/// Whether an edit that was refused so may go through later, as it is: the disk, the file's rights or another program stood in
/// its way, not what it says.
bool isPassing(ErrorKind kind);

/// The one door through which the window writes.  Owns a thread and a Writer in it; lives in the UI thread, and all its signals
/// are emitted there.  Edits are written in the order they were handed in.  The destructor waits until all are written, but
/// nobody hears any more of what is refused then: call finishAll() before.  When the catalogue cannot be opened for writing, each
/// edit is refused with the reason.
///
/// An edit that was refused for a reason outside of it (isPassing()) comes back with unsaved(), and everything handed in after it
/// is refused for the same reason without a try, so that edits are never written out of order; tryAgain() ends that.
class Editor : public QObject
{
    Q_OBJECT

public:
    enum class Asked { Edit, Undo, Redo, Other };
    Q_ENUM(Asked)

    Editor(const CatalogueFile &file, const QString &author, QObject *parent = nullptr);
    ~Editor() override;

    void apply(Edit edit);
    void undo();
    void redo();
    /// Takes back any step that stands, or takes up again what an undo took back.
    void invert(qint64 step);
    /// What conflicted() told of, decided on.
    void decide(const Conflict &conflict);
    void emptyBin();
    void compactHistory(const QString &before);
    /// What is handed in from now on is tried; opens the catalogue anew when it could not be opened.
    void tryAgain();

    /// Waits until all edits handed in so far are written, which another program that writes can delay by seconds, and returns
    /// the errors of those that were refused and not told by refused() before.  The signals of the others are emitted from within
    /// this call.  For whoever ends the editor: what is refused later than its last signal would be lost unseen.
    [[nodiscard]] std::vector<Error> finishAll();

    const HistoryState &history() const { return m_history; }
    bool isSaving() const { return m_waiting > 0; } ///< edits handed in and not committed yet

signals:
    void committed(const waic::catalogue::Step &step);
    void refused(const waic::Error &error, waic::catalogue::Editor::Asked asked); ///< nothing was written
    /// An edit for whoever keeps it; refused() comes too, or finishAll() returns the error.
    void unsaved(const waic::catalogue::Edit &edit, const waic::Error &error);
    /// Nothing was written: cells hold other values than the one who asked knew of.  Hand it back by decide() or let it be.
    void conflicted(const waic::catalogue::Conflict &conflict);
    void historyChanged(); ///< history() or isSaving() differ

private:
    class Worker;
    struct Task
    {
        Asked asked = Asked::Edit;
        std::shared_ptr<const Edit> edit;           ///< null for all but edits
        std::function<Result<Step>(Writer &)> work; ///< null: to apply the edit
    };
    void hand(const Task &task);
    void finish(
        const Task &task, const Result<Step> &result, const HistoryState &history, const std::optional<Conflict> &conflict);
    void setHistory(const HistoryState &history);

    QThread m_thread;
    Worker *m_worker; ///< lives in m_thread, deleted with it
    HistoryState m_history;
    int m_waiting = 0;
    std::vector<Error> *m_refusals = nullptr; ///< where finishAll() collects them
};

} // namespace waic::catalogue
