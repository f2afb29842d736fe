// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/figure_form.h"

#include "ui/dialogs.h"
#include "ui/record/citations_box.h"
#include "ui/record/field_input.h"
#include "ui/record/form_parts.h"
#include "ui/record/record_offers.h"
#include "ui/workspace.h"

#include "catalogue/figure.h"
#include "catalogue/record_edits.h"
#include "catalogue/typed_figure.h"
#include "catalogue/unit_names.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace waic::ui {

namespace {

using catalogue::Claim;

constexpr int kMargin = 16;

/// Where an input stands in the grid of two columns.
struct Place
{
    const char *column;
    int gridRow;
    int gridColumn;
    int columns;
};
constexpr Place kPlaces[] = {{"measure", 0, 0, 2}, {"subject", 1, 0, 2}, {"value", 2, 0, 1}, {"value_to", 2, 1, 1},
    {"unit", 3, 0, 1}, {"of_value", 3, 1, 1}, {"qualifier", 4, 0, 1}, {"as_of", 4, 1, 1}, {"nature", 5, 0, 1},
    {"definition", 5, 1, 1}, {"scope", 6, 0, 2}};
constexpr Place kMorePlaces[] = {{"verification", 0, 0, 1}, {"preferred_reason", 1, 0, 2}, {"note", 2, 0, 2}};

constexpr std::pair<const char *, QString Claim::*> kTexts[]
    = {{"measure", &Claim::measure}, {"subject", &Claim::subject}, {"unit", &Claim::unit}, {"qualifier", &Claim::qualifier},
        {"nature", &Claim::nature}, {"definition", &Claim::definition}, {"scope", &Claim::scope}, {"as_of", &Claim::asOf},
        {"verification", &Claim::verification}, {"preferred_reason", &Claim::preferredReason}, {"note", &Claim::note}};

/// A number as it is typed: a year is not grouped.
QString typedNumber(std::optional<double> value, const QString &unit)
{
    if (value && unit == QLatin1String("year") && *value == double(qint64(*value)))
        return QString::number(qint64(*value));
    return catalogue::numberText(value);
}

bool is(const FieldInput *input, const char *column)
{
    return qstrcmp(input->field().column, column) == 0;
}

std::optional<double> numberOf(const FieldInput *input)
{
    const Result<QVariant> value = input->parsed();
    return value && value->isValid() ? std::optional(value->toDouble()) : std::nullopt;
}

QGridLayout *twoColumns(QWidget *box)
{
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, 1); // both the same, whatever their inputs would like
    grid->setColumnMinimumWidth(1, 1);
    return grid;
}

} // namespace

FigureForm::FigureForm(Workspace &workspace, RecordOffers &offers, const Claim &claim, bool isNew,
    const std::vector<catalogue::RecordSource> &sources, QWidget *parent)
    : RowForm(claim.id, isNew, parent)
    , m_workspace(workspace)
    , m_claim(claim)
    , m_units(catalogue::unitNames(workspace.reader(), claim.unit).value_or(QStringList()))
    , m_more(new FoldButton(tr("More")))
    , m_moreBox(new QWidget)
    , m_preferred(new QCheckBox(tr("Preferred")))
    , m_citations(new CitationsBox(workspace, offers))
{
    setAccessibleName(isNew ? tr("New figure") : tr("Figure of %1").arg(claim.subject));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, 8, kMargin, 10);
    column->setSpacing(4);
    auto *main = new QWidget;
    QGridLayout *grid = twoColumns(main);
    const auto add = [this](const Place &place, QGridLayout &to) {
        addInput(*catalogue::findField(catalogue::Entity::Claim, QString::fromLatin1(place.column)), to, place.gridRow,
            place.gridColumn, place.columns);
    };
    for (const Place &place : kPlaces)
        add(place, *grid);
    QGridLayout *more = twoColumns(m_moreBox);
    for (const Place &place : kMorePlaces)
        add(place, *more);
    m_preferred->setObjectName(QStringLiteral("preferred"));
    m_preferred->setToolTip(tr("Shown where figures on the same thing differ"));
    more->addWidget(m_preferred, 0, 1, Qt::AlignBottom);
    m_more->setObjectName(QStringLiteral("moreFields"));
    m_moreBox->hide();
    connect(m_more, &QAbstractButton::toggled, m_moreBox, &QWidget::setVisible);
    column->addWidget(main);
    column->addWidget(m_more);
    column->addWidget(m_moreBox);
    column->addWidget(m_citations);
    column->addWidget(makeButtons());
    connect(m_citations, &CitationsBox::entered, this, [this] { save(); });
    connect(m_citations, &CitationsBox::escaped, this, &FigureForm::cancelled);
    setOffers(offers);
    setClaim(claim, sources);
    const bool usesMore = m_preferred->isChecked() || !claim.note.isEmpty() || !claim.preferredReason.isEmpty()
        || (!isNew && claim.verification != QLatin1String("unverified"));
    m_more->setChecked(usesMore);
}

