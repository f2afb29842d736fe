// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"

#include "catalogue/schema.h"
#include "exchange/catalogue_json.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace waic;
using catalogue::Contents;
using exchange::readCatalogueJson;
using waic::tests::must;
using waic::tests::TemporaryFolder;

namespace {

/// A small catalogue with one of everything.
const QByteArray kSmall = R"({
 "units": [{"name": "models", "dimension": "count of models", "factor": 1}],
 "measures": [{"name": "share", "dimension": null, "share_of": "released"}, {"name": "released", "dimension": "count of models"}],
 "definitions": [{"name": "open", "counts": "Models with open weights."}],
 "sources": [{"key": "page", "url": "https://example.org/a", "title": "A page", "published": "2025-07"}],
 "organisations": [{"key": "huawei", "name": "Huawei", "names": {"zh": "华为"}, "aliases": ["Huawei Technologies"]}],
 "announcements": [{"key": "first", "title": "First", "date": "2025-07-26", "kind": "model",
   "organisations": [{"org": "huawei", "role": "announcer"}], "tags": ["chip"],
   "claims": [{"measure": "released", "subject": "China", "value": 1509, "value_to": null, "of": 3755, "unit": "models",
     "definition": "open", "as_of": "2025", "citations": [{"source": "page", "qualifier": "about"}]}],
   "sources": ["page"]}]
})";

QByteArray changed(const QByteArray &was, const QByteArray &is)
{
    REQUIRE(kSmall.count(was) == 1);
    return QByteArray(kSmall).replace(was, is);
}

/// The words of the refusal, which must name the file.
QString refusal(const QByteArray &json)
{
    const QString name = QStringLiteral("mine.json");
    const Result<Contents> read = readCatalogueJson(json, name);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == ErrorKind::BadInput);
    CHECK(read.error().where == name);
    CHECK_FALSE(read.error().next.isEmpty());
    return read.error().what;
}

bool names(const QString &what, std::initializer_list<const char *> words)
{
    UNSCOPED_INFO(what.toStdString());
    return std::all_of(words.begin(), words.end(), [&](const char *word) { return what.contains(QString::fromUtf8(word)); });
}

} // namespace

TEST_CASE("the starter is read whole", "[json]")
{
    const Contents contents = must(exchange::starterContents());
    CHECK(contents.announcements.size() == 332);
    CHECK(contents.sources.size() == 376);
    CHECK(contents.organisations.size() == 155);
    CHECK(contents.measures.size() == 333);
    CHECK(contents.units.size() == 116);
    CHECK(contents.definitions.size() == 47);
    size_t claims = 0;
    for (const Contents::Announcement &announcement : contents.announcements)
        claims += announcement.claims.size();
    CHECK(claims == 797);
}

TEST_CASE("every field of a row is read, what is not said is null", "[json]")
{
    const Contents contents = must(readCatalogueJson(kSmall, QStringLiteral("mine.json")));
    CHECK(contents.measures.at(0).shareOf == QStringLiteral("released"));
    CHECK(contents.measures.at(0).dimension.isNull());
    CHECK(contents.sources.at(0).publishedOn == QStringLiteral("2025-07"));
    const Contents::Organisation &huawei = contents.organisations.at(0);
    CHECK(huawei.country.isNull());
    REQUIRE(huawei.names.size() == 2);
    CHECK(huawei.names.at(0).language == QStringLiteral("zh"));
    CHECK_FALSE(huawei.names.at(0).isAlias);
    CHECK(huawei.names.at(1).name == QStringLiteral("Huawei Technologies"));
    CHECK(huawei.names.at(1).isAlias);
    const Contents::Announcement &first = contents.announcements.at(0);
    CHECK(first.announcedOn == QStringLiteral("2025-07-26"));
    CHECK(first.summary.isNull());
    CHECK(first.organisations.at(0).role == QStringLiteral("announcer"));
    const Contents::Claim &claim = first.claims.at(0);
    CHECK(claim.value == 1509);
    CHECK_FALSE(claim.valueTo);
    CHECK(claim.of == 3755.0);
    CHECK(claim.qualifier == QStringLiteral("exactly"));
    CHECK(claim.nature == QStringLiteral("observed"));
    CHECK(claim.citations.at(0).qualifier == QStringLiteral("about"));
}

