// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/field.h"
#include "catalogue/records.h"

#include <QDialog>

#include <vector>

class QLabel;

namespace waic::ui {

class Workspace;

/// Asks for the fields of a new announcement.  Only the title is needed; values that the query asks for (one edition, one kind)
/// are filled in.  Accepts only what can be stored, and says below each field what is wrong with it.
class AddDialog : public QDialog
{
    Q_OBJECT

public:
    AddDialog(Workspace &workspace, QWidget *parent);

    const catalogue::Announcement &announcement() const { return m_announcement; } ///< REQUIRES accepted
    void accept() override;

private:
    struct Input
    {
        const catalogue::Field *field;
        QWidget *editor; ///< QLineEdit, QComboBox or QPlainTextEdit
        QLabel *mistake;
    };

    QWidget *makeEditor(const catalogue::Field &field, Workspace &workspace) const;

    std::vector<Input> m_inputs;
    catalogue::Announcement m_announcement;
};

} // namespace waic::ui
