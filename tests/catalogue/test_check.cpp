// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"

#include "catalogue/check.h"
#include "catalogue/schema.h"
#include "catalogue/sql.h"
#include "exchange/catalogue_json.h"

#include <algorithm>

using namespace waic;
using namespace waic::catalogue;
using waic::tests::must;
using waic::tests::TemporaryFolder;

namespace {

const Contents &starter()
{
    static const Contents contents = must(exchange::starterContents());
    return contents;
}

/// The starter, changed by SQL as another program would: foreign keys off.
class Changed
{
public:
    explicit Changed(const char *sql = "")
    {
        const QString path = m_folder.path(QStringLiteral("starter.waic"));
        must(createCatalogue(path, starter()));
        Database(path, SQLite::OPEN_READWRITE).run(QString::fromUtf8(sql));
        m_file = must(CatalogueFile::open(path));
    }
    std::vector<Finding> against() const { return must(checkAgainst(m_file, starter())); }
    std::vector<Finding> integrity(const std::function<bool()> &cancelled = {}) const
    {
        return must(checkIntegrity(m_file, cancelled));
    }

private:
    TemporaryFolder m_folder;
    CatalogueFile m_file;
};

QString texts(const std::vector<Finding> &findings)
{
    QStringList lines;
    for (const Finding &finding : findings)
        lines.append(finding.check + QLatin1Char('\t') + finding.uid + QLatin1Char('\t') + finding.text);
    return lines.join(QLatin1Char('\n'));
}

/// The one finding there must be.
Finding only(const std::vector<Finding> &findings)
{
    INFO(texts(findings).toStdString());
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().severity == Finding::Severity::Fault);
    return findings.front();
}

bool names(const Finding &finding, std::initializer_list<const char *> words)
{
    UNSCOPED_INFO(finding.text.toStdString());
    return std::all_of(
        words.begin(), words.end(), [&](const char *word) { return finding.text.contains(QString::fromUtf8(word)); });
}

} // namespace

TEST_CASE("a fresh starter has nothing wrong with it", "[check]")
{
    const Changed catalogue;
    CHECK(texts(catalogue.integrity()).isEmpty());
    CHECK(texts(catalogue.against()).isEmpty());
}

TEST_CASE("a changed cell is found with its field, the expected and the found value", "[check]")
{
    const Finding claim = only(Changed("UPDATE claim SET value = 1500 WHERE value = 1509 AND of_value = 3755").against());
    CHECK(claim.check == QStringLiteral("against"));
    CHECK(names(claim, {"claim", "China", "china-1509-of-3755", "value", "expected 1509", "found 1500"}));
    const Finding of = only(Changed("UPDATE claim SET of_value = NULL WHERE value = 1509 AND of_value = 3755").against());
    CHECK(names(of, {"of: expected 3755, found nothing"}));
    const Finding title = only(Changed("UPDATE announcement SET title = 'Other' WHERE uid = 'china-1509-of-3755'").against());
    CHECK(title.uid == QStringLiteral("china-1509-of-3755"));
    CHECK(names(title, {"announcement “china-1509-of-3755”", "title", "found “Other”"}));
    const Finding notes = only(Changed("UPDATE announcement SET notes = 'mine' WHERE uid = 'china-1509-of-3755'").against());
    CHECK(names(notes, {"notes: expected nothing, found “mine”"}));
    CHECK(names(
        only(Changed("UPDATE organisation SET country = 'US' WHERE uid = 'huawei'").against()), {"huawei", "country", "“US”"}));
    CHECK(names(only(Changed("UPDATE unit SET factor = 2 WHERE name = 'models'").against()), {"unit “models”", "factor"}));
    CHECK(names(
        only(Changed("UPDATE source SET title = 'x' WHERE id = (SELECT min(id) FROM source)").against()), {"source", "title"}));
    CHECK(names(only(Changed("UPDATE definition SET counts = 'x' WHERE name = (SELECT min(name) FROM definition)").against()),
        {"definition", "counts"}));
    CHECK(names(only(Changed("UPDATE citation SET stance = 'contests' WHERE id = (SELECT min(id) FROM citation)").against()),
        {"citation", "stance", "contests"}));
    CHECK(names(
        only(Changed("UPDATE organisation_name SET name = 'x' WHERE id = (SELECT min(id) FROM organisation_name)").against()),
        {"organisation", "found “x”"}));
}

TEST_CASE("a removed row or link is found", "[check]")
{
    CHECK(names(only(Changed("DELETE FROM citation WHERE id = (SELECT min(id) FROM citation WHERE claim IS NOT NULL)").against()),
        {"citation", "claim", "not in the catalogue"}));
    CHECK(names(
        only(Changed("DELETE FROM citation WHERE id = (SELECT min(id) FROM citation WHERE announcement IS NOT NULL)").against()),
        {"citation", "announcement", "not in the catalogue"}));
    CHECK(names(only(Changed("DELETE FROM measure WHERE name = (SELECT max(name) FROM measure WHERE name NOT IN"
                             " (SELECT share_of FROM measure WHERE share_of IS NOT NULL))")
                         .against()),
        {"measure", "not in the catalogue"}));
    CHECK(names(only(Changed("DELETE FROM announcement_tag WHERE (announcement, tag) IN"
                             " (SELECT announcement, tag FROM announcement_tag LIMIT 1)")
                         .against()),
        {"tags", "not found"}));
    CHECK(names(only(Changed("UPDATE participation SET role = 'guest' WHERE (announcement, organisation, role) IN"
                             " (SELECT announcement, organisation, role FROM participation LIMIT 1)")
                         .against()),
        {"organisations", "not found"}));
    CHECK(names(
        only(Changed("UPDATE announcement SET binned_at = '2026-01-01T00:00:00Z' WHERE uid = 'china-1509-of-3755'").against()),
        {"bin"}));
}

