// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_editor.h"

#include "chart/field_words.h"
#include "chart/spec_change.h"
#include "chart/words.h"
#include "ui/chart/mixture_box.h"
#include "ui/chart/value_box.h"
#include "ui/common/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

using chart::ChartKind;
using chart::ChartSpec;
using chart::isOverTime;

/// An empty field is one that is not said.
QString orNull(const QString &text)
{
    return text.trimmed().isEmpty() ? QString() : text;
}

} // namespace

ChartEditor::ChartEditor(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout)
    , m_proposal(new QComboBox)
    , m_kind(new QComboBox)
    , m_shape(new QComboBox)
    , m_figure(new QComboBox)
    , m_scale(new QComboBox)
    , m_order(new QComboBox)
    , m_measure(new ValueBox)
    , m_second(new ValueBox)
    , m_dimension(new ValueBox)
    , m_split(new ValueBox)
    , m_subject(new ValueBox)
    , m_definition(new ValueBox)
    , m_nature(new ValueBox)
    , m_unit(new ValueBox)
    , m_top(new QSpinBox)
    , m_cumulative(new QCheckBox(tr("Add up over time")))
    , m_percent(new QCheckBox(tr("In per cent of each whole")))
    , m_unverified(new QCheckBox(tr("Mark figures that nobody verified")))
    , m_ownQuestion(new QCheckBox(tr("Keep the question of now")))
    , m_title(new QLineEdit)
    , m_subtitle(new QLineEdit)
    , m_source(new QLineEdit)
    , m_mixtures(new MixtureBox)
    , m_save(new QPushButton(tr("Save")))
    , m_saveAs(new QPushButton(tr("Save As…")))
    , m_revert(new QPushButton(tr("Revert")))
{
    setObjectName(QStringLiteral("chartEditor"));
    setAccessibleName(tr("Edit chart"));
    setFixedWidth(kWidth);
    auto *inside = new QWidget;
    auto *fields = new QVBoxLayout(inside);
    fields->setContentsMargins(12, 8, 12, 12);
    fields->setSpacing(8);
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    m_form->setVerticalSpacing(4);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    makeFields();
    makeTexts();
    connect(m_mixtures, &MixtureBox::chosen, this, &ChartEditor::changed);
    fields->addWidget(m_mixtures);
    fields->addLayout(m_form);
    fields->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(scroll, 1);
    layout->addWidget(makeButtons());
}

/// The wheel scrolls the fields; it does not change what is drawn.
bool ChartEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Wheel)
        return QWidget::eventFilter(watched, event);
    event->ignore();
    return true;
}

void ChartEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(themeColour(Token::Line));
    painter.drawLine(0, 0, 0, height());
}

void ChartEditor::addRow(const QString &label, const char *name, QWidget *field)
{
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(label);
    field->installEventFilter(this);
    field->setFocusPolicy(Qt::StrongFocus); // a combo box would take the focus of the wheel
    auto *words = new QLabel(label);
    words->setFont(uiFont(12));
    words->setBuddy(field);
    m_form->addRow(words, field);
}

