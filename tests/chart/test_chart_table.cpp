// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/charted_catalogue.h"

#include "catalogue/figure.h"
#include "chart/chart_table.h"

#include <QLocale>
#include <QRegularExpression>

using namespace waic;
using namespace waic::tests;

namespace {

/// Numbers of another country for a while.
class Speaking
{
public:
    explicit Speaking(const char *locale) { QLocale::setDefault(QLocale(u(locale))); }
    ~Speaking() { QLocale::setDefault(m_before); }

private:
    QLocale m_before;
};

using Rows = std::vector<QStringList>;

/// As RFC 4180 has it, strictly.
Rows parsedCsv(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    Rows rows(1);
    QString cell;
    bool isQuoted = false;
    const auto endCell = [&] { rows.back().append(std::exchange(cell, QString())); };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'"' && isQuoted && text.mid(i + 1, 1) == u("\"")) {
            cell += text[++i];
        } else if (c == u'"') {
            REQUIRE((isQuoted || cell.isEmpty()));
            isQuoted = !isQuoted;
        } else if (c == u',' && !isQuoted) {
            endCell();
        } else if (c == u'\r' && !isQuoted) {
            REQUIRE(text.mid(i + 1, 1) == u("\n"));
            ++i;
            endCell();
            rows.emplace_back();
        } else {
            REQUIRE((isQuoted || c != u'\n'));
            cell += c;
        }
    }
    REQUIRE_FALSE(isQuoted);
    REQUIRE(rows.back().isEmpty()); // the last line is ended too
    rows.pop_back();
    for (const QStringList &row : rows)
        REQUIRE(row.size() == rows.front().size());
    return rows;
}

QString cell(const Rows &rows, std::size_t row, const char *column)
{
    const qsizetype place = rows.front().indexOf(u(column));
    REQUIRE(place >= 0);
    return rows.at(row)[place];
}

QString cell(const chart::ChartTable &table, std::size_t row, const char *column)
{
    const qsizetype place = table.head.indexOf(u(column));
    REQUIRE(place >= 0);
    return table.rows.at(row)[place];
}

chart::ChartData ofSpec(ExploredCatalogue &catalogue, const char *json)
{
    const auto spec = must(chart::specFromJson(QJsonDocument::fromJson(json).object(), {}));
    return must(chart::buildChart(spec, {}, catalogue.index(), catalogue.reader()));
}

constexpr const char *kVisitors = R"({"name": "v", "kind": "dots", "dimension": "edition", "measure": "visitors"})";

chart::ChartData counted(const QStringList &labels)
{
    chart::ChartData data;
    data.spec.dimension = u("kind");
    data.source = u("Source: a, b");
    for (const QString &label : labels) {
        chart::Mark mark;
        mark.label = label;
        mark.value = 1;
        mark.valueText = u("1");
        data.marks.push_back(mark);
    }
    return data;
}

} // namespace

TEST_CASE("a figure's row says what it is, in full, and who says so", "[chart-table]")
{
    ExploredCatalogue starter{must(exchange::starterContents())};
    const chart::ChartData data = charted(starter, "models-share");
    const QByteArray csv = chart::chartCsv(data);
    CHECK(csv.startsWith("category,"));
    const Rows rows = parsedCsv(csv);
    REQUIRE(rows.size() == 3);
    CHECK(cell(rows, 1, "category") == u("China"));
    CHECK(cell(rows, 1, "measure") == u("AI models released"));
    CHECK(cell(rows, 1, "value") == u("1509"));
    CHECK(cell(rows, 2, "value") == u("2246"));
    CHECK(cell(rows, 1, "unit") == u("models"));
    CHECK(cell(rows, 1, "share").toDouble() == 1509.0 / 3755);
    CHECK(cell(rows, 1, "figures") == u("1"));
    CHECK(cell(rows, 1, "sources") == data.marks[0].facts.publishers.join(u("; ")));
    CHECK(cell(rows, 1, "sources").contains(u("; ")));
    for (const QString &link : cell(rows, 1, "links").split(QLatin1Char(' ')))
        CHECK(link.startsWith(u("http")));
    const chart::ChartTable table = chart::chartTable(data);
    CHECK(cell(table, 0, "AI models released (models)") == u("1,509"));
    CHECK(cell(table, 0, "Share") == u("40.2%"));
    CHECK_FALSE(table.head.contains(u("Range")));
}

