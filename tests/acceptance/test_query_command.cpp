// SPDX-License-Identifier: GPL-3.0-or-later
#include "acceptance/program.h"
#include "support/test_support.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace waic::tests;

namespace {

class Starter
{
public:
    Starter() { REQUIRE(run({QStringLiteral("init"), path()}).status == 0); }
    QString path() const { return m_folder.path(QStringLiteral("starter.waic")); }
    Run query(const QString &text, const QStringList &options = {}) const
    {
        return run(QStringList{QStringLiteral("query"), path(), text} + options);
    }

private:
    TemporaryFolder m_folder;
};

} // namespace

TEST_CASE("query finds Huawei's announcements by field, by word and in Chinese", "[cli]")
{
    const Starter starter;
    const QJsonObject byField = json(starter.query(QStringLiteral("org:Huawei"), {QStringLiteral("--json")})).toObject();
    CHECK(byField.value(QStringLiteral("total")).toInt() == 12);
    CHECK(byField.value(QStringLiteral("rows")).toArray().size() == 12);
    const QJsonObject inChinese = json(starter.query(QStringLiteral("华为"), {QStringLiteral("--json")})).toObject();
    CHECK(inChinese.value(QStringLiteral("total")).toInt() >= 12);
    const QJsonObject narrowed
        = json(starter.query(QStringLiteral("org:Huawei kind:hardware"), {QStringLiteral("--json")})).toObject();
    CHECK(narrowed.value(QStringLiteral("total")).toInt() < 12);
    CHECK(narrowed.value(QStringLiteral("total")).toInt() > 0);
}

TEST_CASE("query prints 20 lines unless told otherwise, newest first, and says how many there are", "[cli]")
{
    const Starter starter;
    const Run all = starter.query(QString());
    CHECK(all.status == 0);
    CHECK(all.out.count('\n') == 20);
    CHECK(all.errText().contains(QStringLiteral("332 of 332")));
    CHECK(starter.query(QString(), {QStringLiteral("--limit"), QStringLiteral("3")}).out.count('\n') == 3);
    CHECK(starter.query(QString(), {QStringLiteral("--limit=0")}).out.isEmpty());
}

TEST_CASE("query's JSON has the rows of the starter with their figures and sources", "[cli]")
{
    const Starter starter;
    const QJsonObject answer
        = json(starter.query(QStringLiteral("\"1,509 of the 3,755\""), {QStringLiteral("--json")})).toObject();
    REQUIRE(answer.value(QStringLiteral("rows")).toArray().size() >= 1);
    const QJsonObject row = answer.value(QStringLiteral("rows")).toArray().first().toObject();
    CHECK(row.value(QStringLiteral("key")).toString() == QStringLiteral("china-1509-of-3755"));
    bool found = false;
    for (const QJsonValue &claim : row.value(QStringLiteral("claims")).toArray())
        found = found
            || (claim[QStringLiteral("value")].toInt() == 1509 && claim[QStringLiteral("of")].toInt() == 3755
                && claim[QStringLiteral("citations")].toArray().size() == 5);
    CHECK(found);
    CHECK(answer.value(QStringLiteral("facets"))
              .toObject()
              .value(QStringLiteral("kind"))
              .toObject()
              .contains(QStringLiteral("statistic")));
}

TEST_CASE("query sorts by the keys asked for", "[cli]")
{
    const Starter starter;
    const QJsonArray rows
        = json(starter.query(QString(), {QStringLiteral("--json"), QStringLiteral("--sort"), QStringLiteral("title")}))
              .toObject()
              .value(QStringLiteral("rows"))
              .toArray();
    REQUIRE(rows.size() == 332);
    CHECK(rows.first()[QStringLiteral("title")].toString() < rows.last()[QStringLiteral("title")].toString());
}

TEST_CASE("a question that is not understood is named at its place and nothing is printed", "[cli]")
{
    const Starter starter;
    const Run refused = starter.query(QStringLiteral("kidn:model"));
    CHECK(refused.status == 2);
    CHECK(refused.saysOneLine());
    CHECK(refused.out.isEmpty());
    CHECK(refused.errText().contains(QStringLiteral("kind")));
}

TEST_CASE("a query reads a catalogue without changing it", "[cli]")
{
    const Starter starter;
    const QString folder = starter.path().section(QLatin1Char('/'), 0, -2);
    const auto before = snapshot(folder);
    REQUIRE(starter.query(QStringLiteral("model")).status == 0);
    CHECK(snapshot(folder) == before);
}
