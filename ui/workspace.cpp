// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace.h"

#include "ui/dialogs.h"
#include "ui/kept_questions.h"
#include "ui/preferences.h"

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kKeepAfter = 2'000; // ms

} // namespace

Workspace::Workspace(Dialogs &dialogs, QObject *parent)
    : QObject(parent)
    , m_dialogs(dialogs)
{
    m_clock.start();
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(kKeepAfter);
    connect(&m_keepSoon, &QTimer::timeout, this, &Workspace::keepQuestionNow);
}

Workspace::~Workspace()
{
    close();
}

Result<> Workspace::open(const QString &path)
{
    const Result<catalogue::CatalogueFile> file = catalogue::CatalogueFile::open(path, {.backupFolder = backupFolder()});
    return file ? open(*file) : tl::make_unexpected(file.error());
}

Result<> Workspace::open(const catalogue::CatalogueFile &file)
{
    Result<std::unique_ptr<catalogue::Reader>> reader = catalogue::Reader::open(file);
    if (!reader)
        return tl::make_unexpected(reader.error());
    close();
    m_file = file;
    // Without it nothing is lost but the way out when the file is deleted meanwhile.
    m_file->hold().map_error([this](const Error &error) { report(error); });
    m_reader = *std::move(reader);
    m_explorer = std::make_unique<explore::Explorer>(*m_file);
    connect(m_explorer.get(), &explore::Explorer::answered, this, [this](const explore::Answer &answer) {
        m_answer = answer;
        emit answered();
        emit changed();
    });
    connect(m_explorer.get(), &explore::Explorer::followed, this, &Workspace::onFollowed);
    connect(m_explorer.get(), &explore::Explorer::failed, this, &Workspace::reportReading);
    connect(m_explorer.get(), &explore::Explorer::progressed, this, &Workspace::progressed);
    connect(m_explorer.get(), &explore::Explorer::tallied, this, &Workspace::tallied);
    if (m_file->isWritable())
        makeEditor();
    m_query = keptQuestion(m_file->uid());
    m_questions.begin(m_query);
    m_explorer->ask(m_query, facets());
    announce();
    return {};
}

void Workspace::makeEditor()
{
    m_editor = std::make_unique<catalogue::Editor>(*m_file, author());
    connect(m_editor.get(), &catalogue::Editor::committed, this, &Workspace::onCommitted);
    connect(m_editor.get(), &catalogue::Editor::unsaved, this, &Workspace::onUnsaved);
    using Asked = catalogue::Editor::Asked;
    connect(m_editor.get(), &catalogue::Editor::refused, this, [this](const Error &error, Asked asked) {
        emit refused(error);
        if (!catalogue::isPassing(error.kind) || asked == Asked::Other)
            report(error);
        else if (asked != Asked::Edit)
            emit stepRefused(error, asked == Asked::Undo);
    });
    connect(m_editor.get(), &catalogue::Editor::conflicted, this, &Workspace::conflicted);
    connect(m_editor.get(), &catalogue::Editor::historyChanged, this, &Workspace::changed);
}

void Workspace::useAuthor()
{
    if (!m_editor)
        return;
    finishEdits();
    makeEditor();
}

void Workspace::announce()
{
    if (!isOpen())
        return;
    emit opened();
    emit queryChanged();
    emit changed();
}

void Workspace::showAgain()
{
    if (!isOpen())
        return;
    emit queryChanged();
    emit answered();
    emit currentChanged();
    emit changed();
}

void Workspace::close()
{
    if (!m_file)
        return;
    keepQuestionNow();
    emit closing();
    m_explorer.reset();
    m_ownWrites.clear();
    m_reader.reset();
    m_file->letGo();
    // Last, as only a connection that may write can clear the write-ahead log away.
    m_editor.reset();
    m_file.reset();
    m_unsaved.take();
    m_answer = {};
    m_query = {};
    m_selection = {};
    m_current = 0;
    emit closed();
    emit changed();
}

std::vector<Error> Workspace::finishEdits()
{
    std::vector<Error> errors = m_editor ? m_editor->finishAll() : std::vector<Error>();
    for (const Error &error : errors) {
        emit refused(error);
        if (!catalogue::isPassing(error.kind))
            report(error);
    }
    return errors;
}

QString Workspace::author()
{
    const QString name = keptPreferences().author;
    return name.isEmpty() ? loginName() : name;
}

void Workspace::setQuery(const explore::Query &query, Asking asking)
{
    if (!isOpen() || query == m_query)
        return;
    m_questions.add(query, asking, m_clock.elapsed());
    ask(query);
}

void Workspace::goBack()
{
    if (canGoBack())
        ask(m_questions.goBack());
}

void Workspace::goForward()
{
    if (canGoForward())
        ask(m_questions.goForward());
}

void Workspace::ask(const explore::Query &query)
{
    m_query = query;
    m_explorer->ask(m_query, facets());
    m_keepSoon.start();
    emit queryChanged();
    emit changed();
}

