// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/details_page.h"

#include "ui/common/link_button.h"
#include "ui/common/used_values.h"
#include "ui/dialogs.h"
#include "ui/record/chips_field.h"
#include "ui/record/ink.h"
#include "ui/workspace.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace waic::ui {

namespace {

using catalogue::Announcement;

constexpr int kMargin = 16;
constexpr int kLabelColumn = 84;
constexpr int kInputInset = 8; ///< an input reaches out so that its letters stand at the column

constexpr int kFieldHeight = 28;

/// Columns in the order of the form; chips stand before the second part.
constexpr std::array kFirst{"title", "summary", "announced_on", "kind", "edition", "country", "openness"};
constexpr std::array kLast{"url", "notes"};

bool looksLikeWebLink(const QString &url)
{
    return url.startsWith(QLatin1String("http://"), Qt::CaseInsensitive)
        || url.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
}

} // namespace

DetailsPage::DetailsPage(Workspace &workspace, RecordOffers &offers, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_used(new UsedValues(workspace, this))
    , m_rows(new QVBoxLayout(this))
    , m_organisations(new OrganisationsField(workspace, offers))
    , m_tags(new TagsField(workspace, offers))
{
    m_rows->setContentsMargins(kMargin, 10, kMargin, 16);
    m_rows->setSpacing(4);
    const auto addAll = [this](const auto &columns) {
        for (const char *column : columns)
            if (const catalogue::Field *field
                = catalogue::findField(catalogue::Entity::Announcement, QString::fromLatin1(column)))
                addField(*field);
    };
    addAll(kFirst);
    for (QWidget *chips : {static_cast<QWidget *>(m_organisations), static_cast<QWidget *>(m_tags)})
        addRow(chips->accessibleName(), chips, kLabelColumn);
    addAll(kLast);
    m_rows->addStretch(1);
    connect(&m_workspace, &Workspace::answered, this, &DetailsPage::markMatches);
    connect(&m_workspace, &Workspace::closed, this, &DetailsPage::markMatches);
    markMatches();
}

void DetailsPage::markMatches()
{
    for (FieldInput *input : m_inputs)
        input->setSought(soughtIn(m_workspace.answer().query, QString::fromLatin1(input->field().column)));
}

void DetailsPage::addField(const catalogue::Field &field)
{
    auto *input = new FieldInput(field, m_workspace.isWritable(), true);
    m_inputs.push_back(input);
    const QString column = QString::fromLatin1(field.column);
    if (field.type == catalogue::FieldType::Choice)
        input->setOffers([this, column] { return m_used->of(column); });
    connect(input, &FieldInput::entered, this, [this, input] { commit(input); });
    connect(input, &FieldInput::left, this, [this, input] { commit(input); });
    connect(input, &FieldInput::escaped, this, [this, input] { onEscaped(input); });
    QWidget *content = input;
    if (field.type == catalogue::FieldType::Link) {
        m_openLink = new LinkButton(tr("Open"));
        m_openLink->setFixedHeight(kFieldHeight);
        m_openLink->setAccessibleName(tr("Open the link in the browser"));
        connect(m_openLink, &LinkButton::clicked, this, [this, input] { m_workspace.dialogs().openLink(input->stored()); });
        content = new QWidget;
        auto *both = new QHBoxLayout(content);
        both->setContentsMargins(0, 0, 0, 0);
        both->setSpacing(4);
        both->addWidget(input, 1);
        both->addWidget(m_openLink, 0, Qt::AlignTop);
    }
    addRow(catalogue::fieldLabel(field), content, kLabelColumn - kInputInset);
}

void DetailsPage::addRow(const QString &label, QWidget *content, int labelWidth)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    QLabel *name = plainLabel(label, 12, 400, Token::Text3);
    const auto setWidth = [name, labelWidth] { name->setFixedWidth(textPixels(labelWidth)); };
    setWidth();
    connect(&Theme::instance(), &Theme::changed, name, setWidth);
    name->setContentsMargins(0, 6, 0, 0);
    row->addWidget(name, 0, Qt::AlignTop);
    row->addWidget(content, 1);
    m_rows->addLayout(row);
}

void DetailsPage::showRecord(const catalogue::Record &record)
{
    const bool another = record.announcement.id != m_row;
    m_row = record.announcement.id;
    const Drafts drafts = another ? m_drafts.take(m_row) : Drafts();
    for (FieldInput *input : m_inputs) {
        const QString column = QString::fromLatin1(input->field().column);
        if (another)
            input->restore(); // the half-typed text was the other record's
        input->setStored(record.announcement.*catalogue::textMember(input->field()));
        if (const Handed *handed = another ? lastHanded(m_row, input) : nullptr)
            input->setTyped(handed->typed);
        else if (drafts.contains(column))
            showDraft(input, drafts.value(column));
    }
    m_organisations->showRecord(record);
    m_tags->showRecord(record);
    showLink(record.announcement.url);
}

