// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/contents.h"
#include "catalogue/opening.h"

#include <functional>

namespace waic::catalogue {

struct Finding
{
    enum class Severity { Fault, Warning };
    Severity severity = Severity::Fault;
    QString check; ///< "integrity", "orphan", "merge", "against"
    QString uid;   ///< of the row concerned; may be null
    QString text;
};

/// SQLite's integrity check, every reference that leads nowhere and every ring of merges.  cancelled is polled while SQLite
/// works; once it says so, what was found until then comes back with a Warning.  Any thread.
Result<std::vector<Finding>> checkIntegrity(const CatalogueFile &file, const std::function<bool()> &cancelled = {});

/// Each announcement, claim, organisation, name, tag, source, citation, unit, measure and definition of `contents` that the
/// catalogue lacks or holds with another value: one Fault each, with field, expected and found value.  An announcement in the bin
/// is a Fault too.  Rows, tags and participations that only the catalogue has are no findings.  Any thread.
Result<std::vector<Finding>> checkAgainst(const CatalogueFile &file, const Contents &contents);

} // namespace waic::catalogue
