// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/citations_box.h"

#include "ui/common/suggestion_list.h"
#include "ui/dialogs.h"
#include "ui/record/field_input.h"
#include "ui/record/form_parts.h"
#include "ui/record/ink.h"
#include "ui/record/record_offers.h"
#include "ui/workspace.h"

#include <QDate>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace waic::ui {

namespace {

using catalogue::Citation;
using catalogue::Entity;

constexpr std::pair<const char *, QString Citation::*> kColumns[] = {{"stance", &Citation::stance},
    {"locator", &Citation::locator}, {"as_said", &Citation::asSaid}, {"qualifier", &Citation::qualifier}};

QString Citation::*memberOf(const FieldInput &input)
{
    for (const auto &[column, member] : kColumns)
        if (qstrcmp(column, input.field().column) == 0)
            return member;
    return nullptr;
}

QVariant cellOf(const QString &text)
{
    return text.isNull() ? QVariant() : QVariant(text);
}

} // namespace

catalogue::Source newSource(const QString &url, const QString &title)
{
    catalogue::Source source;
    source.id = catalogue::newRowId();
    source.url = url;
    source.title = title;
    source.publisher = catalogue::siteName(url);
    source.accessedOn = QDate::currentDate().toString(Qt::ISODate);
    return source;
}

CitationsBox::CitationsBox(Workspace &workspace, RecordOffers &offers, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_offers(offers)
    , m_list(new QVBoxLayout)
    , m_add(new LineEditor(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(plainLabel(tr("Sources"), 12, 600, Token::Text2));
    m_list->setSpacing(0);
    layout->addLayout(m_list);
    m_add->setObjectName(QStringLiteral("addSource"));
    m_add->setAccessibleName(tr("Add a source by title or address"));
    m_add->setPlaceholderText(tr("Add a source: title or address"));
    m_add->setSuggestions(std::vector<Suggestion>());
    m_add->setCreating([](const QString &text) { return tr("Create “%1”").arg(text); });
    m_add->installEventFilter(this);
    layout->addWidget(m_add);
    connect(m_add, &LineEditor::picked, this, &CitationsBox::take);
    connect(&offers, &RecordOffers::changed, this, &CitationsBox::offer);
    offers.refresh();
    offer();
}

void CitationsBox::offer()
{
    m_add->setSuggestions(m_offers.sources());
}

void CitationsBox::setStored(const std::vector<Citation> &citations, const std::vector<catalogue::RecordSource> &sources)
{
    std::erase_if(m_rows, [&](const Row &row) {
        const bool isThere = row.stored.id == 0
            || std::any_of(citations.begin(), citations.end(), [&](const Citation &one) { return one.id == row.stored.id; });
        if (!isThere)
            row.widget->deleteLater();
        return !isThere;
    });
    for (const Citation &citation : citations) {
        const auto known
            = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.stored.id == citation.id; });
        if (known != m_rows.end()) {
            known->stored = citation;
            fillRow(*known);
            continue;
        }
        const auto source = std::find_if(
            sources.begin(), sources.end(), [&](const catalogue::RecordSource &one) { return one.source.id == citation.source; });
        catalogue::Source missing;
        missing.id = citation.source;
        missing.title = tr("missing source");
        addRow(citation, source == sources.end() ? missing : source->source, false);
    }
}

void CitationsBox::addRow(const Citation &citation, const catalogue::Source &source, bool isNewSource)
{
    const QString title = sourceTitle(source);
    Row row{citation, source, isNewSource, false, new QWidget, new FoldButton(title), {}};
    row.widget->setObjectName(QStringLiteral("citation"));
    auto *column = new QVBoxLayout(row.widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(row.fold, 1);
    auto *cross = new CrossButton(tr("Remove %1").arg(title));
    cross->setObjectName(QStringLiteral("removeSource"));
    connect(cross, &QAbstractButton::clicked, this, [this, widget = row.widget] { remove(widget); });
    head->addWidget(cross);
    column->addLayout(head);
    auto *body = new QWidget;
    body->setVisible(false);
    auto *fields = new QVBoxLayout(body);
    fields->setContentsMargins(16, 0, 0, 4);
    fields->setSpacing(1);
    for (const auto &[name, member] : kColumns) {
        const catalogue::Field &field = *catalogue::findField(Entity::Citation, QString::fromLatin1(name));
        auto *input = new FieldInput(field, true, false);
        connect(input, &FieldInput::entered, this, &CitationsBox::entered);
        connect(input, &FieldInput::escaped, this, &CitationsBox::escaped);
        fields->addWidget(plainLabel(catalogue::fieldLabel(field), 12, 400, Token::Text3));
        fields->addWidget(input);
        row.inputs.push_back(input);
    }
    column->addWidget(body);
    connect(row.fold, &QAbstractButton::toggled, body, &QWidget::setVisible);
    fillRow(row);
    m_list->addWidget(row.widget);
    row.widget->show();
    m_rows.push_back(std::move(row));
}

void CitationsBox::fillRow(Row &row)
{
    for (FieldInput *input : row.inputs)
        input->setStored(row.stored.*memberOf(*input));
    row.fold->setNote(row.stored.stance == QLatin1String("contests") ? tr("contests") : row.stored.locator);
}

void CitationsBox::remove(const QWidget *widget)
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.widget == widget; });
    if (found == m_rows.end())
        return;
    found->widget->hide();
    if (found->stored.id != 0) {
        found->removed = true;
    } else {
        found->widget->deleteLater();
        m_rows.erase(found);
    }
    m_add->setFocus();
    m_add->hideList();
}

