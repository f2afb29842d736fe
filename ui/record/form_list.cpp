// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/form_list.h"

#include "ui/common/painting.h"
#include "ui/workspace.h"

#include "catalogue/field.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QLayout>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QUrl>

#include <algorithm>

namespace waic::ui {

QString webLinkIn(const QMimeData *data)
{
    if (!data)
        return {};
    for (const QUrl &url : data->urls())
        if (const QString link = url.toString(QUrl::FullyEncoded); catalogue::isWebLink(link))
            return link;
    const QString text = data->text().trimmed();
    return catalogue::isWebLink(text) ? text : QString();
}

FormList::FormList(Workspace &workspace, QWidget *parent)
    : RecordList(parent)
    , m_workspace(workspace)
{
    setAcceptDrops(true);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { showFocused(now); });
}

FormList::~FormList()
{
    delete std::exchange(m_form, nullptr); // its inputs speak to this view while they lose the focus
    for (const Kept &kept : m_kept)
        delete kept.form;
}

void FormList::editCurrent()
{
    const QModelIndex index = currentIndex();
    if (index.isValid() && idOf(index) && m_workspace.isWritable())
        openForm(index);
}

bool FormList::isUnderWay() const
{
    // An edit that conflicts, or that changed nothing, ends without being committed or refused.
    return !m_handed.isEmpty() && m_workspace.isSaving();
}

bool FormList::settleForm()
{
    if (!m_form || !m_form->isDirty()) {
        closeForm(false);
        return true;
    }
    if (!isUnderWay() && !m_form->save(Questions::Allowed))
        return false;
    if (m_form)
        keepForm();
    return true;
}

bool FormList::openForm(const QModelIndex &index)
{
    const QPersistentModelIndex row(index);
    if (m_form && m_form->row() == idOf(index)) {
        m_form->focusFirst();
        return true;
    }
    if (!settleForm() || !row.isValid())
        return false;
    install(makeForm(row));
    m_form->focusFirst();
    const QRect whole = visualRect(row);
    if (whole.bottom() > viewport()->height())
        verticalScrollBar()->setValue(
            verticalScrollBar()->value() + std::min(whole.top(), whole.bottom() - viewport()->height() + 1));
    return true;
}

void FormList::install(RowForm *form)
{
    m_form = form;
    m_handed.clear();
    form->setParent(viewport());
    connect(form, &RowForm::submitted, this, [this](const catalogue::Edit &edit) {
        m_handed = edit.label;
        m_workspace.apply(edit);
    });
    connect(form, &RowForm::cancelled, this, [this] { closeForm(true); });
    connect(form, &RowForm::heightChanged, this, &FormList::sizeForm);
    sizeForm();
    form->show();
}

void FormList::closeForm(bool takeFocus)
{
    if (!m_form)
        return;
    RowForm *form = std::exchange(m_form, nullptr);
    m_handed.clear();
    form->disconnect(this);
    if (takeFocus)
        setFocus();
    form->hide();
    form->deleteLater(); // it may be one of its own signals that closes it
    if (form->isNew())
        setDraft(0);
    setEditor(0, 0);
    doItemsLayout();
}

void FormList::keepForm()
{
    RowForm *form = std::exchange(m_form, nullptr);
    form->disconnect(this);
    form->hide();
    m_kept.push_back({m_announcement, form, std::exchange(m_handed, QString())});
    if (form->isNew())
        setDraft(0);
    setEditor(0, 0);
    doItemsLayout();
}

void FormList::takeBack()
{
    const auto found
        = std::find_if(m_kept.begin(), m_kept.end(), [this](const Kept &kept) { return kept.announcement == m_announcement; });
    if (m_form || found == m_kept.end())
        return;
    const Kept kept = *found;
    m_kept.erase(found);
    if (kept.form->isNew())
        setDraft(kept.form->row());
    if (rowOf(kept.form->row()) < 0) {
        kept.form->deleteLater(); // the row is gone, and with it what was to be said of it
        return;
    }
    install(kept.form);
    m_handed = kept.handed;
    refreshForm(*m_form);
}

