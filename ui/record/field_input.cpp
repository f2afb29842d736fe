// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/field_input.h"

#include "ui/record/choice_box.h"
#include "ui/record/growing_edit.h"
#include "ui/record/ink.h"

#include "catalogue/country.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStyle>
#include <QTextEdit>
#include <QTimer>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

constexpr int kTextInset = 8;  ///< from an input's edge to its letters
constexpr int kLineMargin = 3; ///< what QLineEdit leaves free by itself, its frame included

bool isMatch(const QKeyEvent &event, QKeySequence::StandardKey key)
{
    return QKeySequence::keyBindings(key).contains(QKeySequence(event.keyCombination()));
}

} // namespace

FieldInput::FieldInput(const catalogue::Field &field, bool writable, bool plain, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_plain(plain)
    , m_words(plainLabel({}, 12, 400, Token::Text3))
{
    makeInput(writable);
    m_box = m_growing ? static_cast<QWidget *>(m_growing) : m_input;
    m_input->setObjectName(QString::fromLatin1(field.column));
    m_input->setAccessibleName(catalogue::fieldLabel(field));
    m_input->installEventFilter(this);
    setFocusProxy(m_input);
    m_words->setWordWrap(true);
    m_words->setContentsMargins(kTextInset, 1, 0, 3);
    m_words->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_box);
    layout->addWidget(m_words);
    setMark("plain", m_plain);
    connect(&Theme::instance(), &Theme::changed, this, &FieldInput::showWords);
}

void FieldInput::makeInput(bool writable)
{
    using catalogue::FieldType;
    const bool grows = m_field.type == FieldType::Paragraph || m_field.type == FieldType::Line || m_field.type == FieldType::Link;
    const QString nothing = m_plain ? tr("none") : QString();
    if (grows && m_plain) {
        m_growing = new GrowingEdit(m_field.type == FieldType::Paragraph);
        m_growing->setReadOnly(!writable);
        m_growing->setPlaceholderText(nothing);
        m_input = m_growing->edit();
        connect(m_growing, &GrowingEdit::textChanged, this, &FieldInput::onEdited);
        return;
    }
    if (writable && (m_field.type == FieldType::Choice || m_field.type == FieldType::Country))
        makeChoice();
    else
        makeLine();
    m_line->setReadOnly(!writable);
    m_line->setPlaceholderText(nothing);
    connect(m_line, &QLineEdit::textEdited, this, &FieldInput::onEdited);
}

void FieldInput::makeChoice()
{
    auto *box = new ChoiceBox;
    m_choice = box;
    m_line = box->lineEdit();
    m_input = box;
    m_line->setAccessibleName(catalogue::fieldLabel(m_field));
    connect(box, &ChoiceBox::opening, this, &FieldInput::fillChoices);
    connect(box, &QComboBox::activated, this, [this] {
        onEdited();
        emit entered();
    });
}

void FieldInput::makeLine()
{
    m_line = new QLineEdit;
    m_line->setTextMargins(kTextInset - kLineMargin, 0, kTextInset - kLineMargin, 0);
    m_input = m_line;
}

QString FieldInput::shownText(const QString &stored) const
{
    if (m_field.type == catalogue::FieldType::Country) {
        const QString name = catalogue::countryName(stored);
        return name.isNull() ? stored : name;
    }
    const bool capital = m_field.type == catalogue::FieldType::Choice && m_field.entity == catalogue::Entity::Announcement;
    return capital ? capitalised(stored) : stored;
}

QString FieldInput::storedText(const QString &shown) const
{
    const QString typed = shown.trimmed();
    if (m_field.type == catalogue::FieldType::Country) {
        const QString code = catalogue::countryCode(typed);
        return code.isNull() ? typed : code;
    }
    if (!m_choice || typed == m_stored)
        return typed;
    QStringList offered = catalogue::knownValues(m_field);
    if (m_offers)
        offered << m_offers();
    if (offered.contains(typed))
        return typed;
    const auto same = std::find_if(
        offered.cbegin(), offered.cend(), [&](const QString &value) { return value.compare(typed, Qt::CaseInsensitive) == 0; });
    return same == offered.cend() ? typed : *same;
}

void FieldInput::fillChoices()
{
    const QString text = m_line->text();
    QStringList values
        = m_field.type == catalogue::FieldType::Country ? catalogue::countryCodes() : catalogue::knownValues(m_field);
    if (m_offers)
        for (const QString &value : m_offers())
            if (!values.contains(value))
                values << value;
    QStringList shown;
    for (const QString &value : std::as_const(values))
        shown << shownText(value);
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItems(shown);
    m_choice->setCurrentIndex(int(shown.indexOf(text)));
    m_line->setText(text);
}

