// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/facets_pane.h"

#include "explore/facet_index.h"
#include "ui/common/pane_head.h"
#include "ui/facets/facet_section.h"
#include "ui/workspace.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

constexpr int kWidth = 216;
constexpr int kLeastWidth = 180;
constexpr int kTop = 4;

/// The edition first: it is what people know the conference by.  Facets that are not known here come last.
QStringList shownFields()
{
    QStringList fields{QStringLiteral("edition"), QStringLiteral("kind"), QStringLiteral("org"), QStringLiteral("country")};
    const QStringList counted = explore::FacetIndex::facetFields();
    fields.removeIf([&](const QString &field) { return !counted.contains(field); });
    for (const QString &field : counted)
        if (!fields.contains(field))
            fields << field;
    return fields;
}

} // namespace

FacetsPane::FacetsPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_scroll(new QScrollArea)
{
    setObjectName(QStringLiteral("facets"));
    setAccessibleName(tr("Filters"));
    setMinimumWidth(kLeastWidth);
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, kTop, 0, 0);
    rows->setSpacing(0);
    for (const QString &field : shownFields()) {
        auto *section = new FacetSection(field, content);
        rows->addWidget(section);
        m_sections << section;
        connect(section, &FacetSection::stateAsked, this, &FacetsPane::setState);
        connect(section, &FacetSection::onlyAsked, this, &FacetsPane::setOnly);
        connect(section, &FacetSection::allAsked, this, &FacetsPane::setAll);
        connect(section, &FacetSection::focused, this, [this](QWidget *part) { m_scroll->ensureWidgetVisible(part, 0, kTop); });
    }
    rows->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always, so that a longer list does not move what stands at the right.
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PaneHead(tr("Filters")));
    layout->addWidget(m_scroll);

    connect(&m_workspace, &Workspace::answered, this, &FacetsPane::onAnswered);
    connect(&m_workspace, &Workspace::queryChanged, this, &FacetsPane::onQueryChanged);
    const auto clear = [this] {
        for (FacetSection *section : std::as_const(m_sections))
            section->clear();
    };
    connect(&m_workspace, &Workspace::closed, this, clear);
    connect(&m_workspace, &Workspace::opened, this, clear);
    m_workspace.setFacets(this, shownFields());
    onAnswered();
}

QSize FacetsPane::sizeHint() const
{
    return {kWidth, 400};
}

void FacetsPane::focusFirst()
{
    if (!m_sections.isEmpty())
        m_sections.first()->focusStop();
}

void FacetsPane::onAnswered()
{
    for (const explore::FacetCounts &counts : m_workspace.answer().facets)
        for (FacetSection *section : std::as_const(m_sections))
            if (section->field() == counts.field)
                section->setCounts(counts, m_workspace.query());
}

void FacetsPane::onQueryChanged()
{
    for (FacetSection *section : std::as_const(m_sections))
        section->setQuery(m_workspace.query());
}

void FacetsPane::setState(const QString &field, const QString &value, FacetState state)
{
    m_workspace.setQuery(withState(m_workspace.query(), field, value, state));
}

void FacetsPane::setOnly(const QString &field, const QString &value)
{
    explore::Query query = m_workspace.query();
    query.removeField(field);
    m_workspace.setQuery(withState(query, field, value, FacetState::Ticked));
}

void FacetsPane::setAll(const QString &field, const QStringList &values)
{
    explore::Query query = m_workspace.query();
    for (const QString &value : values)
        query = withState(query, field, value, FacetState::Ticked);
    m_workspace.setQuery(query);
}

} // namespace waic::ui
