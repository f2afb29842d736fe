// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/count_words.h"

#include "catalogue/figure.h"
#include "chart/field_words.h"
#include "chart/words.h"

#include <QCoreApplication>

#include <array>

namespace waic::chart {

namespace {

using catalogue::countText;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CountChart)
};

/// Whole sentences, as languages form plurals and verbs in their own way.
struct KindSentence
{
    const char *kind;
    const char *sentence;
};
constexpr std::array kKindSentences{
    KindSentence{"model", QT_TRANSLATE_NOOP("CountChart", "Models are the most frequent kind: %1 of %2")},
    KindSentence{"hardware", QT_TRANSLATE_NOOP("CountChart", "Hardware is the most frequent kind: %1 of %2")},
    KindSentence{"robot", QT_TRANSLATE_NOOP("CountChart", "Robots are the most frequent kind: %1 of %2")},
    KindSentence{"service", QT_TRANSLATE_NOOP("CountChart", "Services are the most frequent kind: %1 of %2")},
    KindSentence{"application", QT_TRANSLATE_NOOP("CountChart", "Applications are the most frequent kind: %1 of %2")},
    KindSentence{"policy", QT_TRANSLATE_NOOP("CountChart", "Policies are the most frequent kind: %1 of %2")},
    KindSentence{"partnership", QT_TRANSLATE_NOOP("CountChart", "Partnerships are the most frequent kind: %1 of %2")},
    KindSentence{"statistic", QT_TRANSLATE_NOOP("CountChart", "Statistics are the most frequent kind: %1 of %2")},
    KindSentence{"event", QT_TRANSLATE_NOOP("CountChart", "Events are the most frequent kind: %1 of %2")},
    KindSentence{"research", QT_TRANSLATE_NOOP("CountChart", "Research is the most frequent kind: %1 of %2")},
    KindSentence{"investment", QT_TRANSLATE_NOOP("CountChart", "Investments are the most frequent kind: %1 of %2")},
};

QString kindSentence(const Leaders &leaders, const QString &all)
{
    const QString count = countText(leaders.count);
    for (const KindSentence &each : kKindSentences)
        if (leaders.values.first().compare(QLatin1String(each.kind), Qt::CaseInsensitive) == 0)
            return Text::tr(each.sentence).arg(count, all);
    return Text::tr("“%3” is the most frequent kind: %1 of %2").arg(count, all, leaders.labels.first());
}

QString onlyAnnouncement(const Leaders &leaders)
{
    const QString &label = leaders.labels.first();
    if (leaders.dimension == QLatin1String("org"))
        return Text::tr("The announcement names %1").arg(label);
    if (leaders.dimension == QLatin1String("country"))
        return Text::tr("The announcement is from %1").arg(label);
    return leaders.dimension == QLatin1String("kind") ? Text::tr("The announcement is of the kind “%1”").arg(label)
                                                      : Text::tr("One announcement, with “%1”").arg(label);
}

QString oneLeads(const Leaders &leaders)
{
    if (leaders.total == 1)
        return onlyAnnouncement(leaders);
    const QString all = announcementsText(leaders.total);
    const QString &label = leaders.labels.first();
    const bool isAll = leaders.count == leaders.total;
    if (leaders.dimension == QLatin1String("org"))
        return isAll ? Text::tr("%1 is named in all %2").arg(label, all)
                     : Text::tr("%1 is named in the most announcements: %2 of %3").arg(label, countText(leaders.count), all);
    if (leaders.dimension == QLatin1String("country"))
        return isAll ? Text::tr("%1 stands for all %2").arg(label, all)
                     : Text::tr("%1 leads with %2 of %3").arg(label, countText(leaders.count), all);
    if (leaders.dimension == QLatin1String("kind"))
        return isAll ? Text::tr("All %1 are of the kind “%2”").arg(all, label) : kindSentence(leaders, all);
    return isAll ? Text::tr("All %1 have “%2”").arg(all, label)
                 : Text::tr("%1 leads with %2 of %3").arg(capitalised(label), countText(leaders.count), all);
}

QString severalLead(const Leaders &leaders)
{
    const QString each = announcementsText(leaders.count);
    if (leaders.labels.size() == 2)
        return Text::tr("%1 and %2 lead with %3 each").arg(capitalised(leaders.labels[0]), leaders.labels[1], each);
    const QString number = numberWord(int(leaders.labels.size()), true);
    if (leaders.dimension == QLatin1String("org"))
        return leaders.count == 1 ? Text::tr("No organisation is named in more than one announcement")
                                  : Text::tr("%1 organisations are named in %2 each, the most of all").arg(number, each);
    if (leaders.dimension == QLatin1String("country"))
        return leaders.count == 1 ? Text::tr("No country stands for more than one announcement")
                                  : Text::tr("%1 countries lead with %2 each").arg(number, each);
    if (leaders.dimension == QLatin1String("kind"))
        return leaders.count == 1 ? Text::tr("No kind stands for more than one announcement")
                                  : Text::tr("%1 kinds lead with %2 each").arg(number, each);
    return leaders.count == 1 ? Text::tr("No value stands for more than one announcement")
                              : Text::tr("%1 values lead with %2 each").arg(number, each);
}

} // namespace

QString finding(const Leaders &leaders)
{
    if (leaders.total == 1 && leaders.groups > 1)
        return Text::tr("One announcement names %1 organisations").arg(numberWord(leaders.groups));
    return leaders.labels.size() == 1 ? oneLeads(leaders) : severalLead(leaders);
}

QString companyFinding(const QString &company, int count, int total)
{
    return Text::tr("%1 is the most named company: %2 of %3").arg(company, countText(count), announcementsText(total));
}

QString rankedSubtitle(const QString &dimension)
{
    if (dimension == QLatin1String("org"))
        return Text::tr("Announcements that name the organisation in any role");
    return Text::tr("Announcements by %1", "field").arg(fieldLabel(dimension));
}

QString missingLabel(const QString &dimension)
{
    if (dimension == QLatin1String("org"))
        return Text::tr("no organisation");
    return Text::tr("no %1", "field").arg(fieldLabel(dimension));
}

QString missingText(const QString &dimension, int count)
{
    const QString announcements = announcementsText(count);
    if (dimension == QLatin1String("org"))
        return count == 1 ? Text::tr("%1 names no organisation").arg(announcements)
                          : Text::tr("%1 name no organisation").arg(announcements);
    return count == 1 ? Text::tr("%1 has no %2", "announcement, field").arg(announcements, fieldLabel(dimension))
                      : Text::tr("%1 have no %2", "announcements, field").arg(announcements, fieldLabel(dimension));
}

QString othersLabel(int groups)
{
    return groups == 1 ? Text::tr("1 other") : Text::tr("%1 others").arg(countText(groups));
}

QString othersText(int together, int atMost)
{
    const QString announcements = announcementsText(together);
    return atMost == together ? Text::tr("in %1").arg(announcements)
        : atMost == 1         ? Text::tr("in %1 together, one each").arg(announcements)
                              : Text::tr("in %1 together, at most %2 each").arg(announcements, countText(atMost));
}

} // namespace waic::chart
