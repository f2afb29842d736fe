// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/editor.h"
#include "catalogue/reader.h"
#include "explore/explorer.h"
#include "ui/question_history.h"
#include "ui/unsaved_edits.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>

namespace waic::ui {

class Dialogs;

/// What the window works on: the open catalogue, the current query and its answer, the record in sight.  Panes know the
/// workspace, never each other.  UI thread.
class Workspace : public QObject
{
    Q_OBJECT

public:
    explicit Workspace(Dialogs &dialogs, QObject *parent = nullptr);
    ~Workspace() override;

    /// Opens a catalogue in place of the one open now, which stays open when the new one cannot be.  The question is the one that
    /// it was left with.
    Result<> open(const QString &path);
    /// The same for a file that was identified before.
    Result<> open(const catalogue::CatalogueFile &file);
    /// Says again that a catalogue is open, for panes made after it was.
    void announce();
    void close();
    /// Lets the panes make their texts anew, when numbers and dates are written in another form.
    void showAgain();

    bool isOpen() const { return m_file.has_value(); }
    bool isWritable() const { return m_file && m_file->isWritable(); }
    const catalogue::CatalogueFile &file() const { return *m_file; } ///< REQUIRES isOpen()

    const explore::Query &query() const { return m_query; }
    /// asking: whether it came letter by letter, for Back and Forward.
    void setQuery(const explore::Query &query, Asking asking = Asking::AtOnce);
    /// The question before (or after) this one, of those asked since the catalogue was opened; nothing when there is none.
    void goBack();
    void goForward();
    bool canGoBack() const { return isOpen() && m_questions.canGoBack(); }
    bool canGoForward() const { return isOpen() && m_questions.canGoForward(); }
    /// Facets to be counted with each answer, for one asker; those of all askers are counted.  Asks again when it adds any.
    void setFacets(const QObject *asker, const QStringList &fields);
    /// Fields, measures and units of the catalogue, for reading queries; null until it is loaded.
    const explore::Vocabulary *vocabulary() const { return m_answer.vocabulary.get(); }
    /// The newest answer; of the query before it until `answered` comes.
    const explore::Answer &answer() const { return m_answer; }

    /// Has the explorer count this with each answer, see explore::Explorer::expectTally().
    void expectTally(const std::optional<explore::TallyRequest> &request);
    /// Counts for a chart; tallied() tells of it unless a newer question comes between.  See explore::Explorer::tally().
    void tally(explore::TallyAsker asker, const explore::Query &query, const explore::TallyRequest &request);

    catalogue::RowId current() const { return m_current; } ///< 0: none
    void setCurrent(catalogue::RowId announcement);
    /// Announcements selected in the table, current included, in display order.  A million of them cost no more than a few: copy
    /// it as a list, and take its ids out only to work on them.
    const explore::IdList &selection() const { return m_selection; }
    void setSelection(const explore::IdList &announcements);

    /// Reads for the UI thread; a few rows at a time.  REQUIRES isOpen().
    catalogue::Reader &reader() { return *m_reader; }
    Dialogs &dialogs() { return m_dialogs; }

    /// Hands an edit to the editor, behind those that could not be written before; a catalogue that may not be written answers
    /// with a message.
    void apply(const catalogue::Edit &edit);
    void undo();
    void redo();
    /// Takes back any step that stands, or takes up again what an undo took back.  label: of the step.
    void invert(qint64 step, const QString &label);
    /// Hands over again what conflicted() told of.
    void decide(const catalogue::Conflict &conflict);
    /// What cannot be undone; for whoever has asked the user.
    void emptyBin();
    void compactHistory(const QString &before);
    /// Edits that could not be written and are kept here, see catalogue::isPassing().  Empty while they are tried again.
    const UnsavedEdits &unsaved() const { return m_unsaved; }
    /// Hands them to the editor again, in their order.
    void tryAgain();
    /// For whoever puts them into a copy, and gives them back when that fails.
    std::vector<catalogue::Edit> takeUnsaved();
    void keepAgain(const std::vector<catalogue::Edit> &edits);
    /// Waits for edits on their way and tells of those that were refused, by refused() too.  Before the catalogue is left.
    std::vector<Error> finishEdits();
    const catalogue::HistoryState &history() const;
    bool isSaving() const;

    /// The name that steps of the history carry: the user's setting, else the login name.
    static QString author();
    /// Steps from now on carry the name that author() gives now.
    void useAuthor();

    /// Something to tell that needs no choice: shown in the bar above the panes until dismissed or replaced.
    void report(const Error &error) { emit reported(error); }
    /// The same for something that could not be read, which nobody asked for just now: while edits wait for the disk, the message
    /// that says so keeps its place.
    void reportReading(const Error &error);

signals:
    void opened();  ///< another catalogue is open
    void closing(); ///< the file is about to be closed: last moment to end work and connections of one's own
    void closed();
    void queryChanged();
    void answered(); ///< answer() is new
    void tallied(waic::explore::TallyAsker asker, const waic::explore::Query &query, const waic::explore::Tally &tally);
    void progressed(int percent); ///< of reading summaries for search; 100: done
    void currentChanged();
    void selectionChanged();
    void editAsked(const QString &label);              ///< an edit, undo or redo was handed over
    void committed(const waic::catalogue::Step &step); ///< rows changed on disk; readers see them
    /// Another program wrote to these announcements; the answer that shows it is on its way.
    void writtenElsewhere(const std::vector<waic::catalogue::RowId> &announcements);
    void reported(const waic::Error &error);
    /// An edit, undo or redo was not written; what it was, when trying again may help, else it is reported too.
    void refused(const waic::Error &error);
    void unsavedChanged();                                   ///< unsaved() differs
    void stepRefused(const waic::Error &error, bool isUndo); ///< undo or redo was not written, and may be tried again
    /// An edit, undo or redo was not written, because cells hold other values than it knew of: decide() or let it be.
    void conflicted(const waic::catalogue::Conflict &conflict);
    void decidedOn(const waic::catalogue::Conflict &conflict); ///< and handed over again
    void changed();                                            ///< anything that enables or disables an action

private:
    void onCommitted(const catalogue::Step &step);
    void onUnsaved(const catalogue::Edit &edit, const Error &error);
    void takeBack(void (catalogue::Editor::*work)(), const QString &label);
    void onFollowed(const std::vector<catalogue::RowId> &announcements);
    void ask(const explore::Query &query);
    void keepQuestionNow();
    void makeEditor();

    Dialogs &m_dialogs;
    std::optional<catalogue::CatalogueFile> m_file;
    std::unique_ptr<catalogue::Reader> m_reader;
    std::unique_ptr<catalogue::Editor> m_editor;
    std::unique_ptr<explore::Explorer> m_explorer;
    QStringList facets() const;
    explore::Query m_query;
    QuestionHistory m_questions;
    QElapsedTimer m_clock;
    QTimer m_keepSoon; ///< a question that stands for a while is kept, whatever ends the program
    QHash<const QObject *, QStringList> m_facets;
    explore::Answer m_answer;
    UnsavedEdits m_unsaved;
    QSet<catalogue::RowId> m_ownWrites; ///< committed here, and not yet followed by the explorer
    catalogue::RowId m_current = 0;
    explore::IdList m_selection;
};

} // namespace waic::ui