void CitationsBox::take()
{
    const QString typed = m_add->text().simplified();
    const std::optional<Suggestion> choice = m_add->choice();
    if (choice && choice->id > 0) {
        const std::vector<catalogue::Source> &all = m_offers.names().sources;
        const auto source
            = std::find_if(all.begin(), all.end(), [&](const catalogue::Source &one) { return one.id == choice->id; });
        if (source != all.end())
            cite(*source, false);
        return;
    }
    if (typed.isEmpty())
        return;
    if (!catalogue::isWebLink(typed)) {
        cite(newSource({}, typed), true);
        return;
    }
    const Result<std::optional<catalogue::Source>> known = catalogue::sourceAt(m_workspace.reader(), typed);
    if (known && *known) {
        cite(**known, false);
        return;
    }
    m_add->hideList();
    const std::optional<QString> title = m_workspace.dialogs().askText(
        tr("New source"), tr("Title of the page %1").arg(catalogue::siteName(typed)), {}, tr("Add source"));
    if (title)
        cite(newSource(typed, *title), true);
}

void CitationsBox::cite(const catalogue::Source &source, bool isNew)
{
    const auto removed = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.source.id == source.id; });
    if (removed != m_rows.end()) { // taken back, or there already
        removed->removed = false;
        removed->widget->show();
    } else {
        Citation citation;
        citation.source = source.id;
        citation.stance = QStringLiteral("supports");
        addRow(citation, source, isNew);
    }
    m_add->clear();
    m_add->hideList();
}

bool CitationsBox::isDirty() const
{
    return !m_add->text().trimmed().isEmpty() || std::any_of(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return row.stored.id == 0 || row.removed
            || std::any_of(row.inputs.begin(), row.inputs.end(), [](const FieldInput *input) { return input->isDirty(); });
    });
}

bool CitationsBox::check()
{
    bool right = true;
    for (Row &row : m_rows)
        for (FieldInput *input : row.inputs) {
            const Result<QVariant> value = input->parsed();
            if (row.removed || value)
                continue;
            row.fold->setChecked(true);
            input->showMistake(value.error());
            if (right && isVisible())
                input->input()->setFocus();
            right = false;
        }
    return right;
}

std::vector<catalogue::Change> CitationsBox::changes(catalogue::RowId claim) const
{
    std::vector<catalogue::Change> changes;
    for (const Row &row : m_rows) {
        if (row.removed) {
            changes.emplace_back(catalogue::RemoveCitation{row.stored.id});
            continue;
        }
        Citation typed = row.stored;
        for (const FieldInput *input : row.inputs) {
            const QVariant value = input->parsed().value_or(QVariant());
            QString Citation::*member = memberOf(*input);
            typed.*member = value.isValid() ? value.toString() : QString();
            if (row.stored.id != 0 && input->isDirty() && cellOf(row.stored.*member) != value)
                changes.emplace_back(catalogue::SetCell{Entity::Citation, row.stored.id,
                    QString::fromLatin1(input->field().column), value, cellOf(row.stored.*member)});
        }
        if (row.stored.id != 0)
            continue;
        if (row.isNewSource)
            changes.emplace_back(catalogue::AddSource{row.source});
        changes.emplace_back(catalogue::AddCitation{0, claim, typed});
    }
    return changes;
}

bool CitationsBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_add || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isEmpty = m_add->text().trimmed().isEmpty();
    if (key == Qt::Key_Escape) {
        if (isEmpty && !m_add->isListShown())
            emit escaped();
        m_add->clear();
        m_add->hideList();
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (isEmpty && !m_add->choice())
            emit entered();
        else
            take();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace waic::ui
