// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/sql.h"
#include "explore/query.h"

namespace waic::tests {

/// Answers queries by plain SQL over the file, with folding and dates as functions: what the index must agree with.  Knows no
/// merged organisations and no own fields.
class SqlOracle
{
public:
    explicit SqlOracle(catalogue::Database &database);

    /// Ids in display order.
    std::vector<catalogue::RowId> ids(const explore::Query &query);
    /// Announcements of each value of a field under all selections but its own; the empty key: missing.
    std::map<QString, int> counts(const explore::Query &query, const QString &field);

private:
    QString where(const explore::Query &query, const QString &withoutField) const;
    QString word(const explore::Word &word) const;
    QString condition(const explore::Condition &condition) const;
    QString claim(const explore::ClaimCondition &claim) const;
    QString flag(const explore::Flag &flag) const;

    catalogue::Database &m_database;
};

} // namespace waic::tests
