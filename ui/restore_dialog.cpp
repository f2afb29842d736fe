// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/restore_dialog.h"

#include "catalogue/figure.h"
#include "ui/common/theme.h"
#include "ui/common/words.h"
#include "ui/dialogs.h"
#include "ui/preferences.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace waic::ui {

namespace {

enum Column { WhenColumn, WhyColumn, AnnouncementsColumn, SizeColumn };

constexpr QSize kListSize{520, 280};
constexpr int kRowHeight = 28;
constexpr int kColumnGap = 20;
constexpr int kPathRole = Qt::UserRole;

QLabel *plainLabel(const QString &text, const QFont &font)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(font);
    return label;
}

} // namespace

QString backupTime(const catalogue::Backup &backup)
{
    const QDateTime &at = backup.name.at;
    return RestoreDialog::tr("%1, %2", "date, time")
        .arg(shownDate(at.date().toString(Qt::ISODate)), QLocale().toString(at.time(), QStringLiteral("HH:mm")));
}

QString backupReason(catalogue::BackupReason reason)
{
    switch (reason) {
    case catalogue::BackupReason::Daily:
        return RestoreDialog::tr("Backup of the day");
    case catalogue::BackupReason::Migration:
        return RestoreDialog::tr("Before this version's layout");
    case catalogue::BackupReason::Import:
        return RestoreDialog::tr("Before an import");
    case catalogue::BackupReason::Restore:
        return RestoreDialog::tr("Before a restore");
    case catalogue::BackupReason::Manual:
        return RestoreDialog::tr("By hand");
    }
    return {};
}

RestoreDialog::RestoreDialog(const QString &folder, const QString &catalogueUid, Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_folder(folder)
    , m_dialogs(dialogs)
    , m_list(new QTreeWidget)
    , m_note(plainLabel(tr("Looking for backups…"), uiFont(13)))
    , m_middle(new QStackedWidget)
{
    setObjectName(QStringLiteral("restoreDialog"));
    setWindowTitle(tr("Restore from Backup"));
    m_list->setObjectName(QStringLiteral("backups"));
    m_list->setAccessibleName(tr("Backups"));
    m_list->setHeaderLabels({tr("When"), tr("Why"), tr("Announcements"), tr("Size")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->header()->setSectionsMovable(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setFixedHeight(kRowHeight);
    m_list->setMinimumSize(kListSize);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setObjectName(QStringLiteral("noBackups"));
    m_middle->addWidget(m_note);
    m_middle->addWidget(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(plainLabel(tr("Restore from Backup"), uiFont(16, 600)));
    layout->addWidget(
        plainLabel(tr("The backup takes the catalogue's place. What is in it now is kept as a backup too."), uiFont(13)));
    layout->addWidget(m_middle, 1);
    layout->addWidget(makeButtons());
    connect(
        m_list, &QTreeWidget::itemSelectionChanged, this, [this] { m_restore->setEnabled(!m_list->selectedItems().isEmpty()); });
    connect(m_list, &QTreeWidget::itemActivated, this, &RestoreDialog::accept);
    m_reading = std::thread([this, folder, catalogueUid] {
        const std::vector<catalogue::Backup> backups = catalogue::backupsOf(folder, catalogueUid);
        QMetaObject::invokeMethod(
            this, [this, backups] { showBackups(backups); }, Qt::QueuedConnection);
    });
}

RestoreDialog::~RestoreDialog()
{
    m_reading.join();
}

QWidget *RestoreDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *other = buttons->addButton(tr("&Other File…"), QDialogButtonBox::ResetRole);
    other->setObjectName(QStringLiteral("otherBackup"));
    other->setAutoDefault(false);
    m_restore = buttons->addButton(tr("&Restore"), QDialogButtonBox::AcceptRole);
    m_restore->setObjectName(QStringLiteral("restoreBackup"));
    m_restore->setProperty("primary", true);
    m_restore->setDefault(true);
    m_restore->setEnabled(false);
    connect(other, &QPushButton::clicked, this, &RestoreDialog::chooseOther);
    connect(buttons, &QDialogButtonBox::accepted, this, &RestoreDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &RestoreDialog::reject);
    return buttons;
}

void RestoreDialog::showBackups(const std::vector<catalogue::Backup> &backups)
{
    if (backups.empty()) {
        m_note->setText(tr("There is no backup of this catalogue in %1 yet. One is made each day on which it changed, and by"
                           " File, Back Up Now.")
                            .arg(QDir::toNativeSeparators(m_folder)));
        return;
    }
    for (const catalogue::Backup &backup : backups) {
        auto *item = new QTreeWidgetItem(m_list,
            {backupTime(backup), backupReason(backup.name.reason), catalogue::countText(backup.announcements),
                QLocale().formattedDataSize(backup.size, 1, QLocale::DataSizeTraditionalFormat)});
        item->setData(0, kPathRole, backup.path);
        item->setSizeHint(WhenColumn, QSize(0, kRowHeight));
        for (int column = WhenColumn; column <= SizeColumn; ++column)
            item->setToolTip(column, plainToolTip(backup.path));
        for (const int column : {AnnouncementsColumn, SizeColumn})
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    for (const int column : {AnnouncementsColumn, SizeColumn})
        m_list->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    for (const int column : {WhenColumn, AnnouncementsColumn, SizeColumn}) {
        const QFontMetrics metrics(m_list->font());
        int width = metrics.horizontalAdvance(m_list->headerItem()->text(column));
        for (int row = 0; row < m_list->topLevelItemCount(); ++row)
            width = std::max(width, metrics.horizontalAdvance(m_list->topLevelItem(row)->text(column)));
        m_list->header()->resizeSection(column, width + kColumnGap);
    }
    m_list->header()->setSectionResizeMode(WhyColumn, QHeaderView::Stretch);
    m_middle->setCurrentWidget(m_list);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->setFocus();
}

void RestoreDialog::chooseOther()
{
    const auto path = m_dialogs.fileToOpen(tr("Restore from Another File"), m_folder, tr("Catalogues (*.waic);;All files (*)"));
    if (!path)
        return;
    m_chosen = *path;
    QDialog::accept();
}

void RestoreDialog::accept()
{
    const QList<QTreeWidgetItem *> selected = m_list->selectedItems();
    if (selected.isEmpty())
        return;
    m_chosen = selected.front()->data(0, kPathRole).toString();
    QDialog::accept();
}

} // namespace waic::ui
