// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/figures_view.h"

#include "ui/common/words.h"
#include "ui/record/figure_form.h"
#include "ui/record/ink.h"
#include "ui/record/record_offers.h"
#include "ui/workspace.h"

#include "catalogue/record_edits.h"

#include <QActionGroup>
#include <QMenu>

namespace waic::ui {

FiguresView::FiguresView(Workspace &workspace, RecordOffers &offers, QWidget *parent)
    : FormList(workspace, parent)
    , m_offers(offers)
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

void FiguresView::showRecord(const catalogue::Record &record)
{
    m_delegate->setWritable(workspace().isWritable());
    beforeRecord(record.announcement.id);
    m_sources = record.sources;
    m_model->setRecord(record);
    afterRecord();
}

void FiguresView::forget()
{
    FormList::forget();
    m_sources.clear();
    m_model->setRecord({});
}

std::vector<RowLink> FiguresView::links(const QModelIndex &index, const QRect &rect) const
{
    const FigureRow &figure = m_model->row(index.row());
    if (figure.isHead || figure.isDraft)
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

QString FiguresView::copyText(const QModelIndex &index) const
{
    return index.data().toString();
}

void FiguresView::fillMenu(QMenu &menu, const QModelIndex &index)
{
    const FigureRow figure = m_model->row(index.row());
    if (figure.isDraft)
        return;
    if (workspace().isWritable())
        fillEditing(menu, figure.claim);
    fillSources(menu, figure);
    menu.addAction(tr("Copy figure"), this, [this, claim = figure.claim.id] {
        if (const int row = m_model->rowOf(claim); row >= 0)
            copy(m_model->index(row));
    });
}

void FiguresView::fillEditing(QMenu &menu, const catalogue::Claim &claim)
{
    const auto atRow = [this, id = claim.id](auto act) {
        if (const int row = m_model->rowOf(id); row >= 0)
            act(m_model->index(row));
    };
    menu.addAction(tr("Edit figure"), this, [this, atRow] { atRow([this](const QModelIndex &row) { activateRow(row); }); });
    menu.addAction(tr("Duplicate figure"), this, [this, claim] { duplicate(claim); });
    QMenu *verification = menu.addMenu(tr("Verification"));
    auto *group = new QActionGroup(verification); // one of them holds
    for (const QString &value : catalogue::knownValues(*catalogue::findField(catalogue::Entity::Claim, u"verification"))) {
        QAction *set = verification->addAction(capitalised(value), this, [this, claim, value] {
            catalogue::Claim after = claim;
            after.verification = value;
            change(claim, after);
        });
        set->setActionGroup(group);
        set->setCheckable(true);
        set->setChecked(value == claim.verification);
    }
    QAction *preferred = menu.addAction(tr("Preferred"), this, [this, claim] {
        catalogue::Claim after = claim;
        after.preferred = !claim.preferred;
        change(claim, after);
    });
    preferred->setCheckable(true);
    preferred->setChecked(claim.preferred);
    QAction *remove
        = menu.addAction(tr("Remove figure"), this, [this, atRow] { atRow([this](const QModelIndex &row) { removeRow(row); }); });
    remove->setShortcut(Qt::Key_Delete); // shown; the list takes the key itself
    remove->setShortcutContext(Qt::WidgetShortcut);
    menu.addSeparator();
}

void FiguresView::fillSources(QMenu &menu, const FigureRow &figure)
{
    QMenu *sources = menu.addMenu(tr("Open source"));
    for (const FigureSource &source : figure.sources) {
        QString words = source.name == source.title ? source.name : tr("%1: %2").arg(source.name, source.title);
        words = literal(fontMetrics().elidedText(words, Qt::ElideRight, 420));
        QAction *open = sources->addAction(words, this, [this, url = source.url] { emit openRequested(url); });
        open->setEnabled(!source.url.isEmpty());
    }
    sources->setEnabled(!figure.sources.empty());
}

void FiguresView::change(const catalogue::Claim &before, const catalogue::Claim &after)
{
    const catalogue::Edit edit = catalogue::setFigure(before, after);
    if (!edit.changes.empty())
        workspace().apply(edit);
}

void FiguresView::duplicate(const catalogue::Claim &claim)
{
    catalogue::Claim copy = claim;
    copy.id = catalogue::newRowId();
    copy.uid = QString();
    copy.preferred = false;
    copy.preferredReason = QString();
    const std::vector<catalogue::Citation> citations = std::exchange(copy.citations, {});
    catalogue::Edit edit = catalogue::addFigure(copy);
    edit.label = tr("Duplicate the figure “%1, %2”").arg(claim.measure, claim.subject);
    for (catalogue::Citation citation : citations) {
        citation.id = 0;
        edit.changes.emplace_back(catalogue::AddCitation{0, copy.id, citation});
    }
    selectAfterwards(copy.id);
    workspace().apply(edit);
}

void FiguresView::addFigure()
{
    if (!workspace().isWritable() || !announcement())
        return;
    if (form() && form()->isNew()) {
        form()->focusFirst();
        return;
    }
    if (!settleForm())
        return;
    const catalogue::RowId row = catalogue::newRowId();
    m_model->setDraft(row);
    openForm(m_model->index(m_model->rowOf(row)));
}

RowForm *FiguresView::makeForm(const QModelIndex &index)
{
    const FigureRow &row = m_model->row(index.row());
    catalogue::Claim claim = row.claim;
    if (row.isDraft) {
        claim.announcement = announcement();
        claim.qualifier = QStringLiteral("exactly");
        claim.nature = QStringLiteral("observed");
        claim.verification = QStringLiteral("unverified");
    }
    return new FigureForm(workspace(), m_offers, claim, row.isDraft, m_sources, viewport());
}

int FiguresView::rowOf(catalogue::RowId row) const
{
    return m_model->rowOf(row);
}

catalogue::RowId FiguresView::idOf(const QModelIndex &index) const
{
    return m_model->row(index.row()).claim.id;
}

void FiguresView::setEditor(catalogue::RowId row, int height)
{
    m_delegate->setEditor(row, height);
}

int FiguresView::heightAbove(const QModelIndex &index) const
{
    return m_model->row(index.row()).isDraft ? 0 : FigureDelegate::kRowHeight;
}

void FiguresView::setDraft(catalogue::RowId row)
{
    m_model->setDraft(row);
}

void FiguresView::refreshForm(RowForm &form)
{
    if (!form.isNew())
        static_cast<FigureForm &>(form).setClaim(m_model->row(m_model->rowOf(form.row())).claim, m_sources);
}

void FiguresView::removeRow(const QModelIndex &index)
{
    const FigureRow figure = m_model->row(index.row());
    if (figure.isHead || figure.isDraft)
        return;
    selectAfterwards(idBeside(index));
    workspace().apply(catalogue::removeFigure(figure.claim));
}

} // namespace waic::ui
