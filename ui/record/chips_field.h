// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"
#include "ui/common/suggestion_list.h"

#include <QWidget>

class QMenu;

namespace waic::ui {

class AddChip;
class Chip;
class FlowLayout;
class NoteBubble;
class RecordOffers;
class Workspace;

/// What hangs on an announcement by name, as chips with a "+" at the end that opens a line with the catalogue's names.  Chips
/// are walked by Tab and the arrow keys; whatever is added stays open for the next one, Esc leaves.
class ChipsField : public QWidget
{
    Q_OBJECT

public:
    /// addWords: of the "+".  Chips can be changed when the catalogue that is open may be written.
    ChipsField(
        Workspace &workspace, RecordOffers &offers, const QString &label, const QString &addWords, QWidget *parent = nullptr);

    /// What is half-typed stays while its announcement does.
    void showRecord(const catalogue::Record &record);

protected:
    struct ChipText
    {
        QString name;
        QString note;

        bool operator==(const ChipText &) const = default;
    };

    virtual std::vector<ChipText> chipsOf(const catalogue::Record &record) = 0;
    virtual SharedSuggestions suggestions() const = 0;
    virtual catalogue::Edit addition(const Suggestion &chosen) const = 0; ///< id 0 or -1: by name
    virtual catalogue::Edit removal(int chip) const = 0;
    virtual void fillMenu(QMenu &menu, int chip);

    bool eventFilter(QObject *watched, QEvent *event) override;

    Workspace &workspace() { return m_workspace; }
    RecordOffers &offers() const { return m_offers; }
    catalogue::RowId announcement() const { return m_announcement; }

private:
    void addChip(const ChipText &text, int place);
    void openEditor();
    void closeEditor();
    void take();
    void remove(int chip);
    void showMenu(int chip);
    void focusChip(int chip); ///< the "+" behind the last one
    void relayout();

    Workspace &m_workspace;
    RecordOffers &m_offers;
    FlowLayout *m_layout;
    std::vector<Chip *> m_chips;
    std::vector<ChipText> m_shown; ///< in m_chips
    bool m_shownWritable = false;
    QWidget *m_none;
    AddChip *m_add;
    LineEditor *m_editor;
    NoteBubble *m_note;
    QString m_handed; ///< text of the addition under way, to give it back when it is refused
    catalogue::RowId m_announcement = 0;
};

/// Organisations with their roles.
class OrganisationsField : public ChipsField
{
    Q_OBJECT

public:
    OrganisationsField(Workspace &workspace, RecordOffers &offers, QWidget *parent = nullptr);

protected:
    std::vector<ChipText> chipsOf(const catalogue::Record &record) override;
    SharedSuggestions suggestions() const override;
    catalogue::Edit addition(const Suggestion &chosen) const override;
    catalogue::Edit removal(int chip) const override;
    void fillMenu(QMenu &menu, int chip) override;

private:
    void setRole(const catalogue::Participation &part, const QString &role);
    void askRole(const catalogue::Participation &part);

    std::vector<catalogue::Participation> m_parts;
};

class TagsField : public ChipsField
{
    Q_OBJECT

public:
    TagsField(Workspace &workspace, RecordOffers &offers, QWidget *parent = nullptr);

protected:
    std::vector<ChipText> chipsOf(const catalogue::Record &record) override;
    SharedSuggestions suggestions() const override;
    catalogue::Edit addition(const Suggestion &chosen) const override;
    catalogue::Edit removal(int chip) const override;

private:
    QStringList m_tags;
};

} // namespace waic::ui