void FormList::beforeRecord(catalogue::RowId announcement)
{
    const bool same = announcement == m_announcement;
    if (!same && m_form) {
        if (m_form->isDirty() && !isUnderWay())
            m_form->save(Questions::None); // closes it when nothing differs
        if (m_form && m_form->isDirty())
            keepForm();
        else
            closeForm(false);
    }
    const QModelIndex current = currentIndex();
    if (!same)
        m_selected = 0;
    else if (!m_selected && current.isValid())
        m_selected = idOf(current);
    m_place = same ? verticalScrollBar()->value() : 0;
    m_announcement = announcement;
}

void FormList::afterRecord()
{
    if (m_form) {
        if (rowOf(m_form->row()) < 0 && m_form->isNew())
            setDraft(m_form->row());
        if (rowOf(m_form->row()) < 0)
            closeForm(false);
        else
            refreshForm(*m_form);
    }
    takeBack();
    if (const catalogue::RowId row = std::exchange(m_selected, 0))
        select(row);
    doItemsLayout();
    verticalScrollBar()->setValue(m_place);
    placeForm();
}

void FormList::select(catalogue::RowId row)
{
    if (const int place = rowOf(row); place >= 0)
        selectionModel()->setCurrentIndex(model()->index(place, 0), QItemSelectionModel::ClearAndSelect);
}

catalogue::RowId FormList::idBeside(const QModelIndex &index) const
{
    for (const int step : {1, -1})
        for (QModelIndex row = index.siblingAtRow(index.row() + step); row.isValid(); row = row.siblingAtRow(row.row() + step))
            if (row.flags().testFlag(Qt::ItemIsSelectable))
                return idOf(row);
    return 0;
}

void FormList::forget()
{
    closeForm(false);
    for (const Kept &kept : std::exchange(m_kept, {}))
        delete kept.form;
    m_announcement = 0;
}

void FormList::onCommitted(const catalogue::Step &step)
{
    std::erase_if(m_kept, [&](const Kept &kept) {
        const bool written = !kept.handed.isEmpty() && kept.handed == step.label;
        if (written)
            kept.form->deleteLater();
        return written;
    });
    if (!m_form || m_handed.isEmpty() || step.label != m_handed)
        return;
    m_selected = m_form->row();
    const bool focused = m_form->isAncestorOf(m_form->window()->focusWidget());
    closeForm(focused);
}

void FormList::onRefused(const Error &error)
{
    const auto kept = std::find_if(m_kept.begin(), m_kept.end(), [](const Kept &one) { return !one.handed.isEmpty(); });
    if (kept != m_kept.end()) {
        kept->handed.clear();
        kept->form->showRefusal(error);
        if (kept->announcement == m_announcement)
            takeBack();
    } else if (m_form && !m_handed.isEmpty()) {
        m_handed.clear();
        m_form->showRefusal(error);
    }
}

void FormList::onDecided(const catalogue::Conflict &conflict)
{
    const auto concerns = [&conflict](const RowForm &form) {
        return std::any_of(conflict.cells.begin(), conflict.cells.end(),
            [&form](const catalogue::CellConflict &cell) { return cell.key.front().toLongLong() == form.row(); });
    };
    for (const Kept &kept : m_kept)
        if (concerns(*kept.form))
            kept.form->onDecided(conflict);
    if (m_form && concerns(*m_form))
        m_form->onDecided(conflict);
}

void FormList::commitTyped()
{
    if (m_form && !isUnderWay())
        m_form->save(Questions::None);
}

void FormList::sizeForm()
{
    if (!m_form)
        return;
    const int width = viewport()->width();
    const int height
        = m_form->layout()->hasHeightForWidth() ? m_form->layout()->totalHeightForWidth(width) : m_form->sizeHint().height();
    setEditor(m_form->row(), height);
    m_form->resize(width, height);
    scheduleDelayedItemsLayout();
    executeDelayedItemsLayout();
    placeForm();
}

