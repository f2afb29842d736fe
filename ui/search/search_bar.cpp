// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/search_bar.h"

#include "catalogue/fold.h"
#include "explore/fields.h"
#include "ui/common/note_bubble.h"
#include "ui/search/completer.h"
#include "ui/search/query_parts.h"
#include "ui/search/search_edit.h"
#include "ui/workspace.h"

#include <QFocusEvent>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QTimer>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kMostWidth = 760;
constexpr int kLeastWidth = 220;

/// Half a value finds nothing, half a text does.
bool comparesWhole(const QString &field)
{
    const auto known = explore::builtInField(field);
    if (known == explore::FieldId::Title || known == explore::FieldId::Summary || known == explore::FieldId::Notes)
        return false;
    return !known || !explore::takesRanges(explore::valueKind(*known));
}

} // namespace

SearchBar::SearchBar(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_edit(new SearchEdit)
    , m_bubble(new NoteBubble(this))
    , m_completer(new Completer(workspace, *m_edit, *m_bubble))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(kMostWidth);
    setMinimumWidth(kLeastWidth);
    setFocusProxy(m_edit);
    m_edit->setObjectName(QStringLiteral("search"));
    m_edit->setAccessibleName(tr("Search"));
    m_edit->setPlaceholderText(tr("Search or filter: huawei, compute>100PFLOPS"));
    // A Chinese font takes some 5 ms to load; the first paint does not wait for it.
    QTimer::singleShot(
        0, m_edit, [this] { m_edit->setPlaceholderText(tr("Search or filter: huawei, 模型, compute>100PFLOPS")); });
    m_completer->setParent(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    connectBox();
    onQueryChanged();
}

void SearchBar::connectBox()
{
    // After the completer's, which sees keys first.
    m_edit->installEventFilter(this);
    m_edit->installEventFilter(m_completer);
    // textChanged, because assistive technology sets the text without typing.
    connect(m_edit, &QLineEdit::textChanged, this, &SearchBar::onText);
    connect(m_edit, &QLineEdit::cursorPositionChanged, this, [this] {
        if (m_asking)
            return;
        readBox(false, Asking::Typing);
        m_completer->follow();
    });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        m_whole = false;
        m_typingOn = false;
        readBox(true, Asking::AtOnce);
    });
    connect(m_edit, &SearchEdit::escaped, this, [this] {
        if (m_whole)
            setWholeText(false);
        else
            clear();
    });
    connect(m_completer, &Completer::taken, this, &SearchBar::takeCompletion);
    connect(&m_workspace, &Workspace::queryChanged, this, &SearchBar::onQueryChanged);
    connect(&m_workspace, &Workspace::answered, this, &SearchBar::onAnswered);
    const auto empty = [this] {
        m_inBox = {};
        m_whole = false;
        setText({});
    };
    connect(&m_workspace, &Workspace::opened, this, empty);
    connect(&m_workspace, &Workspace::closed, this, empty);
}

QSize SearchBar::sizeHint() const
{
    return {kMostWidth, m_edit->height()};
}

void SearchBar::focusSearch()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
}

void SearchBar::clear()
{
    m_edit->clear();
}

explore::Query SearchBar::chips() const
{
    return without(m_workspace.query(), m_inBox);
}

void SearchBar::setChips(const explore::Query &chips)
{
    explore::Query query = chips;
    addTerms(query, m_inBox);
    m_workspace.setQuery(query);
}

void SearchBar::takeBack(const explore::Query &term)
{
    if (m_whole)
        return;
    // The question stays as it is, so it is not asked again: the term only stands elsewhere.
    const QString text = m_edit->text().trimmed();
    addTerms(m_inBox, term);
    m_here = true;
    setText(text + (text.isEmpty() ? QString() : QStringLiteral(" ")) + explore::queryText(term));
    m_edit->setFocus(Qt::OtherFocusReason);
    const QScopedValueRollback asking(m_asking, true);
    m_edit->end(false);
    emit boxChanged();
}

void SearchBar::setWholeText(bool whole)
{
    if (whole == m_whole)
        return;
    m_whole = whole;
    if (whole) {
        m_here = true;
        m_inBox = m_workspace.query();
        setText(explore::queryText(m_inBox));
        m_edit->setFocus(Qt::OtherFocusReason);
    } else {
        readBox(true, Asking::AtOnce);
    }
    emit boxChanged();
}

