// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"

#include "catalogue/reader.h"
#include "catalogue/schema.h"
#include "catalogue/sql.h"
#include "exchange/catalogue_json.h"

#include <algorithm>
#include <array>

using namespace waic;
using namespace waic::catalogue;
using waic::tests::must;
using waic::tests::TemporaryFolder;

namespace {

RowId idOf(const char *uid)
{
    return starterId(QString::fromLatin1(uid));
}

/// The starter in a folder of its own, changed by SQL as another program would: foreign keys off.
class Starter
{
public:
    explicit Starter(const QString &sql = {})
    {
        must(createCatalogue(path(), must(exchange::starterContents())));
        run(sql);
        m_reader = must(Reader::open(must(CatalogueFile::open(path()))));
    }
    void run(const QString &sql)
    {
        if (!sql.isEmpty())
            Database(path(), SQLite::OPEN_READWRITE).run(sql);
    }
    QString path() const { return m_folder.path(QStringLiteral("starter.waic")); }
    Reader &reader() { return *m_reader; }
    AnnouncementRow row(const char *uid)
    {
        const std::array ids{idOf(uid)};
        return must(m_reader->rows(ids)).at(0);
    }
    /// Ids of all announcements outside the bin.
    std::vector<RowId> all()
    {
        SQLite::Statement rows(
            m_reader->database().connection(), "SELECT id FROM announcement WHERE binned_at IS NULL ORDER BY id");
        std::vector<RowId> ids;
        while (rows.executeStep())
            ids.push_back(integer(rows, 0));
        return ids;
    }
    Record record(const char *uid) { return must(m_reader->record(idOf(uid))); }

private:
    TemporaryFolder m_folder;
    std::unique_ptr<Reader> m_reader;
};

constexpr const char *kModels = "china-1509-of-3755";

} // namespace

TEST_CASE("the record of the 1,509 models has the claim, its sources and its organisations", "[reader]")
{
    Starter starter;
    const Record record = starter.record(kModels);
    CHECK(record.announcement.uid == QString::fromLatin1(kModels));
    CHECK_FALSE(record.announcement.title.isEmpty());
    const auto claim = std::find_if(record.claims.begin(), record.claims.end(), [](const Claim &c) { return c.value == 1509; });
    REQUIRE(claim != record.claims.end());
    CHECK(claim->of == 3755.0);
    CHECK(claim->subject == QStringLiteral("China"));
    CHECK(claim->citations.size() > 1);
    CHECK(claim->citations.front().stance == QStringLiteral("supports"));
    CHECK_FALSE(record.organisations.empty());
    CHECK_FALSE(record.tags.isEmpty());
    REQUIRE_FALSE(record.sources.empty());
    CHECK(std::is_sorted(record.sources.begin(), record.sources.end(),
        [](const RecordSource &a, const RecordSource &b) { return a.figures > b.figures; }));
    for (const Citation &citation : claim->citations) {
        const bool isListed = std::any_of(record.sources.begin(), record.sources.end(),
            [&](const RecordSource &source) { return source.source.id == citation.source; });
        CHECK(isListed);
    }
    const AnnouncementRow row = starter.row(kModels);
    CHECK(row.figures == int(record.claims.size()));
    CHECK(row.sources == int(record.sources.size()));
}

TEST_CASE("rows come in the order of the ids, unknown ones are left out", "[reader]")
{
    Starter starter;
    const std::vector<RowId> all = starter.all();
    std::vector<RowId> ids(all.rbegin(), all.rbegin() + 10);
    ids.insert(ids.begin() + 3, 42);
    const std::vector<AnnouncementRow> rows = must(starter.reader().rows(ids));
    REQUIRE(rows.size() == 10);
    for (size_t i = 0; i < rows.size(); ++i)
        CHECK(rows[i].announcement.id == all[all.size() - 1 - i]);
    CHECK(must(starter.reader().rows({})).empty());
}

