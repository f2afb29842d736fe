// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_shelf.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartShelf)
};

ShelfChart ofCatalogue(const catalogue::SavedChart &saved)
{
    ShelfChart made;
    made.saved = saved;
    const QJsonDocument json = QJsonDocument::fromJson(saved.spec.toUtf8());
    Result<chart::ChartSpec> spec = chart::specFromJson(json.object(), saved.name);
    if (spec)
        made.spec = *std::move(spec);
    else
        made.error = json.isObject() ? spec.error().line() : Text::tr("The specification of this chart is not JSON.");
    made.spec.name = saved.name;
    return made;
}

} // namespace

QString ShelfChart::label() const
{
    if (spec.name.isEmpty())
        return Text::tr("New chart");
    return chart::galleryLabel(spec);
}

void ChartShelf::load(const std::vector<catalogue::SavedChart> &saved)
{
    std::vector<ShelfChart> before = std::exchange(m_charts, {});
    for (const catalogue::SavedChart &chart : saved)
        m_charts.push_back(ofCatalogue(chart));
    for (const chart::ChartSpec &spec : chart::builtInCharts())
        if (find(spec.name) < 0)
            m_charts.push_back({.spec = spec, .draft = {}, .saved = {}, .error = {}});
    for (ShelfChart &old : before) {
        if (!old.draft)
            continue;
        const int place = placeOf(old);
        if (place >= 0)
            setDraft(place, *old.draft);
        else // it was deleted or a new one: what was edited stays
            m_charts.push_back({.spec = {}, .draft = old.draft, .saved = {}, .error = {}});
    }
}

/// Where a chart of before is now: it may have another name.
int ChartShelf::placeOf(const ShelfChart &old) const
{
    if (old.spec.name.isEmpty())
        return -1;
    for (int i = 0; i < size(); ++i)
        if (old.saved.id != 0 && at(i).saved.id == old.saved.id)
            return i;
    return find(old.spec.name);
}

int ChartShelf::find(const QString &name) const
{
    const auto found
        = std::find_if(m_charts.begin(), m_charts.end(), [&name](const ShelfChart &each) { return each.spec.name == name; });
    return found == m_charts.end() ? -1 : int(found - m_charts.begin());
}

void ChartShelf::setDraft(int chart, const chart::ChartSpec &spec)
{
    ShelfChart &edited = m_charts[std::size_t(chart)];
    if (spec == edited.spec && !edited.spec.name.isEmpty())
        edited.draft.reset();
    else
        edited.draft = spec;
}

QJsonArray ChartShelf::drafts() const
{
    QJsonArray all;
    for (const ShelfChart &each : m_charts)
        if (each.draft)
            all.append(
                QJsonObject{{QStringLiteral("name"), each.spec.name}, {QStringLiteral("draft"), chart::toJson(*each.draft)}});
    return all;
}

void ChartShelf::setDrafts(const QJsonArray &drafts)
{
    for (const QJsonValue &each : drafts) {
        const Result<chart::ChartSpec> spec = chart::specFromJson(each[QLatin1String("draft")].toObject(), {});
        const QString name = each[QLatin1String("name")].toString();
        if (!spec)
            continue; // of another version of the program
        const int place = name.isEmpty() ? -1 : find(name);
        if (place >= 0)
            setDraft(place, *spec);
        else
            add(*spec);
    }
}

void ChartShelf::dropDraft(int chart)
{
    ShelfChart &edited = m_charts[std::size_t(chart)];
    edited.draft.reset();
    if (edited.spec.name.isEmpty())
        m_charts.erase(m_charts.begin() + chart);
}

int ChartShelf::add(const chart::ChartSpec &spec)
{
    m_charts.push_back({.spec = {}, .draft = spec, .saved = {}, .error = {}});
    return size() - 1;
}

} // namespace waic::ui