TEST_CASE("numbers of a CSV do not follow the locale, those of the table do", "[chart-table]")
{
    ExploredCatalogue starter{must(exchange::starterContents())};
    const Rows english = parsedCsv(chart::chartCsv(ofSpec(starter, kVisitors)));
    const Speaking german("de");
    const chart::ChartData data = ofSpec(starter, kVisitors);
    const Rows rows = parsedCsv(chart::chartCsv(data));
    REQUIRE(rows.size() == english.size());
    for (const char *column : {"value", "low", "high", "other_values", "as_of"})
        for (std::size_t i = 1; i < rows.size(); ++i)
            CHECK(cell(rows, i, column) == cell(english, i, column));
    const chart::ChartTable table = chart::chartTable(data);
    CHECK(std::any_of(table.rows.begin(), table.rows.end(),
        [](const QStringList &row) { return row.join(u(" ")).contains(QRegularExpression(u("[0-9]\\.[0-9]{3}"))); }));
}

TEST_CASE("ranges, other figures and editions without a figure stand in table and CSV", "[chart-table]")
{
    ExploredCatalogue starter{must(exchange::starterContents())};
    const chart::ChartData data = ofSpec(starter, kVisitors);
    const Rows rows = parsedCsv(chart::chartCsv(data));
    const chart::ChartTable table = chart::chartTable(data);
    REQUIRE(table.rows.size() == table.marks.size());
    REQUIRE(rows.size() == table.rows.size() + 1);
    int ranges = 0, missing = 0;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        REQUIRE(table.rows[i].size() == table.head.size());
        if (table.marks[i] < 0) {
            ++missing;
            CHECK(cell(rows, i + 1, "value").isEmpty());
            CHECK(cell(rows, i + 1, "note") == u("no figure"));
            CHECK(table.rows[i].contains(u("no figure")));
            continue;
        }
        const chart::Mark &mark = data.marks[std::size_t(table.marks[i])];
        CHECK(cell(rows, i + 1, "value").toDouble() == mark.value);
        CHECK(cell(rows, i + 1, "category") == data.categories[std::size_t(mark.category)].label);
        CHECK(cell(rows, i + 1, "low").isEmpty() == !mark.low.has_value());
        CHECK(cell(rows, i + 1, "other_values").isEmpty() == mark.others.empty());
        if (mark.low) {
            ++ranges;
            CHECK(cell(rows, i + 1, "low").toDouble() == *mark.low);
            CHECK(cell(rows, i + 1, "high").toDouble() == *mark.high);
            CHECK(cell(table, i, "Range").contains(u(" to ")));
        }
    }
    CHECK(ranges > 0);
    const auto empty = std::count_if(
        data.categories.begin(), data.categories.end(), [](const chart::Category &each) { return each.isMissing; });
    CHECK(missing == int(empty));
}

