// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/arguments.h"
#include "batch/commands.h"
#include "batch/output.h"
#include "exchange/record_json.h"
#include "explore/facet_index.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace waic::batch {

namespace {

constexpr int kDefaultLimit = 20;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Batch)
};

struct Request
{
    QString query;
    QString sort;             ///< null: the query's own
    std::optional<int> limit; ///< none: all
    bool json = false;
    bool facets = false;
};

Result<explore::Query> parsed(const QString &text, const explore::Vocabulary *vocabulary)
{
    const explore::ParsedQuery parse = explore::parseQuery(text, vocabulary);
    if (parse.mistakes.empty())
        return parse.query;
    const explore::Mistake &mistake = parse.mistakes.front();
    return failure(ErrorKind::BadInput,
        Text::tr("'%1' at position %2 is not understood: expected %3")
            .arg(text.mid(mistake.position, mistake.length), QString::number(mistake.position + 1), mistake.expected),
        text, mistake.suggestion.isEmpty() ? QString() : Text::tr("did you mean '%1'?").arg(mistake.suggestion));
}

Result<Request> request(const Arguments &arguments)
{
    Request made;
    made.query = arguments.free().value(1);
    if (arguments.has(QStringLiteral("sort")))
        made.sort = QStringLiteral("sort:") + arguments.value(QStringLiteral("sort"));
    made.json = arguments.has(QStringLiteral("json"));
    made.facets = arguments.has(QStringLiteral("facets"));
    if (!made.json)
        made.limit = kDefaultLimit;
    if (arguments.has(QStringLiteral("limit"))) {
        bool isNumber = false;
        const int limit = arguments.value(QStringLiteral("limit")).toInt(&isNumber);
        if (!isNumber || limit < 0)
            return failure(ErrorKind::BadInput, Text::tr("--limit takes a whole number, such as 50"));
        made.limit = limit;
    }
    return made;
}

/// The catalogue says which own fields, measures and units there are.
Result<explore::Query> question(const Request &asked, const explore::Vocabulary *vocabulary)
{
    Result<explore::Query> query = parsed(asked.query, vocabulary);
    if (!query || asked.sort.isNull())
        return query;
    Result<explore::Query> sort = parsed(asked.sort, vocabulary);
    if (sort)
        query->sort = sort->sort;
    else
        query = std::move(sort);
    return query;
}

std::vector<catalogue::RowId> firstIds(const explore::Answer &answer, const Request &asked)
{
    const std::size_t count = asked.limit ? std::min(answer.ids.size(), std::size_t(*asked.limit)) : answer.ids.size();
    return answer.ids.part(0, count);
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? QStringLiteral("–") : text;
}

Result<> printText(catalogue::Reader &reader, const explore::Answer &answer, const Request &asked)
{
    const std::vector<catalogue::RowId> ids = firstIds(answer, asked);
    const auto rows = reader.rows(ids);
    if (!rows)
        return tl::make_unexpected(rows.error());
    for (const catalogue::AnnouncementRow &row : *rows) {
        const catalogue::Announcement &announcement = row.announcement;
        print(QStringLiteral("%1  %2  %3  [%4]")
                  .arg(orDash(announcement.announcedOn).leftJustified(10), orDash(announcement.kind).leftJustified(12),
                      announcement.title, orDash(row.organisations.join(QStringLiteral(", ")))));
    }
    if (asked.facets) {
        for (const explore::FacetCounts &facet : answer.facets) {
            print(QString());
            print(facet.field);
            for (const explore::FacetValue &value : facet.values)
                print(QStringLiteral("%1  %2")
                          .arg(value.count, 6)
                          .arg(value.value.isNull() ? QStringLiteral("none") : value.value));
        }
    }
    remark(Text::tr("%1 of %2 announcements match, %3 printed").arg(answer.ids.size()).arg(answer.total).arg(ids.size()));
    return {};
}

QJsonObject facetsJson(const explore::Answer &answer)
{
    QJsonObject facets;
    for (const explore::FacetCounts &facet : answer.facets) {
        QJsonObject counts;
        for (const explore::FacetValue &value : facet.values)
            counts.insert(value.value.isNull() ? QStringLiteral("none") : value.value, value.count);
        facets.insert(facet.field, counts);
    }
    return facets;
}

Result<> printJson(catalogue::Reader &reader, const explore::Answer &answer, const Request &asked)
{
    QJsonArray rows;
    for (const catalogue::RowId id : firstIds(answer, asked)) {
        const Result<catalogue::Record> record = reader.record(id);
        if (!record)
            return tl::make_unexpected(record.error());
        rows.append(exchange::announcementJson(*record));
    }
    const QJsonObject whole{{QStringLiteral("total"), qint64(answer.ids.size())}, {QStringLiteral("rows"), rows},
        {QStringLiteral("facets"), facetsJson(answer)}};
    print(QString::fromUtf8(QJsonDocument(whole).toJson(QJsonDocument::Indented)).trimmed());
    return {};
}

int answerAndPrint(const QString &path, const Request &asked)
{
    const Result<catalogue::CatalogueFile> file = catalogue::CatalogueFile::open(path);
    if (!file)
        return fail(file.error());
    const auto reader = catalogue::Reader::open(*file);
    if (!reader)
        return fail(reader.error());
    const auto index = explore::FacetIndex::load(**reader, &*file);
    if (!index)
        return fail(index.error());
    const Result<explore::Query> query = question(asked, index->vocabulary().get());
    if (!query)
        return usage(query.error().line());
    const QStringList facets{QStringLiteral("edition"), QStringLiteral("kind"), QStringLiteral("org"), QStringLiteral("country")};
    const Result<std::optional<explore::Answer>> answer = index->evaluate(*query, facets);
    if (!answer)
        return fail(answer.error());
    const Result<> done = asked.json ? printJson(**reader, **answer, asked) : printText(**reader, **answer, asked);
    return done ? int(Done) : fail(done.error());
}

} // namespace

int runQuery(const QStringList &words)
{
    const Result<Arguments> arguments = Arguments::parse(
        words, {QStringLiteral("facets"), QStringLiteral("json")}, {QStringLiteral("limit"), QStringLiteral("sort")});
    if (!arguments)
        return usage(arguments.error().line());
    if (arguments->free().isEmpty() || arguments->free().size() > 2)
        return usage(Text::tr("query takes a FILE and a TEXT in quotes"));
    const Result<Request> asked = request(*arguments);
    if (!asked)
        return usage(asked.error().line());
    return answerAndPrint(arguments->free().first(), *asked);
}

} // namespace waic::batch