void ChartEditor::makeFields()
{
    for (const ChartKind kind : chart::chartKinds())
        m_kind->addItem(chart::kindLabel(kind), int(kind));
    m_shape->addItem(tr("Ring"), int(chart::ShareForm::Donut));
    m_shape->addItem(tr("Pie"), int(chart::ShareForm::Pie));
    m_shape->addItem(tr("One bar"), int(chart::ShareForm::Bar));
    for (const chart::FigureChoice choice : chart::figureChoices())
        m_figure->addItem(chart::choiceLabel(choice), int(choice));
    m_scale->addItem(tr("Linear"), int(chart::Scale::Linear));
    m_scale->addItem(tr("Logarithmic"), int(chart::Scale::Log));
    m_order->addItem(tr("Largest first"), int(chart::MarkOrder::Natural));
    m_order->addItem(tr("By name"), int(chart::MarkOrder::Name));
    m_top->setRange(1, chart::kMostBars);
    m_measure->setValues(QStringList(), tr("Announcements (count)"));
    m_second->setValues(QStringList(), QString());
    for (ValueBox *box : {m_subject, m_definition, m_nature, m_unit})
        box->setValues(QStringList(), tr("All"));
    m_unit->setValues(QStringList(), tr("The most used"));
    addRow(tr("Start from"), "chartProposal", m_proposal);
    addRow(tr("Kind"), "chartKind", m_kind);
    addRow(tr("Shape"), "chartForm", m_shape);
    addRow(tr("Draw"), "chartMeasure", m_measure);
    addRow(tr("Upwards"), "chartSecondMeasure", m_second);
    addRow(tr("By"), "chartDimension", m_dimension);
    addRow(tr("Divided by"), "chartSplit", m_split);
    addRow(tr("Where there are several figures"), "chartFigure", m_figure);
    addRow(tr("Subject"), "chartSubject", m_subject);
    addRow(tr("Definition"), "chartDefinition", m_definition);
    addRow(tr("Nature"), "chartNature", m_nature);
    addRow(tr("Unit"), "chartUnit", m_unit);
    addRow(tr("Scale"), "chartScale", m_scale);
    addRow(tr("Order"), "chartOrder", m_order);
    addRow(tr("At most"), "chartTop", m_top);
    for (const auto &[box, name] : {std::pair{m_cumulative, "chartCumulative"}, {m_percent, "chartPercent"},
             {m_unverified, "chartUnverified"}, {m_ownQuestion, "chartOwnQuestion"}}) {
        box->setObjectName(QLatin1String(name));
        m_form->addRow(box);
    }
    m_ownQuestion->setToolTip(tr("Draw always this question, whatever the window asks"));
    connect(m_proposal, &QComboBox::activated, this, &ChartEditor::onProposed);
    for (QComboBox *box : {m_kind, m_shape, m_figure, m_scale, m_order})
        connect(box, &QComboBox::activated, this, &ChartEditor::onEdited);
    for (ValueBox *box : {m_measure, m_second, m_dimension, m_split, m_subject, m_definition, m_nature, m_unit})
        connect(box, &ValueBox::chosen, this, &ChartEditor::onEdited);
    connect(m_top, &QSpinBox::valueChanged, this, &ChartEditor::onEdited);
    for (QCheckBox *box : {m_cumulative, m_percent, m_unverified})
        connect(box, &QCheckBox::toggled, this, &ChartEditor::onEdited);
    connect(m_ownQuestion, &QCheckBox::toggled, this, &ChartEditor::keepQuestion);
}

void ChartEditor::makeTexts()
{
    addRow(tr("Title"), "chartTitle", m_title);
    addRow(tr("Subtitle"), "chartSubtitle", m_subtitle);
    addRow(tr("Source line"), "chartSource", m_source);
    for (QLineEdit *edit : {m_title, m_subtitle, m_source})
        connect(edit, &QLineEdit::editingFinished, this, &ChartEditor::onEdited);
}

QWidget *ChartEditor::makeButtons()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(8);
    for (const auto &[button, name] : {std::pair{m_save, "chartSave"}, {m_saveAs, "chartSaveAs"}, {m_revert, "chartRevert"}}) {
        button->setObjectName(QLatin1String(name));
        layout->addWidget(button);
    }
    m_save->setProperty("primary", true);
    connect(m_save, &QPushButton::clicked, this, &ChartEditor::saveAsked);
    connect(m_saveAs, &QPushButton::clicked, this, &ChartEditor::saveAsAsked);
    connect(m_revert, &QPushButton::clicked, this, &ChartEditor::revertAsked);
    return row;
}

void ChartEditor::setMeasures(const std::vector<catalogue::MeasureUse> &measures)
{
    QStringList names;
    for (const catalogue::MeasureUse &use : measures)
        names.append(use.measure);
    names.sort(Qt::CaseInsensitive);
    m_measure->setValues(names, tr("Announcements (count)"));
    m_second->setValues(names, QString());
    m_measure->setValue(m_spec.measure);
    m_second->setValue(m_spec.secondMeasure);
    m_proposals = chart::proposals(measures);
    m_proposal->clear();
    m_proposal->addItem(tr("A chart that fits the data…"));
    for (const chart::Proposal &proposal : m_proposals)
        m_proposal->addItem(proposal.label);
}