TEST_CASE("open lists take what they do not know", "[json]")
{
    const Contents kind = must(readCatalogueJson(changed("\"kind\": \"model\"", "\"kind\": \"dataset\""), {}));
    CHECK(kind.announcements.at(0).kind == QStringLiteral("dataset"));
    const Contents role = must(readCatalogueJson(changed("\"role\": \"announcer\"", "\"role\": \"sponsor\""), {}));
    CHECK(role.announcements.at(0).organisations.at(0).role == QStringLiteral("sponsor"));
    const Contents unit = must(readCatalogueJson(
        changed(R"("factor": 1})", R"("factor": 1}, {"name": "qubits", "dimension": "count of qubits", "factor": null})"), {}));
    CHECK_FALSE(unit.units.at(1).factor);
}

TEST_CASE("a byte order mark and Windows line ends do no harm", "[json]")
{
    CHECK(readCatalogueJson("\xef\xbb\xbf" + QByteArray(kSmall).replace("\n", "\r\n"), {}).has_value());
}

TEST_CASE("what is no JSON is refused with its place", "[json]")
{
    CHECK(names(refusal({}), {"empty"}));
    CHECK(names(refusal(" \n"), {"empty"}));
    CHECK(names(refusal(kSmall.first(kSmall.indexOf("\"sources\": [\"page\"]"))), {"JSON", "line 1"}));
    CHECK(names(refusal(changed("\"value\": 1509", "\"value\": NaN")), {"JSON", "line 9"}));
    CHECK(names(refusal(changed("\"value\": 1509", "\"value\": 1e999")), {"line 9"}));
    CHECK(names(refusal(kSmall + "rest"), {"line 12"}));
    CHECK(names(refusal("[]"), {"object", "found a list"}));
    CHECK(names(refusal("name,value\n"), {"JSON", "line 1"}));
    CHECK(names(refusal(QByteArray("\xff\xfe{\0}\0", 6)), {"UTF-16"}));
    CHECK(names(refusal(changed("A page",
                    "A p\xff"
                    "ge")),
        {"JSON"}));
    CHECK(names(refusal(QByteArray(100000, '[')), {"JSON"}));
}

TEST_CASE("a missing or mistyped value is refused with list, row and field", "[json]")
{
    CHECK(names(refusal("{}"), {"units", "missing"}));
    CHECK(names(refusal(changed("\"title\": \"First\", ", "")), {"announcements", "1 “first”", "title", "missing"}));
    CHECK(names(refusal(changed("\"title\": \"First\"", "\"title\": \"  \"")), {"first", "title", "empty"}));
    CHECK(names(refusal(changed("\"title\": \"First\"", "\"title\": 5")), {"first", "title", "a text", "found a number"}));
    CHECK(names(refusal(changed("\"title\": \"First\"", "\"title\": \"a\\u0000b\"")), {"first", "title"}));
    CHECK(names(refusal(changed("\"title\": \"First\"", "\"title\": \"\\ud800\"")), {"first", "title"}));
    CHECK(names(refusal(changed("\"value\": 1509", "\"value\": \"many\"")),
        {"announcements", "first", "claims", "1 “released”", "value", "a number", "found a text"}));
    CHECK(names(refusal(changed("\"value\": 1509", "\"value\": null")), {"claims", "value", "null"}));
    CHECK(names(refusal(changed("\"value_to\": null", "\"value_to\": 3")), {"value_to", "less"}));
    CHECK(names(refusal(changed("\"factor\": 1", "\"factor\": 0")), {"units", "models", "factor"}));
    CHECK(names(refusal(changed("[\"chip\"]", "[\"chip\", 3]")), {"first", "tags", "2"}));
    CHECK(names(refusal(changed("[\"chip\"]", "\"chip\"")), {"first", "tags", "a list"}));
    CHECK(names(refusal(changed("{\"zh\": \"华为\"}", "[]")), {"huawei", "names", "an object"}));
    CHECK(
        names(refusal(changed("{\"source\": \"page\", \"qualifier\": \"about\"}", "\"page\"")), {"citations", "1", "an object"}));
}