void FieldInput::setSought(const std::vector<Sought> &sought)
{
    if (m_growing)
        m_growing->setSought(sought);
}

void FieldInput::setHint(const QString &hint)
{
    m_hint = hint;
    showWords();
}

void FieldInput::setStored(const QString &value)
{
    const bool halfTyped = isDirty();
    m_stored = value;
    if (halfTyped) {
        const Result<QVariant> meant = parsed();
        if (!meant || meant->toString() != value)
            return;
    }
    restore();
}

QString FieldInput::typed() const
{
    return m_growing ? m_growing->text() : m_line->text();
}

void FieldInput::setTyped(const QString &text)
{
    if (m_growing) {
        if (m_growing->text() != text)
            m_growing->setText(text);
    } else if (m_line->text() != text) {
        m_line->setText(text);
        m_line->setCursorPosition(m_line->hasFocus() ? int(text.size()) : 0); // a long one shows its beginning
    }
}

bool FieldInput::isDirty() const
{
    return typed() != shownText(m_stored);
}

Result<QVariant> FieldInput::parsed() const
{
    return catalogue::parseField(m_field, storedText(typed()));
}

void FieldInput::showMistake(const Error &error)
{
    m_mistake = true;
    m_mistakeWords = error.next.isEmpty() ? error.what : error.what + QStringLiteral(". ") + capitalised(error.next);
    m_mistakeWords = capitalised(m_mistakeWords);
    setMark("bad", true);
    setMark("plain", false); // the outline of a mistake stays in sight
    m_input->setAccessibleDescription(m_mistakeWords);
    showWords();
}

QString FieldInput::mistakeText() const
{
    return m_mistake ? m_mistakeWords : QString();
}

void FieldInput::restore()
{
    m_seen = m_stored;
    setTyped(shownText(m_stored));
    clearMistake();
}

void FieldInput::clearMistake()
{
    if (m_mistake) {
        m_mistake = false;
        m_input->setAccessibleDescription({});
        setMark("bad", false);
        setMark("plain", m_plain);
    }
    showWords();
}

void FieldInput::onEdited()
{
    if (m_mistake && parsed().has_value())
        clearMistake();
    emit edited();
}

void FieldInput::setMark(const char *property, bool on)
{
    m_box->setProperty(property, on);
    m_box->update();
}

void FieldInput::scrollToWords()
{
    for (QWidget *widget = parentWidget(); widget; widget = widget->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(widget))
            area->ensureWidgetVisible(m_words, 0, 8);
}

void FieldInput::showWords()
{
    const bool focus = m_input->hasFocus();
    const bool readOnly = m_line && m_line->isReadOnly();
    const QString hint = !focus || readOnly          ? QString()
        : m_field.type == catalogue::FieldType::Date ? tr("2025, 2025-07 or 2025-07-26")
                                                     : m_hint;
    const QColor ink = themeColour(m_mistake ? Token::Bad : Token::Text3);
    QPalette palette = m_words->palette();
    palette.setColor(QPalette::WindowText, ink);
    palette.setColor(QPalette::Text, ink);
    m_words->setPalette(palette);
    m_words->setText(m_mistake ? m_mistakeWords : hint);
    m_words->setVisible(m_mistake || !hint.isEmpty());
    if (m_mistake && focus)
        QTimer::singleShot(0, this, &FieldInput::scrollToWords); // once the layout has made room for them
}

bool FieldInput::onKey(int key, Qt::KeyboardModifiers modifiers)
{
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    const bool paragraphs = m_growing && m_field.type == catalogue::FieldType::Paragraph;
    if (enter && (!paragraphs || modifiers.testFlag(Qt::ControlModifier))) {
        emit entered();
        return true;
    }
    if (key == Qt::Key_Escape) {
        emit escaped();
        return true;
    }
    return false;
}

bool FieldInput::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_input)
        return QWidget::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::FocusIn:
        if (m_choice)
            fillChoices();
        showWords();
        break;
    case QEvent::FocusOut:
        if (static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
            showWords();
            emit left();
        }
        break;
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        return onKey(key->key(), key->modifiers());
    }
    case QEvent::ShortcutOverride: {
        // Without half-typed text, Ctrl+Z means the last edit of the catalogue and not of these letters.
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!isDirty() && (isMatch(*key, QKeySequence::Undo) || isMatch(*key, QKeySequence::Redo))) {
            event->ignore();
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waic::ui