void Workspace::keepQuestionNow()
{
    m_keepSoon.stop();
    if (isOpen())
        keepQuestion(m_file->uid(), m_query);
}

QStringList Workspace::facets() const
{
    QStringList all;
    for (const QStringList &fields : m_facets)
        for (const QString &field : fields)
            if (!all.contains(field))
                all << field;
    return all;
}

void Workspace::expectTally(const std::optional<explore::TallyRequest> &request)
{
    if (m_explorer)
        m_explorer->expectTally(request);
}

void Workspace::tally(explore::TallyAsker asker, const explore::Query &query, const explore::TallyRequest &request)
{
    if (m_explorer)
        m_explorer->tally(asker, query, request);
}

void Workspace::setFacets(const QObject *asker, const QStringList &fields)
{
    const QStringList before = facets();
    m_facets[asker] = fields;
    const QStringList now = facets();
    const bool adds = std::any_of(now.begin(), now.end(), [&](const QString &field) { return !before.contains(field); });
    if (isOpen() && adds)
        m_explorer->ask(m_query, now);
}

void Workspace::setCurrent(catalogue::RowId announcement)
{
    if (m_current == announcement)
        return;
    m_current = announcement;
    emit currentChanged();
    emit changed();
}

void Workspace::setSelection(const explore::IdList &announcements)
{
    if (m_selection == announcements)
        return;
    m_selection = announcements;
    emit selectionChanged();
    emit changed();
}

void Workspace::apply(const catalogue::Edit &edit)
{
    if (m_editor) {
        emit editAsked(edit.label);
        if (m_unsaved.isEmpty()) {
            m_editor->apply(edit);
        } else {
            m_unsaved.keep(edit);
            tryAgain();
        }
        return;
    }
    if (isOpen())
        emit reported(
            {ErrorKind::ReadOnly, tr("Not saved: this catalogue may not be written"), m_file->name(), m_file->readOnlyReason()});
}

void Workspace::reportReading(const Error &error)
{
    if (m_unsaved.isEmpty() || !catalogue::isPassing(error.kind))
        report(error);
}

void Workspace::undo()
{
    takeBack(&catalogue::Editor::undo, history().undoLabel);
}

void Workspace::redo()
{
    takeBack(&catalogue::Editor::redo, history().redoLabel);
}

void Workspace::takeBack(void (catalogue::Editor::*work)(), const QString &label)
{
    if (!m_editor)
        return;
    // It would concern a step before the edits that wait.
    tryAgain();
    emit editAsked(label);
    (m_editor.get()->*work)();
}

void Workspace::tryAgain()
{
    if (!m_editor)
        return;
    m_editor->tryAgain();
    const std::vector<catalogue::Edit> edits = m_unsaved.take();
    for (const catalogue::Edit &edit : edits)
        m_editor->apply(edit);
}

std::vector<catalogue::Edit> Workspace::takeUnsaved()
{
    std::vector<catalogue::Edit> edits = m_unsaved.take();
    emit unsavedChanged();
    return edits;
}

void Workspace::keepAgain(const std::vector<catalogue::Edit> &edits)
{
    m_unsaved.putBack(edits);
    emit unsavedChanged();
    emit changed();
}

void Workspace::onUnsaved(const catalogue::Edit &edit, const Error &error)
{
    m_unsaved.keep(edit, error);
    emit unsavedChanged();
}

void Workspace::invert(qint64 step, const QString &label)
{
    if (!m_editor)
        return;
    tryAgain();
    emit editAsked(label);
    m_editor->invert(step);
}

void Workspace::decide(const catalogue::Conflict &conflict)
{
    if (!m_editor)
        return;
    tryAgain();
    emit editAsked(conflict.label);
    m_editor->decide(conflict);
    emit decidedOn(conflict);
}

void Workspace::emptyBin()
{
    if (!m_editor)
        return;
    tryAgain();
    emit editAsked(tr("Empty Bin"));
    m_editor->emptyBin();
}

void Workspace::compactHistory(const QString &before)
{
    if (!m_editor)
        return;
    tryAgain();
    emit editAsked(tr("Compact History"));
    m_editor->compactHistory(before);
}

const catalogue::HistoryState &Workspace::history() const
{
    static const catalogue::HistoryState kNothing;
    return m_editor ? m_editor->history() : kNothing;
}

bool Workspace::isSaving() const
{
    return m_editor && m_editor->isSaving();
}

void Workspace::onFollowed(const std::vector<catalogue::RowId> &announcements)
{
    std::vector<catalogue::RowId> others;
    for (const catalogue::RowId id : announcements)
        if (!m_ownWrites.remove(id))
            others.push_back(id);
    if (!others.empty())
        emit writtenElsewhere(others);
}

void Workspace::onCommitted(const catalogue::Step &step)
{
    m_ownWrites.unite(QSet<catalogue::RowId>(step.announcements.begin(), step.announcements.end()));
    m_explorer->refresh();
    emit committed(step);
    emit changed();
}

} // namespace waic::ui
