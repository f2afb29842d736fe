// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/suggestion_list.h"

#include "catalogue/fold.h"
#include "ui/common/painting.h"

#include <QFocusEvent>
#include <QLocale>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kRowHeight = 26;
constexpr int kMostRows = 8;
constexpr int kLeastWidth = 150;
constexpr int kMostWidth = 320;
constexpr int kPadding = 10;
constexpr int kGap = 3;
enum Role { ValueRole = Qt::UserRole, CountRole, IdRole };

class SuggestionDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const QFontMetrics metrics(uiFont(13));
        return {metrics.horizontalAdvance(index.data().toString()) + 4 * kPadding + 32, kRowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            drawBox(*painter, QRectF(option.rect).adjusted(3, 1, -3, -1), kBoxRadius, themeColour(Token::Select), {});
        QRect text = option.rect.adjusted(kPadding, 0, -kPadding, 0);
        const int count = index.data(CountRole).toInt();
        if (count >= 0) {
            const QString number = QLocale().toString(count);
            painter->setFont(uiFont(12));
            painter->setPen(themeColour(Token::Text3));
            painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter, number);
            text.setRight(text.right() - QFontMetrics(painter->font()).horizontalAdvance(number) - kPadding);
        }
        painter->setFont(uiFont(13));
        painter->setPen(themeColour(Token::Text));
        drawElided(*painter, text, index.data().toString());
        painter->restore();
    }
};

/// A run of Chinese characters has no words: it matches anywhere.
bool isHan(const QString &text)
{
    return !text.isEmpty() && text.at(0).script() == QChar::Script_Han;
}

} // namespace

PreparedSuggestions::PreparedSuggestions(std::vector<Suggestion> suggestions)
    : m_all(std::move(suggestions))
{
    m_folded.reserve(m_all.size());
    for (const Suggestion &suggestion : m_all) {
        Folded texts{catalogue::folded(suggestion.value), catalogue::folded(suggestion.label), {}};
        for (const QString &name : suggestion.also)
            texts.also << catalogue::folded(name);
        m_folded.push_back(std::move(texts));
    }
}

int PreparedSuggestions::fit(const QString &foldedTyped, std::size_t place) const
{
    const Folded &suggestion = m_folded[place];
    if (suggestion.value.startsWith(foldedTyped) || suggestion.label.startsWith(foldedTyped))
        return 0;
    const QString inside = isHan(foldedTyped) ? foldedTyped : QLatin1Char(' ') + foldedTyped;
    const auto holds = [&](const QString &text) { return text.startsWith(foldedTyped) || text.contains(inside); };
    const bool any = holds(suggestion.value) || holds(suggestion.label)
        || std::any_of(suggestion.also.begin(), suggestion.also.end(), holds);
    return any ? 1 : 2;
}

SuggestionList::SuggestionList(QLineEdit *field)
    : QListView(field->window())
    , m_field(field)
    , m_rows(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("suggestions"));
    setProperty("popup", true);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(true);
    setItemDelegate(new SuggestionDelegate(this));
    setModel(m_rows);
    hide();
    connect(this, &QListView::clicked, this, &SuggestionList::picked);
}

void SuggestionList::addRow(const Suggestion &suggestion)
{
    auto *item = new QStandardItem(suggestion.label.isEmpty() ? suggestion.value : suggestion.label);
    item->setData(suggestion.value, ValueRole);
    item->setData(suggestion.count, CountRole);
    item->setData(suggestion.id, IdRole);
    m_rows->appendRow(item);
}

void SuggestionList::narrow(const QString &text)
{
    const QString typed = catalogue::folded(text);
    m_rows->clear();
    bool isNamed = false;
    for (const int wanted : {0, 1})
        for (std::size_t place = 0; m_all && place < m_all->size() && m_rows->rowCount() < kMostFound; ++place) {
            if (m_all->fit(typed, place) != wanted)
                continue;
            addRow((*m_all)[place]);
            isNamed = isNamed || m_all->isNamed(typed, place);
        }
    const QString wanted = text.simplified();
    if (m_creating && !wanted.isEmpty() && !isNamed)
        addRow({wanted, m_creating(wanted), -1, {}, -1});
    const bool useful
        = m_rows->rowCount() > 1 || (m_rows->rowCount() == 1 && (m_creating || m_rows->item(0)->data(ValueRole) != text));
    if (useful)
        place();
    setVisible(useful);
    if (m_creating && !wanted.isEmpty() && useful)
        setCurrentIndex(m_rows->index(0, 0));
}

