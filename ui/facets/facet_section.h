// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/facets/facet_order.h"

#include <QHash>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace waic::ui {

class FacetHead;
class FacetRow;
class LinkButton;

/// One facet: its values with counts, some or all of them, in an order that can be changed; a field to search within.
///
/// Rows belong to values and are kept from answer to answer, so that focus and place survive.  One widget of the section at a
/// time takes part in the Tab order; the arrow keys move inside.
class FacetSection : public QWidget
{
    Q_OBJECT

public:
    FacetSection(const QString &field, QWidget *parent);

    const QString &field() const { return m_counts.field; }
    void setCounts(const explore::FacetCounts &counts, const explore::Query &query);
    /// The query has changed, its counts are on their way.
    void setQuery(const explore::Query &query);
    /// Another catalogue: no rows, no search.
    void clear();
    void focusStop();

signals:
    void stateAsked(const QString &field, const QString &value, waic::ui::FacetState state);
    void onlyAsked(const QString &field, const QString &value);
    void allAsked(const QString &field, const QStringList &values);
    void focused(QWidget *part); ///< to be scrolled into sight

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void rebuild(); ///< from counts and query
    void arrange(); ///< places what is to be shown
    int arrangeRows(int top);
    int arrangeFooter(int top);
    void updateHead();
    FacetRow *rowFor(const FacetEntry &entry);
    QList<QWidget *> stops() const;
    void setStop(QWidget *part);
    bool onKey(QWidget *part, const QKeyEvent &key);
    bool step(QWidget *part, int steps);
    void openSearch(const QString &text);
    void closeSearch();
    void setExpanded(bool expanded);
    void toggleOrder();
    bool isSearching() const;
    int limit() const;

    explore::FacetCounts m_counts;
    explore::Query m_query;
    FacetOrder m_order;
    bool m_all = false;
    std::vector<FacetEntry> m_entries;
    std::vector<FacetEntry> m_shown;
    FacetHead *m_head;
    QToolButton *m_magnifier;
    QLineEdit *m_search;
    LinkButton *m_more;
    LinkButton *m_orderLink;
    QHash<QString, FacetRow *> m_rows;
    QWidget *m_stop = nullptr;
};

} // namespace waic::ui
