// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_table_view.h"

#include "ui/common/theme.h"
#include "ui/common/words.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kRowHeight = 26;
constexpr int kWidest = 220; ///< of a column at first

/// Texts that begin with a digit or a sign before one stand at the right.
bool isNumber(const QString &text)
{
    const auto first = std::find_if(text.begin(), text.end(), [](QChar each) { return each.isLetterOrNumber(); });
    return first != text.end() && first->isDigit() && first - text.begin() <= 2;
}

} // namespace

class ChartTableView::Model : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void set(const chart::ChartTable &table)
    {
        beginResetModel();
        m_table = table;
        endResetModel();
    }
    int markAt(int row) const { return row >= 0 && row < rowCount() ? m_table.marks[std::size_t(row)] : -1; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_table.rows.size()); }
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_table.head.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const QString &text = m_table.rows[std::size_t(index.row())][index.column()];
        if (role == Qt::DisplayRole)
            return text;
        if (role == Qt::ToolTipRole)
            return plainToolTip(text);
        if (role == Qt::TextAlignmentRole)
            return int((isNumber(text) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        return {};
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation != Qt::Horizontal)
            return {};
        if (role == Qt::TextAlignmentRole)
            return m_table.rows.empty() ? int(Qt::AlignLeft | Qt::AlignVCenter) : data(index(0, section), role).toInt();
        return role == Qt::DisplayRole ? m_table.head.value(section) : QVariant();
    }

private:
    chart::ChartTable m_table;
};

ChartTableView::ChartTableView(QWidget *parent)
    : QTableView(parent)
    , m_model(new Model(this))
{
    setObjectName(QStringLiteral("chartTable"));
    setAccessibleName(tr("Numbers of the chart"));
    setModel(m_model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRowHeight);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
}

void ChartTableView::setData(const chart::ChartData &drawn)
{
    setAccessibleDescription(drawn.title);
    m_model->set(chart::chartTable(drawn));
    resizeColumnsToContents();
    for (int column = 0; column < m_model->columnCount(); ++column)
        setColumnWidth(column, std::min(kWidest, columnWidth(column) + 16));
}

void ChartTableView::clear()
{
    m_model->set({});
}

int ChartTableView::markOf(const QModelIndex &index) const
{
    return index.isValid() ? m_model->markAt(index.row()) : -1;
}

void ChartTableView::choose(Qt::KeyboardModifiers modifiers)
{
    if (const int mark = markOf(currentIndex()); mark >= 0)
        emit chosen(mark, modifiers.testFlag(Qt::ControlModifier));
}

void ChartTableView::copySelected() const
{
    QStringList lines;
    for (const QModelIndex &row : selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(QLatin1Char('\t')));
    }
    if (!lines.isEmpty())
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void ChartTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(event->modifiers());
    else if (event->matches(QKeySequence::Copy))
        copySelected();
    else
        QTableView::keyPressEvent(event);
}

void ChartTableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    choose(event->modifiers());
}

void ChartTableView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const QModelIndex index = isKey ? currentIndex() : indexAt(viewport()->mapFromGlobal(event->globalPos()));
    emit menuAsked(
        markOf(index), isKey && index.isValid() ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

} // namespace waic::ui