void FormList::placeForm()
{
    if (!m_form)
        return;
    const int row = rowOf(m_form->row());
    if (row < 0)
        return;
    const QModelIndex index = model()->index(row, 0);
    m_form->move(0, visualRect(index).top() + heightAbove(index));
}

void FormList::showFocused(QWidget *now)
{
    constexpr int kAround = 24; // the label above, some of the next input below
    if (!m_form || !now || !m_form->isAncestorOf(now))
        return;
    const QRect place(now->mapTo(viewport(), QPoint(0, 0)), now->size());
    QScrollBar *bar = verticalScrollBar();
    if (place.top() < kAround)
        bar->setValue(bar->value() + place.top() - kAround);
    else if (place.bottom() > viewport()->height() - kAround)
        bar->setValue(bar->value() + std::min(place.top() - kAround, place.bottom() - viewport()->height() + kAround));
}

void FormList::keyPressEvent(QKeyEvent *event)
{
    if (m_workspace.isWritable() && currentIndex().isValid() && event->key() == Qt::Key_Delete
        && event->modifiers() == Qt::NoModifier) {
        removeRow(currentIndex());
        return;
    }
    if (m_workspace.isWritable() && event->matches(QKeySequence::Paste)) {
        if (const QString link = webLinkIn(QApplication::clipboard()->mimeData()); !link.isNull())
            emit linkGiven(link, currentIndex().isValid() ? idOf(currentIndex()) : 0);
        return;
    }
    RecordList::keyPressEvent(event);
}

void FormList::setDropPlace(const std::optional<QModelIndex> &index)
{
    m_dropPlace = index ? std::optional<QPersistentModelIndex>(*index) : std::nullopt;
    viewport()->update();
}

void FormList::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_workspace.isWritable() && m_announcement && !webLinkIn(event->mimeData()).isNull())
        event->acceptProposedAction();
    else
        event->ignore(); // the window takes files
}

void FormList::dragMoveEvent(QDragMoveEvent *event)
{
    if (!m_workspace.isWritable() || !m_announcement || webLinkIn(event->mimeData()).isNull()) {
        event->ignore();
        return;
    }
    const QModelIndex index = indexAt(event->position().toPoint());
    setDropPlace(index.isValid() && idOf(index) ? index : QModelIndex());
    event->setDropAction(event->possibleActions().testFlag(Qt::CopyAction) ? Qt::CopyAction : event->proposedAction());
    event->accept();
}

void FormList::dragLeaveEvent(QDragLeaveEvent *)
{
    setDropPlace(std::nullopt);
}

void FormList::dropEvent(QDropEvent *event)
{
    setDropPlace(std::nullopt);
    const QString link = webLinkIn(event->mimeData());
    if (link.isNull() || !m_workspace.isWritable() || !m_announcement) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    const QModelIndex index = indexAt(event->position().toPoint());
    emit linkGiven(link, index.isValid() ? idOf(index) : 0);
}

void FormList::paintEvent(QPaintEvent *event)
{
    RecordList::paintEvent(event);
    if (!m_dropPlace)
        return;
    QPainter painter(viewport());
    const QRect place = m_dropPlace->isValid() ? visualRect(*m_dropPlace) : viewport()->rect();
    drawFocusRing(painter, QRectF(place).adjusted(2, 1, -2, -1), kBoxRadius);
}

void FormList::scrollContentsBy(int dx, int dy)
{
    RecordList::scrollContentsBy(dx, dy);
    placeForm();
}

void FormList::updateGeometries()
{
    RecordList::updateGeometries();
    if (m_form && m_form->width() != viewport()->width())
        sizeForm();
    placeForm();
}

void FormList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    RecordList::currentChanged(current, previous);
    viewport()->update();
}

} // namespace waic::ui
