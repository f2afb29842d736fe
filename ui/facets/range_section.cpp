// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/range_section.h"

#include "ui/common/theme.h"
#include "ui/common/words.h"
#include "ui/facets/facet_head.h"
#include "ui/facets/facet_list.h"
#include "ui/facets/facet_row.h"
#include "ui/facets/histogram.h"
#include "ui/facets/range_edit.h"
#include "ui/facets/range_grip.h"

#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kLeft = 16;
constexpr int kRight = 16;
constexpr int kEditHeight = 28;
constexpr int kGap = 8;

} // namespace

RangeSection::RangeSection(const QString &field, RangeKind kind, QWidget *parent)
    : FacetSection(field, parent)
    , m_kind(kind)
    , m_histogram(new Histogram(fieldTitle(field), kind, this))
    , m_from(new RangeEdit(this))
    , m_to(new RangeEdit(this))
    , m_between(new QLabel(tr("to"), this))
    , m_words(new QLabel(this))
    , m_missing(new FacetRow(this))
{
    head()->setFocusPolicy(Qt::StrongFocus);
    makeEdit(m_from, tr("%1, from").arg(fieldTitle(field)));
    makeEdit(m_to, tr("%1, to").arg(fieldTitle(field)));
    m_between->setFont(uiFont(12));
    m_between->setForegroundRole(QPalette::PlaceholderText);
    m_between->setAlignment(Qt::AlignCenter);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setFont(uiFont(12));
    m_words->hide();
    m_missing->setFocusPolicy(Qt::StrongFocus);
    m_missing->hide();
    for (QWidget *part : QList<QWidget *>{m_histogram->fromGrip(), m_histogram->toGrip(), m_missing})
        watch(part);
    connect(m_histogram, &Histogram::asked, this,
        [this](const explore::Range &range) { ask(withRange(query(), this->field(), range)); });
    connect(m_missing, &FacetRow::asked, this,
        [this](FacetState state) { ask(withState(query(), this->field(), QString(), state)); });
    connect(m_missing, &FacetRow::onlyAsked, this,
        [this] { ask(withState(withoutField(query(), this->field()), this->field(), QString(), FacetState::Ticked)); });
    arrange();
}

void RangeSection::makeEdit(RangeEdit *edit, const QString &name)
{
    edit->setAccessibleName(name);
    edit->setToolTip(m_kind == RangeKind::Dates ? tr("A year, month or day: 2025, 2025-07, 2025-07-26")
                                                : tr("A number; > or < before it leaves the number itself out"));
    watch(edit);
    connect(edit, &QLineEdit::textEdited, this, &RangeSection::onTyped);
    connect(edit, &QLineEdit::editingFinished, this, &RangeSection::onLeft);
}

void RangeSection::setCounts(const explore::FacetCounts &counts)
{
    m_histogram->setBins(counts.bins);
    m_largest = 1;
    for (const explore::Bin &bin : counts.bins)
        m_largest = std::max(m_largest, bin.count);
    const auto missing = std::find_if(
        counts.values.begin(), counts.values.end(), [](const explore::FacetValue &value) { return value.value.isNull(); });
    m_missingCount = missing == counts.values.end() ? 0 : missing->count;
    updateMissing();
    updateHead();
}

void RangeSection::queryChanged()
{
    const explore::Range range = query().range(field());
    if (range != m_range) {
        m_range = range;
        m_histogram->setRange(range);
        showRange();
    }
    updateMissing();
    updateHead();
}

void RangeSection::clear()
{
    FacetSection::clear();
    m_histogram->clear();
    m_range = {};
    m_missingCount = 0;
    m_from->clear();
    m_to->clear();
    showMistake({}, nullptr);
    updateMissing();
    updateHead();
    arrange();
}

void RangeSection::updateHead()
{
    setHeadNote(m_histogram->axis().isLog() && isExpanded() ? tr("log scale") : QString());
    arrangeHead();
}

void RangeSection::updateMissing()
{
    const auto holds = [this](bool excluded) {
        const QStringList values = query().values(field(), excluded);
        return std::any_of(values.begin(), values.end(), [](const QString &value) { return value.isNull(); });
    };
    const FacetState state = holds(false) ? FacetState::Ticked : holds(true) ? FacetState::Excluded : FacetState::Empty;
    const double share = std::min(1.0, double(m_missingCount) / std::max(m_largest, m_missingCount));
    m_missing->setEntry({QString(), valueTitle(field(), QString()), m_missingCount, state}, share);
    const bool shown = isExpanded() && (m_missingCount > 0 || state != FacetState::Empty);
    if (shown == m_missing->isHidden()) {
        m_missing->setVisible(shown);
        arrange();
    }
}

/// What the person typed stays while it says the same.
void RangeSection::showRange()
{
    QString mistake;
    RangeEdit *where = nullptr;
    const bool typing = m_from->hasFocus() || m_to->hasFocus();
    if (typing && typedRange(&mistake, &where) == m_range && mistake.isEmpty())
        return;
    m_from->setText(rangeEndText(m_range.from, m_range.includesFrom, true, m_kind));
    m_to->setText(rangeEndText(m_range.to, m_range.includesTo, false, m_kind));
    showMistake({}, nullptr);
}

