// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "catalogue/result.h"

#include <QVariant>

#include <span>

namespace waic::catalogue {

/// What has fields that a person edits.
enum class Entity { Announcement, Claim, Source, Citation };

/// The table's name: "announcement", "claim", "source", "citation".
QString tableName(Entity entity);

enum class FieldType {
    Line,      ///< one line of text
    Paragraph, ///< several lines
    Choice,    ///< an open list: known values are offered, others accepted
    Country,   ///< ISO 3166-1 alpha-2 or INT
    Date,      ///< PartialDate
    Link,      ///< http or https
    Number,
};

/// A column that a person may edit by hand: the one list that table, record pane and editor share.
struct Field
{
    Entity entity;
    const char *column; ///< as in the schema
    const char *label;  ///< source text; translate with fieldLabel()
    FieldType type;
    bool required; ///< may not be emptied
};

std::span<const Field> editableFields(Entity entity);
/// nullptr for a column that is not edited by hand.
const Field *findField(Entity entity, QStringView column);
QString fieldLabel(const Field &field);
/// Where an Announcement keeps the text of this field; null for a field of a claim.
QString Announcement::*textMember(const Field &field);
/// An http or https address with a host: the only links that are stored as such and opened.
bool isWebLink(const QString &link);
/// Values that the schema names for a Choice (kind, openness, qualifier, …), in the order to offer them.
QStringList knownValues(const Field &field);

/// What the user typed, as the value to store: trimmed, an empty text as an invalid QVariant (NULL), numbers as double.
/// Numbers take the separators of the locale and the plain form of QLocale::c().  BadInput says what is wrong with it and an
/// example of what is right; `where` is the field's label.
Result<QVariant> parseField(const Field &field, const QString &typed);

/// A stored number as a person reads and types it: grouped by the locale, no needless decimals; "" for none.
QString numberText(std::optional<double> value);

} // namespace waic::catalogue