TEST_CASE("announcements in the bin do not count, and are read all the same", "[reader]")
{
    Starter starter(QStringLiteral("UPDATE announcement SET binned_at = '2026-01-01T00:00:00Z' WHERE uid = '%1'")
                        .arg(QString::fromLatin1(kModels)));
    CHECK(must(starter.reader().count()) == 331);
    CHECK_FALSE(starter.record(kModels).announcement.binnedAt.isNull());
}

TEST_CASE("a row that is gone is not found", "[reader]")
{
    Starter starter;
    const Result<Record> record = starter.reader().record(42);
    REQUIRE_FALSE(record);
    CHECK(record.error().kind == ErrorKind::NotFound);
}

TEST_CASE("a reader sees what another connection wrote", "[reader]")
{
    Starter starter;
    CHECK(starter.record(kModels).announcement.notes.isNull());
    starter.run(QStringLiteral("UPDATE announcement SET notes = 'new', starred = 1"));
    CHECK(starter.record(kModels).announcement.notes == QStringLiteral("new"));
    CHECK(starter.row(kModels).announcement.starred);
}

TEST_CASE("a merged organisation is shown as its survivor, once", "[reader]")
{
    Starter starter(
        QStringLiteral("INSERT INTO announcement(id, title) VALUES(1, 'Merged');"
                       "INSERT INTO organisation(id, uid, name, merged_into) VALUES(1, 'one', 'One', 2), (2, 'two', 'Two', 3), "
                       "(3, 'three', 'Three', NULL);"
                       "INSERT INTO organisation_name(organisation, name, language) VALUES(3, '三', 'zh'), (1, '一', 'zh');"
                       "INSERT INTO participation VALUES(1, 1, 'partner'), (1, 3, 'announcer'), (1, 2, 'subject')"));
    const Record record = must(starter.reader().record(1));
    REQUIRE(record.organisations.size() == 3);
    for (const Participation &participation : record.organisations) {
        CHECK(participation.organisation == 3);
        CHECK(participation.uid == QStringLiteral("three"));
        CHECK(participation.name == QStringLiteral("Three"));
        CHECK(participation.localName == QStringLiteral("三"));
    }
    CHECK(record.organisations.front().role == QStringLiteral("announcer"));
    const std::array<RowId, 1> ids{1};
    CHECK(must(starter.reader().rows(ids)).at(0).organisations == QStringList{QStringLiteral("Three")});
}

TEST_CASE("organisations merged in a circle do not hang", "[reader]")
{
    Starter starter(QStringLiteral("INSERT INTO announcement(id, title) VALUES(1, 'Round');"
                                   "INSERT INTO organisation(id, name, merged_into) VALUES(1, 'One', 2), (2, 'Two', 1);"
                                   "INSERT INTO participation VALUES(1, 1, 'partner')"));
    CHECK(must(starter.reader().record(1)).organisations.size() == 1);
}

TEST_CASE("of merges that lead round the member with the least id is shown, for organisations and tags", "[reader]")
{
    Starter starter(QStringLiteral(
        "INSERT INTO announcement(id, title) VALUES(1, 'Round');"
        "INSERT INTO organisation(id, name, merged_into) VALUES(5, 'Tail', 7), (7, 'Seven', 8), (8, 'Eight', 6), (6, 'Six', 7);"
        "INSERT INTO tag(id, name, merged_into) VALUES(5, 'tail', 7), (7, 'seven', 8), (8, 'eight', 6), (6, 'six', 7);"
        "INSERT INTO participation VALUES(1, 5, 'partner'), (1, 7, 'partner'), (1, 8, 'partner'), (1, 6, 'partner');"
        "INSERT INTO announcement_tag VALUES(1, 5), (1, 7), (1, 8), (1, 6)"));
    const Record record = must(starter.reader().record(1));
    REQUIRE(record.organisations.size() == 4);
    for (const Participation &participation : record.organisations)
        CHECK(participation.name == QStringLiteral("Six"));
    CHECK(record.tags == QStringList{QStringLiteral("six")});
}

