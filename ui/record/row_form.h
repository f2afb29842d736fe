// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/conflict.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace waic::ui {

class FieldInput;

/// Whether the user may be asked while a form is handed in.
enum class Questions { Allowed, None };

/// The editor of one row of a record's list, below it: checked as a whole and handed over as one edit.  UI thread.
class RowForm : public QWidget
{
    Q_OBJECT

public:
    explicit RowForm(catalogue::RowId row, bool isNew, QWidget *parent);

    catalogue::RowId row() const { return m_row; } ///< of a new one: the id that it is going to have
    bool isNew() const { return m_isNew; }
    /// The row is stored by now.
    void setStored() { m_isNew = false; }
    virtual bool isDirty() const;
    virtual void focusFirst();
    /// Shows mistakes where they are; without one emits submitted, or cancelled when nothing differs.  False: there are mistakes,
    /// or the user would have to be asked something and may not.
    virtual bool save(Questions questions = Questions::Allowed) = 0;
    /// The catalogue refused the edit; said below the field that the error is about, else above the buttons.
    void showRefusal(const Error &error);
    FieldInput *input(const char *column) const; ///< null: none
    /// What was typed over another's value that is to stand is given up.
    void onDecided(const catalogue::Conflict &conflict);

signals:
    void submitted(const waic::catalogue::Edit &edit);
    void cancelled();
    void heightChanged(); ///< words or inputs came or went

protected:
    /// An input with its label above, over `columns` of the grid's two.
    FieldInput *addInput(const catalogue::Field &field, QGridLayout &grid, int row, int column, int columns = 1);
    /// Cancel and Save in a row of their own.
    QWidget *makeButtons();
    /// Checks one input; false after it shows a mistake.
    virtual bool check(FieldInput *input);
    /// Brings an input into sight.
    virtual void reveal(FieldInput *input);
    /// Checks all of them and puts the focus to the first mistake.
    bool checkAll();
    const std::vector<FieldInput *> &inputs() const { return m_inputs; }
    void say(const QString &words); ///< above the buttons
    /// Has the cells of an edit expect what stood in their inputs when typing began.
    void expectSeen(catalogue::Edit &edit) const;

    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    catalogue::RowId m_row;
    bool m_isNew;
    std::vector<FieldInput *> m_inputs;
    QLabel *m_words = nullptr;
};

} // namespace waic::ui
