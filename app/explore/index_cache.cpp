// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/index_cache.h"

#include "explore/cache_file.h"
#include "explore/index_state.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace waic::explore {

namespace {

constexpr quint64 kFormat = 0x57414943'00000001; ///< changes with the columns, their meaning and the folding
constexpr Row kWorthStoring = 20000;             ///< a smaller catalogue is read as quickly itself
constexpr int kMostFiles = 8;

QString folder()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/index");
}

void write(CacheWriter &out, const CodedColumn &column)
{
    out.value(column.isNumber);
    out.value(quint32(column.size()));
    for (Code code = 1; code < column.size() && !column.isNumber; ++code)
        out.text(column.dictionary.value(code));
    out.vector(column.numbers);
    out.codes(column.codes);
}

void read(CacheReader &in, CodedColumn &column)
{
    column.isNumber = in.value<bool>();
    const auto size = in.value<quint32>();
    for (Code code = 1; code < size && !column.isNumber && in.isGood(); ++code)
        column.dictionary.code(in.text());
    if (column.isNumber && size > 0)
        column.expectNumber(size - 1);
    in.vector(column.numbers);
    in.codes(column.codes);
}

void write(CacheWriter &out, const Lists &lists)
{
    out.vector(lists.grouping.starts());
    out.codes(lists.codes);
    out.value(lists.repeats);
}

void read(CacheReader &in, Lists &lists)
{
    in.vector(lists.grouping.starts());
    in.codes(lists.codes);
    lists.repeats = in.value<bool>();
}

void write(CacheWriter &out, const NameTable &names)
{
    out.value(names.size());
    for (Code code = 0; code < names.size(); ++code) {
        const NameTable::Thing &thing = names.thing(code);
        out.value(thing.id);
        out.value(thing.mergedInto);
        out.value(thing.there);
        out.text(thing.name);
        out.value(quint32(thing.names.size()));
        out.value(quint32(thing.aliases.size()));
        for (const QString &name : thing.names + thing.aliases)
            out.text(name);
    }
}

void read(CacheReader &in, NameTable &names)
{
    const auto size = in.value<Code>();
    for (Code code = 0; code < size && in.isGood(); ++code) {
        const auto id = in.value<catalogue::RowId>();
        const auto mergedInto = in.value<catalogue::RowId>();
        const bool isThere = in.value<bool>();
        names.code(id); // codes as they were
        const std::string name = in.text();
        if (isThere)
            names.set(id, name, mergedInto);
        const auto others = in.value<quint32>(), aliases = in.value<quint32>();
        for (quint32 i = 0; i < others + aliases && in.isGood(); ++i)
            names.addName(id, in.text(), i >= others);
    }
    names.settle();
}

} // namespace

IndexCache::IndexCache(const catalogue::CatalogueFile &file)
    : m_file(file)
{
    const QByteArray name = (file.uid() + QLatin1Char('\n') + file.path()).toUtf8();
    m_path = QStringLiteral("%1/%2.index")
                 .arg(folder(), QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha1).toHex().left(24)));
}

std::optional<IndexCache::Stored> IndexCache::read(catalogue::Reader &reader) const
{
    QFile stored(m_path);
    if (!stored.open(QIODevice::ReadOnly))
        return std::nullopt;
    CacheReader in(stored);
    if (in.value<quint64>() != kFormat || in.text() != m_file.uid().toStdString() || in.text() != m_file.path().toStdString())
        return std::nullopt;
    const auto place = in.value<catalogue::FollowPlace>();
    const auto pages = in.value<qint64>();
    const Result<catalogue::FollowPlace> now = catalogue::followPlace(reader.database());
    const Result<qint64> pagesNow = catalogue::pageCount(reader.database());
    // A file that grew without a trace in `touched` was filled past the triggers.
    if (!now || !pagesNow || (*now == place && *pagesNow != pages))
        return std::nullopt;
    FacetIndex index;
    index.m_state = std::make_unique<FacetIndex::State>(reader);
    FacetIndex::State &state = *index.m_state;
    readColumns(in, state.columns);
    std::vector<Row> newestFirst;
    in.vector(newestFirst);
    WordIndex words;
    words.m_rowCount = in.value<Row>();
    in.vector(words.m_text);
    in.vector(words.m_words);
    in.vector(words.m_starts);
    in.vector(words.m_isMap);
    in.vector(words.m_rows);
    if (!in.finish())
        return std::nullopt;
    state.hasLoaded();
    state.ordering.setNewestFirst(std::move(newestFirst));
    index.beginWords();
    index.setWords(std::move(words));
    return Stored{std::move(index), place};
}

