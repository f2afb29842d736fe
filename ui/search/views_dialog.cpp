// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/views_dialog.h"

#include "ui/common/theme.h"
#include "ui/dialogs.h"
#include "ui/search/box_text.h"
#include "ui/search/saving_view.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

constexpr int kIndexRole = Qt::UserRole + 1;
constexpr int kRowHeight = 28;

} // namespace

ViewsDialog::ViewsDialog(Workspace &workspace, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_list(new QListWidget)
    , m_question(new QLabel)
{
    setObjectName(QStringLiteral("viewsDialog"));
    setWindowTitle(tr("Saved Views"));
    auto *heading = new QLabel(tr("Saved Views"));
    heading->setFont(uiFont(16, 600));
    m_list->setObjectName(QStringLiteral("viewsList"));
    m_list->setAccessibleName(tr("Saved views"));
    m_list->setEditTriggers(m_workspace.isWritable() ? QAbstractItemView::EditTriggers(QAbstractItemView::EditKeyPressed)
                                                     : QAbstractItemView::NoEditTriggers);
    m_list->setDragDropMode(m_workspace.isWritable() ? QAbstractItemView::InternalMove : QAbstractItemView::NoDragDrop);
    m_list->setMinimumSize(360, 260);
    m_list->setTextElideMode(Qt::ElideRight);
    m_question->setObjectName(QStringLiteral("viewQuestion"));
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_question->setFont(uiFont(12));
    m_question->setForegroundRole(QPalette::PlaceholderText);
    m_question->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_question->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_question->setMinimumHeight(2 * QFontMetrics(m_question->font()).lineSpacing());
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setHorizontalSpacing(16);
    layout->setVerticalSpacing(12);
    layout->addWidget(heading, 0, 0, 1, 2);
    layout->addWidget(m_list, 1, 0);
    layout->addWidget(m_question, 2, 0, 1, 2);
    makeButtons();
    connect(m_list, &QListWidget::currentRowChanged, this, &ViewsDialog::enable);
    connect(m_list, &QListWidget::itemChanged, this, &ViewsDialog::onRenamed);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ViewsDialog::onDragged, Qt::QueuedConnection);
    connect(m_list, &QListWidget::itemDoubleClicked, this, &ViewsDialog::showChosen);
    connect(&m_workspace, &Workspace::committed, this, &ViewsDialog::reload);
    connect(&m_workspace, &Workspace::refused, this, &ViewsDialog::reload);
    connect(&m_workspace, &Workspace::closed, this, &QDialog::reject);
    reload();
}

QPushButton *ViewsDialog::makeButton(const QString &name, const QString &words, void (ViewsDialog::*work)())
{
    auto *button = new QPushButton(words);
    button->setObjectName(name);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, work);
    return button;
}

void ViewsDialog::makeButtons()
{
    m_show = makeButton(QStringLiteral("showView"), tr("&Show"), &ViewsDialog::showChosen);
    m_show->setProperty("primary", true);
    m_rename = makeButton(QStringLiteral("renameView"), tr("&Rename"), &ViewsDialog::rename);
    m_delete = makeButton(QStringLiteral("deleteView"), tr("&Delete"), &ViewsDialog::remove);
    m_up = makeButton(QStringLiteral("viewUp"), tr("Move &Up"), &ViewsDialog::moveUp);
    m_down = makeButton(QStringLiteral("viewDown"), tr("Move Do&wn"), &ViewsDialog::moveDown);
    m_copy = makeButton(QStringLiteral("copyView"), tr("&Copy as Text"), &ViewsDialog::copy);
    m_paste = makeButton(QStringLiteral("pasteView"), tr("&Paste from Text"), &ViewsDialog::paste);
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    for (QPushButton *button : {m_show, m_rename, m_delete, m_up, m_down, m_copy, m_paste})
        column->addWidget(button);
    column->addStretch();
    auto *grid = static_cast<QGridLayout *>(layout());
    grid->addLayout(column, 1, 1);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close);
    grid->addWidget(close, 3, 0, 1, 2);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto key = [this](const QKeySequence &sequence, void (ViewsDialog::*work)()) {
        connect(new QShortcut(sequence, m_list, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, work);
    };
    key(QKeySequence::Delete, &ViewsDialog::remove);
    key(QKeySequence(Qt::ALT | Qt::Key_Up), &ViewsDialog::moveUp);
    key(QKeySequence(Qt::ALT | Qt::Key_Down), &ViewsDialog::moveDown);
    key(QKeySequence::Copy, &ViewsDialog::copy);
    key(QKeySequence::Paste, &ViewsDialog::paste);
    key(QKeySequence(Qt::Key_Return), &ViewsDialog::showChosen);
}

const catalogue::SavedView *ViewsDialog::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < int(m_views.size()) ? &m_views[std::size_t(row)] : nullptr;
}