TEST_CASE("a date that is none is refused with its field", "[json]")
{
    CHECK(names(refusal(changed("2025-07-26", "2025-02-30")), {"announcements", "first", "date", "2025-02-30"}));
    CHECK(names(refusal(changed("2025-07-26", "26/07/2025")), {"first", "date"}));
    CHECK(names(refusal(changed("\"as_of\": \"2025\"", "\"as_of\": \"2025-13\"")), {"claims", "as_of", "2025-13"}));
    CHECK(names(refusal(changed("\"published\": \"2025-07\"", "\"published\": \"July\"")), {"sources", "page", "published"}));
}

TEST_CASE("what stands twice is refused", "[json]")
{
    CHECK(names(refusal(changed(R"("factor": 1})", R"("factor": 1}, {"name": "models", "dimension": "x"})")),
        {"units", "2 “models”", "twice"}));
    CHECK(names(refusal(changed("[\"chip\"]", "[\"chip\", \"chip\"]")), {"first", "tags", "chip", "twice"}));
    CHECK(names(refusal(changed("\"sources\": [\"page\"]", "\"sources\": [\"page\", \"page\"]")), {"first", "sources", "twice"}));
    CHECK(names(refusal(changed(R"([{"org": "huawei", "role": "announcer"}])",
                    R"([{"org": "huawei", "role": "announcer"}, {"org": "huawei", "role": "announcer"}])")),
        {"first", "organisations", "huawei, announcer", "twice"}));
    CHECK(names(refusal(changed(R"({"source": "page", "qualifier": "about"})", R"({"source": "page"}, {"source": "page"})")),
        {"citations", "page", "twice"}));
}

TEST_CASE("a reference that leads nowhere is refused", "[json]")
{
    CHECK(names(refusal(changed("\"sources\": [\"page\"]", "\"sources\": [\"pgae\"]")), {"first", "sources", "pgae"}));
    CHECK(names(refusal(changed("{\"source\": \"page\"", "{\"source\": \"pgae\"")), {"first", "citations", "source", "pgae"}));
    CHECK(names(refusal(changed("\"org\": \"huawei\"", "\"org\": \"hauwei\"")), {"first", "organisations", "org", "hauwei"}));
    CHECK(names(refusal(changed("\"unit\": \"models\"", "\"unit\": \"modles\"")), {"claims", "unit", "modles"}));
    CHECK(names(refusal(changed("\"measure\": \"released\"", "\"measure\": \"relaesed\"")), {"claims", "measure", "relaesed"}));
    CHECK(names(refusal(changed("\"definition\": \"open\"", "\"definition\": \"closed\"")), {"claims", "definition", "closed"}));
    CHECK(names(refusal(changed("\"share_of\": \"released\"", "\"share_of\": \"nothing\"")),
        {"measures", "share", "share_of", "nothing"}));
}

TEST_CASE("a file that cannot be read says why", "[json]")
{
    const TemporaryFolder folder;
    const auto refused = [](const QString &path) { return exchange::readCatalogueJsonFile(path).error(); };
    CHECK(refused(folder.path(QStringLiteral("none.json"))).kind == ErrorKind::NotFound);
    CHECK(refused(folder.path()).kind == ErrorKind::Io);
    const QString path = folder.path(QStringLiteral("small.json"));
    QFile file(path);
    REQUIRE(file.open(QFile::WriteOnly));
    file.write(kSmall);
    file.close();
    CHECK(must(exchange::readCatalogueJsonFile(path)).announcements.size() == 1);
}

TEST_CASE("what the reader takes makes a catalogue", "[json]")
{
    const TemporaryFolder folder;
    must(catalogue::createCatalogue(folder.path(QStringLiteral("small.waic")), must(readCatalogueJson(kSmall, {}))));
    CHECK(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden) == QStringList{QStringLiteral("small.waic")});
}
