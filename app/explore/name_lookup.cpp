// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/name_lookup.h"

#include "catalogue/fold.h"

namespace waic::explore {

namespace {

QString foldedKey(const QString &name)
{
    const QString folded = catalogue::folded(name);
    return folded.isEmpty() ? name : folded; // signs alone, such as ‰, would all fold into nothing
}

} // namespace

std::optional<qsizetype> NameLookup::find(const QString &name)
{
    if (m_exact.isEmpty()) {
        for (qsizetype i = m_names.size() - 1; i >= 0; --i) { // the first of several alike wins
            m_exact.insert(m_names[i], i);
            m_folded.insert(foldedKey(m_names[i]), i);
        }
    }
    const auto exact = m_exact.constFind(name);
    if (exact != m_exact.constEnd())
        return *exact;
    const auto folded = m_folded.constFind(foldedKey(name));
    return folded == m_folded.constEnd() ? std::nullopt : std::optional(*folded);
}

} // namespace waic::explore
