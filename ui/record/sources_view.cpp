// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/sources_view.h"

#include "ui/record/citations_box.h"
#include "ui/record/record_offers.h"
#include "ui/record/source_form.h"
#include "ui/workspace.h"

#include "catalogue/record_edits.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace waic::ui {

SourcesView::SourcesView(Workspace &workspace, RecordOffers &offers, QWidget *parent)
    : FormList(workspace, parent)
    , m_offers(offers)
    , m_model(new SourcesModel(this))
    , m_delegate(new SourceDelegate(*m_model, *this, this))
{
    setObjectName(QStringLiteral("sources"));
    setAccessibleName(tr("Sources"));
    setEmptyText(tr("No source is recorded for this announcement."));
    setModel(m_model);
    setItemDelegate(m_delegate);
}

void SourcesView::showRecord(const catalogue::Record &record)
{
    m_delegate->setWritable(workspace().isWritable());
    beforeRecord(record.announcement.id);
    m_record = record;
    m_model->setSources(record.sources);
    afterRecord();
}

void SourcesView::forget()
{
    FormList::forget();
    m_record = {};
    m_model->setSources({});
}

std::vector<RowLink> SourcesView::links(const QModelIndex &index, const QRect &rect) const
{
    return m_delegate->links(index, rect);
}

void SourcesView::activateRow(const QModelIndex &index)
{
    if (const QString url = m_model->source(index.row()).source.url; !url.isEmpty())
        emit openRequested(url);
}

void SourcesView::activateLink(const QModelIndex &index, const RowLink &link)
{
    if (link.kind != RowLink::Kind::Edit) {
        FormList::activateLink(index, link);
        return;
    }
    setCurrentIndex(index);
    editCurrent();
}

void SourcesView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F2 && workspace().isWritable())
        editCurrent();
    else
        FormList::keyPressEvent(event);
}

void SourcesView::fillMenu(QMenu &menu, const QModelIndex &index)
{
    if (m_model->isDraft(index.row()))
        return;
    const catalogue::Source source = m_model->source(index.row()).source;
    const QString words = copyText(index);
    const auto atRow = [this, id = source.id](auto act) {
        if (const int row = m_model->rowOf(id); row >= 0)
            act(m_model->index(row));
    };
    QAction *open = menu.addAction(tr("Open source"), this, [this, url = source.url] { emit openRequested(url); });
    open->setEnabled(!source.url.isEmpty());
    if (workspace().isWritable()) {
        menu.addAction(tr("Edit source"), this, [this, atRow] {
            atRow([this](const QModelIndex &row) {
                setCurrentIndex(row);
                editCurrent();
            });
        });
        QAction *remove = menu.addAction(tr("Remove source from this record"), this,
            [this, atRow] { atRow([this](const QModelIndex &row) { removeRow(row); }); });
        remove->setShortcut(Qt::Key_Delete); // shown; the list takes the key itself
        remove->setShortcutContext(Qt::WidgetShortcut);
        menu.addSeparator();
    }
    QAction *link = menu.addAction(tr("Copy link"), this, [url = source.url] { QApplication::clipboard()->setText(url); });
    link->setEnabled(!source.url.isEmpty());
    menu.addAction(tr("Copy publisher and title"), this, [words] { QApplication::clipboard()->setText(words); });
}

QString SourcesView::copyText(const QModelIndex &index) const
{
    return index.data().toString();
}

bool SourcesView::isCited(catalogue::RowId source, catalogue::RowId claim) const
{
    const auto cites = [&](const std::vector<catalogue::Citation> &citations) {
        return std::any_of(
            citations.begin(), citations.end(), [&](const catalogue::Citation &citation) { return citation.source == source; });
    };
    if (claim == 0)
        return m_model->rowOf(source) >= 0; // by a figure will do
    return std::any_of(m_record.claims.begin(), m_record.claims.end(),
        [&](const catalogue::Claim &one) { return one.id == claim && cites(one.citations); });
}

bool SourcesView::addLink(const QString &url, catalogue::RowId claim)
{
    if (!workspace().isWritable() || !announcement())
        return false;
    const Result<std::optional<catalogue::Source>> known = catalogue::sourceAt(workspace().reader(), url);
    if (!known) {
        workspace().report(known.error());
        return false;
    }
    if (!*known) {
        openNew(newSource(url, {}), claim);
        return true;
    }
    const catalogue::Source &source = **known;
    if (isCited(source.id, claim)) {
        select(source.id);
        return true;
    }
    selectAfterwards(source.id);
    workspace().apply(catalogue::citeSource(claim ? 0 : announcement(), claim, source, {}));
    return claim == 0;
}

void SourcesView::addSource()
{
    if (workspace().isWritable() && announcement())
        openNew(newSource({}, {}), 0);
}

void SourcesView::openNew(const catalogue::Source &source, catalogue::RowId claim)
{
    if (!settleForm())
        return;
    m_new = source;
    m_newClaim = claim;
    m_model->setDraft(source.id);
    openForm(m_model->index(m_model->rowOf(source.id)));
}

RowForm *SourcesView::makeForm(const QModelIndex &index)
{
    const bool isNew = m_model->isDraft(index.row());
    auto *form = new SourceForm(workspace(), m_offers, isNew ? m_new : m_model->source(index.row()).source, isNew, viewport());
    form->setRecord(m_record);
    if (isNew)
        form->tick(m_newClaim);
    return form;
}

int SourcesView::rowOf(catalogue::RowId row) const
{
    return m_model->rowOf(row);
}

catalogue::RowId SourcesView::idOf(const QModelIndex &index) const
{
    return m_model->source(index.row()).source.id;
}

void SourcesView::setEditor(catalogue::RowId row, int height)
{
    m_delegate->setEditor(row, height);
}

int SourcesView::heightAbove(const QModelIndex &index) const
{
    return m_delegate->heightAbove(index);
}

void SourcesView::setDraft(catalogue::RowId row)
{
    m_model->setDraft(row);
}

void SourcesView::refreshForm(RowForm &form)
{
    static_cast<SourceForm &>(form).setRecord(m_record);
}

void SourcesView::removeRow(const QModelIndex &index)
{
    const catalogue::Source source = m_model->source(index.row()).source;
    catalogue::Edit edit;
    const auto remove = [&](const std::vector<catalogue::Citation> &citations) {
        for (const catalogue::Citation &citation : citations)
            if (citation.source == source.id) {
                edit.label = catalogue::removeCitation(citation, source.title).label;
                edit.changes.emplace_back(catalogue::RemoveCitation{citation.id});
            }
    };
    remove(m_record.citations);
    for (const catalogue::Claim &claim : m_record.claims)
        remove(claim.citations);
    if (edit.changes.empty())
        return;
    selectAfterwards(idBeside(index));
    workspace().apply(edit);
}

} // namespace waic::ui