TEST_CASE("a tag stands for the last of a chain of merges", "[reader]")
{
    Starter starter(QStringLiteral("INSERT INTO announcement(id, title) VALUES(1, 'Chain');"
                                   "INSERT INTO tag(id, name, merged_into) VALUES(5, 'a', 6), (6, 'b', 7), (7, 'c', NULL);"
                                   "INSERT INTO announcement_tag VALUES(1, 5)"));
    CHECK(must(starter.reader().record(1)).tags == QStringList{QStringLiteral("c")});
}

TEST_CASE("references that lead nowhere are shown as missing", "[reader]")
{
    Starter starter(
        QStringLiteral("INSERT INTO announcement(id, title) VALUES(1, 'Orphans');"
                       "INSERT INTO participation VALUES(1, 77, 'announcer');"
                       "INSERT INTO announcement_tag VALUES(1, 78);"
                       "INSERT INTO claim(id, announcement, measure, subject, value, unit) VALUES(1, 1, 'no', 'us', 3, 'no');"
                       "INSERT INTO citation(claim, source) VALUES(1, 79);"
                       "INSERT INTO citation(announcement, source) VALUES(1, 80)"));
    const Record record = must(starter.reader().record(1));
    REQUIRE(record.organisations.size() == 1);
    CHECK(record.organisations.front().organisation == 0);
    CHECK(record.organisations.front().uid.isNull());
    CHECK(record.organisations.front().name == QStringLiteral("missing organisation"));
    CHECK(record.tags.isEmpty());
    REQUIRE(record.claims.size() == 1);
    CHECK(record.claims.front().measure == QStringLiteral("no"));
    REQUIRE(record.sources.size() == 2);
    CHECK(record.sources.front().source.id == 79);
    CHECK(record.sources.front().source.title == QStringLiteral("missing source"));
    const std::array<RowId, 1> ids{1};
    CHECK(must(starter.reader().rows(ids)).at(0).sources == 2);
    CHECK(must(starter.reader().claims(ids)).size() == 1);
}

TEST_CASE("all claims of all announcements come with all their citations", "[reader]")
{
    Starter starter;
    const std::vector<RowId> ids = starter.all();
    const std::vector<Claim> claims = must(starter.reader().claims(ids));
    CHECK(claims.size() == 797);
    size_t citations = 0;
    for (const Claim &claim : claims)
        citations += claim.citations.size();
    CHECK(citations == 1155);
    CHECK(must(starter.reader().sources()).size() == 376);
}

TEST_CASE("values of a column come most used first, of an unknown column not at all", "[reader]")
{
    Starter starter;
    const QStringList editions = must(starter.reader().valuesOf(u"edition"));
    REQUIRE_FALSE(editions.isEmpty());
    CHECK(editions.first() == QStringLiteral("WAIC 2025"));
    CHECK_FALSE(editions.contains(QString()));
    CHECK(must(starter.reader().valuesOf(u"notes")).isEmpty());
    CHECK(starter.reader().valuesOf(u"edition\" --").error().kind == ErrorKind::BadInput);
}

TEST_CASE("the newest step's time is known, and the starter's date", "[reader]")
{
    Starter starter;
    CHECK(must(starter.reader().newestStepAt()).isNull());
    CHECK(must(starter.reader().starterVersion()) == QStringLiteral("2026-06-26"));
    starter.run(
        QStringLiteral("INSERT INTO step(at, label, kind, schema_version) VALUES('2026-01-02T03:04:05.678Z', 'x', 'edit', 1)"));
    CHECK(must(starter.reader().newestStepAt()) == QStringLiteral("2026-01-02T03:04:05.678Z"));
}

TEST_CASE("long names are shown by a short alias in Latin letters", "[reader]")
{
    const QString longName = QStringLiteral("Shanghai Artificial Intelligence Laboratory");
    const QString alias = QStringLiteral("Shanghai AI Lab");
    CHECK(shortName(longName, {QStringLiteral("上海人工智能实验室"), alias}) == alias);
    CHECK(shortName(longName, {longName + QStringLiteral(" of China")}) == longName);
    CHECK(shortName(longName, {QStringLiteral("2025")}) == longName);
    CHECK(shortName(longName, {}) == longName);
    CHECK(shortName(QStringLiteral("Huawei"), {QStringLiteral("HW")}) == QStringLiteral("Huawei"));
}
