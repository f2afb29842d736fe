// SPDX-License-Identifier: GPL-3.0-or-later
#include "explored_catalogue.h"

#include "sql_oracle.h"

#include "catalogue/fold.h"
#include "explore/index_columns.h"
#include "explore/name_table.h"

#include <QHash>

#include <sqlite3.h>

using namespace waic;
using namespace waic::explore;

namespace waic::tests {

namespace {

QString argument(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return text ? QString::fromUtf8(text, sqlite3_value_bytes(value)) : QString();
}

void result(sqlite3_context *context, const std::string &text)
{
    sqlite3_result_text(context, text.data(), int(text.size()), SQLITE_TRANSIENT);
}

/// A function of one text; NULL for NULL.
template <auto Function>
void define(sqlite3 *database, const char *name)
{
    const auto call = [](sqlite3_context *context, int, sqlite3_value **values) {
        if (sqlite3_value_type(values[0]) == SQLITE_NULL)
            return sqlite3_result_null(context);
        if constexpr (std::is_same_v<decltype(Function(QString())), int>)
            sqlite3_result_int(context, Function(argument(values[0])));
        else
            result(context, Function(argument(values[0])));
    };
    REQUIRE(sqlite3_create_function(database, name, 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr, call, nullptr, nullptr)
        == SQLITE_OK);
}

/// Texts are folded once: every query asks for all of them again.
template <typename Fold>
std::string remembered(QHash<QString, std::string> &known, const QString &text, Fold &&fold)
{
    const auto found = known.find(text);
    return found != known.end() ? *found : *known.insert(text, fold(text));
}

std::string words(const QString &text)
{
    static QHash<QString, std::string> known;
    return remembered(known, text, [](const QString &raw) {
        const QString found = catalogue::tokens(raw);
        return found.isEmpty() ? std::string() : ' ' + found.toStdString();
    });
}
std::string whole(const QString &text)
{
    static QHash<QString, std::string> known;
    return remembered(known, text, [](const QString &raw) { return foldedText(raw); });
}
int firstDay(const QString &text)
{
    return packed_date::first(packed_date::pack(text));
}
int lastDay(const QString &text)
{
    return packed_date::last(packed_date::pack(text));
}
int fallingDay(const QString &text)
{
    return packed_date::pack(text);
}

QString quoted(const QString &text)
{
    return QLatin1Char('\'') + QString(text).replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\'');
}

QString quoted(const std::string &text)
{
    return quoted(QString::fromStdString(text));
}

/// Every text of an announcement in which words are looked for, a row each.
const char *const kTexts
    = "SELECT title AS t FROM announcement WHERE id = a.id UNION ALL SELECT summary FROM announcement WHERE id = a.id "
      "UNION ALL SELECT notes FROM announcement WHERE id = a.id "
      "UNION ALL SELECT o.name FROM participation p JOIN organisation o ON o.id = p.organisation WHERE p.announcement = a.id "
      "UNION ALL SELECT n.name FROM participation p JOIN organisation_name n ON n.organisation = p.organisation "
      "WHERE p.announcement = a.id "
      "UNION ALL SELECT t.name FROM announcement_tag l JOIN tag t ON t.id = l.tag WHERE l.announcement = a.id "
      "UNION ALL SELECT measure FROM claim WHERE announcement = a.id UNION ALL SELECT subject FROM claim WHERE announcement = "
      "a.id "
      "UNION ALL SELECT scope FROM claim WHERE announcement = a.id UNION ALL SELECT note FROM claim WHERE announcement = a.id "
      "UNION ALL SELECT s.title FROM cited c JOIN source s ON s.id = c.source WHERE c.announcement = a.id "
      "UNION ALL SELECT s.publisher FROM cited c JOIN source s ON s.id = c.source WHERE c.announcement = a.id";

/// The values of a field, a row each; NULL where a cell holds nothing.
QString values(const QString &field)
{
    if (field == QLatin1String("org"))
        return QStringLiteral("SELECT o.name AS v FROM participation p JOIN organisation o ON o.id = p.organisation "
                              "WHERE p.announcement = a.id UNION ALL SELECT n.name FROM participation p JOIN organisation_name n "
                              "ON n.organisation = p.organisation WHERE p.announcement = a.id");
    if (field == QLatin1String("tag"))
        return QStringLiteral(
            "SELECT t.name AS v FROM announcement_tag l JOIN tag t ON t.id = l.tag WHERE l.announcement = a.id");
    if (field == QLatin1String("measure") || field == QLatin1String("subject") || field == QLatin1String("nature"))
        return QStringLiteral("SELECT %1 AS v FROM claim WHERE announcement = a.id").arg(field);
    const QString column = field == QLatin1String("date") ? QStringLiteral("announced_on") : field;
    return QStringLiteral("SELECT a.%1 AS v WHERE a.%1 IS NOT NULL AND a.%1 <> ''").arg(column);
}

QString negated(const QString &expression, bool excluded)
{
    return excluded ? QStringLiteral("NOT (%1)").arg(expression) : QStringLiteral("(%1)").arg(expression);
}

} // namespace