void SuggestionList::place()
{
    if (parentWidget() != m_field->window())
        setParent(m_field->window()); // the field may have been made before it came into its window
    const QWidget *window = parentWidget();
    const int height = std::min(kMostRows, m_rows->rowCount()) * kRowHeight + 2;
    const int width = std::max(m_field->width(), std::clamp(sizeHintForColumn(0), kLeastWidth, kMostWidth));
    const QPoint corner = m_field->mapTo(window, QPoint(0, 0));
    int y = corner.y() + m_field->height() + kGap;
    if (y + height > window->height())
        y = std::max(0, corner.y() - kGap - height);
    setGeometry(std::clamp(corner.x(), 0, std::max(0, window->width() - width)), y, width, height);
    raise();
}

void SuggestionList::move(int steps)
{
    if (isHidden() || m_rows->rowCount() == 0)
        return;
    const int now = currentIndex().isValid() ? currentIndex().row() : (steps > 0 ? -1 : m_rows->rowCount());
    setCurrentIndex(m_rows->index(std::clamp(now + steps, 0, m_rows->rowCount() - 1), 0));
}

QString SuggestionList::chosen() const
{
    return isHidden() || !currentIndex().isValid() ? QString() : currentIndex().data(ValueRole).toString();
}

std::optional<Suggestion> SuggestionList::choice() const
{
    if (chosen().isNull())
        return std::nullopt;
    const QModelIndex row = currentIndex();
    return Suggestion{
        row.data(ValueRole).toString(), row.data().toString(), row.data(CountRole).toInt(), {}, row.data(IdRole).toLongLong()};
}

LineEditor::LineEditor(QWidget *parent)
    : QLineEdit(parent)
{
    setTextMargins(4, 0, 2, 0);
}

LineEditor::~LineEditor()
{
    delete m_list;
}

void LineEditor::setSuggestions(std::vector<Suggestion> suggestions)
{
    setSuggestions(std::make_shared<const PreparedSuggestions>(std::move(suggestions)));
}

void LineEditor::setSuggestions(SharedSuggestions suggestions)
{
    if (m_list) {
        m_list->setSuggestions(std::move(suggestions));
        if (m_list->isVisible() || hasFocus())
            m_list->narrow(text());
        return;
    }
    m_list = new SuggestionList(this);
    m_list->setSuggestions(std::move(suggestions));
    connect(this, &QLineEdit::textEdited, m_list, &SuggestionList::narrow);
    connect(m_list, &SuggestionList::picked, this, [this] {
        takeSuggestion();
        emit picked();
    });
}

void LineEditor::setCreating(std::function<QString(const QString &text)> words)
{
    m_list->setCreating(std::move(words));
}

std::optional<Suggestion> LineEditor::choice() const
{
    return m_list ? m_list->choice() : std::nullopt;
}

bool LineEditor::isListShown() const
{
    return m_list && m_list->isVisible();
}

void LineEditor::hideList()
{
    if (m_list)
        m_list->hide();
}

void LineEditor::placeList()
{
    if (isListShown())
        m_list->place();
}

void LineEditor::takeSuggestion()
{
    const QString value = m_list ? m_list->chosen() : QString();
    if (value.isNull())
        return;
    setText(value);
    setModified(true);
    m_list->hide();
}

void LineEditor::keyPressEvent(QKeyEvent *event)
{
    if (m_list && (event->key() == Qt::Key_Down || event->key() == Qt::Key_Up)) {
        if (m_list->isHidden())
            m_list->narrow({});
        else
            m_list->move(event->key() == Qt::Key_Down ? 1 : -1);
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void LineEditor::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (m_list && event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        m_list->narrow({});
}

void LineEditor::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (m_list)
        m_list->hide();
}

void LineEditor::hideEvent(QHideEvent *event)
{
    QLineEdit::hideEvent(event);
    if (m_list)
        m_list->hide();
}

} // namespace waic::ui
