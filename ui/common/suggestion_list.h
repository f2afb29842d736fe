// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QListView>
#include <QPointer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QStandardItemModel;

namespace waic::ui {

/// A value offered while something is typed.
struct Suggestion
{
    QString value;         ///< what is put into the field
    QString label;         ///< how it reads; empty: as the value
    int count = -1;        ///< announcements that have it; -1: not known
    QStringList also = {}; ///< other names that find it
    qint64 id = 0;         ///< of the row that it stands for; 0: none
};

/// Suggestions with their texts as they are compared, made once; many are made off the UI thread.
class PreparedSuggestions
{
public:
    explicit PreparedSuggestions(std::vector<Suggestion> suggestions);

    std::size_t size() const { return m_all.size(); }
    const Suggestion &operator[](std::size_t place) const { return m_all[place]; }
    /// 0: begins with the typed text, 1: has a word that does or another name that does, 2: neither.
    int fit(const QString &foldedTyped, std::size_t place) const;
    bool isNamed(const QString &foldedTyped, std::size_t place) const { return m_folded[place].value == foldedTyped; }

private:
    struct Folded
    {
        QString value;
        QString label;
        QStringList also;
    };

    std::vector<Suggestion> m_all;
    std::vector<Folded> m_folded;
};

using SharedSuggestions = std::shared_ptr<const PreparedSuggestions>;

/// Values below a field, narrowed by what is typed.  The field keeps the focus and moves the choice with its own keys.
class SuggestionList : public QListView
{
    Q_OBJECT

public:
    static constexpr int kMostFound = 500; ///< rows; whoever wants another one types on

    explicit SuggestionList(QLineEdit *field);

    void setSuggestions(SharedSuggestions suggestions) { m_all = std::move(suggestions); }
    /// Offers a text that no suggestion is named by as the last row, in these words.  Then the first row is chosen as soon as
    /// something is typed, so that Enter takes it.
    void setCreating(std::function<QString(const QString &text)> words) { m_creating = std::move(words); }
    /// Shows what fits to the text: values that begin with it, then those that hold a word that does; all for an empty text.
    void narrow(const QString &text);
    void move(int steps);
    QString chosen() const; ///< null: none
    /// The suggestion chosen; one to create has id -1.
    std::optional<Suggestion> choice() const;
    void place(); ///< below the field, or above it

signals:
    void picked(); ///< by mouse

private:
    void addRow(const Suggestion &suggestion);

    QLineEdit *m_field;
    QStandardItemModel *m_rows;
    SharedSuggestions m_all;
    std::function<QString(const QString &)> m_creating;
};

/// One line of text with suggestions for what is an open list.
class LineEditor : public QLineEdit
{
    Q_OBJECT

public:
    explicit LineEditor(QWidget *parent);
    ~LineEditor() override;

    void setSuggestions(std::vector<Suggestion> suggestions);
    void setSuggestions(SharedSuggestions suggestions); ///< not null
    /// See SuggestionList::setCreating().  REQUIRES suggestions, if an empty list of them.
    void setCreating(std::function<QString(const QString &text)> words);
    /// Puts the suggestion chosen with the arrow keys, if any, into the field.
    void takeSuggestion();
    std::optional<Suggestion> choice() const;
    bool isListShown() const;
    void hideList();
    void placeList(); ///< anew, after the line moved

signals:
    void picked(); ///< a suggestion, by mouse

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QPointer<SuggestionList> m_list; ///< child of the window, so that the cell does not clip it
};

} // namespace waic::ui