explore::Range RangeSection::typedRange(QString *mistake, RangeEdit **where) const
{
    const RangeEnd from = parseRangeEnd(m_from->text(), m_kind), to = parseRangeEnd(m_to->text(), m_kind);
    const explore::Range range{from.text, to.text, from.included, to.included};
    if (!from.mistake.isEmpty() || !to.mistake.isEmpty()) {
        *mistake = from.mistake.isEmpty() ? to.mistake : from.mistake;
        *where = from.mistake.isEmpty() ? m_to : m_from;
    } else if (*mistake = rangeMistake(range, m_kind); !mistake->isEmpty()) {
        *where = m_from->hasFocus() ? m_from : m_to;
    }
    return range;
}

void RangeSection::onTyped()
{
    QString mistake;
    RangeEdit *where = nullptr;
    const explore::Range range = typedRange(&mistake, &where);
    // A half-typed date is no mistake yet, but one that was told goes as soon as it is mended.
    if (!mistake.isEmpty())
        return;
    showMistake({}, nullptr);
    if (range != m_range)
        ask(withRange(query(), field(), range));
}

void RangeSection::onLeft()
{
    QString mistake;
    RangeEdit *where = nullptr;
    typedRange(&mistake, &where);
    showMistake(mistake, where);
    if (mistake.isEmpty()) {
        m_from->setText(rangeEndText(m_range.from, m_range.includesFrom, true, m_kind));
        m_to->setText(rangeEndText(m_range.to, m_range.includesTo, false, m_kind));
    }
}

void RangeSection::showMistake(const QString &words, RangeEdit *where)
{
    for (RangeEdit *edit : {m_from, m_to}) {
        edit->setMistaken(edit == where);
        edit->setAccessibleDescription(edit == where ? words : QString());
    }
    if (words == m_words->text())
        return;
    m_words->setText(words);
    QPalette palette = m_words->palette();
    palette.setColor(QPalette::WindowText, themeColour(Token::Bad));
    m_words->setPalette(palette);
    m_words->setVisible(isExpanded() && !words.isEmpty());
    arrange();
}

void RangeSection::arrange()
{
    const bool expanded = isExpanded();
    arrangeHead();
    int top = FacetHead::kHeight;
    const int room = std::max(0, width() - kLeft - kRight);
    for (QWidget *part : QList<QWidget *>{m_histogram, m_from, m_to, m_between})
        part->setVisible(expanded);
    if (expanded) {
        const int side = Histogram::kSide;
        m_histogram->setGeometry(kLeft - side, top, room + 2 * side, m_histogram->sizeHint().height());
        top += m_histogram->height() + 4;
        const int between = m_between->sizeHint().width() + 2 * kGap / 2 + 4;
        const int edit = (room - between) / 2;
        m_from->setGeometry(kLeft, top, edit, kEditHeight);
        m_between->setGeometry(kLeft + edit, top, room - 2 * edit, kEditHeight);
        m_to->setGeometry(width() - kRight - edit, top, edit, kEditHeight);
        top += kEditHeight + 4;
        if (!m_words->isHidden()) {
            const int tall = m_words->heightForWidth(room);
            m_words->setGeometry(kLeft, top, room, tall);
            top += tall + 4;
        }
        if (!m_missing->isHidden()) {
            m_missing->setGeometry(0, top, width(), FacetRow::kHeight);
            top += FacetRow::kHeight;
        }
        top += 4;
    }
    finishArranging(top);
}

void RangeSection::expansionShown()
{
    m_words->setVisible(isExpanded() && !m_words->text().isEmpty());
    m_missing->setVisible(false);
    updateMissing();
    updateHead();
    arrange();
}

QList<QWidget *> RangeSection::stops() const
{
    QList<QWidget *> parts{head()};
    for (QWidget *part :
        QList<QWidget *>{m_histogram->fromGrip(), m_histogram->toGrip(), m_from, m_to, static_cast<QWidget *>(m_missing)})
        if (isExpanded() && !part->isHidden() && part->isEnabled())
            parts << part;
    return parts;
}

bool RangeSection::onKey(QWidget *part, const QKeyEvent &key)
{
    const bool inEdit = part == m_from || part == m_to;
    if (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down) {
        const QList<QWidget *> parts = stops();
        const qsizetype next
            = std::clamp<qsizetype>(parts.indexOf(part) + (key.key() == Qt::Key_Down ? 1 : -1), 0, parts.size() - 1);
        parts[next]->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (inEdit && key.key() == Qt::Key_Escape && (part == m_from ? m_from : m_to)->isModified()) {
        m_from->setText(rangeEndText(m_range.from, m_range.includesFrom, true, m_kind));
        m_to->setText(rangeEndText(m_range.to, m_range.includesTo, false, m_kind));
        showMistake({}, nullptr);
        return true;
    }
    return !inEdit && FacetSection::onKey(part, key);
}

} // namespace waic::ui
