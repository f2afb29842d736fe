// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/add_dialog.h"

#include "ui/common/theme.h"
#include "ui/workspace.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

using catalogue::Announcement;
using catalogue::Entity;
using catalogue::Field;
using catalogue::FieldType;

QString typedText(const QWidget *editor)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(editor))
        return line->text();
    if (const auto *combo = qobject_cast<const QComboBox *>(editor))
        return combo->currentText();
    return static_cast<const QPlainTextEdit *>(editor)->toPlainText();
}

} // namespace

AddDialog::AddDialog(Workspace &workspace, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Add Announcement"));
    auto *heading = new QLabel(tr("Add an announcement"));
    heading->setFont(uiFont(16, 600));
    auto *form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    for (const Field &field : catalogue::editableFields(Entity::Announcement)) {
        if (qstrcmp(field.column, "verification") == 0)
            continue; // a new announcement is unverified until someone has looked at its sources
        auto *mistake = new QLabel;
        mistake->setTextFormat(Qt::PlainText);
        mistake->setWordWrap(true);
        mistake->setFont(uiFont(12));
        mistake->setForegroundRole(QPalette::BrightText);
        mistake->hide();
        QWidget *editor = makeEditor(field, workspace);
        editor->setObjectName(QString::fromLatin1(field.column));
        editor->setAccessibleName(catalogue::fieldLabel(field));
        auto *cell = new QVBoxLayout;
        cell->setSpacing(2);
        cell->addWidget(editor);
        cell->addWidget(mistake);
        auto *label = new QLabel(catalogue::fieldLabel(field));
        label->setBuddy(editor);
        label->setMinimumHeight(28);
        form->addRow(label, cell);
        m_inputs.push_back({&field, editor, mistake});
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *add = buttons->addButton(tr("Add"), QDialogButtonBox::AcceptRole);
    add->setProperty("primary", true);
    connect(buttons, &QDialogButtonBox::accepted, this, &AddDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(heading);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(520);
    // Once the button is in the dialog; before, the dialog would take Cancel for its default.
    add->setDefault(true);
}

QWidget *AddDialog::makeEditor(const Field &field, Workspace &workspace) const
{
    if (field.type == FieldType::Paragraph) {
        auto *paragraph = new QPlainTextEdit;
        paragraph->setTabChangesFocus(true);
        paragraph->setFixedHeight(64);
        return paragraph;
    }
    const bool isCountry = field.type == FieldType::Country;
    if (field.type != FieldType::Choice && !isCountry) {
        auto *line = new QLineEdit;
        line->setTextMargins(5, 0, 5, 0);
        if (field.type == FieldType::Date)
            line->setPlaceholderText(tr("2025, 2025-07 or 2025-07-26"));
        return line;
    }
    auto *combo = new QComboBox;
    combo->setEditable(true);
    QStringList offered = catalogue::knownValues(field);
    const auto used = workspace.reader().valuesOf(QString::fromLatin1(field.column));
    if (used)
        offered += *used;
    offered.removeDuplicates();
    combo->addItems(offered);
    const QStringList asked = workspace.query().values(QString::fromLatin1(field.column));
    combo->setCurrentText(asked.size() == 1 ? asked.first() : QString());
    return combo;
}

void AddDialog::accept()
{
    Announcement row;
    QWidget *firstWrong = nullptr;
    for (const Input &input : m_inputs) {
        const Result<QVariant> value = catalogue::parseField(*input.field, typedText(input.editor));
        input.mistake->setVisible(!value);
        input.mistake->setText(value ? QString() : value.error().what);
        input.editor->setProperty("bad", !value);
        input.editor->setAccessibleDescription(input.mistake->text());
        input.editor->update();
        if (!value && !firstWrong)
            firstWrong = input.editor;
        if (value)
            row.*catalogue::textMember(*input.field) = value->isValid() ? value->toString() : QString();
    }
    if (firstWrong) {
        firstWrong->setFocus();
        return;
    }
    m_announcement = row;
    QDialog::accept();
}

} // namespace waic::ui
