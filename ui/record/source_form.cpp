// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/source_form.h"

#include "ui/record/field_input.h"
#include "ui/record/form_parts.h"
#include "ui/record/record_offers.h"
#include "ui/workspace.h"

#include "catalogue/figure.h"
#include "catalogue/record_edits.h"

#include <QCheckBox>
#include <QGridLayout>

#include <algorithm>

namespace waic::ui {

namespace {

using catalogue::Citation;
using catalogue::Entity;
using catalogue::Source;

constexpr int kMargin = 16;
constexpr int kFewFigures = 6; ///< stand unfolded

struct Place
{
    const char *column;
    int gridRow;
    int gridColumn;
    int columns;
};
constexpr Place kPlaces[] = {{"url", 0, 0, 2}, {"title", 1, 0, 2}, {"publisher", 2, 0, 1}, {"language", 2, 1, 1},
    {"published_on", 3, 0, 1}, {"accessed_on", 3, 1, 1}, {"attributed_to", 4, 0, 2}};
constexpr Place kOwnPlaces[] = {{"stance", 0, 0, 1}, {"qualifier", 0, 1, 1}, {"locator", 1, 0, 2}, {"as_said", 2, 0, 2}};

constexpr std::pair<const char *, QString Source::*> kTexts[]
    = {{"url", &Source::url}, {"title", &Source::title}, {"publisher", &Source::publisher}, {"language", &Source::language},
        {"published_on", &Source::publishedOn}, {"accessed_on", &Source::accessedOn}, {"attributed_to", &Source::attributedTo}};
constexpr std::pair<const char *, QString Citation::*> kOwnTexts[] = {{"stance", &Citation::stance},
    {"qualifier", &Citation::qualifier}, {"locator", &Citation::locator}, {"as_said", &Citation::asSaid}};

/// Gives each text of a row its input's value.
template <typename Row, typename Texts>
Row typedInto(Row row, const Texts &texts, const RowForm &form, bool all)
{
    for (const auto &[column, member] : texts) {
        const FieldInput *input = form.input(column);
        if (!all && !input->isDirty())
            continue;
        const QVariant value = input->parsed().value_or(QVariant());
        row.*member = value.isValid() ? value.toString() : QString();
    }
    return row;
}

QGridLayout *twoColumns(QWidget *box)
{
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    for (const int column : {0, 1}) {
        grid->setColumnStretch(column, 1);
        grid->setColumnMinimumWidth(column, 1); // both the same, whatever their inputs would like
    }
    return grid;
}

} // namespace

SourceForm::SourceForm(Workspace &workspace, RecordOffers &offers, const Source &source, bool isNew, QWidget *parent)
    : RowForm(source.id, isNew, parent)
    , m_workspace(workspace)
    , m_own(new QCheckBox(tr("Backs the announcement itself")))
    , m_ownBox(new QWidget)
    , m_figures(new FoldButton(tr("Backs figures")))
    , m_figuresBox(new QWidget)
    , m_figureRows(new QVBoxLayout(m_figuresBox))
{
    setAccessibleName(isNew ? tr("New source") : tr("Source %1").arg(source.title));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, 8, kMargin, 10);
    column->setSpacing(4);
    auto *page = new QWidget;
    const auto add = [this](const Place &place, Entity entity, QGridLayout &to) {
        addInput(
            *catalogue::findField(entity, QString::fromLatin1(place.column)), to, place.gridRow, place.gridColumn, place.columns);
    };
    QGridLayout *grid = twoColumns(page);
    for (const Place &place : kPlaces)
        add(place, Entity::Source, *grid);
    QGridLayout *own = twoColumns(m_ownBox);
    for (const Place &place : kOwnPlaces)
        add(place, Entity::Citation, *own);
    m_own->setObjectName(QStringLiteral("backsAnnouncement"));
    m_figures->setObjectName(QStringLiteral("backsFigures"));
    m_figureRows->setContentsMargins(16, 0, 0, 0);
    m_figureRows->setSpacing(2);
    m_ownBox->hide();
    m_figuresBox->hide();
    connect(m_own, &QAbstractButton::toggled, m_ownBox, &QWidget::setVisible);
    connect(m_figures, &QAbstractButton::toggled, m_figuresBox, &QWidget::setVisible);
    for (QWidget *part :
        {page, static_cast<QWidget *>(m_own), m_ownBox, static_cast<QWidget *>(m_figures), m_figuresBox, makeButtons()})
        column->addWidget(part);
    setOffers(offers);
    m_source.id = source.id;
    m_citation.stance = QStringLiteral("supports");
    if (!isNew)
        m_source = source;
    for (const auto &[name, member] : kTexts) {
        input(name)->setStored(m_source.*member);
        if (isNew)
            input(name)->setTyped(source.*member);
    }
}

void SourceForm::setOffers(RecordOffers &offers)
{
    offers.refresh();
    input("language")->setOffers([&offers] { return namesOf(offers.names().languages); });
}