TEST_CASE("what only the catalogue has is no finding", "[check]")
{
    const Changed catalogue("INSERT INTO announcement(id, title) VALUES(1, 'Mine');"
                            "INSERT INTO tag(id, name) VALUES(1, 'mine');"
                            "INSERT INTO announcement_tag SELECT id, 1 FROM announcement;"
                            "INSERT INTO participation SELECT id, (SELECT min(id) FROM organisation), 'guest' FROM announcement;"
                            "UPDATE announcement SET starred = 1, verification = 'confirmed'");
    CHECK(texts(catalogue.against()).isEmpty());
}

TEST_CASE("an announcement put in by hand under another key is not taken for the missing one", "[check]")
{
    const std::vector<Finding> findings
        = Changed("UPDATE announcement SET uid = 'mine' WHERE uid = 'china-1509-of-3755'").against();
    const bool isMissing = std::any_of(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.uid == QStringLiteral("china-1509-of-3755")
            && finding.text.contains(QStringLiteral("not in the catalogue"));
    });
    CHECK(isMissing);
}

TEST_CASE("quotes in a text are data", "[check]")
{
    Contents contents;
    contents.announcements.resize(1);
    contents.announcements[0].uid = QStringLiteral("'; DROP TABLE announcement; --");
    contents.announcements[0].title = QStringLiteral("“It's” \"quoted\"");
    const TemporaryFolder folder;
    const QString path = folder.path(QStringLiteral("quotes.waic"));
    must(createCatalogue(path, contents));
    CHECK(must(checkAgainst(must(CatalogueFile::open(path)), contents)).empty());
}

TEST_CASE("each reference that leads nowhere is listed", "[check]")
{
    const Changed catalogue(
        "INSERT INTO announcement(id, title) VALUES(1, 'Orphans');"
        "INSERT INTO participation VALUES(1, 77, 'announcer');"
        "INSERT INTO announcement_tag VALUES(1, 78);"
        "INSERT INTO claim(id, uid, announcement, measure, subject, value, unit) VALUES(1, 'c', 99, 'no', 'us', 3, 'none');"
        "INSERT INTO citation(uid, claim, source) VALUES('t', 1, 79);"
        "INSERT INTO step_row VALUES(5, 'announcement', 1)");
    const QString found = texts(catalogue.integrity());
    CHECK(catalogue.integrity().size() == 7);
    CHECK(found.contains(QStringLiteral("orphan\t1 77 announcer\tparticipation: its organisation leads to organisation 77")));
    CHECK(found.contains(QStringLiteral("announcement_tag: its tag leads to tag 78")));
    CHECK(found.contains(QStringLiteral("orphan\tc\tclaim: its announcement leads to announcement 99")));
    CHECK(found.contains(QStringLiteral("claim: its measure leads to measure no")));
    CHECK(found.contains(QStringLiteral("claim: its unit leads to unit none")));
    CHECK(found.contains(QStringLiteral("orphan\tt\tcitation: its source leads to source 79")));
    CHECK(found.contains(QStringLiteral("step_row: its step leads to step 5")));
}

TEST_CASE("each ring of merges is listed once, with its members, and no chain is", "[check]")
{
    const Changed catalogue(
        "INSERT INTO organisation(id, uid, name, merged_into) VALUES"
        " (1, 'o1', 'One', 3), (3, 'o3', 'Three', 2), (2, 'o2', 'Two', 3), (4, 'o4', 'Four', 1),"
        " (11, 'o11', 'A', 12), (12, 'o12', 'B', 13), (13, 'o13', 'C', NULL);"
        "INSERT INTO tag(id, uid, name, merged_into) VALUES(7, 't7', 'x', 8), (8, 't8', 'y', 7), (5, 't5', 'z', 8)");
    const std::vector<Finding> findings = catalogue.integrity();
    INFO(texts(findings).toStdString());
    REQUIRE(findings.size() == 2);
    for (const Finding &finding : findings) {
        CHECK(finding.check == QStringLiteral("merge"));
        CHECK(finding.severity == Finding::Severity::Fault);
    }
    CHECK(findings[0].uid == QStringLiteral("o2"));
    CHECK(names(findings[0], {"organisation", "o2, o3"}));
    CHECK(findings[1].uid == QStringLiteral("t7"));
    CHECK(names(findings[1], {"tag", "t7, t8"}));
}

TEST_CASE("a check that is cancelled says so", "[check]")
{
    const Changed catalogue;
    int asked = 0;
    const std::vector<Finding> findings = catalogue.integrity([&] { return ++asked == 2; });
    REQUIRE(findings.size() == 1);
    CHECK(findings.front().severity == Finding::Severity::Warning);
    CHECK(findings.front().text.contains(QStringLiteral("cancelled")));
}
