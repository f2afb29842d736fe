// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/conflict.h"
#include "catalogue/records.h"
#include "ui/record/field_input.h"

#include <QHash>
#include <QWidget>

#include <optional>
#include <vector>

class QVBoxLayout;

namespace waic::ui {

class LinkButton;
class OrganisationsField;
class RecordOffers;
class TagsField;
class UsedValues;
class Workspace;

/// The fields of an announcement, each edited where it stands; organisations and tags as chips.  Half-typed text outlives a
/// reload of the record, and a mistake outlives a visit to another record.
class DetailsPage : public QWidget
{
    Q_OBJECT

public:
    /// Fields can be edited when the catalogue that is open may be written.
    DetailsPage(Workspace &workspace, RecordOffers &offers, QWidget *parent = nullptr);

    void showRecord(const catalogue::Record &record);
    /// Writes what is typed and right, keeps what is typed and wrong for the next visit.  Called before another record comes.
    void leaveRecord();
    /// Writes what is typed and right, marks what is wrong.
    void commitAll();
    /// An edit under way was refused: its text stays, may be handed in again, and the field says why; also when another record
    /// is in sight by now and this one comes back.
    void onRefused(const Error &error);
    void onCommitted(const catalogue::Step &step);
    /// What was typed over another's value that is to stand is given up.
    void onDecided(const catalogue::Conflict &conflict);
    /// The catalogue is closed: nothing that was typed for its rows may reach another one.
    void forget();

private:
    /// Typed text that is not stored: it is wrong, or it was refused for a reason.
    struct Draft
    {
        QString typed;
        std::optional<Error> refusal;
    };
    using Drafts = QHash<QString, Draft>; ///< by column

    /// An edit handed in, neither committed nor refused yet.
    struct Handed
    {
        catalogue::RowId row = 0;
        FieldInput *input = nullptr;
        QString typed;
        QVariant value;
        QString label;
    };

    void addField(const catalogue::Field &field);
    void addRow(const QString &label, QWidget *content, int labelWidth);
    void commit(FieldInput *input);
    const Handed *lastHanded(catalogue::RowId row, const FieldInput *input) const; ///< null: none
    void showDraft(FieldInput *input, const Draft &draft);
    void onEscaped(FieldInput *input);
    void markMatches();
    void showLink(const QString &url);

    Workspace &m_workspace;
    UsedValues *m_used;
    QVBoxLayout *m_rows;
    std::vector<FieldInput *> m_inputs;
    OrganisationsField *m_organisations;
    TagsField *m_tags;
    LinkButton *m_openLink = nullptr;
    catalogue::RowId m_row = 0;
    std::vector<Handed> m_handed; ///< oldest first, as they are written
    QHash<catalogue::RowId, Drafts> m_drafts;
};

} // namespace waic::ui
