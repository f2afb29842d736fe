// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QStringList>

namespace waic::explore {
struct Answer;
}

namespace waic::ui {

class Workspace;

/// The values that announcements hold in a column, to offer while someone types.  What the answers count comes from them at no
/// cost; another column is read once, and again after an edit.  UI thread.
class UsedValues : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMost = 300; ///< values kept of a column

    /// workspace outlives it.
    explicit UsedValues(Workspace &workspace, QObject *parent = nullptr);

    /// Those of the rows found now first, most used first; none while no catalogue is open.
    QStringList of(const QString &column);

private:
    void takeAnswer();
    void forget();

    Workspace &m_workspace;
    QHash<QString, QStringList> m_counted; ///< of all answers since the newest one without filter, that one included
    QHash<QString, QStringList> m_read;
    bool m_complete = false; ///< there was an answer without filter
};

} // namespace waic::ui
