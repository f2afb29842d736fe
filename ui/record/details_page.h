// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "ui/record/field_input.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace waic::ui {

class FlowLayout;
class LinkButton;
class Workspace;

/// The fields of an announcement, each edited where it stands; organisations and tags as chips.  Half-typed text outlives a
/// reload of the record, and a mistake outlives a visit to another record.
class DetailsPage : public QWidget
{
    Q_OBJECT

public:
    /// Fields can be edited when the catalogue that is open may be written.
    explicit DetailsPage(Workspace &workspace, QWidget *parent = nullptr);

    void showRecord(const catalogue::Record &record);
    /// Writes what is typed and right, keeps what is typed and wrong for the next visit.  Called before another record comes.
    void leaveRecord();
    /// Writes what is typed and right, marks what is wrong.
    void commitAll();
    /// An edit under way was refused: its text stays, may be handed in again, and the field says why.
    void onRefused(const Error &error);

private:
    using Drafts = QHash<QString, QString>; ///< typed text that is wrong, by column

    void addField(const catalogue::Field &field);
    void addRow(const QString &label, QWidget *content, int labelWidth);
    FlowLayout *addChips(const QString &label);
    void commit(FieldInput *input);
    void onEscaped(FieldInput *input);
    void showChips(const catalogue::Record &record);
    void showLink(const QString &url);

    Workspace &m_workspace;
    QVBoxLayout *m_rows;
    std::vector<FieldInput *> m_inputs;
    FlowLayout *m_organisations;
    FlowLayout *m_tags;
    LinkButton *m_openLink = nullptr;
    catalogue::RowId m_row = 0;
    QHash<const FieldInput *, QString> m_pending; ///< handed in, not yet seen as stored
    QHash<catalogue::RowId, Drafts> m_drafts;
};

} // namespace waic::ui