void SearchBar::setText(const QString &text)
{
    const QScopedValueRollback asking(m_asking, true);
    m_edit->setText(text);
    m_sizeBefore = text.size();
    m_completer->close();
    showMistakes();
}

bool SearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusIn) {
        m_here = true;
        showMistakes();
    } else if (watched == m_edit && event->type() == QEvent::FocusOut) {
        onFocusOut(static_cast<QFocusEvent *>(event)->reason());
    }
    return QWidget::eventFilter(watched, event);
}

void SearchBar::onFocusOut(Qt::FocusReason reason)
{
    m_bubble->dismiss();
    m_completer->close();
    // A menu or another window takes the focus for a while: whoever types comes back.
    if (reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason || reason == Qt::MenuBarFocusReason)
        return;
    m_here = false;
    m_typingOn = false;
    m_whole = false;
    readBox(true, Asking::AtOnce);
    m_completer->leave();
}

void SearchBar::onText()
{
    if (m_asking)
        return;
    const qsizetype size = m_edit->text().size();
    const bool letter = size > 0 && std::abs(size - m_sizeBefore) <= 1;
    m_sizeBefore = size;
    m_typingOn = true;
    readBox(false, letter ? Asking::Typing : Asking::AtOnce);
    m_completer->complete();
}

const std::vector<BoxTerm> &SearchBar::terms()
{
    const auto &vocabulary = m_workspace.answer().vocabulary;
    if (m_termsText != m_edit->text() || m_termsVocabulary != vocabulary) {
        m_termsText = m_edit->text();
        m_termsVocabulary = vocabulary;
        m_terms = boxTerms(m_termsText, vocabulary.get());
    }
    return m_terms;
}

/// A condition that is still being typed narrows only once its value is one that exists: "kind:r" would empty the table on the
/// way to "kind:robot".
bool SearchBar::isSettled(const BoxTerm &term) const
{
    if (!m_here || !term.touches(m_edit->cursorPosition()))
        return true;
    for (const explore::Condition &condition : term.parsed.query.conditions) {
        if (condition.off || condition.values.isEmpty() || condition.values.last().isNull() || !comparesWhole(condition.field))
            continue;
        if (std::find(m_inBox.conditions.begin(), m_inBox.conditions.end(), condition) != m_inBox.conditions.end())
            continue;
        const auto &facets = m_workspace.answer().facets;
        const auto facet = std::find_if(
            facets.begin(), facets.end(), [&](const explore::FacetCounts &counts) { return counts.field == condition.field; });
        if (facet == facets.end())
            return false; // it is on its way, as the completions ask for it
        const QString typed = catalogue::folded(condition.values.last());
        const auto is = [&](const explore::FacetValue &known) { return catalogue::folded(known.value) == typed; };
        if (!facet->isRanged && std::none_of(facet->values.begin(), facet->values.end(), is))
            return false;
    }
    return true;
}

void SearchBar::readBox(bool finishAll, Asking asking)
{
    if (m_edit->text().size() > kMostBoxText) {
        showMistakes(); // and the last good answer stays
        return;
    }
    const int cursor = m_edit->cursorPosition();
    explore::Query query = chips();
    if (m_whole)
        query.sort.clear();
    std::vector<BoxTerm> finished;
    explore::Query inBox;
    for (const BoxTerm &term : terms()) {
        explore::Query part = term.parsed.query;
        if (!part.sort.empty())
            query.sort = part.sort;
        if (!m_whole && term.isCondition() && (finishAll || !term.touches(cursor))) {
            addTerms(query, part);
            finished.push_back(term);
            continue;
        }
        if (!isSettled(term))
            part.conditions.clear();
        const explore::Query added = addTerms(query, part);
        addTerms(inBox, added);
    }
    m_inBox = inBox;
    if (m_whole)
        m_inBox.sort = query.sort;
    removeFromBox(finished, finishAll);
    showMistakes();
    ask(query, asking);
}

void SearchBar::removeFromBox(const std::vector<BoxTerm> &finished, bool all)
{
    if (finished.empty())
        return;
    const int cursor = m_edit->cursorPosition();
    const QString left = withoutTerms(m_edit->text(), finished);
    const int shift = int(m_edit->text().size() - left.size());
    const bool moves = finished.front().position < cursor;
    // A space is left to go on behind it.
    setText(all || left.trimmed().isEmpty() ? left.trimmed() : left);
    const QScopedValueRollback asks(m_asking, true);
    m_edit->setCursorPosition(moves ? std::max(0, cursor - shift) : cursor);
}

