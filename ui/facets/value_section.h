// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/facets/facet_list.h"
#include "ui/facets/facet_section.h"

#include <QHash>
#include <QTimer>

class QLineEdit;
class QToolButton;

namespace waic::ui {

class FacetRow;
class LinkButton;

/// A facet of values with counts, some or all of them, in an order that can be changed; a field to search within.
///
/// A long list has rows only where they can be seen.  A row belongs to its place, so that an answer repaints rows and moves
/// none, but the row that has or had the focus last belongs to its value and goes where that goes.  One widget of the section at
/// a time takes part in the Tab order; the arrow keys move inside.
class ValueSection : public FacetSection
{
    Q_OBJECT

public:
    ValueSection(const QString &field, QWidget *parent);

    void setCounts(const explore::FacetCounts &counts) override;
    void clear() override;
    void setSight(int top, int bottom) override;
    void focusStop() override;

protected:
    void queryChanged() override;
    void arrange() override;
    void expansionShown() override;
    bool onKey(QWidget *part, const QKeyEvent &key) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeParts();
    void updateHead();
    int arrangeFooter(int top);
    void placeRows(); ///< those in sight
    std::vector<int> placesInSight() const;
    void showRow(FacetRow *row, int place);
    FacetRow *takeRow(); ///< a spare one, else a new one
    void dropRow(FacetRow *row);

    int stopCount() const;
    int stopOf(QWidget *part) const; ///< -1: none
    QWidget *stopAt(int stop);
    QList<QWidget *> stopsBefore() const; ///< the rows
    QList<QWidget *> stopsAfter() const;
    void setStop(QWidget *part);
    bool step(QWidget *part, int steps);

    void openSearch(const QString &text);
    void closeSearch();
    void selectFound();
    void toggleOrder();
    bool isSearching() const;
    int limit() const;

    FacetList m_list;
    bool m_all = false;
    int m_rowsTop = 0;
    int m_sightTop = 0;
    int m_sightBottom = 2000;
    QToolButton *m_magnifier;
    QLineEdit *m_search;
    LinkButton *m_more;
    LinkButton *m_orderLink;
    QHash<int, FacetRow *> m_rows;   ///< by places in the list
    std::vector<FacetRow *> m_spare; ///< hidden, to be given to other values
    QWidget *m_stop = nullptr;
    QTimer m_preparing;
};

} // namespace waic::ui