void DetailsPage::leaveRecord()
{
    if (!m_row)
        return;
    commitAll();
    Drafts drafts;
    for (FieldInput *input : m_inputs) {
        if (input->hasMistake() && !input->parsed())
            drafts.insert(QString::fromLatin1(input->field().column), {input->typed(), std::nullopt});
    }
    if (!drafts.isEmpty())
        m_drafts.insert(m_row, drafts);
}

void DetailsPage::commitAll()
{
    for (FieldInput *input : m_inputs)
        commit(input);
}

void DetailsPage::commit(FieldInput *input)
{
    const QString typed = input->typed();
    const Handed *handed = lastHanded(m_row, input);
    const bool underWay = handed && handed->typed == typed && m_workspace.isSaving();
    if (!m_row || !m_workspace.isWritable() || underWay)
        return;
    if (!input->isDirty()) {
        input->restore();
        return;
    }
    const Result<QVariant> value = input->parsed();
    if (!value) {
        input->showMistake(value.error());
        return;
    }
    if (value->toString() == input->stored()) { // only blanks or capitals differ
        input->restore();
        return;
    }
    if (!m_workspace.isSaving())
        m_handed.clear();                            // an edit that changed nothing ends without a word
    const Handed *before = lastHanded(m_row, input); // will be in the cell by the time that this one is written
    const QVariant shown = input->seen().isEmpty() ? QVariant() : QVariant(input->seen());
    const catalogue::Edit edit = catalogue::setField(input->field(), m_row, *value, before ? before->value : shown);
    m_handed.push_back({m_row, input, typed, *value, edit.label});
    m_workspace.apply(edit);
}

const DetailsPage::Handed *DetailsPage::lastHanded(catalogue::RowId row, const FieldInput *input) const
{
    const auto found = std::find_if(
        m_handed.rbegin(), m_handed.rend(), [&](const Handed &handed) { return handed.row == row && handed.input == input; });
    return found == m_handed.rend() ? nullptr : &*found;
}

void DetailsPage::showDraft(FieldInput *input, const Draft &draft)
{
    input->setTyped(draft.typed);
    const Result<QVariant> value = input->parsed();
    if (!draft.refusal || !value || value->toString() == input->stored())
        commit(input);
    else
        input->showMistake(*draft.refusal);
}

void DetailsPage::onRefused(const Error &error)
{
    if (m_handed.empty())
        return;
    // Edits are written in turn, so it is the first one, unless the error names the field of another.
    const auto named = std::find_if(m_handed.begin(), m_handed.end(),
        [&](const Handed &handed) { return error.where == catalogue::fieldLabel(handed.input->field()); });
    const auto refused = named == m_handed.end() ? m_handed.begin() : named;
    const Handed lost = *refused;
    m_handed.erase(refused);
    if (lastHanded(lost.row, lost.input))
        return; // what was typed after it counts
    if (lost.row != m_row)
        m_drafts[lost.row].insert(QString::fromLatin1(lost.input->field().column), {lost.typed, error});
    else if (lost.input->isDirty() && lost.input->typed() == lost.typed)
        lost.input->showMistake(error);
}

void DetailsPage::onCommitted(const catalogue::Step &step)
{
    const auto written = std::find_if(m_handed.begin(), m_handed.end(), [&](const Handed &handed) {
        return handed.label == step.label
            && std::find(step.announcements.begin(), step.announcements.end(), handed.row) != step.announcements.end();
    });
    if (written != m_handed.end())
        m_handed.erase(written);
}

void DetailsPage::onDecided(const catalogue::Conflict &conflict)
{
    std::erase_if(m_handed, [](const Handed &handed) { return handed.row != 0; });
    for (const catalogue::CellConflict &cell : conflict.cells)
        for (FieldInput *input : m_inputs)
            if (!cell.take && cell.table == catalogue::tableName(catalogue::Entity::Announcement)
                && cell.key.front().toLongLong() == m_row && cell.column == QLatin1String(input->field().column))
                input->restore();
}

void DetailsPage::forget()
{
    m_row = 0;
    m_handed.clear();
    m_drafts.clear();
}

void DetailsPage::onEscaped(FieldInput *input)
{
    std::erase_if(m_handed, [&](const Handed &handed) { return handed.row == m_row && handed.input == input; });
    input->restore();
}

void DetailsPage::showLink(const QString &url)
{
    if (m_openLink)
        m_openLink->setVisible(looksLikeWebLink(url));
}

} // namespace waic::ui
