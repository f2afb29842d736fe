// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/source_line.h"

#include "catalogue/figure.h"
#include "chart/words.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <map>

namespace waic::chart {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartSource)
};

constexpr std::size_t kFew = 6; ///< publishers that are named all, with dates
constexpr std::size_t kMostNamed = 8;
constexpr int kMostQuoted = 3;

/// "Xinhua (citing WAIC data)" → "Xinhua".
QString origin(const QString &attributedTo)
{
    return typeset(attributedTo.section(QStringLiteral(" ("), 0, 0).trimmed());
}

} // namespace

QString publisherName(const catalogue::Source &source)
{
    if (!source.publisher.isEmpty())
        return typeset(source.publisher);
    return source.title.isEmpty() ? QUrl(source.url).host() : typeset(source.title);
}

void SourceLine::add(const std::vector<const catalogue::Source *> &sources)
{
    ++m_drawn;
    if (sources.empty())
        ++m_unsourced;
    for (const catalogue::Source *source : sources) {
        Publisher &publisher = noted(*source);
        if (publisher.lastUse != m_drawn) {
            publisher.lastUse = m_drawn;
            ++publisher.uses;
        }
    }
}

SourceLine::Publisher &SourceLine::noted(const catalogue::Source &source)
{
    const QString name = publisherName(source);
    Publisher &publisher = m_publishers[name];
    publisher.name = name;
    if (publisher.dated && publisher.date != source.publishedOn)
        publisher.date.clear();
    else
        publisher.date = source.publishedOn;
    publisher.dated = true;
    m_attributed[source.id] = origin(source.attributedTo);
    return publisher;
}

void SourceLine::add(const explore::TallySources &sources, std::span<const catalogue::Source> few)
{
    m_drawn += sources.drawn;
    m_unsourced += sources.unsourced;
    for (const explore::TallySources::Publisher &publisher : sources.publishers) {
        Publisher &known = m_publishers[typeset(publisher.name)];
        known.name = typeset(publisher.name);
        known.uses += publisher.uses;
    }
    for (const catalogue::Source &source : few)
        noted(source);
    m_morePages += sources.pages - int(few.size());
}

std::vector<SourceLine::Publisher> SourceLine::ranked() const
{
    std::vector<Publisher> ranked;
    for (const auto &[name, publisher] : m_publishers)
        ranked.push_back(publisher);
    std::sort(ranked.begin(), ranked.end(), [](const Publisher &a, const Publisher &b) {
        return a.uses != b.uses ? a.uses > b.uses : QString::localeAwareCompare(a.name, b.name) < 0;
    });
    return ranked;
}

QString SourceLine::coverage() const
{
    const int sourced = m_drawn - m_unsourced;
    if (m_counted == Counted::Figures)
        return m_drawn == 1 ? (sourced == 1 ? Text::tr("The figure has a source.") : Text::tr("The figure has no source."))
                            : Text::tr("%1 of %2 figures have a source.").arg(QString::number(sourced), QString::number(m_drawn));
    if (m_unsourced == 0)
        return Text::tr("Each announcement has a source.");
    return Text::tr("%1 of %2 have a source.").arg(catalogue::countText(sourced), announcementsText(m_drawn));
}

QString SourceLine::missing() const
{
    if (m_unsourced == 0)
        return {};
    const QString all = m_counted == Counted::Figures ? figuresText(m_drawn) : announcementsText(m_drawn);
    return Text::tr(" · %1 of %2 without a source").arg(catalogue::countText(m_unsourced), all);
}

QString SourceLine::missingBriefly() const
{
    return m_unsourced == 0
        ? QString()
        : Text::tr(" · %1 of %2 without").arg(catalogue::countText(m_unsourced), catalogue::countText(m_drawn));
}

QString SourceLine::withDates(const std::vector<Publisher> &publishers) const
{
    QStringList names;
    for (const Publisher &publisher : publishers)
        names.append(
            publisher.date.isEmpty() ? publisher.name : Text::tr("%1 (%2)").arg(publisher.name, dateText(publisher.date)));
    return Text::tr("Source: %1").arg(names.join(QStringLiteral("; ")));
}

QString SourceLine::first(const std::vector<Publisher> &publishers, std::size_t count) const
{
    QStringList names;
    for (std::size_t i = 0; i < std::min(count, publishers.size()); ++i)
        names.append(publishers[i].name);
    const auto left = int(publishers.size()) - int(names.size());
    if (left > 0)
        names.append(left == 1 ? Text::tr("1\u00a0other") : Text::tr("%1\u00a0others").arg(catalogue::countText(left)));
    return Text::tr("Source: %1").arg(names.join(QStringLiteral("; "))) + missing();
}

QString SourceLine::quoted() const
{
    if (m_morePages > 0)
        return {};
    std::map<QString, int> origins;
    int quoting = 0;
    for (const auto &[id, name] : m_attributed) {
        if (name.isEmpty())
            continue;
        ++quoting;
        ++origins[name];
    }
    if (quoting == 0)
        return {};
    std::vector<std::pair<QString, int>> ranked(origins.begin(), origins.end());
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
    QStringList names;
    for (const auto &[name, count] : ranked)
        if (names.size() < kMostQuoted)
            names.append(name);
    if (ranked.size() > std::size_t(kMostQuoted))
        names.append(Text::tr("others", "quoted, besides those named"));
    const int all = int(m_attributed.size());
    if (all == 1)
        return Text::tr(". It quotes %1.").arg(orText(names));
    if (quoting == all)
        return Text::tr(". All %1 quote %2.").arg(numberWord(all), orText(names));
    if (quoting == 1)
        return Text::tr(". One of the %1 quotes %2.").arg(numberWord(all), orText(names));
    return Text::tr(". %1 of the %2 quote %3.").arg(numberWord(quoting, true), numberWord(all), orText(names));
}

QStringList SourceLine::forms() const
{
    const std::vector<Publisher> publishers = ranked();
    if (publishers.empty()) {
        const QString none = m_counted == Counted::Figures ? figuresText(m_drawn) : announcementsText(m_drawn);
        return {Text::tr("Source: none · %1 of %2 without a source").arg(catalogue::countText(m_unsourced), none),
            Text::tr("Source: none")};
    }
    QStringList forms;
    if (publishers.size() <= kFew) {
        forms.append(withDates(publishers) + missing() + quoted());
        forms.append(withDates(publishers) + missing());
    }
    for (std::size_t count = std::min(kMostNamed, publishers.size()); count > 0; --count)
        forms.append(first(publishers, count));
    const int pages = int(m_attributed.size()) + m_morePages;
    forms.append((pages == 1 ? Text::tr("Source: 1 page") : Text::tr("Source: %1 pages").arg(catalogue::countText(pages)))
        + missingBriefly());
    return forms;
}

} // namespace waic::chart
