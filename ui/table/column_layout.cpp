// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/column_layout.h"

#include "ui/common/theme.h"
#include "ui/table/columns.h"
#include "ui/table/table_header.h"

#include <QScopedValueRollback>
#include <QSettings>

namespace waic::ui {

namespace {

constexpr int kLeastWidth = 40;

QString nameOf(int column)
{
    return QString::fromLatin1(columnSpec(column).name);
}

QString key(const char *what, int column)
{
    return QStringLiteral("table/%1/%2").arg(QLatin1String(what), nameOf(column));
}

QString orderKey()
{
    return QStringLiteral("table/order");
}

} // namespace

ColumnLayout::ColumnLayout(TableHeader &header, QObject *parent)
    : QObject(parent)
    , m_header(header)
{
    restore();
    connect(&m_header, &QHeaderView::sectionResized, this, &ColumnLayout::onResized);
    connect(&m_header, &QHeaderView::sectionMoved, this, &ColumnLayout::onMoved);
    // Texts may be larger now, and dates longer.
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        restoreWidths();
        fit(m_width);
    });
}

void ColumnLayout::restore()
{
    restoreWidths();
    const QScopedValueRollback arranging(m_arranging, true);
    const QSettings settings;
    int visual = 1;
    const QStringList order = settings.value(orderKey()).toStringList();
    for (const QString &name : order)
        for (int column = 1; column < ColumnCount; ++column)
            if (nameOf(column) == name)
                m_header.moveSection(m_header.visualIndex(column), visual++);
    applyVisibility();
}

void ColumnLayout::restoreWidths()
{
    const QScopedValueRollback arranging(m_arranging, true);
    const QSettings settings;
    for (int column = 0; column < ColumnCount; ++column) {
        const int width = settings.value(key("width", column), columnWidth(column)).toInt();
        m_header.resizeSection(column, column == StarColumn ? columnWidth(column) : std::clamp(width, kLeastWidth, 4000));
        m_header.setSectionResizeMode(column, column == StarColumn ? QHeaderView::Fixed : QHeaderView::Interactive);
    }
}

void ColumnLayout::reset()
{
    QSettings().remove(QStringLiteral("table/width"));
    QSettings().remove(QStringLiteral("table/shown"));
    QSettings().remove(orderKey());
    {
        const QScopedValueRollback arranging(m_arranging, true);
        for (int column = 0; column < ColumnCount; ++column)
            m_header.moveSection(m_header.visualIndex(column), column);
    }
    restore();
    fit(m_width);
}

bool ColumnLayout::isShown(int column) const
{
    const Shown shown = columnSpec(column).shown;
    const bool preset = shown == Shown::Always || (shown == Shown::WhenWide && m_wide);
    return !canHide(column) || QSettings().value(key("shown", column), preset).toBool();
}

bool ColumnLayout::canHide(int column)
{
    return column != TitleColumn;
}

void ColumnLayout::show(int column, bool shown)
{
    if (!canHide(column))
        return;
    QSettings().setValue(key("shown", column), shown);
    applyVisibility();
    fit(m_width);
}

void ColumnLayout::setWide(bool wide)
{
    if (m_wide == wide)
        return;
    m_wide = wide;
    applyVisibility();
    fit(m_width);
}

void ColumnLayout::applyVisibility()
{
    const QScopedValueRollback arranging(m_arranging, true);
    for (int column = 0; column < ColumnCount; ++column)
        m_header.setSectionHidden(column, !isShown(column));
}

void ColumnLayout::fit(int width)
{
    m_width = width;
    if (width <= 0)
        return;
    const QScopedValueRollback arranging(m_arranging, true);
    const int others = m_header.length() - m_header.sectionSize(TitleColumn);
    m_header.resizeSection(TitleColumn, std::max(columnWidth(TitleColumn), width - others));
}

void ColumnLayout::onResized(int column, int before, int now)
{
    if (m_arranging || before == 0 || now == 0)
        return;
    int changed = column;
    if (column == TitleColumn) {
        // The title takes what is left, so its right edge moves the neighbour's width.
        for (int visual = m_header.visualIndex(column) + 1; visual < m_header.count(); ++visual) {
            changed = m_header.logicalIndex(visual);
            if (!m_header.isSectionHidden(changed))
                break;
        }
        if (changed == TitleColumn || m_header.isSectionHidden(changed))
            return fit(m_width);
        const QScopedValueRollback arranging(m_arranging, true);
        m_header.resizeSection(changed, std::max(kLeastWidth, m_header.sectionSize(changed) - (now - before)));
    }
    QSettings().setValue(key("width", changed), m_header.sectionSize(changed));
    fit(m_width);
}

void ColumnLayout::onMoved()
{
    if (m_arranging)
        return;
    QStringList order;
    for (int visual = 1; visual < m_header.count(); ++visual)
        order << nameOf(m_header.logicalIndex(visual));
    QSettings().setValue(orderKey(), order);
}

} // namespace waic::ui