SqlOracle::SqlOracle(catalogue::Database &database)
    : m_database(database)
{
    sqlite3 *handle = database.handle();
    define<words>(handle, "words");
    define<whole>(handle, "whole");
    define<firstDay>(handle, "first_day");
    define<lastDay>(handle, "last_day");
    define<fallingDay>(handle, "falling_day");
    database.run(
        QStringLiteral("CREATE TEMP VIEW cited AS SELECT announcement, source FROM main.citation WHERE announcement IS NOT NULL "
                       "UNION ALL SELECT c.announcement, t.source FROM main.citation t JOIN main.claim c ON c.id = t.claim"));
}

QString SqlOracle::word(const Word &word) const
{
    const std::string pattern = words(word.text);
    if (pattern.empty())
        return QStringLiteral("1");
    return negated(QStringLiteral("EXISTS(SELECT 1 FROM (%1) WHERE instr(words(t), %2) > 0)")
                       .arg(QString::fromLatin1(kTexts), quoted(pattern)),
        word.excluded);
}

QString SqlOracle::condition(const Condition &condition) const
{
    const bool isText
        = QStringList{QStringLiteral("title"), QStringLiteral("summary"), QStringLiteral("notes")}.contains(condition.field);
    QStringList any;
    const auto holds = [&](const QString &test) {
        any << QStringLiteral("EXISTS(SELECT 1 FROM (%1) WHERE %2)").arg(values(condition.field), test);
    };
    for (const QString &value : condition.values) {
        if (value.isNull())
            any << (isText ? QStringLiteral("coalesce(trim(a.%1), '') = ''").arg(condition.field)
                           : QStringLiteral("NOT EXISTS(%1)").arg(values(condition.field)));
        else if (isText)
            holds(QStringLiteral("instr(words(v), %1) > 0").arg(quoted(words(value))));
        else if (condition.field == QLatin1String("date"))
            holds(QStringLiteral("first_day(v) <= %1 AND last_day(v) >= %2").arg(lastDay(value)).arg(firstDay(value)));
        else
            holds(QStringLiteral("whole(v) = %1").arg(quoted(whole(value))));
    }
    for (const QString &text : condition.contained)
        holds(isText ? QStringLiteral("instr(words(v), %1) > 0").arg(quoted(insidePattern(text)))
                     : QStringLiteral("instr(whole(v), %1) > 0").arg(quoted(whole(text))));
    for (const Range &range : condition.ranges) {
        QStringList all{QStringLiteral("v IS NOT NULL")};
        if (!range.from.isNull())
            all << (range.includesFrom ? QStringLiteral("last_day(v) >= %1").arg(firstDay(range.from))
                                       : QStringLiteral("first_day(v) > %1").arg(lastDay(range.from)));
        if (!range.to.isNull())
            all << (range.includesTo ? QStringLiteral("first_day(v) <= %1").arg(lastDay(range.to))
                                     : QStringLiteral("last_day(v) < %1").arg(firstDay(range.to)));
        holds(all.join(QStringLiteral(" AND ")));
    }
    return negated(any.join(QStringLiteral(" OR ")), condition.excluded);
}

QString SqlOracle::claim(const ClaimCondition &claim) const
{
    static const char *const signs[] = {"=", ">", ">=", "<", "<="};
    const QString sign = QString::fromLatin1(signs[int(claim.compare)]);
    const QString number
        = QString::number(claim.share && claim.unit == QLatin1String("%") ? claim.number / 100 : claim.number, 'g', 17);
    const QString test = claim.share ? QStringLiteral("of_value > 0 AND value / of_value %1 %2").arg(sign, number)
                                     : QStringLiteral("value %1 %2").arg(sign, number);
    return negated(QStringLiteral("EXISTS(SELECT 1 FROM claim WHERE announcement = a.id AND whole(measure) = %1 AND %2)")
                       .arg(quoted(whole(claim.measure)), test),
        claim.excluded);
}

