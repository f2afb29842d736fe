// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/figure_form.h"

#include "ui/common/theme.h"
#include "ui/record/ink.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <array>

namespace waic::ui {

namespace {

constexpr int kMargin = 16;
constexpr int kLabelWidth = 76;
constexpr std::array kColumns{"value", "of_value", "unit", "qualifier", "as_of"};

/// A number as it is typed: a year is not grouped.
QString typedNumber(std::optional<double> value, const QString &unit)
{
    if (value && unit == QLatin1String("year") && *value == double(qint64(*value)))
        return QString::number(qint64(*value));
    return catalogue::numberText(value);
}

} // namespace

FigureForm::FigureForm(const catalogue::Claim &claim, const QStringList &units, QWidget *parent)
    : QWidget(parent)
    , m_claim(claim)
    , m_units(units)
    , m_save(new QPushButton(tr("Save")))
{
    setAccessibleName(tr("Figure of %1").arg(claim.subject));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(kMargin, 8, kMargin, 10);
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, kLabelWidth);
    grid->setColumnStretch(1, 1);
    for (const char *column : kColumns)
        addInput(column, *grid);
    m_save->setProperty("primary", true);
    m_save->setObjectName(QStringLiteral("saveFigure"));
    m_save->setAutoDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setAutoDefault(true);
    connect(m_save, &QPushButton::clicked, this, &FigureForm::save);
    connect(cancel, &QPushButton::clicked, this, &FigureForm::cancelled);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 4, 0, 0);
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    grid->addLayout(buttons, grid->rowCount(), 0, 1, 2);
    setClaim(claim);
}

void FigureForm::addInput(const char *column, QGridLayout &grid)
{
    const catalogue::Field *field = catalogue::findField(catalogue::Entity::Claim, QString::fromLatin1(column));
    if (!field)
        return;
    auto *input = new FieldInput(*field, true, false);
    m_inputs.push_back(input);
    if (field->type == catalogue::FieldType::Choice && qstrcmp(column, "unit") == 0)
        input->setOffers([this] { return m_units; });
    connect(input, &FieldInput::entered, this, &FigureForm::save);
    connect(input, &FieldInput::escaped, this, &FigureForm::cancelled);
    connect(input, &FieldInput::left, this, [this, input] { check(input); });
    QLabel *label = plainLabel(catalogue::fieldLabel(*field), 12, 400, Token::Text3);
    label->setContentsMargins(0, 6, 0, 0);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0, Qt::AlignTop);
    grid.addWidget(input, row, 1);
}

QString FigureForm::storedText(const catalogue::Field &field) const
{
    const QLatin1String column(field.column);
    if (column == QLatin1String("value"))
        return typedNumber(m_claim.value, m_claim.unit);
    if (column == QLatin1String("of_value"))
        return typedNumber(m_claim.of, m_claim.unit);
    if (column == QLatin1String("unit"))
        return m_claim.unit;
    return column == QLatin1String("qualifier") ? m_claim.qualifier : m_claim.asOf;
}

void FigureForm::setClaim(const catalogue::Claim &claim)
{
    m_claim = claim;
    for (FieldInput *input : m_inputs)
        input->setStored(storedText(input->field()));
}

void FigureForm::focusFirst()
{
    if (m_inputs.empty())
        return;
    m_inputs.front()->input()->setFocus(Qt::TabFocusReason); // selects the number, ready to be typed over
}

bool FigureForm::check(FieldInput *input)
{
    if (!input->isDirty()) {
        input->restore();
        return true;
    }
    const Result<QVariant> value = input->parsed();
    if (!value) {
        input->showMistake(value.error());
        return false;
    }
    const bool whole = qstrcmp(input->field().column, "of_value") == 0;
    if (whole && value->isValid() && !(value->toDouble() > 0)) {
        input->showMistake({ErrorKind::BadInput, tr("The whole must be more than 0"), catalogue::fieldLabel(input->field()),
            tr("leave it empty for a figure that is no part of a whole")});
        return false;
    }
    return true;
}

void FigureForm::save()
{
    FieldInput *wrong = nullptr;
    catalogue::Edit edit;
    QStringList labels;
    for (FieldInput *input : m_inputs) {
        if (!check(input)) {
            wrong = wrong ? wrong : input;
            continue;
        }
        const Result<QVariant> value = input->parsed();
        if (!input->isDirty() || !value)
            continue;
        labels << catalogue::fieldLabel(input->field()).toLower();
        edit.changes.push_back(
            catalogue::SetCell{catalogue::Entity::Claim, m_claim.id, QString::fromLatin1(input->field().column), *value});
    }
    if (wrong) {
        wrong->input()->setFocus();
        return;
    }
    if (edit.changes.empty()) {
        emit cancelled();
        return;
    }
    edit.label = tr("Set %1 of %2").arg(labels.join(QStringLiteral(", ")), m_claim.measure);
    emit submitted(edit);
}

void FigureForm::showRefusal(const Error &error)
{
    for (FieldInput *input : m_inputs)
        if (input->isDirty() && error.where == catalogue::fieldLabel(input->field()))
            input->showMistake(error);
}

bool FigureForm::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        emit heightChanged();
    return QWidget::event(event);
}

void FigureForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColour(Token::Window));
    painter.fillRect(QRect(0, 0, 2, height()), themeColour(Token::Accent));
    painter.fillRect(QRect(0, height() - 1, width(), 1), themeColour(Token::Line));
}

} // namespace waic::ui
