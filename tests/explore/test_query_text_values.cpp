// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/query_texts.h"

using namespace waic::explore;

TEST_CASE("ticking a value adds it to its field and the condition goes with its last value", "[query]")
{
    Query query;
    query.setValue(QStringLiteral("kind"), QStringLiteral("model"), true);
    query.setValue(QStringLiteral("kind"), QStringLiteral("robot"), true);
    query.setValue(QStringLiteral("kind"), QStringLiteral("robot"), true);
    query.setValue(QStringLiteral("country"), QString(), true);
    CHECK(queryText(query) == QStringLiteral("kind:model|robot country:none"));
    CHECK(query.values(u"kind") == QStringList{QStringLiteral("model"), QStringLiteral("robot")});

    query.setValue(QStringLiteral("country"), QLatin1String(""), false); // the empty text is not missing
    query.setValue(QStringLiteral("kind"), QStringLiteral("model"), true, true);
    CHECK(queryText(query) == QStringLiteral("kind:robot country:none -kind:model"));
    query.setValue(QStringLiteral("country"), QString(), false);
    query.setValue(QStringLiteral("kind"), QStringLiteral("robot"), false);
    CHECK(queryText(query) == QStringLiteral("-kind:model"));
    query.removeField(u"kind");
    CHECK(query.isEverything());
}

TEST_CASE("a condition that is off is neither asked for nor changed by a tick", "[query]")
{
    Query query = waic::tests::parsed(QStringLiteral("off(kind:model) org:*hua*"));
    query.setValue(QStringLiteral("kind"), QStringLiteral("robot"), true);
    query.setValue(QStringLiteral("kind"), QStringLiteral("model"), false);
    CHECK(query.values(u"kind") == QStringList{QStringLiteral("robot")});
    query.setValue(QStringLiteral("org"), QStringLiteral("Baidu"), true);
    query.setValue(QStringLiteral("org"), QStringLiteral("Baidu"), false);
    CHECK(queryText(query) == QStringLiteral("off(kind:model) org:*hua* kind:robot"));
}

TEST_CASE("a range is set, replaced and taken away", "[query]")
{
    Query query;
    query.setRange(QStringLiteral("figures"), {QStringLiteral("2"), QString()});
    query.setRange(QStringLiteral("figures"), {QStringLiteral("2"), QStringLiteral("5")});
    CHECK(queryText(query) == QStringLiteral("figures:2..5"));
    CHECK(query.range(u"figures") == Range{QStringLiteral("2"), QStringLiteral("5")});
    query.setRange(QStringLiteral("figures"), {});
    CHECK(query.isEverything());
}
