// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/small_catalogue.h"

#include "catalogue/reader.h"
#include "catalogue/writer.h"

namespace waic::tests {

/// A catalogue with two announcements and a writer on it.
struct HistoryDesk
{
    TemporaryFolder folder;
    QString path = smallCatalogue(folder.path(QStringLiteral("a.waic")));
    std::unique_ptr<catalogue::Writer> writer
        = must(catalogue::Writer::open(must(catalogue::CatalogueFile::open(path)), QStringLiteral("ann")));
    std::unique_ptr<catalogue::Reader> reader = must(catalogue::Reader::open(must(catalogue::CatalogueFile::open(path))));

    catalogue::Step set(const char *column, catalogue::RowId row, const QVariant &value)
    {
        return must(writer->apply(catalogue::setField(
            *catalogue::findField(catalogue::Entity::Announcement, QString::fromLatin1(column)), std::span(&row, 1), value)));
    }
    QString title() { return ask("SELECT title FROM announcement WHERE uid = 'models'").toString(); }
    QVariant ask(const char *sql) { return askSql(path, QString::fromLatin1(sql)); }
    catalogue::Record record() { return must(reader->record(kModels)); }
};

inline QString text(const char *words)
{
    return QString::fromUtf8(words);
}

} // namespace waic::tests
