// SPDX-License-Identifier: GPL-3.0-or-later
#include "explored_catalogue.h"

#include <QRegularExpression>

#include <map>
#include <set>

using namespace waic;
using namespace waic::explore;
using namespace waic::tests;

namespace {

catalogue::Contents::Announcement announcement(const char *uid, const char *title, const char *date = "")
{
    catalogue::Contents::Announcement made;
    made.uid = u(uid);
    made.title = u(title);
    if (*date != 0)
        made.announcedOn = u(date);
    return made;
}

/// Five announcements, each with its text in another place.
catalogue::Contents places()
{
    catalogue::Contents contents;
    contents.units = {{u("models"), u("count"), 1.0}};
    contents.measures = {{u("AI models released"), u("count"), {}}};
    contents.sources
        = {{u("s1"), u("https://vnexpress.net/1"), u("Trí tuệ nhân tạo ở Thượng Hải"), u("VnExpress"), u("vi"), {}, {}}};
    contents.organisations = {{u("o1"), u("École Polytechnique"), u("FR"), u("university"),
        {{u("巴黎综合理工学院"), u("zh"), false}, {u("l'X"), QString(), true}}}};
    contents.announcements
        = {announcement("a1", "Mô hình thực tế", "2025-07"), announcement("a2", "The Pangu 大模型2025 of Huawei"),
            announcement("a3", "Supermodel walks"), announcement("a4", "Partner of the lab"), announcement("a5", "Counted")};
    contents.announcements[1].summary = u("Cœur de GPT-4, Đà Nẵng; C++ and AI+");
    contents.announcements[2].notes = u("Straße — seen by the analyst");
    contents.announcements[3].organisations = {{u("o1"), u("partner")}};
    contents.announcements[3].tags = {u("open science")};
    contents.announcements[4].sources = {u("s1")};
    catalogue::Contents::Claim claim;
    claim.measure = u("AI models released");
    claim.subject = u("Vũ Hán");
    claim.value = 3;
    claim.unit = u("models");
    claim.qualifier = u("exactly");
    claim.nature = u("observed");
    claim.citations = {{u("s1"), {}}};
    contents.announcements[4].claims = {claim};
    return contents;
}

/// Every text of an announcement that words are looked for in.
QStringList searched(const catalogue::Contents &contents, const catalogue::Contents::Announcement &row)
{
    QStringList texts{row.title, row.summary, row.notes};
    texts += row.tags;
    std::set<QString> sources(row.sources.begin(), row.sources.end());
    for (const auto &claim : row.claims) {
        texts << claim.measure << claim.subject;
        for (const auto &citation : claim.citations)
            sources.insert(citation.source);
    }
    for (const auto &source : contents.sources)
        if (sources.count(source.uid) > 0)
            texts << source.title << source.publisher;
    for (const auto &participation : row.organisations)
        for (const auto &organisation : contents.organisations)
            if (organisation.uid == participation.organisation) {
                texts << organisation.name;
                for (const auto &name : organisation.names)
                    texts << name.name;
            }
    return texts;
}

std::set<catalogue::RowId> foundByExpression(const catalogue::Contents &contents, const QString &expression)
{
    const QRegularExpression wanted(
        expression, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    std::set<catalogue::RowId> ids;
    for (const auto &row : contents.announcements)
        if (!searched(contents, row).filter(wanted).isEmpty())
            ids.insert(catalogue::starterId(row.uid));
    return ids;
}

} // namespace

TEST_CASE("a word matches at the start of a word, a Chinese run anywhere", "[search]")
{
    ExploredCatalogue catalogue(places());
    CHECK(catalogue.titles(u("mod")) == QStringList{u("Counted")}); // its measure; "Supermodel" only holds it inside
    CHECK(catalogue.titles(u("supermod")) == QStringList{u("Supermodel walks")});
    CHECK(catalogue.titles(u("模型")) == QStringList{u("The Pangu 大模型2025 of Huawei")});
    CHECK(catalogue.titles(u("大模型2025")) == QStringList{u("The Pangu 大模型2025 of Huawei")});
    CHECK(catalogue.titles(u("2025")) == QStringList{u("The Pangu 大模型2025 of Huawei")});
    CHECK(catalogue.titles(u("型大")).isEmpty());
}

TEST_CASE("case, accents and letters of other alphabets do not matter", "[search]")
{
    ExploredCatalogue catalogue(places());
    for (const char *word : {"thực", "thuc", "THUC", "hinh", "Mô"})
        CHECK(catalogue.titles(u(word)).contains(u("Mô hình thực tế")));
    for (const char *word : {"ecole", "École", "polytech", "理工", "l'x"})
        CHECK(catalogue.titles(u(word)) == QStringList{u("Partner of the lab")});
    for (const char *word : {"coeur", "cœur", "da", "Đà", "nang", "GPT-4", "gpt", "c++"})
        CHECK(catalogue.titles(u(word)) == QStringList{u("The Pangu 大模型2025 of Huawei")});
    CHECK(catalogue.titles(u("strasse")) == QStringList{u("Supermodel walks")});
}

TEST_CASE("each word may be in another place, and all must be somewhere", "[search]")
{
    ExploredCatalogue catalogue(places());
    CHECK(catalogue.titles(u("thuong vu released vnexpress")) == QStringList{u("Counted")});
    CHECK(catalogue.titles(u("lab science ecole")) == QStringList{u("Partner of the lab")});
    CHECK(catalogue.titles(u("lab supermodel")).isEmpty());
    CHECK(catalogue.titles(u("-lab -counted -pangu")) == QStringList{u("Mô hình thực tế"), u("Supermodel walks")});
}

TEST_CASE("a phrase is its words side by side, inside one place", "[search]")
{
    ExploredCatalogue catalogue(places());
    CHECK(catalogue.titles(u("\"of the lab\"")) == QStringList{u("Partner of the lab")});
    CHECK(catalogue.titles(u("\"the of\"")).isEmpty());
    CHECK(catalogue.titles(u("\"huawei coeur\"")).isEmpty()); // end of the title, start of the summary
    CHECK(catalogue.titles(u("-\"of the lab\"")).size() == 4);
}

TEST_CASE("a word of punctuation alone asks for nothing", "[search]")
{
    ExploredCatalogue catalogue(places());
    CHECK(catalogue.titles(u("& lab")) == QStringList{u("Partner of the lab")});
    CHECK(catalogue.titles(u("-&")).size() == 5);
}

TEST_CASE("title, summary and notes can be asked for by name", "[search]")
{
    ExploredCatalogue catalogue(places());
    CHECK(catalogue.titles(u("title:\"thuc te\"")) == QStringList{u("Mô hình thực tế")});
    CHECK(catalogue.titles(u("title:coeur")).isEmpty());
    CHECK(catalogue.titles(u("summary:coeur")) == QStringList{u("The Pangu 大模型2025 of Huawei")});
    CHECK(catalogue.titles(u("notes:strasse|nothing")) == QStringList{u("Supermodel walks")});
    CHECK(catalogue.titles(u("notes:none")).size() == 4);
    CHECK(catalogue.titles(u("-notes:none")) == QStringList{u("Supermodel walks")});
    CHECK(catalogue.titles(u("-summary:coeur")).size() == 4);
}

TEST_CASE("tags, measures, subjects and sources can be asked for by their whole name", "[search]")
{
    ExploredCatalogue catalogue(places());
    CHECK(catalogue.titles(u("tag:\"Open Science\"")) == QStringList{u("Partner of the lab")});
    CHECK(catalogue.titles(u("tag:open")).isEmpty());
    CHECK(catalogue.titles(u("measure:\"ai models released\" subject:\"vu han\"")) == QStringList{u("Counted")});
    CHECK(catalogue.titles(u("source:vnexpress")) == QStringList{u("Counted")});
    CHECK(catalogue.titles(u("source:\"tri tue nhan tao o thuong hai\"")) == QStringList{u("Counted")});
    CHECK(catalogue.titles(u("source:none")).size() == 4);
    CHECK(catalogue.titles(u("org:\"L'X\"|nobody")) == QStringList{u("Partner of the lab")});
}

TEST_CASE("a date asked for is one that may be the row's", "[search]")
{
    ExploredCatalogue catalogue(places());
    for (const char *date : {"2025", "2025-07", "2025-07-26"})
        CHECK(catalogue.titles(u("date:") + u(date)) == QStringList{u("Mô hình thực tế")});
    for (const char *date : {"2024", "2025-06", "2025-08-01"})
        CHECK(catalogue.titles(u("date:") + u(date)).isEmpty());
    CHECK(catalogue.titles(u("date:none")).size() == 4);
    CHECK(catalogue.titles(u("date:2025|none")).size() == 5);
    CHECK(catalogue.titles(u("-date:2025")).size() == 4);
}

TEST_CASE("words find in the starter what a plain look at every text finds", "[search]")
{
    const catalogue::Contents contents = must(exchange::starterContents());
    ExploredCatalogue starter(contents);
    const std::map<QString, QString> all{{u("huawei"), u("(^|[^\\p{L}\\p{N}]|\\p{Han})huawei")},
        {u("model"), u("(^|[^\\p{L}\\p{N}]|\\p{Han})model")}, {u("华为"), u("华为")}, {u("模型"), u("模型")},
        {u("大会"), u("大会")}, {u("robot"), u("(^|[^\\p{L}\\p{N}]|\\p{Han})robot")},
        {u("a"), u("(^|[^\\p{L}\\p{N}]|\\p{Han})[aàáâãäåāăąæạảấầẩẫậắằẳẵặ]")}};
    for (const auto &[word, expression] : all) {
        INFO(word.toStdString());
        const Answer answer = starter.ask(word);
        CHECK(std::set(answer.ids.begin(), answer.ids.end()) == foundByExpression(contents, expression));
        CHECK_FALSE(answer.ids.empty());
    }
    const std::vector<catalogue::RowId> chinese = starter.ask(u("华为")).ids.all();
    for (const catalogue::RowId id : starter.ask(u("org:Huawei")).ids)
        CHECK(std::find(chinese.begin(), chinese.end(), id) != chinese.end());
}