void SearchBar::ask(const explore::Query &query, Asking asking)
{
    // Terms that only stand in another order are the same question.
    if (!sameTerms(query, m_workspace.query())) {
        const QScopedValueRollback asks(m_asking, true);
        m_workspace.setQuery(query, asking);
    }
    emit boxChanged();
}

void SearchBar::takeCompletion(int position, int length, const QString &text, bool finish)
{
    const QString before = m_edit->text();
    const int end = position + length;
    const int cursor = m_edit->cursorPosition();
    // What a mistake meant may stand left of where one types.
    const bool isBehind = cursor > end;
    const QString put = text + (finish && !isBehind ? QStringLiteral(" ") : QString());
    const int gap = finish && !isBehind && before.mid(end, 1) == QLatin1String(" ") ? 1 : 0;
    {
        const QScopedValueRollback asks(m_asking, true);
        m_edit->setText(before.left(position) + put + before.mid(end + gap));
        m_edit->setCursorPosition(isBehind ? cursor + int(put.size()) - length : position + int(put.size()));
    }
    m_sizeBefore = m_edit->text().size();
    readBox(false, Asking::AtOnce);
    if (!finish)
        m_completer->complete();
}

void SearchBar::onQueryChanged()
{
    if (m_asking)
        return;
    const explore::Query &query = m_workspace.query();
    if (m_whole) {
        if (!sameTerms(query, m_inBox)) {
            m_inBox = query;
            setText(explore::queryText(query));
        }
        return;
    }
    // What is being typed stays when only something else has changed.
    if (holds(query, m_inBox))
        return;
    const QString kept = keptText();
    m_inBox = wordsOn(query);
    const QString words = explore::wordsText(m_inBox);
    setText(words + (words.isEmpty() || kept.isEmpty() ? QString() : QStringLiteral(" ")) + kept);
    emit boxChanged();
}

/// What is typed and not understood yet, when all that is understood still holds.
QString SearchBar::keptText()
{
    explore::Query words;
    QStringList texts;
    for (const BoxTerm &term : terms()) {
        words.words.insert(words.words.end(), term.parsed.query.words.begin(), term.parsed.query.words.end());
        if (!term.parsed.mistakes.empty() && !term.parsed.query.hasTerms())
            texts << m_edit->text().mid(term.position, term.length);
    }
    const auto &now = m_workspace.query().words;
    const bool all = std::all_of(words.words.begin(), words.words.end(),
        [&](const explore::Word &word) { return std::find(now.begin(), now.end(), word) != now.end(); });
    return all ? texts.join(QLatin1Char(' ')) : QString();
}

void SearchBar::onAnswered()
{
    // Values and names that were not known when they were typed may be now.
    if (m_here && !m_asking && !m_edit->text().isEmpty())
        readBox(false, Asking::Typing);
    m_completer->refresh();
}

/// What only lacks its end is no mistake while someone types on: "kind:", "date:2025-0", an open quotation mark.
bool SearchBar::isUnfinished(const explore::Mistake &mistake) const
{
    const int end = mistake.position + mistake.length;
    return m_typingOn && m_edit->hasFocus() && m_edit->text().size() <= kMostBoxText && end == m_edit->cursorPosition()
        && (mistake.suggestion.isEmpty() || mistake.suggestion.startsWith(m_edit->text().mid(mistake.position, mistake.length)));
}

void SearchBar::showMistakes()
{
    std::vector<SearchEdit::Range> ranges;
    std::vector<explore::Mistake> atCursor;
    QString words;
    for (const BoxTerm &term : terms()) {
        if (term.touches(m_edit->cursorPosition()))
            atCursor.insert(atCursor.end(), term.parsed.mistakes.begin(), term.parsed.mistakes.end());
        for (const explore::Mistake &mistake : term.parsed.mistakes) {
            if (isUnfinished(mistake))
                continue;
            ranges.push_back({mistake.position, mistake.length});
            if (words.isEmpty())
                words = mistakeWords(mistake, m_edit->text());
        }
    }
    m_edit->setMistakes(std::move(ranges));
    m_completer->setMistakes(std::move(atCursor));
    if (words.isEmpty() || !m_edit->hasFocus())
        m_bubble->dismiss();
    else
        m_bubble->showAt(m_edit, words);
}

} // namespace waic::ui
