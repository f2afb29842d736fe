// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace waic::ui {

class FilterChip;
class FlowLayout;
class LinkButton;
class Workspace;

/// The conditions of the query as chips that can be removed, one row below the toolbar; hidden without conditions.
class ChipRow : public QWidget
{
    Q_OBJECT

public:
    explicit ChipRow(Workspace &workspace, QWidget *parent = nullptr);

    /// One row: what it takes at the width that it gets is heightForWidth's answer, not that of the narrowest width.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void onQueryChanged();
    void remove(FilterChip *chip);

    Workspace &m_workspace;
    FlowLayout *m_layout;
    LinkButton *m_clear;
    QList<FilterChip *> m_chips; ///< one a condition, in their order; one more for the bin
};

} // namespace waic::ui
