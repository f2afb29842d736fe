// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/history_dialog.h"

#include "ui/common/theme.h"
#include "ui/dialogs.h"
#include "ui/editing/step_model.h"
#include "ui/workspace.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

constexpr int kStepsAtOnce = 200;
constexpr int kMostTargets = 200; // of one step
constexpr int kRowHeight = 28;
constexpr int kReloadAfter = 120; // ms
constexpr int kAnnouncementRole = Qt::UserRole + 1;
constexpr QSize kSize{960, 560};

QString nothing(const QString &words)
{
    return words.isEmpty() ? HistoryDialog::tr("none") : QString(words).replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

HistoryDialog::HistoryDialog(Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_model(new StepModel(this))
    , m_steps(new QTableView)
    , m_contents(new QTreeWidget)
    , m_find(new QLineEdit)
    , m_note(new QLabel)
    , m_takeBack(new QPushButton)
    , m_show(new QPushButton(tr("&Show Record")))
    , m_compact(new QPushButton(tr("&Compact History…")))
{
    setObjectName(QStringLiteral("historyDialog"));
    setWindowTitle(tr("History of the Catalogue"));
    auto *heading = new QLabel(tr("History of the catalogue"));
    heading->setFont(uiFont(16, 600));
    m_find->setObjectName(QStringLiteral("findStep"));
    m_find->setAccessibleName(tr("Find steps by words or author"));
    m_find->setPlaceholderText(tr("Find steps by words or author"));
    m_find->setClearButtonEnabled(true);
    makeSteps();
    makeContents();
    auto *both = new QSplitter;
    both->setChildrenCollapsible(false);
    both->addWidget(m_steps);
    both->addWidget(m_contents);
    both->setSizes({540, 400});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addWidget(m_find);
    layout->addWidget(both, 1);
    layout->addWidget(m_note);
    makeButtons();
    resize(kSize);
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(kReloadAfter);
    connect(&m_reloadSoon, &QTimer::timeout, this, &HistoryDialog::reload);
    connect(m_find, &QLineEdit::textChanged, &m_reloadSoon, qOverload<>(&QTimer::start));
    connect(&m_workspace, &Workspace::committed, &m_reloadSoon, qOverload<>(&QTimer::start));
    connect(&m_workspace, &Workspace::writtenElsewhere, &m_reloadSoon, qOverload<>(&QTimer::start));
    connect(&m_workspace, &Workspace::opened, this, &HistoryDialog::onOpened);
    connect(&m_workspace, &Workspace::closing, this, &HistoryDialog::onClosing);
    onOpened();
}

HistoryDialog::~HistoryDialog() = default;

void HistoryDialog::makeSteps()
{
    m_steps->setObjectName(QStringLiteral("steps"));
    m_steps->setAccessibleName(tr("Steps, newest first"));
    m_steps->setModel(m_model);
    m_steps->setShowGrid(false);
    m_steps->setWordWrap(false);
    m_steps->setTabKeyNavigation(false);
    m_steps->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_steps->setSelectionMode(QAbstractItemView::SingleSelection);
    m_steps->verticalHeader()->hide();
    m_steps->verticalHeader()->setDefaultSectionSize(kRowHeight);
    QHeaderView *header = m_steps->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setSectionResizeMode(StepModel::What, QHeaderView::Stretch);
    header->resizeSection(StepModel::When, 130);
    header->resizeSection(StepModel::Who, 90);
    connect(m_steps->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &HistoryDialog::readContents);
    connect(m_model, &StepModel::moreAsked, this, [this](qint64 before) {
        if (!m_stepReader)
            return;
        m_stepReader->read<std::vector<catalogue::ListedStep>>(
            [before, like = m_find->text()](
                catalogue::Reader &reader) { return catalogue::listSteps(reader, before, kStepsAtOnce, like); },
            [this](const auto &steps) { onRead(steps, true); });
    });
}

void HistoryDialog::makeContents()
{
    m_contents->setObjectName(QStringLiteral("stepContents"));
    m_contents->setAccessibleName(tr("What the step changed"));
    m_contents->setHeaderHidden(true);
    m_contents->setRootIsDecorated(false);
    m_contents->setItemsExpandable(false);
    m_contents->setIndentation(16);
    m_contents->setUniformRowHeights(false);
    m_contents->setWordWrap(true);
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_contents->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setFont(uiFont(12));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    connect(m_contents, &QTreeWidget::currentItemChanged, this, &HistoryDialog::enable);
    connect(m_contents, &QTreeWidget::itemActivated, this, [this] { m_show->click(); });
}

void HistoryDialog::makeButtons()
{
    m_takeBack->setObjectName(QStringLiteral("takeBack"));
    m_takeBack->setProperty("primary", true);
    m_show->setObjectName(QStringLiteral("showRecord"));
    m_compact->setObjectName(QStringLiteral("compactHistory"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_compact, QDialogButtonBox::ResetRole);
    buttons->addButton(m_show, QDialogButtonBox::ActionRole);
    buttons->addButton(m_takeBack, QDialogButtonBox::ActionRole);
    for (QAbstractButton *button : buttons->buttons())
        if (auto *push = qobject_cast<QPushButton *>(button))
            push->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_takeBack, &QPushButton::clicked, this, &HistoryDialog::takeBack);
    connect(m_compact, &QPushButton::clicked, this, &HistoryDialog::compact);
    connect(m_show, &QPushButton::clicked, this, [this] {
        const QTreeWidgetItem *item = m_contents->currentItem();
        if (const qint64 row = item ? item->data(0, kAnnouncementRole).toLongLong() : 0)
            emit showAsked(row);
    });
    layout()->addWidget(buttons);
}

void HistoryDialog::onOpened()
{
    if (!m_workspace.isOpen())
        return;
    m_stepReader = std::make_unique<BackgroundReader>(m_workspace.file());
    m_contentReader = std::make_unique<BackgroundReader>(m_workspace.file());
    reload();
}

void HistoryDialog::onClosing()
{
    m_reloadSoon.stop();
    m_stepReader.reset();
    m_contentReader.reset();
    m_model->reset({}, false);
    m_contents->clear();
    hide();
}

void HistoryDialog::reload()
{
    if (!m_stepReader)
        return;
    m_wanted = current() && m_steps->currentIndex().row() > 0 ? current()->id : 0;
    const int count = std::max(kStepsAtOnce, m_wanted ? m_model->rowCount() : 0);
    m_stepReader->read<std::vector<catalogue::ListedStep>>(
        [count, like = m_find->text()](catalogue::Reader &reader) { return catalogue::listSteps(reader, 0, count, like); },
        [this](const auto &steps) { onRead(steps, false); });
}

void HistoryDialog::onRead(const Result<std::vector<catalogue::ListedStep>> &steps, bool more)
{
    if (!steps) {
        m_workspace.report(steps.error());
        return;
    }
    const bool mayHaveMore = int(steps->size()) >= kStepsAtOnce;
    if (more) {
        m_model->append(*steps, mayHaveMore);
        return;
    }
    m_model->reset(*steps, mayHaveMore);
    const int row = std::max(0, m_model->rowOf(m_wanted));
    if (m_model->rowCount() > 0)
        m_steps->selectRow(row);
    else
        readContents();
}

const catalogue::ListedStep *HistoryDialog::current() const
{
    const QModelIndex index = m_steps->currentIndex();
    return index.isValid() && index.row() < m_model->rowCount() ? &m_model->step(index.row()) : nullptr;
}

void HistoryDialog::readContents()
{
    enable();
    const catalogue::ListedStep *step = current();
    if (!step || !m_contentReader) {
        m_contents->clear();
        m_note->setText(m_find->text().isEmpty() ? tr("Nothing has been changed yet.") : tr("No step has these words."));
        return;
    }
    m_contentReader->read<catalogue::StepContents>(
        [id = step->id](catalogue::Reader &reader) { return catalogue::stepContents(reader, id, kMostTargets); },
        [this](const auto &contents) { showContents(contents); });
}

void HistoryDialog::showContents(const Result<catalogue::StepContents> &contents)
{
    m_contents->clear();
    if (!contents) {
        m_note->setText(contents.error().line());
        return;
    }
    for (const catalogue::StepTarget &target : contents->targets) {
        auto *head = new QTreeWidgetItem(m_contents);
        head->setText(0,
            target.announcement == 0    ? tr("Shared by announcements")
                : target.title.isNull() ? tr("An announcement that is gone")
                                        : target.title);
        head->setFont(0, uiFont(13, 600));
        head->setData(0, kAnnouncementRole, target.title.isNull() ? 0 : target.announcement);
        for (const catalogue::CellChange &change : target.changes) {
            auto *line = new QTreeWidgetItem(head);
            const QString field = change.about.isEmpty() ? change.field : tr("%1, %2").arg(change.about, change.field.toLower());
            line->setText(0, tr("%1: %2 → %3").arg(field, nothing(change.was), nothing(change.is)));
            line->setData(0, kAnnouncementRole, head->data(0, kAnnouncementRole));
        }
    }
    m_contents->expandAll();
    const catalogue::ListedStep *step = current();
    const bool dropped = step && !step->hasContents && step->kind == QLatin1String("edit");
    m_note->setText(contents->more > 0 ? tr("and %1 more announcements").arg(contents->more)
            : dropped                  ? tr("What this step changed was dropped when the history was compacted.")
                                       : QString());
    enable();
}

void HistoryDialog::enable()
{
    const catalogue::ListedStep *step = current();
    const bool undone = step && !step->standing && step->kind != QLatin1String("undo");
    m_takeBack->setText(undone ? tr("&Take Up Again") : tr("&Undo This Step"));
    m_takeBack->setEnabled(step && step->takeBack != 0 && m_workspace.isWritable());
    const QTreeWidgetItem *item = m_contents->currentItem();
    m_show->setEnabled(item && item->data(0, kAnnouncementRole).toLongLong() != 0);
    m_compact->setEnabled(m_workspace.isWritable() && m_model->rowCount() > 0);
}

void HistoryDialog::takeBack()
{
    if (const catalogue::ListedStep *step = current(); step && step->takeBack)
        m_workspace.invert(step->takeBack, step->label);
}

void HistoryDialog::compact()
{
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    const std::optional<QString> before = m_workspace.dialogs().askText(tr("Compact History"),
        tr("What steps changed before this day is dropped for good: they stay in the list, but can be neither undone nor looked "
           "into. Day, as 2025-07-26:"),
        today, tr("Compact"));
    if (!before)
        return;
    const QDate day = QDate::fromString(*before, Qt::ISODate);
    if (!day.isValid())
        m_workspace.report({ErrorKind::BadInput, tr("“%1” is no day").arg(*before), {}, tr("try one such as %1").arg(today)});
    else
        m_workspace.compactHistory(day.startOfDay().toUTC().toString(Qt::ISODateWithMs));
}

} // namespace waic::ui
