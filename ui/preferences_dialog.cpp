// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/preferences_dialog.h"

#include "ui/common/words.h"
#include "ui/dialogs.h"

#include <QComboBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

constexpr int kFieldWidth = 320;
constexpr int kTextMargin = 5;
constexpr int kLongestName = 200; // characters

QLabel *plainLabel(const QString &text, const QFont &font)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setFont(font);
    return label;
}

/// Why backups cannot be kept in a folder; null when they can.
QString folderMistake(const QString &folder)
{
    const QFileInfo info(folder);
    if (folder.isEmpty())
        return {};
    if (info.isRelative() || !info.isDir())
        return PreferencesDialog::tr("There is no such folder.");
    return info.isWritable() ? QString() : PreferencesDialog::tr("You may not write to this folder.");
}

} // namespace

PreferencesDialog::PreferencesDialog(const Preferences &now, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_author(new QLineEdit(now.author))
    , m_backups(new QLineEdit(QDir::toNativeSeparators(now.backupFolder)))
    , m_mistake(plainLabel({}, uiFont(12)))
{
    setWindowTitle(tr("Preferences"));
    // In line with the words of the boxes between them.
    for (QLineEdit *edit : {m_author, m_backups})
        edit->setTextMargins(kTextMargin, 0, kTextMargin, 0);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(12);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_author->setObjectName(QStringLiteral("author"));
    m_author->setAccessibleName(tr("Author"));
    m_author->setPlaceholderText(loginName());
    m_author->setMaxLength(kLongestName);
    m_author->setToolTip(tr("The name that the history says for your edits"));
    m_author->setMinimumWidth(kFieldWidth);
    form->addRow(tr("&Author"), m_author);
    m_theme = addChoice(*form, "theme", tr("&Theme"),
        {{tr("System"), int(ThemeChoice::System)}, {tr("Light"), int(ThemeChoice::Light)}, {tr("Dark"), int(ThemeChoice::Dark)}},
        int(now.theme));
    m_textSize = addChoice(*form, "textSize", tr("Text &size"),
        {{tr("Small"), int(TextSize::Small)}, {tr("Normal"), int(TextSize::Normal)}, {tr("Large"), int(TextSize::Large)}},
        int(now.textSize));
    QList<QPair<QString, QVariant>> numbers{{numberFormTitle({}), QString()}};
    for (const QString &numberForm : numberForms())
        numbers.append({numberFormTitle(numberForm), numberForm});
    if (!now.numberForm.isEmpty() && !numberForms().contains(now.numberForm))
        numbers.append({numberFormTitle(now.numberForm), now.numberForm});
    m_numbers = addChoice(*form, "numbers", tr("&Numbers"), numbers, now.numberForm);
    const QString example = QStringLiteral("2025-07-26");
    m_dates = addChoice(*form, "dates", tr("&Dates"),
        {{tr("%1, as in the file").arg(example), int(DateForm::Iso)},
            {tr("%1, in words").arg(dateTitle(example)), int(DateForm::Words)}},
        int(now.dateForm));
    form->addRow(tr("&Backups"), makeBackups(dialogs));
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(m_backups->parentWidget())))
        label->setBuddy(m_backups);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    save->setProperty("primary", true);
    save->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &PreferencesDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    layout->addWidget(plainLabel(tr("Preferences"), uiFont(16, 600)));
    layout->addLayout(form);
    layout->addSpacing(8);
    layout->addWidget(buttons);
}

QComboBox *PreferencesDialog::addChoice(QFormLayout &form, const char *name, const QString &label,
    const QList<QPair<QString, QVariant>> &choices, const QVariant &now)
{
    auto *box = new QComboBox;
    box->setObjectName(QString::fromLatin1(name));
    box->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (const auto &[text, value] : choices)
        box->addItem(text, value);
    box->setCurrentIndex(std::max(0, box->findData(now)));
    form.addRow(label, box);
    return box;
}

QWidget *PreferencesDialog::makeBackups(Dialogs &dialogs)
{
    auto *both = new QWidget;
    auto *column = new QVBoxLayout(both);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_backups->setObjectName(QStringLiteral("backups"));
    m_backups->setAccessibleName(tr("Backups"));
    m_backups->setPlaceholderText(QDir::toNativeSeparators(defaultBackupFolder()));
    m_backups->setToolTip(tr("Where a backup of the day, those before a restore and files that are replaced are kept"));
    m_backups->setClearButtonEnabled(true);
    auto *choose = new QPushButton(tr("&Choose…"));
    choose->setObjectName(QStringLiteral("chooseBackups"));
    choose->setAccessibleName(tr("Choose the folder for backups"));
    row->addWidget(m_backups, 1);
    row->addWidget(choose);
    column->addLayout(row);
    column->addWidget(m_mistake);
    m_mistake->hide();
    m_mistake->setForegroundRole(QPalette::BrightText);
    connect(choose, &QPushButton::clicked, this, [this, &dialogs] {
        if (const auto folder = dialogs.folderToUse(tr("Folder for Backups"), m_backups->text()))
            m_backups->setText(QDir::toNativeSeparators(*folder));
    });
    connect(m_backups, &QLineEdit::textChanged, this, [this] {
        m_mistake->hide();
        m_backups->setProperty("bad", false);
        m_backups->setAccessibleDescription({});
        m_backups->update();
    });
    return both;
}

Preferences PreferencesDialog::preferences() const
{
    Preferences chosen;
    chosen.author = m_author->text().trimmed();
    chosen.theme = ThemeChoice(m_theme->currentData().toInt());
    chosen.textSize = TextSize(m_textSize->currentData().toInt());
    chosen.numberForm = m_numbers->currentData().toString();
    chosen.dateForm = DateForm(m_dates->currentData().toInt());
    chosen.backupFolder = QDir::fromNativeSeparators(m_backups->text().trimmed());
    return chosen;
}

void PreferencesDialog::accept()
{
    const QString mistake = folderMistake(preferences().backupFolder);
    if (mistake.isNull()) {
        QDialog::accept();
        return;
    }
    m_mistake->setText(mistake);
    m_mistake->show();
    m_backups->setProperty("bad", true);
    m_backups->setAccessibleDescription(mistake);
    m_backups->update();
    m_backups->setFocus();
}

} // namespace waic::ui