TEST_CASE("counts carry the chart's source line and what is left over", "[chart-table]")
{
    ExploredCatalogue starter{must(exchange::starterContents())};
    const chart::ChartData data = charted(starter, "organisations");
    const Rows rows = parsedCsv(chart::chartCsv(data));
    REQUIRE(rows.size() == data.marks.size() + 2);
    for (std::size_t i = 0; i < data.marks.size(); ++i) {
        CHECK(cell(rows, i + 1, "value") == QString::number(data.marks[i].value));
        CHECK(cell(rows, i + 1, "unit") == u("announcements"));
        CHECK(cell(rows, i + 1, "sources") == data.source);
        CHECK(catalogue::percentText(cell(rows, i + 1, "share").toDouble()) == data.marks[i].shareText);
    }
    CHECK(cell(rows, rows.size() - 1, "category") == data.remainder);
    CHECK(cell(rows, rows.size() - 1, "value").isEmpty());
    CHECK(cell(rows, rows.size() - 1, "note") == data.remainderText);
    const chart::ChartTable table = chart::chartTable(data);
    CHECK(table.marks.back() == -1);
    CHECK(table.head == QStringList{u("Organisation"), u("Announcements"), u("Share")});
    CHECK(chart::chartText(data).split(QLatin1Char('\n')).value(int(data.marks.size()) + 2) == data.source.simplified());
}

TEST_CASE("the months of a CSV can be read by programs", "[chart-table]")
{
    ExploredCatalogue starter{must(exchange::starterContents())};
    const Rows rows = parsedCsv(chart::chartCsv(charted(starter, "months")));
    REQUIRE(rows.size() > 2);
    static const QRegularExpression kTime(u("^[0-9]{4}(-[0-9]{2})?$"));
    for (std::size_t i = 1; i < rows.size(); ++i)
        CHECK(kTime.match(cell(rows, i, "time")).hasMatch());
}

TEST_CASE("names that a spreadsheet would run are guarded, numbers are not", "[chart-table]")
{
    const QStringList harmful{
        u("=1+1"), u("+cmd"), u("-2+3"), u("@SUM(A1)"), u("\tx"), u("\rx"), u("=HYPERLINK(\"http://x\",\"y\")")};
    const chart::ChartData data = counted(harmful + QStringList{u("-5"), u("+1.5e3"), u("a=b"), u("a,\"b\"\nc"), u("-5\n")});
    const Rows rows = parsedCsv(chart::chartCsv(data));
    for (qsizetype i = 0; i < harmful.size(); ++i)
        CHECK(cell(rows, std::size_t(i) + 1, "category") == QLatin1Char('\'') + harmful[i]);
    CHECK(cell(rows, 8, "category") == u("-5"));
    CHECK(cell(rows, 9, "category") == u("+1.5e3"));
    CHECK(cell(rows, 10, "category") == u("a=b"));
    CHECK(cell(rows, 11, "category") == u("a,\"b\"\nc"));
    CHECK(cell(rows, 12, "category") == u("'-5\n"));
    const QStringList lines = chart::chartText(data).split(QLatin1Char('\n'));
    CHECK(lines.size() == int(data.marks.size()) + 3);
    CHECK(lines[1] == u("'=1+1\t1"));
    for (const QString &line : lines.mid(0, lines.size() - 2))
        CHECK(line.count(QLatin1Char('\t')) == 1);
}

TEST_CASE("points too many to name are one row that says how many they are", "[chart-table]")
{
    chart::ChartData data;
    data.spec.kind = chart::ChartKind::Scatter;
    data.spec.measure = u("weight");
    data.up = {.measure = u("height"), .unit = u("m")};
    data.density = chart::Density{.counts = {1, 2, 3}, .most = 3};
    data.figures = 1234567;
    data.note = u("Too many to name.");
    const Rows rows = parsedCsv(chart::chartCsv(data));
    REQUIRE(rows.size() == 2);
    CHECK(cell(rows, 1, "value").isEmpty());
    CHECK(cell(rows, 1, "note") == u("1,234,567 pairs of figures. Too many to name."));
    const chart::ChartTable table = chart::chartTable(data);
    CHECK(table.rows == std::vector{QStringList{u("All together"), u("1,234,567 pairs of figures")}});
}

TEST_CASE("a chart of nothing is a table of nothing", "[chart-table]")
{
    chart::ChartData data;
    data.empty = u("No announcement matches.");
    CHECK(chart::chartTable(data).rows.empty());
    CHECK(parsedCsv(chart::chartCsv(data)).size() == 1);
}