QString SqlOracle::flag(const Flag &flag) const
{
    static const std::map<QString, QString> tests{{QStringLiteral("is:starred"), QStringLiteral("starred = 1")},
        {QStringLiteral("is:confirmed"), QStringLiteral("verification = 'confirmed'")},
        {QStringLiteral("is:unverified"), QStringLiteral("verification = 'unverified'")},
        {QStringLiteral("has:url"), QStringLiteral("coalesce(trim(url), '') <> ''")},
        {QStringLiteral("has:note"), QStringLiteral("coalesce(trim(notes), '') <> ''")},
        {QStringLiteral("has:claim"), QStringLiteral("EXISTS(SELECT 1 FROM claim WHERE announcement = a.id)")},
        {QStringLiteral("has:source"), QStringLiteral("EXISTS(SELECT 1 FROM cited WHERE announcement = a.id)")}};
    return negated(tests.at(flag.name), flag.excluded);
}

QString SqlOracle::where(const Query &query, const QString &withoutField) const
{
    QStringList all{query.inBin ? QStringLiteral("binned_at IS NOT NULL") : QStringLiteral("binned_at IS NULL")};
    for (const Word &it : query.words)
        if (!it.off)
            all << word(it);
    for (const Condition &it : query.conditions)
        if (!it.off && it.field != withoutField)
            all << condition(it);
    for (const ClaimCondition &it : query.claims)
        if (!it.off)
            all << claim(it);
    for (const Flag &it : query.flags)
        if (!it.off)
            all << flag(it);
    return all.join(QStringLiteral(" AND "));
}

std::vector<catalogue::RowId> SqlOracle::ids(const Query &query)
{
    QStringList order;
    for (const SortKey &key : query.sort) {
        const bool isDate = key.field == QLatin1String("date");
        const QString cell = isDate ? QStringLiteral("announced_on") : key.field;
        const QString by = isDate                 ? (key.descending ? QStringLiteral("falling_day(%1)") : QStringLiteral("%1"))
            : key.field == QLatin1String("title") ? QStringLiteral("words(%1)")
                                                  : QStringLiteral("whole(%1)");
        const QString value = isDate && !key.descending
            ? QStringLiteral("falling_day(%1) + CASE length(%1) WHEN 4 THEN 1332 WHEN 7 THEN 32 ELSE 0 END").arg(cell)
            : by.arg(cell);
        order << QStringLiteral("coalesce(%1, '') = ''").arg(cell)
              << value + (key.descending ? QStringLiteral(" DESC") : QString());
    }
    order << QStringLiteral("announced_on IS NULL") << QStringLiteral("falling_day(announced_on) DESC")
          << QStringLiteral("words(title)") << QStringLiteral("id");
    std::vector<catalogue::RowId> found;
    const QString text = QStringLiteral("SELECT id FROM announcement a WHERE %1 ORDER BY %2")
                             .arg(where(query, {}), order.join(QStringLiteral(", ")));
    SQLite::Statement rows(m_database.connection(), text.toStdString());
    while (rows.executeStep())
        found.push_back(catalogue::integer(rows, 0));
    return found;
}

std::map<QString, int> SqlOracle::counts(const Query &query, const QString &field)
{
    std::map<QString, int> found;
    const QString rest = where(query, field);
    const QString counted = field == QLatin1String("org")
        ? QStringLiteral(
            "SELECT o.name, count(DISTINCT a.id) FROM announcement a LEFT JOIN participation p ON p.announcement = a.id "
            "LEFT JOIN organisation o ON o.id = p.organisation WHERE %1 GROUP BY 1")
        : QStringLiteral("SELECT nullif(%2, ''), count(*) FROM announcement a WHERE %1 GROUP BY 1");
    SQLite::Statement rows(
        m_database.connection(), (field == QLatin1String("org") ? counted.arg(rest) : counted.arg(rest, field)).toStdString());
    while (rows.executeStep())
        found[catalogue::text(rows, 0)] = int(catalogue::integer(rows, 1));
    return found;
}

} // namespace waic::tests