void SourceForm::setRecord(const catalogue::Record &record)
{
    const bool first = m_announcement == 0;
    m_announcement = record.announcement.id;
    const auto used = std::find_if(record.sources.begin(), record.sources.end(),
        [this](const catalogue::RecordSource &one) { return one.source.id == row(); });
    if (used != record.sources.end())
        m_source = used->source;
    const auto cited = std::find_if(
        record.citations.begin(), record.citations.end(), [this](const Citation &citation) { return citation.source == row(); });
    const bool ownTyped = !first && m_own->isChecked() != (m_citation.id != 0);
    m_citation = cited == record.citations.end() ? Citation{0, row(), QStringLiteral("supports"), {}, {}, {}} : *cited;
    for (const auto &[name, member] : kTexts)
        input(name)->setStored(m_source.*member);
    for (const auto &[name, member] : kOwnTexts)
        input(name)->setStored(m_citation.*member);
    if (!ownTyped)
        m_own->setChecked(m_citation.id != 0);
    setClaims(record.claims);
    if (first)
        m_figures->setChecked(!m_order.empty() && int(m_order.size()) <= kFewFigures);
}

void SourceForm::setClaims(const std::vector<catalogue::Claim> &claims)
{
    const QHash<catalogue::RowId, Backed> before = std::exchange(m_backed, {});
    m_order.clear();
    for (const catalogue::Claim &claim : claims) {
        const auto cited = std::find_if(claim.citations.begin(), claim.citations.end(),
            [this](const Citation &citation) { return citation.source == row(); });
        const Backed old = before.value(claim.id);
        const bool typed = old.box && old.box->isChecked() != (old.citation != 0);
        Backed now{nullptr, cited == claim.citations.end() ? 0 : cited->id};
        now.box
            = new NarrowCheckBox(tr("%1, %2: %3 %4").arg(claim.measure, claim.subject, catalogue::figureText(claim), claim.unit));
        now.box->setObjectName(QStringLiteral("backsFigure"));
        now.box->setChecked(typed ? old.box->isChecked() : now.citation != 0);
        connect(now.box, &QAbstractButton::toggled, this, &SourceForm::showCounts);
        m_figureRows->addWidget(now.box);
        if (old.box && old.box->hasFocus())
            now.box->setFocus();
        m_backed.insert(claim.id, now);
        m_order.push_back(claim.id);
    }
    for (const Backed &gone : before) {
        gone.box->hide();
        gone.box->deleteLater();
    }
    m_figures->setVisible(!m_order.empty());
    showCounts();
}

void SourceForm::showCounts()
{
    const auto backed = std::count_if(m_backed.begin(), m_backed.end(), [](const Backed &one) { return one.box->isChecked(); });
    m_figures->setNote(tr("%1 of %2").arg(catalogue::countText(backed), catalogue::countText(qint64(m_order.size()))));
}

void SourceForm::tick(catalogue::RowId claim)
{
    if (claim == 0)
        m_own->setChecked(true);
    else if (m_backed.contains(claim))
        m_backed[claim].box->setChecked(true);
}

bool SourceForm::isDirty() const
{
    return RowForm::isDirty() || m_own->isChecked() != (m_citation.id != 0)
        || std::any_of(
            m_backed.begin(), m_backed.end(), [](const Backed &one) { return one.box->isChecked() != (one.citation != 0); });
}

void SourceForm::focusFirst()
{
    const bool hasAddress = isNew() && !input("url")->typed().isEmpty();
    input(hasAddress ? "title" : "url")->input()->setFocus(Qt::TabFocusReason);
}

void SourceForm::reveal(FieldInput *input)
{
    if (m_ownBox->isAncestorOf(input))
        m_own->setChecked(true);
    RowForm::reveal(input);
}

void SourceForm::addBacked(catalogue::Edit &edit, const Citation &own) const
{
    if (m_own->isChecked() && m_citation.id == 0)
        edit.changes.emplace_back(catalogue::AddCitation{m_announcement, 0, own});
    else if (!m_own->isChecked() && m_citation.id != 0)
        edit.changes.emplace_back(catalogue::RemoveCitation{m_citation.id});
    for (const catalogue::RowId claim : m_order) {
        const Backed &backed = m_backed[claim];
        Citation citation;
        citation.source = row();
        if (backed.box->isChecked() && backed.citation == 0)
            edit.changes.emplace_back(catalogue::AddCitation{0, claim, citation});
        else if (!backed.box->isChecked() && backed.citation != 0)
            edit.changes.emplace_back(catalogue::RemoveCitation{backed.citation});
    }
}

bool SourceForm::save(Questions)
{
    if (!checkAll())
        return false;
    const Source source = typedInto(m_source, kTexts, *this, isNew());
    Citation citation = typedInto(m_citation, kOwnTexts, *this, isNew());
    citation.source = row();
    const bool keepsOwn = m_own->isChecked() && m_citation.id != 0;
    catalogue::Edit edit;
    if (isNew()) {
        edit.label = catalogue::citeSource(m_announcement, 0, source, citation).label;
        edit.changes.emplace_back(catalogue::AddSource{source});
    } else {
        edit = catalogue::setSource(m_source, source, m_citation, keepsOwn ? citation : m_citation);
        expectSeen(edit);
        if (edit.changes.empty())
            edit.label = tr("Set what the source “%1” backs").arg(m_source.title);
    }
    addBacked(edit, citation);
    const bool backsNothing = isNew() && edit.changes.size() == 1;
    if (backsNothing) {
        say(tr("Say what the source backs: the announcement itself, or some of its figures"));
        return false;
    }
    if (edit.changes.empty())
        emit cancelled();
    else
        emit submitted(edit);
    return true;
}

} // namespace waic::ui
