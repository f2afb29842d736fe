// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"
#include "catalogue/reader.h"

#include <functional>

namespace waic::catalogue {

/// What is to be done to many announcements at once.
struct BatchChange
{
    enum class Kind { SetField, Replace, AddTag, RemoveTag, AddOrganisation, RemoveOrganisation };
    Kind kind = Kind::SetField;
    QString column;          ///< of SetField and Replace
    QString text;            ///< the value as typed, what to look for, or the name of the tag or organisation
    QString replacement;     ///< of Replace
    bool wholeWords = false; ///< of Replace, as the next one
    bool matchCase = false;
    QString role; ///< of AddOrganisation; null: subject
};

/// A cell that a batch change would change.
struct PlannedCell
{
    RowId row = 0;
    QString title;
    QString was;
    QString is;
};

/// What a batch change would do, before it is done.
struct BatchPlan
{
    Edit edit; ///< without changes when nothing would change
    std::vector<PlannedCell> cells;
    qint64 unchanged = 0;
    qint64 refused = 0;
    QString refusal; ///< why the first of the refused ones
};

constexpr int kMostPlanned = 100'000; ///< changed announcements: each is held with its texts until it is written

/// Reads the announcements and says what would change; nothing is written.  The cells of SetField and Replace expect what was
/// read, so that what others write before the edit is a conflict.  BadInput for a value that the field does not allow, for
/// nothing to look for, for a tag or organisation to remove that there is not, and above kMostPlanned changes. goesOn: is told
/// the share that is done and gives false to end, which is an Error of kind BadInput without words. Cost: some 10 µs an
/// announcement.  Thread: the reader's.
Result<BatchPlan> planBatch(Reader &reader, std::span<const RowId> announcements, const BatchChange &change,
    const std::function<bool(double done)> &goesOn = {});

/// Text with every occurrence replaced; the replacement is text, not a pattern.
QString replaced(const QString &text, const BatchChange &change);

/// Names of the tags or organisations that are in use, most used first, survivors of merges only.
Result<QStringList> tagNames(Reader &reader);
Result<QStringList> organisationNames(Reader &reader);

} // namespace waic::catalogue
