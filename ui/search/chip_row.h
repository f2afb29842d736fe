// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/search/query_parts.h"

#include <QList>
#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace waic::ui {

class FilterChip;
class FlowLayout;
class LinkButton;
class SearchBar;
class Workspace;

/// The terms of the query that do not stand in the search box, as chips that can be switched off, removed and edited; at the
/// right the whole query as text, and saving it.  One row below the toolbar or more; hidden without chips.
class ChipRow : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostChips = 60; ///< more would be no row any more: the rest is there as text

    ChipRow(Workspace &workspace, SearchBar &bar, QWidget *parent = nullptr);

    /// One row: what it takes at the width that it gets is heightForWidth's answer, not that of the narrowest width.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void saveAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void settle();
    void makeTools();
    void setChipCount(qsizetype wanted);
    FilterChip *addChip();
    QToolButton *makeTool(const QString &words, const QString &icon);
    void toggle(FilterChip *chip);
    void remove(FilterChip *chip);
    void edit(FilterChip *chip, bool afterClick);
    /// The chip's term; a term that is none when the chip is on its way out.
    bool termOf(FilterChip *chip, ChipTerm &term) const;

    Workspace &m_workspace;
    SearchBar &m_bar;
    FlowLayout *m_layout;
    LinkButton *m_more;
    LinkButton *m_clear;
    QLabel *m_hint; ///< while the query is edited as text
    QToolButton *m_asText;
    QToolButton *m_save;
    QList<FilterChip *> m_chips; ///< one a term, in the order of m_terms
    std::vector<ChipTerm> m_terms;
    bool m_isWanted = false; ///< to be seen, now or with the next answer
    QTimer m_settle;
    explore::Query m_shown;       ///< that m_terms are of
    explore::Query m_beforeClick; ///< the workspace's, before a chip was clicked last
    explore::Query m_afterClick;
};

} // namespace waic::ui
