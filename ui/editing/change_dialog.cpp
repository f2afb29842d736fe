// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/change_dialog.h"

#include "catalogue/figure.h"
#include "ui/common/theme.h"
#include "ui/editing/change_preview.h"
#include "ui/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QVBoxLayout>

namespace waic::ui {

using catalogue::BatchChange;
using catalogue::countText;
using Kind = catalogue::BatchChange::Kind;

namespace {

constexpr int kPlanAfter = 180; // ms without a key
constexpr int kRowHeight = 28;
constexpr int kRowsInSight = 9;
constexpr QSize kSize{760, 620};

struct KindWords
{
    Kind kind;
    const char *words;
};
constexpr KindWords kKinds[] = {
    {Kind::SetField, QT_TRANSLATE_NOOP("ChangeDialog", "Set a field")},
    {Kind::Replace, QT_TRANSLATE_NOOP("ChangeDialog", "Replace text")},
    {Kind::AddTag, QT_TRANSLATE_NOOP("ChangeDialog", "Add a tag")},
    {Kind::RemoveTag, QT_TRANSLATE_NOOP("ChangeDialog", "Remove a tag")},
    {Kind::AddOrganisation, QT_TRANSLATE_NOOP("ChangeDialog", "Add an organisation")},
    {Kind::RemoveOrganisation, QT_TRANSLATE_NOOP("ChangeDialog", "Remove an organisation")},
};

QComboBox *editableBox(const QString &name)
{
    auto *box = new QComboBox;
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setObjectName(name);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    return box;
}

} // namespace

ChangeDialog::ChangeDialog(Workspace &workspace, Kind kind, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_reader(workspace.file())
    , m_names(workspace.file())
    , m_kind(new QComboBox)
    , m_field(new QComboBox)
    , m_text(editableBox(QStringLiteral("changeText")))
    , m_replacement(new QLineEdit)
    , m_wholeWords(new QCheckBox(tr("&Whole words")))
    , m_matchCase(new QCheckBox(tr("Match &case")))
    , m_role(editableBox(QStringLiteral("changeRole")))
    , m_selected(new QRadioButton)
    , m_shown(new QRadioButton)
    , m_textLabel(new QLabel)
    , m_preview(new ChangePreview(this))
    , m_note(new QLabel)
{
    setObjectName(QStringLiteral("changeDialog"));
    setWindowTitle(tr("Change Announcements"));
    auto *heading = new QLabel(tr("Change announcements"));
    heading->setFont(uiFont(16, 600));
    m_form = new QFormLayout;
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(8);
    m_form->setLabelAlignment(Qt::AlignLeft);
    makeForm(*m_form);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addLayout(m_form);
    makePreview(*layout);
    m_planSoon.setSingleShot(true);
    m_planSoon.setInterval(kPlanAfter);
    connect(&m_planSoon, &QTimer::timeout, this, &ChangeDialog::plan);
    connect(&m_workspace, &Workspace::closing, this, &QDialog::reject);
    for (int i = 0; i < m_kind->count(); ++i)
        if (m_kind->itemData(i).toInt() == int(kind))
            m_kind->setCurrentIndex(i);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ChangeDialog::onKind);
    resize(kSize);
    onKind();
    m_text->setFocus();
}

void ChangeDialog::makeForm(QFormLayout &form)
{
    m_kind->setObjectName(QStringLiteral("changeKind"));
    for (const KindWords &kind : kKinds)
        m_kind->addItem(tr(kind.words), int(kind.kind));
    m_field->setObjectName(QStringLiteral("changeField"));
    m_replacement->setObjectName(QStringLiteral("changeReplacement"));
    m_wholeWords->setObjectName(QStringLiteral("wholeWords"));
    m_matchCase->setObjectName(QStringLiteral("matchCase"));
    m_role->addItems(
        {QStringLiteral("announcer"), QStringLiteral("partner"), QStringLiteral("subject"), QStringLiteral("speaker")});
    form.addRow(tr("&Do"), m_kind);
    form.addRow(tr("&Field"), m_field);
    m_textLabel->setBuddy(m_text);
    form.addRow(m_textLabel, m_text);
    form.addRow(tr("Replace w&ith"), m_replacement);
    auto *options = new QHBoxLayout;
    options->addWidget(m_wholeWords);
    options->addWidget(m_matchCase);
    options->addStretch(1);
    form.addRow(QString(), options);
    form.addRow(tr("&Role"), m_role);
    addScope(form);
    const auto planSoon = [this] { outdate(); };
    connect(m_field, &QComboBox::currentIndexChanged, this, [this] {
        offerValues();
        outdate();
    });
    for (QComboBox *box : {m_text, m_role})
        connect(box, &QComboBox::editTextChanged, this, planSoon);
    connect(m_replacement, &QLineEdit::textChanged, this, planSoon);
    for (QAbstractButton *button : std::initializer_list<QAbstractButton *>{m_wholeWords, m_matchCase, m_selected})
        connect(button, &QAbstractButton::toggled, this, planSoon);
}

void ChangeDialog::addScope(QFormLayout &form)
{
    const std::size_t selected = m_workspace.selection().size();
    const std::size_t shown = m_workspace.answer().ids.size();
    m_selected->setText(
        selected == 1 ? tr("the &selected announcement") : tr("the %1 &selected").arg(countText(qint64(selected))));
    m_shown->setText(tr("&all %1 shown").arg(countText(qint64(shown))));
    m_selected->setObjectName(QStringLiteral("scopeSelected"));
    m_shown->setObjectName(QStringLiteral("scopeShown"));
    m_selected->setEnabled(selected > 0);
    (selected > 1 || shown == 0 ? m_selected : m_shown)->setChecked(true);
    auto *both = new QHBoxLayout;
    both->setSpacing(16);
    both->addWidget(m_selected);
    both->addWidget(m_shown);
    both->addStretch(1);
    form.addRow(tr("In"), both);
}

void ChangeDialog::makePreview(QLayout &layout)
{
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("changePreview"));
    table->setAccessibleName(tr("What would change"));
    table->setModel(m_preview);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->setMinimumHeight(4 * kRowHeight);
    table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    layout.addWidget(table);
    m_note->setObjectName(QStringLiteral("changeNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setFont(uiFont(12));
    layout.addWidget(m_note);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_apply = buttons->addButton(tr("Change"), QDialogButtonBox::AcceptRole);
    m_apply->setProperty("primary", true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ChangeDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout.addWidget(buttons);
}

Kind ChangeDialog::kind() const
{
    return Kind(m_kind->currentData().toInt());
}

BatchChange ChangeDialog::change() const
{
    BatchChange change;
    change.kind = kind();
    change.column = m_field->currentData().toString();
    change.text = m_text->currentText();
    change.replacement = m_replacement->text();
    change.wholeWords = m_wholeWords->isChecked();
    change.matchCase = m_matchCase->isChecked();
    change.role = m_role->currentText();
    return change;
}

explore::IdList ChangeDialog::scope() const
{
    return m_selected->isChecked() ? m_workspace.selection() : m_workspace.answer().ids;
}

void ChangeDialog::onKind()
{
    const Kind now = kind();
    const bool replaces = now == Kind::Replace;
    const bool ofField = now == Kind::SetField || replaces;
    m_form->setRowVisible(m_field, ofField);
    m_form->setRowVisible(m_replacement, replaces);
    m_wholeWords->setVisible(replaces);
    m_matchCase->setVisible(replaces);
    m_form->setRowVisible(m_role, now == Kind::AddOrganisation);
    m_textLabel->setText(now == Kind::SetField ? tr("&To") : replaces ? tr("&Look for") : tr("&Name"));
    m_text->setAccessibleName(m_textLabel->text().remove(QLatin1Char('&')));
    const QString before = m_field->currentData().toString();
    m_field->blockSignals(true);
    m_field->clear();
    for (const catalogue::Field &field : catalogue::editableFields(catalogue::Entity::Announcement)) {
        const bool text = field.type == catalogue::FieldType::Line || field.type == catalogue::FieldType::Paragraph
            || field.type == catalogue::FieldType::Link || field.type == catalogue::FieldType::Choice;
        if (text || !replaces)
            m_field->addItem(catalogue::fieldLabel(field), QString::fromLatin1(field.column));
    }
    m_field->setCurrentIndex(std::max(0, m_field->findData(before.isEmpty() && !replaces ? QStringLiteral("kind") : before)));
    m_field->blockSignals(false);
    offerValues();
    outdate();
}

void ChangeDialog::offerValues()
{
    const QString typed = m_text->currentText();
    m_text->blockSignals(true);
    m_text->clear();
    m_text->setEditText(typed);
    m_text->blockSignals(false);
    const Kind now = kind();
    if (now == Kind::Replace) {
        m_names.cancel();
        return;
    }
    const bool tags = now == Kind::AddTag || now == Kind::RemoveTag;
    const QString column = m_field->currentData().toString();
    m_names.read<QStringList>(
        [now, tags, column](catalogue::Reader &reader) -> Result<QStringList> {
            if (now != Kind::SetField)
                return tags ? catalogue::tagNames(reader) : catalogue::organisationNames(reader);
            const catalogue::Field *field = catalogue::findField(catalogue::Entity::Announcement, column);
            if (!field || (field->type != catalogue::FieldType::Choice && field->type != catalogue::FieldType::Country))
                return QStringList();
            QStringList values = reader.valuesOf(column).value_or(QStringList());
            for (const QString &known : catalogue::knownValues(*field))
                if (!values.contains(known))
                    values << known;
            return values;
        },
        [this](const Result<QStringList> &names) {
            const QString typedNow = m_text->currentText();
            m_text->blockSignals(true);
            m_text->addItems(names.value_or(QStringList()));
            m_text->setEditText(typedNow);
            m_text->blockSignals(false);
        });
}

void ChangeDialog::outdate()
{
    m_edit = {};
    m_apply->setEnabled(false);
    m_reader.cancel();
    m_planSoon.start();
}

void ChangeDialog::plan()
{
    if (m_text->currentText().isEmpty() && kind() != Kind::SetField) {
        m_reader.cancel();
        m_preview->setCells({});
        say(kind() == Kind::Replace ? tr("Type what to look for.") : tr("Type or choose a name."), false);
        return;
    }
    say(tr("Reading…"), false);
    m_reader.read<catalogue::BatchPlan>(
        [this, ids = scope(), change = change(), ticket = m_reader.ticket() + 1](catalogue::Reader &reader) {
            return catalogue::planBatch(reader, ids.all(), change, [this, ticket](double) { return m_reader.isWanted(ticket); });
        },
        [this](const Result<catalogue::BatchPlan> &plan) { onPlanned(plan); });
}

void ChangeDialog::onPlanned(const Result<catalogue::BatchPlan> &plan)
{
    if (!plan) {
        m_preview->setCells({});
        const Error &error = plan.error();
        say(error.next.isEmpty() ? error.what : tr("%1; %2").arg(error.what, error.next), true);
        return;
    }
    m_edit = plan->edit;
    m_preview->setCells(plan->cells);
    const qint64 changed = qint64(plan->cells.size());
    QStringList words{changed == 1 ? tr("1 announcement changes") : tr("%1 announcements change").arg(countText(changed))};
    if (plan->unchanged > 0)
        words << tr("%1 stay as they are").arg(countText(plan->unchanged));
    if (plan->refused > 0)
        words << tr("%1 cannot be changed (%2)").arg(countText(plan->refused), plan->refusal);
    say(words.join(QStringLiteral(", ")), plan->refused > 0);
    m_apply->setText(changed > 0 ? tr("Change %1").arg(countText(changed)) : tr("Change"));
    m_apply->setEnabled(changed > 0);
}

void ChangeDialog::say(const QString &words, bool bad)
{
    m_note->setText(words);
    m_note->setForegroundRole(bad ? QPalette::BrightText : QPalette::PlaceholderText);
}

void ChangeDialog::accept()
{
    if (!m_apply->isEnabled() || m_edit.changes.empty())
        return;
    QDialog::accept();
    m_workspace.apply(m_edit);
}

} // namespace waic::ui
