// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/facets_pane.h"

#include "ui/common/icons.h"
#include "ui/common/pane_head.h"
#include "ui/facets/facet_chooser.h"
#include "ui/facets/range_section.h"
#include "ui/facets/value_section.h"
#include "ui/workspace.h"

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kWidth = 216;
constexpr int kLeastWidth = 180;
constexpr int kTop = 4;

} // namespace

FacetsPane::FacetsPane(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_scroll(new QScrollArea)
    , m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("facets"));
    setAccessibleName(tr("Filters"));
    setMinimumWidth(kLeastWidth);
    auto *content = new QWidget;
    content->setLayout(m_rows);
    m_rows->setContentsMargins(0, kTop, 0, 0);
    m_rows->setSpacing(0);
    m_rows->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always, so that a longer list does not move what stands at the right.
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_scroll->setWidget(content);
    m_scroll->viewport()->installEventFilter(this);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &FacetsPane::showSight);

    auto *configure = new QToolButton;
    m_configure = configure;
    configure->setAutoRaise(true);
    configure->setObjectName(QStringLiteral("chooseFacets"));
    configure->setAccessibleName(tr("Choose filters"));
    configure->setToolTip(tr("Which filters are shown, and in which order"));
    setThemedIcon(configure, QStringLiteral("configure"));
    connect(configure, &QAbstractButton::clicked, this, &FacetsPane::openChooser);
    auto *head = new PaneHead(tr("Filters"));
    head->addWidget(configure);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(m_scroll);

    connect(&m_workspace, &Workspace::answered, this, &FacetsPane::onAnswered);
    connect(&m_workspace, &Workspace::queryChanged, this, &FacetsPane::onQueryChanged);
    const auto clear = [this] {
        for (FacetSection *section : std::as_const(m_sections))
            section->clear();
    };
    connect(&m_workspace, &Workspace::closed, this, clear);
    connect(&m_workspace, &Workspace::opened, this, clear);
    setChoice(FacetChoice::load(m_workspace.vocabulary()));
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

FacetSection *FacetsPane::makeSection(const QString &field)
{
    const std::optional<RangeKind> kind = rangeKindOf(field, &m_vocabulary);
    FacetSection *section = kind ? static_cast<FacetSection *>(new RangeSection(field, *kind, m_scroll->widget()))
                                 : new ValueSection(field, m_scroll->widget());
    section->installEventFilter(this);
    connect(section, &FacetSection::asked, this, [this](const explore::Query &query) { m_workspace.setQuery(query); });
    connect(section, &FacetSection::expansionChanged, this, &FacetsPane::askCounts);
    connect(section, &FacetSection::focused, this, [this](QWidget *part) { m_scroll->ensureWidgetVisible(part, 0, kTop); });
    section->setQuery(m_workspace.query());
    return section;
}

void FacetsPane::setChoice(const FacetChoice &choice)
{
    m_choice = choice;
    QList<FacetSection *> before = m_sections;
    m_sections.clear();
    for (const QString &field : m_choice.fields()) {
        if (!m_choice.isShown(field))
            continue;
        const auto kept
            = std::find_if(before.begin(), before.end(), [&](const FacetSection *section) { return section->field() == field; });
        FacetSection *section = kept != before.end() ? *kept : makeSection(field);
        if (kept != before.end())
            before.erase(kept);
        const int place = int(m_sections.size());
        if (m_rows->indexOf(section) != place)
            m_rows->insertWidget(place, section);
        section->show();
        m_sections << section;
    }
    for (FacetSection *section : std::as_const(before)) {
        m_rows->removeWidget(section);
        section->hide();
        section->deleteLater();
    }
    askCounts();
    onAnswered();
}

void FacetsPane::askCounts()
{
    QStringList fields;
    for (const FacetSection *section : std::as_const(m_sections))
        if (section->isExpanded())
            fields << section->field();
    m_workspace.setFacets(this, fields);
}

void FacetsPane::onVocabulary()
{
    const explore::Vocabulary *vocabulary = m_workspace.vocabulary();
    if (!vocabulary || vocabulary->fields == m_vocabulary.fields)
        return;
    const explore::Vocabulary before = m_vocabulary;
    m_vocabulary.fields = vocabulary->fields;
    // A field whose type is another one needs a section of another kind.
    for (FacetSection *section : QList<FacetSection *>(m_sections))
        if (rangeKindOf(section->field(), &before) != rangeKindOf(section->field(), &m_vocabulary)) {
            m_sections.removeAll(section);
            m_rows->removeWidget(section);
            section->hide();
            section->deleteLater();
        }
    setChoice(FacetChoice::load(&m_vocabulary));
}

void FacetsPane::onAnswered()
{
    onVocabulary();
    for (const explore::FacetCounts &counts : m_workspace.answer().facets)
        for (FacetSection *section : std::as_const(m_sections))
            if (section->field() == counts.field)
                section->setCounts(counts);
}

void FacetsPane::onQueryChanged()
{
    for (FacetSection *section : std::as_const(m_sections))
        section->setQuery(m_workspace.query());
}

void FacetsPane::showSight()
{
    const int top = m_scroll->verticalScrollBar()->value(), bottom = top + m_scroll->viewport()->height();
    for (FacetSection *section : std::as_const(m_sections))
        section->setSight(top - section->y(), bottom - section->y());
}

bool FacetsPane::eventFilter(QObject *watched, QEvent *event)
{
    const bool isViewport = watched == m_scroll->viewport();
    if (event->type() == QEvent::Move || (isViewport && event->type() == QEvent::Resize))
        showSight();
    return QWidget::eventFilter(watched, event);
}

void FacetsPane::openChooser()
{
    auto *chooser = new FacetChooser(m_choice, this);
    connect(chooser, &FacetChooser::changed, this, &FacetsPane::setChoice);
    chooser->popUp(*m_configure);
}

} // namespace waic::ui
