// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"
#include "ui/question_history.h"
#include "ui/search/box_text.h"

#include <QWidget>

#include <vector>

namespace waic::ui {

class Completer;
class NoteBubble;
class SearchEdit;
class Workspace;

/// The search box: words and conditions narrow the table at every key, with completions below it.  A finished condition becomes a
/// chip of the ChipRow; or the whole query stands in the box as text.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    explicit SearchBar(Workspace &workspace, QWidget *parent = nullptr);

    void focusSearch(); ///< and selects its text
    void clear();
    SearchEdit *edit() const { return m_edit; }

    /// The query without what stands in the box, but with its sort.
    explore::Query chips() const;
    /// Asks for these instead of chips(), with what stands in the box.
    void setChips(const explore::Query &chips);
    /// Moves a term out of chips() back into the box, the cursor at its end.
    void takeBack(const explore::Query &term);
    /// The whole query in the box as text; off: conditions become chips again.
    void setWholeText(bool whole);
    bool isWholeText() const { return m_whole; }

    QSize sizeHint() const override;

signals:
    void boxChanged(); ///< chips() or isWholeText() may differ

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectBox();
    void onText();
    void onQueryChanged();
    void onAnswered();
    void onFocusOut(Qt::FocusReason reason);
    /// Reads the box and asks.  Conditions that the cursor has left become chips; all of them, when asked.
    void readBox(bool finishAll, Asking asking);
    void removeFromBox(const std::vector<BoxTerm> &finished, bool all);
    void ask(const explore::Query &query, Asking asking);
    void takeCompletion(int position, int length, const QString &text, bool finish);
    void showMistakes();
    bool isUnfinished(const explore::Mistake &mistake) const;
    bool isSettled(const BoxTerm &term) const;
    const std::vector<BoxTerm> &terms();
    void setText(const QString &text);
    QString keptText();

    Workspace &m_workspace;
    SearchEdit *m_edit;
    NoteBubble *m_bubble;
    Completer *m_completer;
    explore::Query m_inBox; ///< the part of the workspace's query that stands in the box
    std::vector<BoxTerm> m_terms;
    QString m_termsText; ///< that m_terms were read from
    std::shared_ptr<const explore::Vocabulary> m_termsVocabulary;
    qsizetype m_sizeBefore = 0;
    bool m_whole = false;
    bool m_typingOn = false; ///< the text was changed by hand since Enter
    bool m_here = false;     ///< whoever types has not left the box
    bool m_asking = false;   ///< a change of the query or the text is our own
};

} // namespace waic::ui