void ViewsDialog::reload()
{
    if (!m_workspace.isOpen())
        return;
    Result<std::vector<catalogue::SavedView>> views = m_workspace.reader().savedViews();
    if (!views) {
        m_workspace.report(views.error());
        return;
    }
    const int row = m_list->currentRow();
    const QString chosen = m_wanted.isNull() && current() ? current()->name : m_wanted;
    m_views = *std::move(views);
    {
        const QScopedValueRollback filling(m_filling, true);
        m_list->clear();
        for (std::size_t i = 0; i < m_views.size(); ++i) {
            auto *item = new QListWidgetItem(m_views[i].name, m_list);
            item->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsEditable | Qt::ItemIsDragEnabled);
            item->setData(kIndexRole, int(i));
            item->setSizeHint({0, kRowHeight});
        }
        m_list->setCurrentRow(std::clamp(row, 0, std::max(0, int(m_views.size()) - 1)));
        for (std::size_t i = 0; i < m_views.size(); ++i)
            if (m_views[i].name == chosen) {
                m_list->setCurrentRow(int(i));
                m_wanted = QString();
            }
    }
    enable();
}

void ViewsDialog::enable()
{
    if (m_filling)
        return;
    const bool writable = m_workspace.isWritable();
    const catalogue::SavedView *view = current();
    const int row = m_list->currentRow();
    m_show->setEnabled(view);
    m_copy->setEnabled(view);
    m_rename->setEnabled(view && writable);
    m_delete->setEnabled(view && writable);
    m_up->setEnabled(view && writable && row > 0);
    m_down->setEnabled(view && writable && row + 1 < int(m_views.size()));
    m_paste->setEnabled(writable);
    if (!writable)
        m_question->setText(tr("Views cannot be changed here: %1").arg(m_workspace.file().readOnlyReason()));
    else if (m_views.empty())
        m_question->setText(tr("No view is saved yet. Ctrl+B in the window saves the question of now."));
    else
        m_question->setText(view ? view->query : QString());
}

void ViewsDialog::showChosen()
{
    const catalogue::SavedView *view = current();
    if (!view)
        return;
    m_workspace.setQuery(explore::parseQuery(view->query, m_workspace.vocabulary()).query);
    accept();
}

void ViewsDialog::rename()
{
    m_list->setFocus();
    m_list->editItem(m_list->currentItem());
}

void ViewsDialog::onRenamed(QListWidgetItem *item)
{
    const int row = item->data(kIndexRole).toInt();
    if (m_filling || row < 0 || row >= int(m_views.size()))
        return;
    const catalogue::SavedView view = m_views[std::size_t(row)];
    const QString name = item->text().trimmed();
    if (name == view.name || name.isEmpty()) {
        const QScopedValueRollback filling(m_filling, true);
        item->setText(view.name);
        return;
    }
    m_wanted = name;
    m_workspace.apply(catalogue::renameView(view, name));
}

void ViewsDialog::remove()
{
    // Undo brings it back, so nobody is asked.
    if (current() && m_delete->isEnabled())
        m_workspace.apply(catalogue::deleteView(*current()));
}

void ViewsDialog::moveUp()
{
    moveBy(-1);
}

void ViewsDialog::moveDown()
{
    moveBy(1);
}

void ViewsDialog::moveBy(int steps)
{
    const int row = m_list->currentRow(), to = row + steps;
    if (!current() || !m_workspace.isWritable() || to < 0 || to >= int(m_views.size()))
        return;
    std::vector<catalogue::SavedView> views = m_views;
    std::swap(views[std::size_t(row)], views[std::size_t(to)]);
    m_wanted = views[std::size_t(to)].name;
    m_workspace.apply(catalogue::orderViews(views, m_wanted));
}

void ViewsDialog::onDragged()
{
    if (m_filling || m_list->count() != int(m_views.size()))
        return;
    std::vector<catalogue::SavedView> views;
    for (int row = 0; row < m_list->count(); ++row)
        views.push_back(m_views[std::size_t(m_list->item(row)->data(kIndexRole).toInt())]);
    const QListWidgetItem *item = m_list->currentItem();
    m_wanted = item ? item->text() : QString();
    m_workspace.apply(catalogue::orderViews(views, m_wanted));
}

void ViewsDialog::copy()
{
    if (current())
        QApplication::clipboard()->setText(current()->query);
}

void ViewsDialog::paste()
{
    if (!m_paste->isEnabled())
        return;
    const QString text = QApplication::clipboard()->text().simplified();
    const auto refuse = [this](const QString &what) {
        m_workspace.dialogs().showError(tr("The text is no view"),
            {ErrorKind::BadInput, what, {}, tr("copy a question as text, such as kind:model edition:\"WAIC 2025\"")});
    };
    if (text.isEmpty())
        return refuse(tr("the clipboard holds no text"));
    if (text.size() > kMostBoxText)
        return refuse(tr("it is longer than %1 characters").arg(kMostBoxText));
    const explore::ParsedQuery parsed = explore::parseQuery(text, m_workspace.vocabulary());
    if (!parsed.mistakes.empty())
        return refuse(mistakeWords(parsed.mistakes.front(), text));
    saveView(m_workspace, parsed.query, proposedViewName(parsed.query));
}

} // namespace waic::ui
