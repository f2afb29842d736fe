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

/// Optimal string alignment: insertions, deletions, replacements and swaps of neighbours.  Anything above `most` counts alike.
int distance(QStringView a, QStringView b, int most)
{
    if (qAbs(a.size() - b.size()) > most)
        return most + 1;
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
        if (*std::min_element(now.begin(), now.end()) > most)
            return most + 1;
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

const QStringList &flagNames()
{
    static const QStringList names{QStringLiteral("is:starred"), QStringLiteral("is:differing"), QStringLiteral("is:unverified"),
        QStringLiteral("is:confirmed"), QStringLiteral("is:disputed"), QStringLiteral("is:retracted"),
        QStringLiteral("is:edited"), QStringLiteral("has:source"), QStringLiteral("has:claim"), QStringLiteral("has:url"),
        QStringLiteral("has:note")};
    return names;
}

std::optional<FlagId> flagId(QStringView name)
{
    const qsizetype i = positionOf(name, flagNames());
    return i < 0 ? std::nullopt : std::optional(FlagId(i));
}

std::optional<FieldId> builtInField(const QString &name)
{
    const qsizetype i = conditionFieldNames().indexOf(name);
    return i < 0 ? std::nullopt : std::optional(FieldId(i));
}

ValueKind valueKind(FieldId field)
{
    switch (field) {
    case FieldId::Date:
    case FieldId::AsOf:
        return ValueKind::Date;
    case FieldId::Year:
        return ValueKind::Year;
    case FieldId::Figures:
    case FieldId::Sources:
        return ValueKind::Count;
    case FieldId::Org:
    case FieldId::Tag:
    case FieldId::Source:
    case FieldId::Measure:
    case FieldId::Subject:
    case FieldId::Title:
    case FieldId::Summary:
    case FieldId::Notes:
        return ValueKind::Text;
    default:
        return ValueKind::Whole;
    }
}

ValueKind valueKind(OwnType type)
{
    switch (type) {
    case OwnType::Number:
        return ValueKind::Number;
    case OwnType::Date:
        return ValueKind::Date;
    case OwnType::YesNo:
        return ValueKind::Whole;
    default:
        return ValueKind::Text;
    }
}

bool takesRanges(ValueKind kind)
{
    return kind != ValueKind::Whole && kind != ValueKind::Text;
}

bool takesContained(ValueKind kind)
{
    return kind == ValueKind::Text || kind == ValueKind::Any;
}

QString nearestName(QStringView typed, const QStringList &names)
{
    const qsizetype size = typed.size();
    // A long text is no slip of the pen, and comparing it would cost its length squared.
    if (size < 3 || size > 64)
        return {};
    int most = size < 5 ? 1 : 2;
    QString nearest;
    const QString lower = typed.toString().toLower();
    for (const QString &name : names) {
        const int slips = distance(lower, name.toLower(), most);
        if (slips < most || (slips == most && nearest.isNull())) {
            most = slips;
            nearest = name;
        }
    }
    if (!nearest.isNull())
        return nearest;
    const auto begins = [&lower](const QString &name) { return name.size() > 2 && lower.startsWith(name, Qt::CaseInsensitive); };
    const auto found = std::find_if(names.begin(), names.end(), begins);
    return found == names.end() ? QString() : *found;
}

} // namespace waic::explore
