// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/facets/facet_section.h"
#include "ui/facets/range_axis.h"

class QLabel;

namespace waic::ui {

class FacetRow;
class Histogram;
class RangeEdit;

/// A facet of dates or numbers: a histogram with grips, the ends of the range as text, and a row for what has none.
class RangeSection : public FacetSection
{
    Q_OBJECT

public:
    RangeSection(const QString &field, RangeKind kind, QWidget *parent);

    void setCounts(const explore::FacetCounts &counts) override;
    void clear() override;

protected:
    void queryChanged() override;
    void arrange() override;
    void expansionShown() override;
    bool onKey(QWidget *part, const QKeyEvent &key) override;

private:
    void makeEdit(RangeEdit *edit, const QString &name);
    void onTyped();
    void onLeft(); ///< an end is finished: a mistake is told
    explore::Range typedRange(QString *mistake, RangeEdit **where) const;
    void showRange();
    void showMistake(const QString &words, RangeEdit *where);
    void updateHead();
    void updateMissing();
    QList<QWidget *> stops() const;

    RangeKind m_kind;
    Histogram *m_histogram;
    RangeEdit *m_from;
    RangeEdit *m_to;
    QLabel *m_between;
    QLabel *m_words;
    FacetRow *m_missing;
    int m_missingCount = 0;
    int m_largest = 1;
    explore::Range m_range; ///< of the query
};

} // namespace waic::ui