void ChartEditor::setChoices(const ChartChoices::OfMeasure &choices)
{
    if (choices.measure != m_spec.measure)
        return;
    m_subject->setValues(choices.subjects, tr("All"));
    m_definition->setValues(choices.definitions, tr("All"));
    m_nature->setValues(choices.natures, tr("All"));
    m_unit->setValues(choices.units, tr("The most used"));
    show(m_spec);
}

void ChartEditor::setOwnFields(const QStringList &names)
{
    m_ownFields = names;
    fillDimensions();
}

void ChartEditor::fillDimensions()
{
    std::vector<ValueBox::Value> values, splits;
    const auto add = [](std::vector<ValueBox::Value> &to, const QString &name) {
        to.push_back({name, chart::capitalised(chart::fieldLabel(name))});
    };
    const QStringList names = chart::dimensionNames(!m_spec.isCount()) + m_ownFields;
    QStringList times{QStringLiteral("year"), QStringLiteral("month"), QStringLiteral("edition")};
    if (m_spec.kind == ChartKind::TimeColumns)
        times = {QStringLiteral("month")};
    for (const QString &name : isOverTime(m_spec.kind) ? times : names)
        add(values, name);
    for (const QString &name : names)
        if (!chart::isTime(name))
            add(splits, name);
    m_dimension->setValues(values, m_spec.kind == ChartKind::Share && !m_spec.isCount() ? tr("Its whole") : QString());
    m_split->setValues(splits, tr("Nothing"));
    m_dimension->setValue(m_spec.dimension);
    m_split->setValue(m_spec.split);
}

void ChartEditor::setSpec(const ChartSpec &spec, const State &state)
{
    const bool isOther = spec.measure != m_spec.measure;
    m_spec = spec;
    m_state = state;
    show(spec);
    if (isOther && !spec.isCount())
        emit measureChosen(spec.measure);
    m_save->setEnabled(state.isDraft && state.isWritable);
    m_saveAs->setEnabled(state.isWritable);
    m_revert->setEnabled(state.isDraft);
}

void ChartEditor::show(const ChartSpec &spec)
{
    m_isFilling = true;
    fillDimensions();
    m_kind->setCurrentIndex(m_kind->findData(int(spec.kind)));
    m_shape->setCurrentIndex(m_shape->findData(int(spec.form)));
    m_figure->setCurrentIndex(m_figure->findData(int(spec.figure)));
    m_scale->setCurrentIndex(m_scale->findData(int(spec.scale)));
    m_order->setCurrentIndex(m_order->findData(int(spec.order)));
    for (const auto &[box, value] : {std::pair{m_measure, &spec.measure}, {m_second, &spec.secondMeasure},
             {m_subject, &spec.subject}, {m_definition, &spec.definition}, {m_nature, &spec.nature}, {m_unit, &spec.unit}})
        box->setValue(*value);
    m_top->setValue(spec.top);
    m_cumulative->setChecked(spec.cumulative);
    m_percent->setChecked(spec.percent);
    m_unverified->setChecked(spec.marksUnverified);
    m_ownQuestion->setChecked(spec.query.has_value());
    for (const auto &[edit, text] : {std::pair{m_title, &spec.title}, {m_subtitle, &spec.subtitle}, {m_source, &spec.source}})
        if (edit->text() != *text)
            edit->setText(*text);
    showFields();
    m_isFilling = false;
}

void ChartEditor::setRowVisible(QWidget *field, bool visible)
{
    field->setVisible(visible);
    if (QWidget *label = m_form->labelForField(field))
        label->setVisible(visible);
}

