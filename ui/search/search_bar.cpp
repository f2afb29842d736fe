// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/search_bar.h"

#include "catalogue/fold.h"
#include "ui/common/note_bubble.h"
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

QString wordsOf(const explore::Mistake &mistake, const QString &text)
{
    const QString part = text.mid(mistake.position, mistake.length).trimmed();
    if (part.isEmpty())
        return SearchBar::tr("Expected: %1").arg(mistake.expected);
    return mistake.suggestion.isEmpty()
        ? SearchBar::tr("“%1” is not understood. Expected: %2").arg(part, mistake.expected)
        : SearchBar::tr("“%1” is not understood. Did you mean “%2”?").arg(part, mistake.suggestion);
}

} // namespace

SearchBar::SearchBar(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_edit(new SearchEdit)
    , m_bubble(new NoteBubble(this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(kMostWidth);
    setMinimumWidth(kLeastWidth);
    setFocusProxy(m_edit);
    m_edit->setObjectName(QStringLiteral("search"));
    m_edit->setAccessibleName(tr("Search"));
    m_edit->setPlaceholderText(tr("Search or filter: huawei, kind:robot"));
    // A Chinese font takes some 5 ms to load; the first paint does not wait for it.
    QTimer::singleShot(0, m_edit, [this] { m_edit->setPlaceholderText(tr("Search or filter: huawei, 模型, kind:robot")); });
    m_edit->installEventFilter(this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_edit);
    // textChanged, because assistive technology sets the text without typing.
    connect(m_edit, &QLineEdit::textChanged, this, &SearchBar::onText);
    connect(m_edit, &QLineEdit::cursorPositionChanged, this, [this] {
        if (!m_asking)
            finishConditions(false);
    });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] { finishConditions(true); });
    connect(m_edit, &SearchEdit::escaped, this, &SearchBar::clear);
    connect(&m_workspace, &Workspace::queryChanged, this, &SearchBar::onQueryChanged);
    connect(&m_workspace, &Workspace::opened, this, [this] {
        m_inBox = {};
        setText({});
    });
    connect(&m_workspace, &Workspace::closed, this, [this] {
        m_inBox = {};
        setText({});
    });
    onQueryChanged();
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

void SearchBar::setText(const QString &text)
{
    const QScopedValueRollback asking(m_asking, true);
    m_edit->setText(text);
    showMistakes(boxTerms(text));
}

bool SearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusIn) {
        showMistakes(boxTerms(m_edit->text()));
    } else if (watched == m_edit && event->type() == QEvent::FocusOut) {
        m_bubble->dismiss();
        // A menu or another window takes the focus for a while: whoever types comes back.
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason && reason != Qt::MenuBarFocusReason)
            finishConditions(true);
    }
    return QWidget::eventFilter(watched, event);
}

void SearchBar::onText()
{
    if (m_asking)
        return;
    ask();
    finishConditions(false);
}

/// A condition that is still being typed narrows only once its value is one that exists: "kind:r" would empty the table on the
/// way to "kind:robot".
bool SearchBar::isSettled(const BoxTerm &term) const
{
    const int cursor = m_edit->cursorPosition();
    if (!m_edit->hasFocus() || cursor < term.position || cursor > term.position + term.length)
        return true;
    for (const explore::Condition &condition : term.parsed.query.conditions)
        for (const explore::FacetCounts &facet : m_workspace.answer().facets) {
            if (facet.field != condition.field || condition.values.isEmpty())
                continue;
            const QString typed = catalogue::folded(condition.values.last());
            const auto is = [&](const explore::FacetValue &known) { return catalogue::folded(known.value) == typed; };
            if (!condition.values.last().isNull() && std::none_of(facet.values.begin(), facet.values.end(), is))
                return false;
        }
    return true;
}

