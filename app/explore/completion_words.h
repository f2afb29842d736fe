// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/fields.h"

namespace waic::explore {

/// What a name of the language is, in a few words of the user's language.
QString fieldDetail(FieldId field);
QString ownFieldDetail(OwnType type);
QString flagDetail(FlagId flag);
QString sortDetail(SortId key);

/// A term that is no field: what to insert, and what it is.
struct OtherTerm
{
    QString text;
    QString detail;
    bool canBeExcluded = false;
};
std::vector<OtherTerm> otherTerms();

} // namespace waic::explore