/// Only what matters for the kind.
void ChartEditor::showFields()
{
    const ChartKind kind = m_spec.kind;
    const bool ofFigures = !m_spec.isCount(), isShareOfWhole = kind == ChartKind::Share && m_spec.dimension.isNull();
    const bool isBar = kind == ChartKind::RankedBar || kind == ChartKind::StackedBar || kind == ChartKind::GroupedBar;
    setRowVisible(m_shape, kind == ChartKind::Share);
    setRowVisible(m_second, kind == ChartKind::Scatter);
    setRowVisible(m_dimension, kind != ChartKind::Scatter && !isShareOfWhole);
    setRowVisible(m_split, chart::takesSplit(kind));
    setRowVisible(m_figure, ofFigures && kind != ChartKind::Scatter && kind != ChartKind::Dots && !isShareOfWhole);
    setRowVisible(m_subject, ofFigures);
    setRowVisible(m_definition, ofFigures);
    setRowVisible(m_nature, ofFigures);
    setRowVisible(m_unit, ofFigures && !isShareOfWhole);
    setRowVisible(m_scale, kind == ChartKind::Line || kind == ChartKind::Dots || kind == ChartKind::Scatter);
    setRowVisible(m_order, isBar || kind == ChartKind::Dots);
    setRowVisible(m_top, isBar || kind == ChartKind::Dots);
    m_cumulative->setVisible(kind == ChartKind::Line || kind == ChartKind::Area);
    m_percent->setVisible(kind == ChartKind::StackedBar || kind == ChartKind::Area);
    m_unverified->setVisible(ofFigures);
}

ChartSpec ChartEditor::edited() const
{
    ChartSpec spec = m_spec;
    spec.kind = ChartKind(m_kind->currentData().toInt());
    spec.form = chart::ShareForm(m_shape->currentData().toInt());
    spec.figure = chart::FigureChoice(m_figure->currentData().toInt());
    spec.scale = chart::Scale(m_scale->currentData().toInt());
    spec.order = chart::MarkOrder(m_order->currentData().toInt());
    for (const auto &[box, value] : {std::pair{m_measure, &spec.measure}, {m_second, &spec.secondMeasure},
             {m_dimension, &spec.dimension}, {m_split, &spec.split}, {m_subject, &spec.subject}, {m_definition, &spec.definition},
             {m_nature, &spec.nature}, {m_unit, &spec.unit}})
        *value = orNull(box->value());
    spec.top = m_top->value();
    spec.cumulative = m_cumulative->isChecked();
    spec.percent = m_percent->isChecked();
    spec.marksUnverified = m_unverified->isChecked();
    spec.title = orNull(m_title->text());
    spec.subtitle = orNull(m_subtitle->text());
    spec.source = orNull(m_source->text());
    QStringList measures, subjects;
    for (int i = 0; i < m_second->count(); ++i)
        measures.append(m_second->itemData(i).toString());
    for (int i = 1; i < m_subject->count(); ++i)
        subjects.append(m_subject->itemData(i).toString());
    return chart::adapted(m_spec, spec, {measures, subjects, m_ownFields});
}

void ChartEditor::onEdited()
{
    if (m_isFilling)
        return;
    const ChartSpec spec = edited();
    if (spec != m_spec)
        emit changed(spec);
}

void ChartEditor::onProposed(int index)
{
    if (index < 1 || index > int(m_proposals.size()))
        return;
    ChartSpec spec = m_proposals[std::size_t(index - 1)].spec;
    spec.name = m_spec.name;
    spec.query = m_spec.query;
    m_proposal->setCurrentIndex(0);
    emit changed(spec);
}

void ChartEditor::keepQuestion(bool on)
{
    if (m_isFilling)
        return;
    ChartSpec spec = edited();
    spec.query = on ? std::optional(m_question) : std::nullopt;
    emit changed(spec);
}

void ChartEditor::setData(const chart::ChartData &drawn)
{
    m_title->setPlaceholderText(m_spec.title.isNull() ? drawn.title : tr("Made from the numbers"));
    m_subtitle->setPlaceholderText(m_spec.subtitle.isNull() ? drawn.subtitle : tr("Made from the numbers"));
    m_source->setPlaceholderText(m_spec.source.isNull() ? drawn.source : tr("Made from the citations"));
    m_mixtures->setData(drawn);
}

} // namespace waic::ui
