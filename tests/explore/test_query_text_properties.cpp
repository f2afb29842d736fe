// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/fields.h"
#include "explore/query_texts.h"

#include <random>

using namespace waic::explore;
using waic::tests::isSame;
using waic::tests::someVocabulary;

namespace {

using Random = std::mt19937;

QString u(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

bool chance(Random &random, unsigned oneOf)
{
    return random() % oneOf == 0;
}

template <typename List>
auto any(Random &random, const List &from)
{
    return from[typename List::size_type(random() % size_t(from.size()))];
}

QString anyText(Random &random)
{
    static const QStringList pieces{u("a"), u("\""), u(":"), u("|"), u(" "), u("("), u(")"), u("<"), u(">="), u("-"), u(".."),
        u("*"), u("none"), u("None"), u("华为"), u("é"), u("\t"), u("\u3000"), u("𠀀"), u("\n"), u("off("), u("kind:"), u(","),
        u("\\"), u("'"), u("5"), u("1e9"), u("%"), QString(QChar(0)), QString(QChar(0xd800)), QString(QChar(0x202e))};
    QString text = QLatin1String("");
    for (size_t i = random() % 5; i > 0; --i)
        text += any(random, pieces);
    return text;
}

QString anyNumber(Random &random)
{
    return any(random, QStringList{u("0"), u("7"), u("-3.25"), u("1e-9"), u("1234567"), u("1e12"), u("0.1"), u("2025")});
}

Range anyRange(Random &random, ValueKind kind)
{
    QStringList ends{u("2020"), u("2024-02"), u("2024-02-29"), u("2025-07"), u("2026")};
    if (kind == ValueKind::Year)
        ends = QStringList{u("1999"), u("2020"), u("2025")};
    else if (kind == ValueKind::Count)
        ends = QStringList{u("0"), u("3"), u("12"), u("2147483647")};
    else if (kind == ValueKind::Number || (kind == ValueKind::Any && chance(random, 2)))
        ends = QStringList{u("-3.25"), u("0"), u("1e-9"), u("0.1"), u("7"), u("1234567"), u("1e12")};
    const qsizetype low = qsizetype(random() % size_t(ends.size() - 1));
    Range range{
        ends[low], ends[low + 1 + qsizetype(random() % size_t(ends.size() - 1 - low))], !chance(random, 3), !chance(random, 3)};
    if (kind == ValueKind::Date || kind == ValueKind::Any) // a month overlaps its days, so that open ends could leave nothing
        range.includesFrom = range.includesTo = true;
    if (chance(random, 3))
        range = {range.from, QString(), !chance(random, 3), true};
    else if (chance(random, 3))
        range = {QString(), range.to, true, !chance(random, 3)};
    return range;
}

QString anyValue(Random &random, ValueKind kind)
{
    if (chance(random, 6))
        return {};
    switch (kind) {
    case ValueKind::Date:
        return any(random, QStringList{u("2025"), u("2025-07"), u("2025-07-26")});
    case ValueKind::Year:
        return any(random, QStringList{u("1999"), u("2025")});
    case ValueKind::Count:
        return any(random, QStringList{u("0"), u("17")});
    case ValueKind::Number:
        return anyNumber(random);
    default:
        return anyText(random);
    }
}

template <typename Value>
void addOnce(Value &list, const typename Value::value_type &value)
{
    const auto isIt = [&value](const auto &other) {
        if constexpr (std::is_same_v<typename Value::value_type, QString>)
            return sameValue(other, value);
        else
            return other == value;
    };
    if (std::none_of(list.begin(), list.end(), isIt))
        list.push_back(value);
}

Condition anyCondition(Random &random, const QString &field, ValueKind kind)
{
    Condition condition{.field = field, .excluded = chance(random, 3), .off = chance(random, 4)};
    while (condition.isEmpty()) {
        for (size_t i = random() % 3; i > 0; --i)
            addOnce(condition.values, anyValue(random, kind));
        if (takesContained(kind))
            for (size_t i = random() % 2; i > 0; --i)
                if (const QString part = anyText(random); !part.isEmpty())
                    addOnce(condition.contained, part);
        if (takesRanges(kind))
            for (size_t i = random() % 2; i > 0; --i)
                addOnce(condition.ranges, anyRange(random, kind));
    }
    return condition;
}

/// A query as the window's panes and the parser can make one; of a catalogue with someVocabulary(), or of one that is not known.
Query anyQuery(Random &random, bool known)
{
    const Vocabulary &own = someVocabulary();
    Query query;
    for (size_t i = random() % 3; i > 0; --i) {
        if (const QString phrase = anyText(random); !phrase.isEmpty())
            query.words.push_back({phrase, true, chance(random, 2), chance(random, 4)});
        const QString word = any(random, QStringList{u("gpt-4"), u("模型"), u("a,b"), u("x-"), u("*"), u(".."), u("off")});
        query.words.push_back({word, false, chance(random, 2), chance(random, 4)});
    }
    for (size_t i = random() % 4; i > 0; --i) {
        const FieldId field = FieldId(random() % size_t(conditionFieldNames().size()));
        query.conditions.push_back(anyCondition(random, conditionFieldNames()[qsizetype(field)], valueKind(field)));
        const OwnField ownField = any(random, own.fields);
        query.conditions.push_back(anyCondition(random, ownField.name, known ? valueKind(ownField.type) : ValueKind::Any));
    }
    for (size_t i = random() % 3; i > 0; --i) {
        ClaimCondition claim{any(random, own.measures), chance(random, 3), Compare(random() % 5), anyNumber(random).toDouble()};
        if (!chance(random, 3))
            claim.unit = claim.share ? u("%") : any(random, own.units);
        claim.excluded = chance(random, 3);
        claim.off = chance(random, 4);
        query.claims.push_back(claim);
    }
    for (size_t i = random() % 3; i > 0; --i)
        query.flags.push_back({any(random, flagNames()), chance(random, 2), chance(random, 4)});
    for (size_t i = random() % 3; i > 0; --i)
        query.sort.push_back({any(random, sortFieldNames()), chance(random, 2)});
    query.inBin = chance(random, 2);
    return query;
}

QString mutated(Random &random, QString text)
{
    for (size_t i = random() % 6; i > 0; --i) {
        const qsizetype at = qsizetype(random() % size_t(text.size() + 1));
        if (chance(random, 2))
            text.insert(at, anyText(random));
        else
            text.remove(at, qsizetype(random() % 4));
    }
    return text;
}

void checkAnyText(const QString &text, const Vocabulary *vocabulary)
{
    INFO(text.toStdString());
    const ParsedQuery result = parseQuery(text, vocabulary);
    int position = 0;
    for (const Mistake &mistake : result.mistakes) {
        REQUIRE(mistake.position >= position);
        REQUIRE(mistake.length > 0);
        REQUIRE(mistake.position + mistake.length <= text.size());
        REQUIRE_FALSE(mistake.expected.isEmpty());
        position = mistake.position;
    }
    const QString normal = queryText(result.query);
    INFO(normal.toStdString());
    const ParsedQuery good = parseQuery(normal, vocabulary);
    REQUIRE(good.mistakes.empty());
    REQUIRE(isSame(good.query, result.query));
    REQUIRE(queryText(good.query) == normal);
}

} // namespace

TEST_CASE("every query is read back from its text", "[query]")
{
    Random random(4);
    for (int i = 0; i < 20000; ++i) {
        const bool known = chance(random, 2);
        const Query query = anyQuery(random, known);
        const QString text = queryText(query);
        const ParsedQuery back = parseQuery(text, known ? &someVocabulary() : nullptr);
        INFO(text.toStdString());
        REQUIRE(back.mistakes.empty());
        REQUIRE(isSame(back.query, query));
        REQUIRE(queryText(back.query) == text);
    }
}

TEST_CASE("what a catalogue's question says is read alike before the catalogue is known", "[query]")
{
    Random random(5);
    for (int i = 0; i < 5000; ++i) {
        const Query query = anyQuery(random, true);
        const ParsedQuery back = parseQuery(queryText(query));
        REQUIRE(back.mistakes.empty());
        REQUIRE(isSame(back.query, query));
    }
}

TEST_CASE("any text gives a query and mistakes inside the text", "[query]")
{
    Random random(7);
    for (int i = 0; i < 20000; ++i) {
        QString text;
        for (size_t part = random() % 5; part > 0; --part)
            text += anyText(random);
        checkAnyText(text, nullptr);
        checkAnyText(mutated(random, queryText(anyQuery(random, true))), chance(random, 2) ? &someVocabulary() : nullptr);
    }
}

TEST_CASE("very long and hostile texts are read to their end", "[query]")
{
    constexpr int kSize = 100000;
    const QStringList pieces{u("\""), u("off("), u("off(x "), u("-off("), u("off(-off("), u("(((("), u("a( "), u("a:\"b "),
        u("kidn:a "), u("\"\" "), u("a\"\"b"), u("kind:a|"), u("compte>5 "), u("compute>5parsec "), u("sort:x,"),
        u("date:2025-08..2024 "), u("org:*a*|"), u("figures:>1|"), u(".*+?^$[a-z]{1,9}(?R) "), u("((a+)+)+$ "),
        u("' OR 1=1; -- "), u("-"), u(":"), u("|"), u("*"), u(".."), QString(QChar(0)), QString(QChar(0xdc00)),
        QString(QChar(0x202e)) + u("kind:a "), u("9"), u("date:9"), u("compute>9"), u("\"Own\":1..")};
    for (const QString &piece : pieces)
        for (const Vocabulary *vocabulary : {static_cast<const Vocabulary *>(nullptr), &someVocabulary()})
            checkAnyText(piece.repeated(kSize / piece.size()), vocabulary);
    QString values = u("kind:");
    for (int i = 0; values.size() < kSize; ++i)
        values += QString::number(i) + u("|");
    checkAnyText(values, nullptr);
}
