// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/reader.h"

namespace waic::catalogue {

/// A name that the catalogue has, to choose from while someone types.
struct OfferedName
{
    RowId id = 0; ///< of an organisation or tag; 0 for what is known by its name
    QString name;
    QStringList otherNames; ///< aliases, names in other languages, names of rows that were merged into it
    QString words;          ///< of a definition: what it counts
    int uses = 0;           ///< announcements, or claims
};

/// What forms of the record complete; each list with the most used first, then by name.
struct OfferedNames
{
    std::vector<OfferedName> organisations;
    std::vector<OfferedName> tags;
    std::vector<OfferedName> roles;
    std::vector<OfferedName> measures;
    std::vector<OfferedName> subjects; ///< at most kMostSubjects
    std::vector<OfferedName> definitions;
    std::vector<OfferedName> publishers;
    std::vector<OfferedName> languages;
    std::vector<Source> sources;
};

constexpr int kMostSubjects = 2'000;

/// All of them as one state of the file.  Cost: by the file's size, so off the UI thread.
Result<OfferedNames> offeredNames(Reader &reader);

/// The source of that page, the oldest where there are several: addresses are taken for the same when they differ only in http or
/// https, "www.", a slash at the end and what follows "#".  Cost: by the sources of the same host.
Result<std::optional<Source>> sourceAt(Reader &reader, const QString &url);

/// What a definition counts; null when the catalogue has none of that name.
Result<QString> definitionWords(Reader &reader, const QString &name);

/// "news.cn" for "https://www.news.cn/…": what to call the publisher until someone says better; null for no address.
QString siteName(const QString &url);

} // namespace waic::catalogue
