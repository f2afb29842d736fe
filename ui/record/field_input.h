// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/field.h"
#include "ui/common/matches.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QLineEdit;

namespace waic::ui {

class GrowingEdit;

/// The input of one field with its words below: a hint while it has the focus, a mistake until it is mended.  It shows a stored
/// value, keeps what is typed beside it, and parses; writing is for its owner.  UI thread.
class FieldInput : public QWidget
{
    Q_OBJECT

public:
    /// plain: without outline until hover or focus.  A field that is not writable can be selected and copied.
    FieldInput(const catalogue::Field &field, bool writable, bool plain, QWidget *parent = nullptr);

    const catalogue::Field &field() const { return m_field; }
    QWidget *input() const { return m_input; } ///< takes the focus; has the accessible name

    /// Is marked in a text over several lines; other inputs are left alone.
    void setSought(const std::vector<Sought> &sought);

    /// Values offered beside the known ones of a choice, asked when the input is entered.
    void setOffers(std::function<QStringList()> offers) { m_offers = std::move(offers); }

    /// Words below while the input has the focus; null: none but a date's.
    void setHint(const QString &hint);

    /// What the catalogue holds, as text (numbers as a person types them).  Half-typed text stays and can still be taken back.
    void setStored(const QString &value);
    const QString &stored() const { return m_stored; }
    /// What stood there when typing began, which others may have changed since; what is stored while nothing is typed.
    const QString &seen() const { return isDirty() ? m_seen : m_stored; }
    QString typed() const; ///< as it stands in the input
    void setTyped(const QString &text);
    bool isDirty() const; ///< typed() is not what setStored() shows

    /// What is typed, as the value to store: a name of a country as its code, a choice in any case as the value known.
    Result<QVariant> parsed() const;
    void showMistake(const Error &error);
    bool hasMistake() const { return m_mistake; }
    /// The words below: of the mistake, else null.
    QString mistakeText() const;
    /// Takes the typed text and the mistake back.
    void restore();

signals:
    void edited();  ///< at every key
    void entered(); ///< Enter (Ctrl+Enter in paragraphs), or a choice taken from the list
    void left();    ///< the focus went elsewhere
    void escaped();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeInput(bool writable);
    void makeChoice();
    void makeLine();
    void onEdited();
    bool onKey(int key, Qt::KeyboardModifiers modifiers);
    void fillChoices();
    QString shownText(const QString &stored) const;
    QString storedText(const QString &shown) const;
    void setMark(const char *property, bool on);
    void showWords();
    void scrollToWords();
    void clearMistake();

    const catalogue::Field &m_field;
    bool m_plain;
    std::function<QStringList()> m_offers;
    QWidget *m_input = nullptr;
    QWidget *m_box = nullptr;    ///< what carries the dynamic properties
    QLineEdit *m_line = nullptr; ///< of a line or of the choice
    QComboBox *m_choice = nullptr;
    GrowingEdit *m_growing = nullptr;
    QLabel *m_words;
    QString m_stored;
    QString m_seen;
    QString m_hint;
    QString m_mistakeWords;
    bool m_mistake = false;
};

} // namespace waic::ui
