// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/fields.h"

#include <algorithm>
#include <vector>

namespace waic::explore {

namespace {

qsizetype positionOf(QStringView name, const QStringList &names)
{
    for (qsizetype i = 0; i < names.size(); ++i)
        if (name.compare(names[i], Qt::CaseInsensitive) == 0)
            return i;
    return -1;
}

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.
int distance(QStringView a, QStringView b)
{
    const size_t width = size_t(b.size()) + 1;
    std::vector<int> beforeLast(width), last(width), now(width);
    for (size_t j = 0; j < width; ++j)
        last[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        now[0] = int(i);
        for (size_t j = 1; j < width; ++j) {
            const QChar x = a[i - 1], y = b[qsizetype(j) - 1];
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (x == y ? 0 : 1)});
            if (i > 1 && j > 1 && x == b[qsizetype(j) - 2] && a[i - 2] == y)
                now[j] = std::min(now[j], beforeLast[j - 2] + 1);
        }
        std::swap(beforeLast, last);
        std::swap(last, now);
    }
    return last.back();
}

} // namespace

const QStringList &conditionFieldNames()
{
    static const QStringList names{QStringLiteral("kind"), QStringLiteral("edition"), QStringLiteral("country"),
        QStringLiteral("openness"), QStringLiteral("verification"), QStringLiteral("org"), QStringLiteral("role"),
        QStringLiteral("tag"), QStringLiteral("source"), QStringLiteral("measure"), QStringLiteral("subject"),
        QStringLiteral("unit"), QStringLiteral("nature"), QStringLiteral("date"), QStringLiteral("year"), QStringLiteral("asof"),
        QStringLiteral("figures"), QStringLiteral("sources"), QStringLiteral("title"), QStringLiteral("summary"),
        QStringLiteral("notes")};
    return names;
}

const QStringList &sortFieldNames()
{
    static const QStringList names{QStringLiteral("date"), QStringLiteral("title"), QStringLiteral("org"), QStringLiteral("kind"),
        QStringLiteral("edition"), QStringLiteral("country"), QStringLiteral("openness"), QStringLiteral("verification"),
        QStringLiteral("figures"), QStringLiteral("sources"), QStringLiteral("value"), QStringLiteral("relevance")};
    return names;
}

std::optional<FieldId> conditionField(QStringView name)
{
    const qsizetype i = positionOf(name, conditionFieldNames());
    return i < 0 ? std::nullopt : std::optional(FieldId(i));
}

std::optional<SortId> sortField(QStringView name)
{
    const qsizetype i = positionOf(name, sortFieldNames());
    return i < 0 ? std::nullopt : std::optional(SortId(i));
}

QString nearestName(QStringView typed, const QStringList &names)
{
    const qsizetype size = typed.size();
    // A long text is no slip of the pen, and comparing it would cost its length squared.
    if (size < 3 || size > 24)
        return {};
    int best = size < 5 ? 1 : 2;
    QString nearest;
    const QString lower = typed.toString().toLower();
    for (const QString &name : names) {
        const int slips = distance(lower, name);
        if (slips < best || (slips == best && nearest.isNull())) {
            best = slips;
            nearest = name;
        }
    }
    if (!nearest.isNull())
        return nearest;
    const auto begins = [&lower](const QString &name) { return name.size() > 2 && lower.startsWith(name); };
    const auto found = std::find_if(names.begin(), names.end(), begins);
    return found == names.end() ? QString() : *found;
}

} // namespace waic::explore
