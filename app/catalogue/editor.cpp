// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/editor.h"

#include "catalogue/writer.h"

#include <QCoreApplication>
#include <QScopedValueRollback>

#include <functional>
#include <utility>

namespace waic::catalogue {

bool isPassing(ErrorKind kind)
{
    return kind == ErrorKind::Io || kind == ErrorKind::Locked || kind == ErrorKind::ReadOnly || kind == ErrorKind::Damaged;
}

/// Lives in the editor's thread; everything but the constructor runs there.
class Editor::Worker : public QObject
{
public:
    Worker(Editor &editor, const CatalogueFile &file, const QString &author)
        : m_editor(editor)
        , m_file(file)
        , m_author(author)
    {
    }

    void open()
    {
        m_writer = Writer::open(m_file, m_author);
        tell([history = history()](Editor &editor) { editor.setHistory(history); });
    }

    void write(const Task &task)
    {
        const Result<Step> result = m_stopped ? tl::make_unexpected(*m_stopped) : written(task);
        if (!result && task.edit && isPassing(result.error().kind))
            m_stopped = result.error();
        std::optional<Conflict> conflict;
        if (!m_stopped && !result && result.error().kind == ErrorKind::Conflict)
            conflict = conflictOf(***m_writer, task.edit);
        tell([task, result, history = history(), conflict](Editor &editor) { editor.finish(task, result, history, conflict); });
    }

    void tryAgain()
    {
        m_stopped.reset();
        if (!*m_writer)
            open();
    }

    /// The last work: the connection ends in the thread that made it.
    void close()
    {
        m_writer.reset();
        thread()->quit();
    }

private:
    Result<Step> written(const Task &task)
    {
        if (!*m_writer)
            return tl::make_unexpected(m_writer->error());
        Writer &writer = ***m_writer;
        return task.work ? task.work(writer) : writer.apply(*task.edit);
    }

    /// None when there is nothing to decide on.
    static std::optional<Conflict> conflictOf(Writer &writer, const std::shared_ptr<const Edit> &edit)
    {
        if (writer.conflicts().empty())
            return std::nullopt;
        if (edit)
            return Conflict{*edit, 0, edit->label, false, writer.conflicts()};
        const PastStep &step = writer.concerned();
        return Conflict{{}, step.id, step.label, step.kind == QLatin1String("undo"), writer.conflicts()};
    }

    HistoryState history() { return *m_writer ? (**m_writer)->history().value_or(HistoryState()) : HistoryState(); }

    void tell(const std::function<void(Editor &)> &news)
    {
        // The editor waits for this thread before it goes, and what is still on its way then goes with it.
        QMetaObject::invokeMethod(
            &m_editor, [&editor = m_editor, news] { news(editor); }, Qt::QueuedConnection);
    }

    Editor &m_editor;
    const CatalogueFile m_file;
    const QString m_author;
    std::optional<Result<std::unique_ptr<Writer>>> m_writer;
    std::optional<Error> m_stopped; ///< why an edit was refused that those after it must wait for
};

Editor::Editor(const CatalogueFile &file, const QString &author, QObject *parent)
    : QObject(parent)
    , m_worker(new Worker(*this, file, author))
{
    qRegisterMetaType<Step>();
    qRegisterMetaType<Error>();
    qRegisterMetaType<Conflict>();
    m_thread.setObjectName(QStringLiteral("editor"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->open(); }, Qt::QueuedConnection);
}

Editor::~Editor()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->close(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void Editor::apply(Edit edit)
{
    hand({Asked::Edit, std::make_shared<const Edit>(std::move(edit)), {}});
}

void Editor::undo()
{
    hand({Asked::Undo, nullptr, [](Writer &writer) { return writer.undo(); }});
}

void Editor::redo()
{
    hand({Asked::Redo, nullptr, [](Writer &writer) { return writer.redo(); }});
}

void Editor::tryAgain()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->tryAgain(); }, Qt::QueuedConnection);
}

void Editor::invert(qint64 step)
{
    hand({Asked::Other, nullptr, [step](Writer &writer) { return writer.invert(step); }});
}

void Editor::decide(const Conflict &conflict)
{
    if (conflict.step == 0)
        hand({Asked::Edit, std::make_shared<const Edit>(conflict.edit),
            [conflict](Writer &writer) { return writer.apply(conflict.edit, conflict.cells); }});
    else
        hand({Asked::Other, nullptr, [conflict](Writer &writer) { return writer.invert(conflict.step, conflict.cells); }});
}

void Editor::emptyBin()
{
    hand({Asked::Other, nullptr, [](Writer &writer) { return writer.emptyBin(); }});
}

void Editor::compactHistory(const QString &before)
{
    hand({Asked::Other, nullptr, [before](Writer &writer) { return writer.compactHistory(before); }});
}

std::vector<Error> Editor::finishAll()
{
    std::vector<Error> refusals;
    QMetaObject::invokeMethod(
        m_worker, [] {}, Qt::BlockingQueuedConnection);
    const QScopedValueRollback collecting(m_refusals, &refusals);
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
    return refusals;
}

void Editor::hand(const Task &task)
{
    ++m_waiting;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, task] { worker->write(task); }, Qt::QueuedConnection);
    if (m_waiting == 1)
        emit historyChanged();
}

void Editor::finish(
    const Task &task, const Result<Step> &result, const HistoryState &history, const std::optional<Conflict> &conflict)
{
    --m_waiting;
    m_history = history;
    if (!result && task.edit && isPassing(result.error().kind))
        emit unsaved(*task.edit, result.error());
    if (!result && m_refusals)
        m_refusals->push_back(result.error());
    else if (conflict)
        emit conflicted(*conflict);
    else if (!result)
        emit refused(result.error(), task.asked);
    else if (result->id != 0)
        emit committed(*result);
    emit historyChanged();
}

void Editor::setHistory(const HistoryState &history)
{
    m_history = history;
    emit historyChanged();
}

} // namespace waic::catalogue
