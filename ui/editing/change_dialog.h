// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/batch_edit.h"
#include "explore/id_list.h"
#include "ui/common/background_reader.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace waic::ui {

class ChangePreview;
class Workspace;

/// Changes many announcements as one step: sets a field, replaces text, adds or removes a tag or an organisation; on the
/// selection or on all that is shown.  What would change is listed before it is done, and read on a worker while one types.
class ChangeDialog : public QDialog
{
    Q_OBJECT

public:
    ChangeDialog(Workspace &workspace, catalogue::BatchChange::Kind kind, QWidget *parent);

    void accept() override;

private:
    void makeForm(QFormLayout &form);
    void makePreview(QLayout &layout);
    void addScope(QFormLayout &form);
    catalogue::BatchChange::Kind kind() const;
    catalogue::BatchChange change() const;
    explore::IdList scope() const;
    void onKind();
    void offerValues();
    void outdate(); ///< what was planned is for another change; plans anew when nobody types any more
    void plan();
    void onPlanned(const Result<catalogue::BatchPlan> &plan);
    void say(const QString &words, bool bad);

    Workspace &m_workspace;
    BackgroundReader m_reader;
    BackgroundReader m_names;
    QComboBox *m_kind;
    QComboBox *m_field;
    QComboBox *m_text; ///< value, words to look for, or a name; with what is known to choose from
    QLineEdit *m_replacement;
    QCheckBox *m_wholeWords;
    QCheckBox *m_matchCase;
    QComboBox *m_role;
    QRadioButton *m_selected;
    QRadioButton *m_shown;
    QFormLayout *m_form = nullptr;
    QLabel *m_textLabel;
    ChangePreview *m_preview;
    QLabel *m_note;
    QPushButton *m_apply = nullptr;
    QTimer m_planSoon;
    catalogue::Edit m_edit;
};

} // namespace waic::ui
