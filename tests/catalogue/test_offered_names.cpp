// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"

#include "catalogue/offered_names.h"
#include "catalogue/schema.h"
#include "catalogue/sql.h"
#include "catalogue/typed_figure.h"
#include "exchange/catalogue_json.h"

#include <QLocale>

#include <algorithm>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

/// A reader on the starter, changed by SQL as another program would.
class Starter
{
public:
    explicit Starter(const QString &sql = {})
    {
        const QString path = m_folder.path(QStringLiteral("starter.waic"));
        must(createCatalogue(path, must(exchange::starterContents())));
        if (!sql.isNull())
            Database(path, SQLite::OPEN_READWRITE).run(sql);
        m_reader = must(Reader::open(must(CatalogueFile::open(path))));
    }
    Reader &reader() { return *m_reader; }

private:
    TemporaryFolder m_folder;
    std::unique_ptr<Reader> m_reader;
};

const OfferedName *find(const std::vector<OfferedName> &names, const QString &name)
{
    const auto found = std::find_if(names.begin(), names.end(), [&](const OfferedName &one) { return one.name == name; });
    return found == names.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("organisations are offered with their other names, most used first", "[catalogue][offers]")
{
    Starter starter;
    const OfferedNames names = must(offeredNames(starter.reader()));
    const OfferedName *huawei = find(names.organisations, QStringLiteral("Huawei"));
    REQUIRE(huawei);
    CHECK(huawei->otherNames.contains(QStringLiteral("华为")));
    CHECK(huawei->uses > 1);
    CHECK(std::is_sorted(names.organisations.begin(), names.organisations.end(),
        [](const OfferedName &one, const OfferedName &other) { return one.uses > other.uses; }));
    CHECK(find(names.roles, QStringLiteral("announcer")));
    CHECK(find(names.measures, QStringLiteral("AI models released")));
    CHECK(find(names.subjects, QStringLiteral("China")));
    CHECK(find(names.languages, QStringLiteral("en")));
    CHECK(find(names.publishers, QStringLiteral("VietNamNet")));
    const OfferedName *definition = find(names.definitions, QStringLiteral("all released large models"));
    REQUIRE(definition);
    CHECK_FALSE(definition->words.isEmpty());
    CHECK(definition->uses > 0);
    CHECK(must(definitionWords(starter.reader(), definition->name)) == definition->words);
    CHECK(must(definitionWords(starter.reader(), QStringLiteral("no such thing"))).isNull());
    CHECK(names.sources.size() > 100);
    CHECK_FALSE(names.tags.empty());
}

TEST_CASE("a merged name is offered as another name of its survivor", "[catalogue][offers]")
{
    Starter starter(QStringLiteral("INSERT INTO tag(id, name) VALUES(1, 'robots'), (2, 'robotics, all');"
                                   "UPDATE tag SET merged_into = 2 WHERE id = 1;"
                                   "INSERT INTO announcement_tag SELECT id, 1 FROM announcement LIMIT 3;"
                                   "INSERT INTO organisation(id, name) VALUES(1, 'H Three'), (2, 'New H Three');"
                                   "UPDATE organisation SET merged_into = 2 WHERE id = 1;"
                                   "INSERT INTO organisation_name(organisation, name) VALUES(1, 'Old H3')"));
    const OfferedNames names = must(offeredNames(starter.reader()));
    CHECK_FALSE(find(names.tags, QStringLiteral("robots")));
    const OfferedName *tag = find(names.tags, QStringLiteral("robotics, all"));
    REQUIRE(tag);
    CHECK(tag->uses == 3);
    CHECK(tag->otherNames == QStringList{QStringLiteral("robots")});
    const OfferedName *organisation = find(names.organisations, QStringLiteral("New H Three"));
    REQUIRE(organisation);
    CHECK(organisation->id == 2);
    CHECK(organisation->otherNames == QStringList{QStringLiteral("H Three"), QStringLiteral("Old H3")});
}

TEST_CASE("a source is found by any form of its address", "[catalogue][offers]")
{
    Starter starter(
        QStringLiteral("INSERT INTO source(id, title, url) VALUES(1, 'A page', 'https://www.Example.org/News/1?a=b')"));
    for (const char *form :
        {"https://www.example.org/News/1?a=b", "http://example.org/News/1?a=b#part", " https://EXAMPLE.org/News/1/?a=b "}) {
        INFO(form);
        const std::optional<Source> found = must(sourceAt(starter.reader(), QString::fromLatin1(form)));
        REQUIRE(found);
        CHECK(found->id == 1);
        CHECK(found->title == QStringLiteral("A page"));
    }
    for (const char *other : {"https://www.example.org/news/1?a=b", "https://www.example.org/News/1",
             "https://example.org:8080/News/1?a=b", "https://example.com/News/1?a=b", "no address", ""}) {
        INFO(other);
        CHECK_FALSE(must(sourceAt(starter.reader(), QString::fromLatin1(other))));
    }
    CHECK(siteName(QStringLiteral("https://www.News.cn/a")) == QStringLiteral("news.cn"));
    CHECK(siteName(QStringLiteral("ftp://news.cn/a")).isNull());
}

TEST_CASE("a figure typed as it is said is taken apart", "[catalogue][figure]")
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    struct Sample
    {
        const char *typed;
        double value;
        std::optional<double> valueTo;
        std::optional<double> of;
        const char *unit;
        const char *qualifier;
    };
    const Sample samples[] = {
        {"1,509 models", 1509, {}, {}, "models", ""},
        {"more than 1,500 models", 1500, {}, {}, "models", "more than"},
        {"More than 1,500", 1500, {}, {}, "", "more than"},
        {"1,509 of 3,755", 1509, {}, 3755, "", ""},
        {"1,509 of the 3,755 AI models", 1509, {}, 3755, "AI models", ""},
        {"1,509 models of 3,755", 1509, {}, 3755, "models", ""},
        {"≥ 300 PFLOPS", 300, {}, {}, "PFLOPS", "at least"},
        {"~2.5 TB/s", 2.5, {}, {}, "TB/s", "about"},
        {"up to 40%", 40, {}, {}, "%", "up to"},
        {"300PFLOPS", 300, {}, {}, "PFLOPS", ""},
        {"8 to 9.5 TB", 8, 9.5, {}, "TB", ""},
        {"8–9", 8, 9, {}, "", ""},
        {"12 metres of cable", 12, {}, {}, "metres of cable", ""},
        {"10 tonnes", 10, {}, {}, "tonnes", ""},
    };
    for (const Sample &sample : samples) {
        INFO(sample.typed);
        const std::optional<TypedFigure> figure = splitFigure(QString::fromUtf8(sample.typed));
        REQUIRE(figure);
        CHECK(figure->value == sample.value);
        CHECK(figure->valueTo == sample.valueTo);
        CHECK(figure->of == sample.of);
        CHECK(figure->unit == QString::fromUtf8(sample.unit));
        CHECK(figure->qualifier == QString::fromUtf8(sample.qualifier));
    }
    for (const char *plain : {"1,509", "-3", "40.2", "", "many", "overly many", "models 1,509"}) {
        INFO(plain);
        CHECK_FALSE(splitFigure(QString::fromUtf8(plain)));
    }
}
