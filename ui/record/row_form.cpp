// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/row_form.h"

#include "ui/common/theme.h"
#include "ui/record/field_input.h"
#include "ui/record/ink.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace waic::ui {

RowForm::RowForm(catalogue::RowId row, bool isNew, QWidget *parent)
    : QWidget(parent)
    , m_row(row)
    , m_isNew(isNew)
{
}

FieldInput *RowForm::input(const char *column) const
{
    const auto found = std::find_if(
        m_inputs.begin(), m_inputs.end(), [&](const FieldInput *input) { return qstrcmp(input->field().column, column) == 0; });
    return found == m_inputs.end() ? nullptr : *found;
}

FieldInput *RowForm::addInput(const catalogue::Field &field, QGridLayout &grid, int row, int column, int columns)
{
    auto *input = new FieldInput(field, true, false);
    m_inputs.push_back(input);
    connect(input, &FieldInput::entered, this, [this] { save(); });
    connect(input, &FieldInput::escaped, this, &RowForm::cancelled);
    connect(input, &FieldInput::left, this, [this, input] { check(input); });
    auto *cell = new QVBoxLayout;
    cell->setSpacing(1);
    QLabel *label = plainLabel(catalogue::fieldLabel(field), 12, 400, Token::Text3);
    label->setObjectName(QLatin1String(field.column) + QLatin1String("Label"));
    cell->addWidget(label);
    cell->addWidget(input);
    cell->addStretch(1);
    grid.addLayout(cell, row, column, 1, columns);
    return input;
}

QWidget *RowForm::makeButtons()
{
    auto *box = new QWidget;
    auto *rows = new QVBoxLayout(box);
    rows->setContentsMargins(0, 4, 0, 0);
    rows->setSpacing(4);
    m_words = plainLabel({}, 12, 400, Token::Bad);
    m_words->setWordWrap(true);
    m_words->hide();
    auto *save = new QPushButton(tr("Save"));
    save->setProperty("primary", true);
    save->setObjectName(QStringLiteral("saveForm"));
    save->setAutoDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelForm"));
    cancel->setAutoDefault(true);
    connect(save, &QPushButton::clicked, this, [this] { this->save(); });
    connect(cancel, &QPushButton::clicked, this, &RowForm::cancelled);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    rows->addWidget(m_words);
    rows->addLayout(buttons);
    return box;
}

bool RowForm::isDirty() const
{
    return std::any_of(m_inputs.begin(), m_inputs.end(), [](const FieldInput *input) { return input->isDirty(); });
}

void RowForm::focusFirst()
{
    if (!m_inputs.empty())
        m_inputs.front()->input()->setFocus(Qt::TabFocusReason); // selects the text, ready to be typed over
}

bool RowForm::check(FieldInput *input)
{
    if (!input->isDirty()) {
        input->restore();
        return true;
    }
    const Result<QVariant> value = input->parsed();
    if (!value)
        input->showMistake(value.error());
    return value.has_value();
}

void RowForm::reveal(FieldInput *input)
{
    input->input()->setFocus();
}

bool RowForm::checkAll()
{
    say({});
    FieldInput *wrong = nullptr;
    for (FieldInput *input : m_inputs) {
        bool right = check(input);
        if (const Result<QVariant> value = input->parsed(); right && !value) { // of a new row: required, and still empty
            input->showMistake(value.error());
            right = false;
        }
        if (!right && !wrong)
            wrong = input;
    }
    if (wrong && isVisible())
        reveal(wrong);
    return !wrong;
}

void RowForm::say(const QString &words)
{
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
}

void RowForm::showRefusal(const Error &error)
{
    for (FieldInput *input : m_inputs)
        if (input->isDirty() && error.where == catalogue::fieldLabel(input->field())) {
            input->showMistake(error);
            if (isVisible())
                reveal(input);
            return;
        }
    say(capitalised(error.next.isEmpty() ? error.what : error.what + QStringLiteral(". ") + capitalised(error.next)));
}

void RowForm::expectSeen(catalogue::Edit &edit) const
{
    for (catalogue::Change &change : edit.changes)
        if (auto *cell = std::get_if<catalogue::SetCell>(&change))
            for (const FieldInput *input : m_inputs)
                if (input->field().entity == cell->entity && cell->column == QLatin1String(input->field().column)
                    && input->isDirty() && input->seen() != input->stored())
                    cell->expected = catalogue::parseField(input->field(), input->seen()).value_or(QVariant());
}

void RowForm::onDecided(const catalogue::Conflict &conflict)
{
    for (const catalogue::CellConflict &cell : conflict.cells)
        for (FieldInput *input : m_inputs)
            if (!cell.take && cell.table == catalogue::tableName(input->field().entity)
                && cell.column == QLatin1String(input->field().column))
                input->restore();
}

bool RowForm::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        emit heightChanged();
    return QWidget::event(event);
}

void RowForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColour(Token::Window));
    painter.fillRect(QRect(0, 0, 2, height()), themeColour(Token::Accent));
    painter.fillRect(QRect(0, height() - 1, width(), 1), themeColour(Token::Line));
}

} // namespace waic::ui
