// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"

namespace waic::catalogue {

/// Edits of what hangs on an announcement, labelled in the user's words.  Plain functions; any thread.

Edit addFigure(const Claim &claim);
/// What differs between them, each cell expecting what it held before; range ends in the order that never crosses.
Edit setFigure(const Claim &before, const Claim &after);
Edit removeFigure(const Claim &claim);

/// One source beside the figure (or, with claim 0, the announcement).  A source of id 0 is new; it is added first.
Edit citeSource(RowId announcement, RowId claim, Source source, const Citation &citation);
/// What differs of source and citation, in one step.
Edit setSource(const Source &before, const Source &after, const Citation &citationBefore, const Citation &citationAfter);
Edit removeCitation(const Citation &citation, const QString &sourceTitle);

/// organisation 0: a new one of that name.
Edit addOrganisation(std::span<const RowId> announcements, RowId organisation, const QString &name, const QString &role);
/// role null: in any role.
Edit removeOrganisation(std::span<const RowId> announcements, RowId organisation, const QString &name, const QString &role);
Edit setRole(RowId announcement, const Participation &participation, const QString &role);
Edit addTag(std::span<const RowId> announcements, const QString &tag);
Edit removeTag(std::span<const RowId> announcements, const QString &tag);

/// A further announcement with all that the record has but its star, "Copy of …".  copy: its id.
Edit duplicate(const Record &record, RowId copy);

} // namespace waic::catalogue
