// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

#include <optional>

namespace waic::explore {

/// Names that a catalogue knows, looked up exactly first, then folded.  Its tables are made when first needed, so that a question
/// without such names costs nothing.
class NameLookup
{
public:
    explicit NameLookup(QStringList names)
        : m_names(std::move(names))
    {
    }

    /// Place among the names; empty when unknown.
    std::optional<qsizetype> find(const QString &name);
    const QString &name(qsizetype at) const { return m_names[at]; }
    const QStringList &names() const { return m_names; }

private:
    QStringList m_names;
    QHash<QString, qsizetype> m_exact;
    QHash<QString, qsizetype> m_folded;
};

} // namespace waic::explore
