// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/figures_view.h"

#include "ui/common/words.h"
#include "ui/record/figure_form.h"
#include "ui/workspace.h"

#include "catalogue/unit_names.h"

#include <QLayout>
#include <QMenu>
#include <QScrollBar>

namespace waic::ui {

FiguresView::FiguresView(Workspace &workspace, QWidget *parent)
    : RecordList(parent)
    , m_workspace(workspace)
    , m_model(new FiguresModel(this))
    , m_delegate(new FigureDelegate(*m_model, *this, this))
{
    setObjectName(QStringLiteral("figures"));
    setAccessibleName(tr("Figures"));
    setEmptyText(tr("No figure is recorded for this announcement."));
    m_delegate->setWritable(workspace.isWritable());
    setModel(m_model);
    setItemDelegate(m_delegate);
}

FiguresView::~FiguresView()
{
    delete m_form; // its inputs speak to this view while they lose the focus
}

void FiguresView::showRecord(const catalogue::Record &record)
{
    const bool same = record.announcement.id == m_announcement;
    m_announcement = record.announcement.id;
    m_delegate->setWritable(m_workspace.isWritable());
    const catalogue::RowId current
        = same && currentIndex().isValid() ? m_model->row(currentIndex().row()).claim.id : catalogue::RowId(0);
    const int place = same ? verticalScrollBar()->value() : 0;
    m_model->setRecord(record);
    if (m_form) {
        const int row = same ? m_model->rowOf(m_form->claim()) : -1;
        if (row < 0)
            closeForm(false);
        else
            m_form->setClaim(m_model->row(row).claim);
    }
    if (const int row = current ? m_model->rowOf(current) : -1; row >= 0)
        selectionModel()->setCurrentIndex(m_model->index(row), QItemSelectionModel::ClearAndSelect);
    doItemsLayout();
    verticalScrollBar()->setValue(place);
    placeForm();
}

std::vector<RowLink> FiguresView::links(const QModelIndex &index, const QRect &rect) const
{
    const FigureRow &figure = m_model->row(index.row());
    if (figure.isHead)
        return {};
    std::vector<RowLink> links = figureLayout(figure, rect, m_delegate->offersEdit(index)).links;
    std::erase_if(links, [](const RowLink &link) { return link.kind == RowLink::Kind::Open && link.url.isEmpty(); });
    return links;
}

void FiguresView::activateRow(const QModelIndex &index)
{
    setCurrentIndex(index);
    editCurrent();
}

void FiguresView::editCurrent()
{
    const QModelIndex index = currentIndex();
    if (index.isValid() && !m_model->row(index.row()).isHead && m_workspace.isWritable())
        openForm(index);
}

QString FiguresView::copyText(const QModelIndex &index) const
{
    return index.data().toString();
}

void FiguresView::fillMenu(QMenu &menu, const QModelIndex &index)
{
    const FigureRow figure = m_model->row(index.row());
    const catalogue::RowId claim = figure.claim.id;
    QAction *edit = menu.addAction(tr("Edit figure"), this, [this, claim] {
        if (const int row = m_model->rowOf(claim); row >= 0)
            activateRow(m_model->index(row));
    });
    edit->setEnabled(m_workspace.isWritable());
    QMenu *sources = menu.addMenu(tr("Open source"));
    for (const FigureSource &source : figure.sources) {
        QString words = source.name == source.title ? source.name : tr("%1: %2").arg(source.name, source.title);
        words = literal(fontMetrics().elidedText(words, Qt::ElideRight, 420));
        QAction *open = sources->addAction(words, this, [this, url = source.url] { emit openRequested(url); });
        open->setEnabled(!source.url.isEmpty());
    }
    sources->setEnabled(!figure.sources.empty());
    menu.addAction(tr("Copy figure"), this, [this, claim] {
        if (const int row = m_model->rowOf(claim); row >= 0)
            copy(m_model->index(row));
    });
}

void FiguresView::openForm(const QModelIndex &index)
{
    const catalogue::Claim claim = m_model->row(index.row()).claim;
    if (m_form && m_form->claim() == claim.id) {
        m_form->focusFirst();
        return;
    }
    closeForm(false);
    const QStringList units = catalogue::unitNames(m_workspace.reader(), claim.unit).value_or(QStringList());
    m_form = new FigureForm(claim, units, viewport());
    connect(m_form, &FigureForm::submitted, this, [this](const catalogue::Edit &edit) {
        m_pendingLabel = edit.label;
        m_workspace.apply(edit);
    });
    connect(m_form, &FigureForm::cancelled, this, [this] { closeForm(true); });
    connect(m_form, &FigureForm::heightChanged, this, &FiguresView::sizeForm);
    sizeForm();
    m_form->show();
    m_form->focusFirst();
    const QRect whole = visualRect(index);
    if (whole.bottom() > viewport()->height())
        verticalScrollBar()->setValue(
            verticalScrollBar()->value() + std::min(whole.top(), whole.bottom() - viewport()->height() + 1));
}

void FiguresView::closeForm(bool takeFocus)
{
    if (!m_form)
        return;
    FigureForm *form = std::exchange(m_form, nullptr);
    m_pendingLabel.clear();
    form->disconnect(this);
    if (takeFocus)
        setFocus();
    form->hide();
    form->deleteLater(); // it may be one of its own signals that closes it
    m_delegate->setEditor(0, 0);
    doItemsLayout();
}

void FiguresView::forget()
{
    closeForm(false);
    m_pendingLabel.clear();
    m_announcement = 0;
    m_model->setRecord({});
}

void FiguresView::onCommitted(const catalogue::Step &step)
{
    if (!m_pendingLabel.isEmpty() && step.label == m_pendingLabel)
        closeForm(m_form && m_form->isAncestorOf(m_form->window()->focusWidget()));
}

void FiguresView::onRefused(const Error &error)
{
    if (!m_form || m_pendingLabel.isEmpty())
        return;
    m_pendingLabel.clear();
    m_form->showRefusal(error);
}

void FiguresView::commitTyped()
{
    if (m_form && m_pendingLabel.isEmpty())
        m_form->save();
}

void FiguresView::sizeForm()
{
    if (!m_form)
        return;
    const int width = viewport()->width();
    const int height
        = m_form->layout()->hasHeightForWidth() ? m_form->layout()->totalHeightForWidth(width) : m_form->sizeHint().height();
    m_delegate->setEditor(m_form->claim(), height);
    m_form->resize(width, height);
    scheduleDelayedItemsLayout();
    executeDelayedItemsLayout();
    placeForm();
}

void FiguresView::placeForm()
{
    if (!m_form)
        return;
    const int row = m_model->rowOf(m_form->claim());
    if (row >= 0)
        m_form->move(0, visualRect(m_model->index(row)).top() + FigureDelegate::kRowHeight);
}

void FiguresView::scrollContentsBy(int dx, int dy)
{
    RecordList::scrollContentsBy(dx, dy);
    placeForm();
}

void FiguresView::updateGeometries()
{
    RecordList::updateGeometries();
    if (m_form && m_form->width() != viewport()->width())
        sizeForm();
    placeForm();
}

void FiguresView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    RecordList::currentChanged(current, previous);
    viewport()->update();
}

} // namespace waic::ui
