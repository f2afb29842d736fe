// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace waic::ui {

class TableHeader;

/// Widths, order and visibility of the table's columns: kept in the settings, and the title takes the width that is left.
class ColumnLayout : public QObject
{
    Q_OBJECT

public:
    ColumnLayout(TableHeader &header, QObject *parent);

    /// A window from 1440 px shows more columns, unless the user has chosen.
    void setWide(bool wide);
    bool isShown(int column) const;
    /// The user's choice.  The title stays: a table without it has no rows to tell apart.
    void show(int column, bool shown);
    static bool canHide(int column);
    void reset(); ///< as on the first day
    /// Makes the columns fill this many px.
    void fit(int width);

private:
    void restore();
    void restoreWidths();
    void applyVisibility();
    void onResized(int column, int before, int now);
    void onMoved();

    TableHeader &m_header;
    int m_width = 0;
    bool m_wide = false;
    bool m_arranging = false; ///< changes now are ours, not the user's
};

} // namespace waic::ui
