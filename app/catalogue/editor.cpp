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
        tell([task, result, history = history()](Editor &editor) { editor.finish(task, result, history); });
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
        return task.edit ? writer.apply(*task.edit) : task.asked == Asked::Undo ? writer.undo() : writer.redo();
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
    hand({Asked::Edit, std::make_shared<const Edit>(std::move(edit))});
}

void Editor::undo()
{
    hand({Asked::Undo, nullptr});
}

void Editor::redo()
{
    hand({Asked::Redo, nullptr});
}

void Editor::tryAgain()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker] { worker->tryAgain(); }, Qt::QueuedConnection);
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

void Editor::finish(const Task &task, const Result<Step> &result, const HistoryState &history)
{
    --m_waiting;
    m_history = history;
    if (!result && task.edit && isPassing(result.error().kind))
        emit unsaved(*task.edit, result.error());
    if (!result && m_refusals)
        m_refusals->push_back(result.error());
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
