// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>

#include <vector>

class QStandardItemModel;

namespace waic::ui {

/// A value offered while a cell is edited.
struct Suggestion
{
    QString value;  ///< what is put into the field
    QString label;  ///< how it reads; empty: as the value
    int count = -1; ///< announcements that have it; -1: not known
};

/// Values below a field, narrowed by what is typed.  The field keeps the focus and moves the choice with its own keys.
class SuggestionList : public QListView
{
    Q_OBJECT

public:
    explicit SuggestionList(QLineEdit *field);

    void setSuggestions(std::vector<Suggestion> suggestions);
    /// Shows what fits to the text: values that begin with it, then those that hold a word that does; all for an empty text.
    void narrow(const QString &text);
    void move(int steps);
    QString chosen() const; ///< null: none

signals:
    void picked(); ///< by mouse

private:
    void place();

    QLineEdit *m_field;
    QStandardItemModel *m_rows;
    std::vector<Suggestion> m_all;
};

/// One line of text in a cell, with suggestions for fields that are open lists.
class LineEditor : public QLineEdit
{
    Q_OBJECT

public:
    explicit LineEditor(QWidget *parent);
    ~LineEditor() override;

    void setSuggestions(std::vector<Suggestion> suggestions);
    /// Puts the suggestion chosen with the arrow keys, if any, into the field.
    void takeSuggestion();

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

/// Several lines of text over a cell.
class ParagraphEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit ParagraphEditor(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// Text of either editor, and whether the user has changed it.
QString editorText(const QWidget *editor);
void setEditorText(QWidget *editor, const QString &text);
bool isEditorModified(const QWidget *editor);
void setEditorModified(QWidget *editor);
void selectEditorText(QWidget *editor);

} // namespace waic::ui