void SearchBar::ask()
{
    const std::vector<BoxTerm> terms = boxTerms(m_edit->text());
    showMistakes(terms);
    explore::Query query = m_workspace.query();
    for (const explore::Condition &condition : m_inBox.conditions)
        for (const QString &value : condition.values)
            query.setValue(condition.field, value, false, condition.excluded);
    query.words.clear();
    if (m_inBox.inBin)
        query.inBin = false;
    const explore::Query chips = query;
    m_inBox = {};
    for (const BoxTerm &term : terms) {
        const explore::Query &part = term.parsed.query;
        query.words.insert(query.words.end(), part.words.begin(), part.words.end());
        if (!part.sort.empty())
            query.sort = part.sort;
        query.inBin = query.inBin || part.inBin;
        m_inBox.inBin = query.inBin && !chips.inBin;
        if (!isSettled(term))
            continue;
        for (const explore::Condition &condition : part.conditions) {
            addCondition(query, condition);
            explore::Condition own = condition;
            own.values.removeIf([&](const QString &value) {
                const QStringList before = chips.values(condition.field, condition.excluded);
                return std::any_of(
                    before.begin(), before.end(), [&](const QString &other) { return explore::sameValue(value, other); });
            });
            if (!own.values.isEmpty())
                m_inBox.conditions.push_back(own);
        }
    }
    m_inBox.words = query.words;
    const QScopedValueRollback asking(m_asking, true);
    m_workspace.setQuery(query);
}

void SearchBar::finishConditions(bool all)
{
    std::vector<BoxTerm> finished;
    const int cursor = m_edit->cursorPosition();
    for (BoxTerm &term : boxTerms(m_edit->text()))
        if (term.isCondition() && (all || cursor < term.position || cursor > term.position + term.length))
            finished.push_back(std::move(term));
    if (finished.empty())
        return;
    explore::Query query = m_workspace.query();
    for (const BoxTerm &term : finished) {
        for (const explore::Condition &condition : term.parsed.query.conditions) {
            addCondition(query, condition);
            std::erase(m_inBox.conditions, condition);
        }
        if (term.parsed.query.inBin)
            m_inBox.inBin = false;
    }
    const int moved
        = int(std::count_if(finished.begin(), finished.end(), [&](const BoxTerm &term) { return term.position < cursor; }));
    const QString left = withoutTerms(m_edit->text(), finished);
    const int shift = int(m_edit->text().size() - left.size());
    setText(left.trimmed().isEmpty() ? QString() : left);
    m_edit->setCursorPosition(moved > 0 ? std::max(0, cursor - shift) : cursor);
    const QScopedValueRollback asking(m_asking, true);
    m_workspace.setQuery(query);
}

void SearchBar::onQueryChanged()
{
    if (m_asking)
        return;
    const explore::Query &query = m_workspace.query();
    const auto stands = [&](const explore::Condition &condition) {
        const QStringList now = query.values(condition.field, condition.excluded);
        return std::all_of(condition.values.begin(), condition.values.end(), [&](const QString &value) {
            return std::any_of(now.begin(), now.end(), [&](const QString &other) { return explore::sameValue(value, other); });
        });
    };
    // What is being typed stays when only something else has changed.
    if (query.words == m_inBox.words && std::all_of(m_inBox.conditions.begin(), m_inBox.conditions.end(), stands)
        && (query.inBin || !m_inBox.inBin))
        return;
    m_inBox = {};
    m_inBox.words = query.words;
    setText(explore::wordsText(query));
}

void SearchBar::showMistakes(const std::vector<BoxTerm> &terms)
{
    std::vector<SearchEdit::Range> ranges;
    QString words;
    for (const BoxTerm &term : terms)
        for (const explore::Mistake &mistake : term.parsed.mistakes) {
            ranges.push_back({mistake.position, mistake.length});
            if (words.isEmpty())
                words = wordsOf(mistake, m_edit->text());
        }
    m_edit->setMistakes(std::move(ranges));
    if (words.isEmpty() || !m_edit->hasFocus())
        m_bubble->dismiss();
    else
        m_bubble->showAt(m_edit, words);
}

} // namespace waic::ui