void FigureForm::setOffers(RecordOffers &offers)
{
    input("measure")->setOffers([&offers] { return namesOf(offers.names().measures); });
    input("subject")->setOffers([&offers] { return namesOf(offers.names().subjects); });
    input("definition")->setOffers([&offers] { return namesOf(offers.names().definitions); });
    input("unit")->setOffers([this] { return m_units; });
    for (const char *column : {"value", "of_value", "value_to"})
        connect(input(column), &FieldInput::edited, this, &FigureForm::showShare);
    connect(input("definition"), &FieldInput::left, this, &FigureForm::showDefinition);
    connect(input("definition"), &FieldInput::entered, this, &FigureForm::showDefinition);
}

QString FigureForm::storedText(const catalogue::Field &field) const
{
    const QLatin1String column(field.column);
    if (column == QLatin1String("value"))
        return isNew() ? QString() : typedNumber(m_claim.value, m_claim.unit);
    if (column == QLatin1String("value_to"))
        return typedNumber(m_claim.valueTo, m_claim.unit);
    if (column == QLatin1String("of_value"))
        return typedNumber(m_claim.of, m_claim.unit);
    for (const auto &[name, member] : kTexts)
        if (column == QLatin1String(name))
            return m_claim.*member;
    return {};
}

void FigureForm::setClaim(const Claim &claim, const std::vector<catalogue::RecordSource> &sources)
{
    const bool preferenceTyped = m_preferred->isChecked() != m_claim.preferred;
    m_claim = claim;
    for (FieldInput *input : inputs())
        input->setStored(storedText(input->field()));
    if (!preferenceTyped || isHidden())
        m_preferred->setChecked(claim.preferred);
    m_citations->setStored(claim.citations, sources);
    showShare();
    showDefinition();
}

bool FigureForm::isDirty() const
{
    return RowForm::isDirty() || m_preferred->isChecked() != m_claim.preferred || m_citations->isDirty();
}

void FigureForm::focusFirst()
{
    const bool named = !isNew() || !m_claim.measure.isEmpty();
    input(named ? "value" : "measure")->input()->setFocus(Qt::TabFocusReason); // selects the number, ready to be typed over
}

void FigureForm::splitValue()
{
    FieldInput *value = input("value");
    const std::optional<catalogue::TypedFigure> figure
        = value->isDirty() && !value->parsed() ? catalogue::splitFigure(value->typed()) : std::nullopt;
    if (!figure)
        return;
    const auto put = [this](const char *column, const QString &text) {
        if (text.isEmpty())
            return;
        input(column)->restore(); // a mistake of what is typed over
        input(column)->setTyped(text);
    };
    put("unit", figure->unit);
    put("qualifier", figure->qualifier);
    put("value", typedNumber(figure->value, figure->unit));
    put("value_to", typedNumber(figure->valueTo, figure->unit));
    put("of_value", typedNumber(figure->of, figure->unit));
    showShare();
}

bool FigureForm::check(FieldInput *input)
{
    if (is(input, "value"))
        splitValue();
    if (!RowForm::check(input))
        return false;
    const std::optional<double> number = is(input, "of_value") && input->isDirty() ? numberOf(input) : std::nullopt;
    if (number && !(*number > 0)) {
        input->showMistake({ErrorKind::BadInput, tr("The whole must be more than 0"), catalogue::fieldLabel(input->field()),
            tr("leave it empty for a figure that is no part of a whole")});
        return false;
    }
    return true;
}

void FigureForm::reveal(FieldInput *input)
{
    if (m_moreBox->isAncestorOf(input))
        m_more->setChecked(true);
    RowForm::reveal(input);
}

