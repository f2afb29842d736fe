// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/conflict_dialog.h"

#include "ui/common/theme.h"
#include "ui/editing/conflict_model.h"
#include "ui/workspace.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

constexpr int kRowHeight = 28;
constexpr int kMostRows = 12;     // in sight without scrolling
constexpr int kMostWrapped = 200; // rows as high as their texts; each is laid out when the dialog opens
constexpr QSize kSize{860, 0};

QString explanation(const catalogue::Conflict &conflict)
{
    if (conflict.step == 0)
        return ConflictDialog::tr("“%1” was not saved: someone else changed the same cells since you saw them. Nothing of theirs "
                                  "or yours is lost yet; choose which value is to stand.")
            .arg(conflict.label);
    const QString text = conflict.redo
        ? ConflictDialog::tr("To redo “%1”, cells would be overwritten that were changed since. Nothing was written yet; choose "
                             "which value is to stand.")
        : ConflictDialog::tr("To undo “%1”, cells would be overwritten that were changed since. Nothing was written yet; choose "
                             "which value is to stand.");
    return text.arg(conflict.label);
}

} // namespace

ConflictDialog::ConflictDialog(Workspace &workspace, const catalogue::Conflict &conflict, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_model(new ConflictModel(conflict, this))
    , m_table(new QTableView)
{
    setObjectName(QStringLiteral("conflictDialog"));
    setWindowTitle(tr("Changed Meanwhile"));
    auto *heading = new QLabel(conflict.cells.size() == 1 ? tr("A cell was changed meanwhile")
                                                          : tr("%1 cells were changed meanwhile").arg(conflict.cells.size()));
    heading->setFont(uiFont(16, 600));
    auto *words = new QLabel(explanation(conflict));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    makeTable();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *keep = buttons->addButton(tr("&Keep All"), QDialogButtonBox::ActionRole);
    QPushButton *take = buttons->addButton(conflict.step == 0 ? tr("Take All &Mine")
            : conflict.redo                                   ? tr("&Redo All")
                                                              : tr("&Undo All"),
        QDialogButtonBox::ActionRole);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setProperty("primary", true);
    connect(keep, &QPushButton::clicked, this, [this] { m_model->decideAll(false); });
    connect(take, &QPushButton::clicked, this, [this] { m_model->decideAll(true); });
    connect(buttons, &QDialogButtonBox::accepted, this, &ConflictDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_model, &ConflictModel::decidedMore, this, &ConflictDialog::enable);
    connect(&m_workspace, &Workspace::closing, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(heading);
    layout->addWidget(words);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    resize(kSize.width(), sizeHint().height());
    enable();
    m_table->setFocus();
}

void ConflictDialog::makeTable()
{
    m_table->setObjectName(QStringLiteral("conflicts"));
    m_table->setAccessibleName(tr("Cells that were changed meanwhile"));
    m_table->setModel(m_model);
    m_table->setShowGrid(false);
    m_table->setWordWrap(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    for (int column = 0; column < ConflictModel::ColumnCount; ++column)
        header->setSectionResizeMode(column, QHeaderView::Stretch);
    // Two long texts are told apart only when they can be read.
    if (m_model->rowCount() <= kMostWrapped)
        m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setMinimumHeight((std::min(m_model->rowCount(), kMostRows) + 1) * kRowHeight + 8);
    // A click anywhere in a value decides for it, not only one in its box.
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() != ConflictModel::What)
            m_model->decide(index.row(), index.column() == ConflictModel::Wanted);
    });
    m_table->setCurrentIndex(m_model->index(0, ConflictModel::Found));
}

void ConflictDialog::enable()
{
    m_save->setEnabled(m_model->undecided() == 0);
}

void ConflictDialog::accept()
{
    if (m_model->undecided() > 0)
        return;
    const catalogue::Conflict decided = m_model->conflict();
    QDialog::accept();
    m_workspace.decide(decided);
}

} // namespace waic::ui