bool IndexCache::write(const FacetIndex &index, const catalogue::FollowPlace &place, catalogue::Reader &reader,
    const FacetIndex::Cancelled &cancelled) const
{
    FacetIndex::State &state = *index.m_state;
    const IndexColumns &columns = state.columns;
    // With rows that were patched meanwhile it would have to hold their texts: the next one will do.
    if (columns.rowCount() < kWorthStoring || !state.words || state.words->rowCount() != columns.rowCount()
        || columns.goneCount() > 0 || !QDir().mkpath(folder()))
        return true;
    const Result<qint64> pages = catalogue::pageCount(reader.database());
    QSaveFile stored(m_path);
    if (!pages || !stored.open(QIODevice::WriteOnly))
        return true;
    stored.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    CacheWriter out(stored, cancelled);
    out.value(kFormat);
    out.text(m_file.uid());
    out.text(m_file.path());
    out.value(place);
    out.value(*pages);
    writeColumns(out, columns);
    out.vector(state.ordering.newestFirst().rows);
    const WordIndex &words = *state.words;
    out.value(words.m_rowCount);
    out.vector(words.m_text);
    out.vector(words.m_words);
    out.vector(words.m_starts);
    out.vector(words.m_isMap);
    out.vector(words.m_rows);
    out.finish();
    if (out.isGood())
        stored.commit();
    else
        stored.cancelWriting();
    // The oldest go, so that catalogues that are opened no more do not fill the disk.
    const QFileInfoList all = QDir(folder()).entryInfoList({QStringLiteral("*.index")}, QDir::Files, QDir::Time);
    for (qsizetype i = kMostFiles; i < all.size(); ++i)
        QFile::remove(all[i].filePath());
    return !out.isCancelled();
}

void IndexCache::writeColumns(CacheWriter &out, const IndexColumns &columns)
{
    out.vector(columns.ids.all());
    out.value(columns.m_sorted);
    out.vector(columns.flags);
    for (const CodedColumn &coded : columns.m_coded)
        explore::write(out, coded);
    out.vector(columns.titles.text());
    out.vector(columns.titles.starts());
    for (const NameTable *names : {&columns.organisations, &columns.tags, &columns.sources})
        explore::write(out, *names);
    for (const Lists *lists : {&columns.organisationLists, &columns.tagLists, &columns.sourceLists})
        explore::write(out, *lists);
    explore::write(out, columns.roles);
    explore::write(out, columns.publishers);
    const ClaimColumns &claims = columns.claims;
    out.vector(claims.grouping.starts());
    for (const CodedColumn *coded : {&claims.measure, &claims.subject, &claims.unit, &claims.nature, &claims.asOf})
        explore::write(out, *coded);
    out.vector(claims.values);
    out.vector(claims.wholes);
    out.value(quint32(columns.own.size()));
    for (const OwnColumn &own : columns.own) {
        out.value(own.id);
        out.text(own.field.name);
        out.value(own.field.type);
        explore::write(out, own.column);
    }
    out.value(quint32(columns.units.size()));
    for (const auto &[name, unit] : columns.units) {
        out.vector(name);
        out.vector(unit.dimension);
        out.value(unit.factor);
    }
}

void IndexCache::readColumns(CacheReader &in, IndexColumns &columns)
{
    std::vector<catalogue::RowId> ids;
    in.vector(ids);
    columns.ids.assign(ids);
    columns.m_sorted = in.value<Row>();
    for (Row row = columns.m_sorted; row < ids.size(); ++row)
        columns.m_added[ids[row]] = row;
    in.vector(columns.flags);
    for (CodedColumn &coded : columns.m_coded)
        explore::read(in, coded);
    in.vector(columns.titles.text());
    in.vector(columns.titles.starts());
    for (NameTable *names : {&columns.organisations, &columns.tags, &columns.sources})
        explore::read(in, *names);
    for (Lists *lists : {&columns.organisationLists, &columns.tagLists, &columns.sourceLists})
        explore::read(in, *lists);
    explore::read(in, columns.roles);
    explore::read(in, columns.publishers);
    ClaimColumns &claims = columns.claims;
    in.vector(claims.grouping.starts());
    for (CodedColumn *coded : {&claims.measure, &claims.subject, &claims.unit, &claims.nature, &claims.asOf})
        explore::read(in, *coded);
    in.vector(claims.values);
    in.vector(claims.wholes);
    columns.own.resize(std::min<quint32>(in.value<quint32>(), 10000));
    for (OwnColumn &own : columns.own) {
        own.id = in.value<catalogue::RowId>();
        own.field.name = QString::fromStdString(in.text());
        own.field.type = in.value<OwnType>();
        explore::read(in, own.column);
    }
    const auto units = in.value<quint32>();
    for (quint32 i = 0; i < units && in.isGood(); ++i) {
        const std::string name = in.text();
        IndexColumns::Unit &unit = columns.units[name];
        unit.dimension = in.text();
        unit.factor = in.value<double>();
    }
}

} // namespace waic::explore