void FigureForm::showShare()
{
    Claim claim;
    claim.of = numberOf(input("of_value"));
    const std::optional<double> value = numberOf(input("value"));
    claim.value = value.value_or(0);
    const std::optional<double> share = value ? catalogue::share(claim) : std::nullopt;
    const QString label = catalogue::fieldLabel(input("of_value")->field());
    findChild<QLabel *>(QStringLiteral("of_valueLabel"))
        ->setText(share ? tr("%1 · %2", "Of, with the share").arg(label, catalogue::percentText(*share)) : label);
}

void FigureForm::showDefinition()
{
    FieldInput *definition = input("definition");
    const QString name = definition->typed().trimmed();
    definition->setHint(name.isEmpty() ? QString() : catalogue::definitionWords(m_workspace.reader(), name).value_or(QString()));
}

Claim FigureForm::typed() const
{
    Claim claim = m_claim;
    for (const FieldInput *input : inputs()) {
        if (!input->isDirty() && !isNew())
            continue;
        const QVariant value = input->parsed().value_or(QVariant());
        if (is(input, "value"))
            claim.value = value.toDouble();
        else if (is(input, "value_to"))
            claim.valueTo = numberOf(input);
        else if (is(input, "of_value"))
            claim.of = numberOf(input);
        for (const auto &[name, member] : kTexts)
            if (is(input, name))
                claim.*member = value.isValid() ? value.toString() : QString();
    }
    claim.preferred = m_preferred->isChecked();
    claim.citations.clear();
    return claim;
}

bool FigureForm::addMissing(const Claim &claim, Questions questions, catalogue::Edit &edit)
{
    const QStringList units = catalogue::unitNames(m_workspace.reader(), claim.unit).value_or(QStringList{claim.unit});
    if (!units.contains(claim.unit)) {
        const bool added = questions == Questions::Allowed
            && m_workspace.dialogs().confirm(tr("Add the unit “%1”?").arg(claim.unit),
                tr("The catalogue has no such unit.  It will convert into no other one."), tr("Add unit"));
        if (!added) {
            input("unit")->showMistake({ErrorKind::BadInput, tr("The catalogue has no unit “%1”").arg(claim.unit),
                catalogue::fieldLabel(input("unit")->field()), tr("choose one that it has, or save again to add it")});
            return false;
        }
        edit.changes.emplace_back(catalogue::AddUnit{claim.unit, {}});
    }
    const Result<QString> counts = catalogue::definitionWords(m_workspace.reader(), claim.definition);
    if (claim.definition.isEmpty() || !counts || !counts->isNull())
        return true;
    const std::optional<QString> words = questions == Questions::Allowed
        ? m_workspace.dialogs().askText(
            tr("New definition “%1”").arg(claim.definition), tr("What exactly does it count?"), {}, tr("Add definition"))
        : std::nullopt;
    if (!words) {
        input("definition")
            ->showMistake({ErrorKind::BadInput, tr("The catalogue has no definition “%1”").arg(claim.definition),
                catalogue::fieldLabel(input("definition")->field()),
                tr("choose one that it has, or save again to say what it counts")});
        return false;
    }
    edit.changes.emplace_back(catalogue::AddDefinition{claim.definition, *words});
    return true;
}

bool FigureForm::save(Questions questions)
{
    splitValue();
    if (!checkAll() || !m_citations->check())
        return false;
    const Claim claim = typed();
    if (claim.valueTo && *claim.valueTo < claim.value) {
        input("value_to")
            ->showMistake({ErrorKind::BadInput, tr("The upper end is below the value"),
                catalogue::fieldLabel(input("value_to")->field()), tr("try %1 or more").arg(catalogue::numberText(claim.value))});
        reveal(input("value_to"));
        return false;
    }
    catalogue::Edit edit;
    if (!addMissing(claim, questions, edit))
        return false;
    catalogue::Edit figure = isNew() ? catalogue::addFigure(claim) : catalogue::setFigure(m_claim, claim);
    expectSeen(figure);
    const std::vector<catalogue::Change> citations = m_citations->changes(row());
    edit.label = !figure.changes.empty() ? figure.label
                                         : tr("Set the sources of “%1, %2”").arg(m_claim.measure, m_claim.subject).simplified();
    edit.changes.insert(edit.changes.end(), figure.changes.begin(), figure.changes.end());
    edit.changes.insert(edit.changes.end(), citations.begin(), citations.end());
    if (edit.changes.empty())
        emit cancelled();
    else
        emit submitted(edit);
    return true;
}

} // namespace waic::ui
