// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/category_axis.h"

#include <QDate>
#include <QLocale>

#include <algorithm>
#include <array>

namespace waic::ui {

namespace {

constexpr int kNamedMonths = 14; ///< up to so many each has its month

/// Without the words that all begin with: "WAIC 2018", "WAIC 2019" are "2018" and "2019" where there is no room for more.
QStringList withoutCommonWords(QStringList labels)
{
    for (;;) {
        const qsizetype end = labels.isEmpty() ? -1 : labels.first().indexOf(QLatin1Char(' '));
        if (end < 0 || labels.size() < 2)
            return labels;
        const QString start = labels.first().left(end + 1);
        if (!std::all_of(labels.begin(), labels.end(),
                [&start](const QString &each) { return each.startsWith(start) && each.size() > start.size(); }))
            return labels;
        for (QString &label : labels)
            label.remove(0, start.size());
    }
}

bool isByMonth(const std::vector<chart::Category> &categories)
{
    return categories.size() > 1 && categories[0].month > 0 && categories[1].month - categories[0].month == 1;
}

} // namespace

CategoryAxis::CategoryAxis(const std::vector<chart::Category> &categories, const ChartSheet &sheet, qreal left, qreal right)
    : m_left(left)
    , m_right(right)
    , m_slot((right - left) / qreal(std::max<std::size_t>(1, categories.size())))
    , m_gap(sheet.length(10, 4))
    , m_font(sheet.font(ChartFont::Axis))
{
    for (Names &names : candidates(categories)) {
        m_names = std::move(names);
        if (fits(m_names))
            return;
    }
    m_names.clear();
}

std::vector<CategoryAxis::Names> CategoryAxis::candidates(const std::vector<chart::Category> &categories) const
{
    std::vector<Names> all;
    if (isByMonth(categories)) {
        if (categories.size() <= kNamedMonths)
            all.push_back(monthNames(categories));
        all.push_back(yearNames(categories));
    }
    QStringList labels;
    for (const chart::Category &category : categories)
        labels.append(category.label);
    const QStringList brief = withoutCommonWords(labels);
    for (const QStringList &texts : {labels, brief}) {
        Names whole, even;
        for (int i = 0; i < texts.size(); ++i) {
            whole.push_back({i, {texts[i]}});
            const QStringList lines = evenLines(texts[i], m_font, m_slot - m_gap);
            even.push_back({i, lines.isEmpty() ? QStringList{texts[i]} : lines});
        }
        all.push_back(std::move(whole));
        all.push_back(std::move(even));
    }
    for (const int every : {2, 3, 5, 10, 20, 50, 100}) {
        Names some;
        for (int i = 0; i < brief.size(); ++i) {
            const bool isRound
                = categories[std::size_t(i)].month > 0 ? categories[std::size_t(i)].month / 12 % every == 0 : i % every == 0;
            if (isRound)
                some.push_back({i, {brief[i]}});
        }
        if (!some.empty())
            all.push_back(std::move(some));
    }
    all.push_back({{0, {brief.value(0)}}});
    return all;
}

CategoryAxis::Names CategoryAxis::monthNames(const std::vector<chart::Category> &categories) const
{
    Names names;
    for (int i = 0; i < int(categories.size()); ++i) {
        const int month = categories[std::size_t(i)].month;
        QStringList lines{QLocale().toString(QDate(month / 12, month % 12 + 1, 1), QStringLiteral("MMM"))};
        if (i == 0 || month % 12 == 0)
            lines.append(QString::number(month / 12));
        names.push_back({i, lines});
    }
    return names;
}

/// The year at each January, every so many years.
CategoryAxis::Names CategoryAxis::yearNames(const std::vector<chart::Category> &categories) const
{
    for (const int every : {1, 2, 5, 10, 20, 50, 100}) {
        Names names;
        for (int i = 0; i < int(categories.size()); ++i)
            if (const int month = categories[std::size_t(i)].month; month % 12 == 0 && month / 12 % every == 0)
                names.push_back({i, {QString::number(month / 12)}});
        if (names.empty() || fits(names))
            return names;
    }
    return {};
}

qreal CategoryAxis::leftOf(const Name &name, const QString &line) const
{
    const qreal width = lineWidth(line, m_font);
    return std::clamp(middle(name.category) - width / 2, m_left, std::max(m_left, m_right - width));
}

bool CategoryAxis::fits(const Names &names) const
{
    std::array<qreal, 3> taken{};
    taken.fill(m_left - m_gap);
    for (const Name &name : names) {
        for (std::size_t row = 0; row < std::size_t(name.lines.size()) && row < taken.size(); ++row) {
            const QString &line = name.lines[qsizetype(row)];
            const qreal left = leftOf(name, line);
            if (left < taken[row] + m_gap || left + lineWidth(line, m_font) > m_right + 0.5)
                return false;
            taken[row] = left + lineWidth(line, m_font);
        }
    }
    return !names.empty();
}

qreal CategoryAxis::height() const
{
    qsizetype rows = 1;
    for (const Name &name : m_names)
        rows = std::max(rows, name.lines.size());
    return m_gap + qreal(rows) * lineStep(m_font);
}

void CategoryAxis::place(ChartSheet &sheet, qreal top) const
{
    for (const Name &name : m_names) {
        qreal y = top + m_gap;
        for (const QString &line : name.lines) {
            sheet.add(placedLine(line, m_font, sheet.colour(Token::Text), leftOf(name, line), y));
            y += lineStep(m_font);
        }
    }
}

bool CategoryAxis::isNamed(int category) const
{
    return std::any_of(m_names.begin(), m_names.end(), [category](const Name &name) { return name.category == category; });
}

} // namespace waic::ui
