// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/paste_plan.h"

#include "catalogue/figure.h"
#include "ui/common/words.h"
#include "ui/table/columns.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>

namespace waic::ui {

using catalogue::AnnouncementRow;
using catalogue::Field;
using catalogue::FieldType;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PastePlan)
};

QString counted(std::size_t count, const QString &one, const QString &many)
{
    return count == 1 ? one : many.arg(catalogue::countText(qint64(count)));
}

/// A date in words, as the table may show and copy it, back in the catalogue's form; other text as it is.
QString withoutWords(const QString &typed)
{
    if (!typed.contains(QLatin1Char(' ')))
        return typed;
    for (const auto &[words, form] : {std::pair("d MMM yyyy", "yyyy-MM-dd"), {"MMM yyyy", "yyyy-MM"}}) {
        const QDate day = QLocale().toDate(typed.trimmed(), QString::fromLatin1(words));
        const QString iso = day.toString(QString::fromLatin1(form));
        if (day.isValid() && dateTitle(iso) == typed.trimmed())
            return iso;
    }
    return typed;
}

Result<QVariant> valueOf(const Field &field, const QString &typed)
{
    // What parseField() says about an empty text speaks of the keyboard.
    if (field.required && typed.trimmed().isEmpty())
        return failure(ErrorKind::BadInput, Text::tr("%1 may not be empty").arg(catalogue::fieldLabel(field)));
    return catalogue::parseField(field, field.type == FieldType::Date ? withoutWords(typed) : typed);
}

bool isBlank(const QStringList &line)
{
    return std::all_of(line.begin(), line.end(), [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

} // namespace

bool PastePlan::needsPreview() const
{
    return cells.size() > PastePlanner::kFewCells || !added.empty() || !refused.empty() || !skipped.empty() || beyond > 0;
}

QString pasteWords(const PastePlan &plan)
{
    const QString cells = counted(plan.cells.size(), Text::tr("1 cell"), Text::tr("%1 cells"));
    const QString added = counted(plan.added.size(), Text::tr("1 new announcement"), Text::tr("%1 new announcements"));
    if (plan.changesNothing())
        return Text::tr("nothing");
    if (plan.added.empty())
        return cells;
    return plan.cells.empty() ? added : Text::tr("%1 and %2", "cells, new announcements").arg(cells, added);
}

catalogue::Edit pasteEdit(const PastePlan &plan)
{
    catalogue::Edit edit{Text::tr("Paste %1").arg(pasteWords(plan)), {}};
    edit.changes.reserve(plan.cells.size() + plan.added.size());
    for (const PastePlan::Cell &cell : plan.cells)
        edit.changes.emplace_back(catalogue::SetCell{catalogue::Entity::Announcement, cell.row,
            QString::fromLatin1(columnSpec(cell.column).field), cell.to, cell.from.isEmpty() ? QVariant() : QVariant(cell.from)});
    for (const catalogue::Announcement &row : plan.added)
        edit.changes.emplace_back(catalogue::AddAnnouncement{row});
    return edit;
}

PastePlanner::PastePlanner(PastedBlock block, std::span<const int> columns, Spread spread)
    : m_block(std::move(block))
    , m_spread(spread)
{
    const std::optional<std::vector<int>> heads = headsOf(m_block);
    m_plan.hasHeads = heads.has_value();
    m_first = m_next = heads ? 1 : 0;
    const std::span<const int> into = heads ? std::span<const int>(*heads) : columns;
    const std::size_t width = m_block.width();
    m_plan.beyond = width - std::min(width, into.size());
    for (std::size_t at = 0; at < std::min(width, into.size()); ++at) {
        const int column = into[at];
        if (column < 0)
            continue;
        if (const Field *field = columnField(column))
            m_targets.push_back({qsizetype(at), column, field});
        else
            m_plan.skipped.push_back(column);
    }
}

void PastePlanner::refuse(const QString &row, int column, const QString &typed, const QString &why)
{
    m_plan.refused.push_back({row, column, typed, why});
}

void PastePlanner::onRows(std::span<const AnnouncementRow> rows)
{
    for (const AnnouncementRow &row : rows) {
        Q_ASSERT(m_next < m_block.lines.size());
        onRow(row, m_block.lines[m_next]);
        if (m_spread == Spread::Down)
            ++m_next;
    }
}

void PastePlanner::onRow(const AnnouncementRow &row, const QStringList &line)
{
    const catalogue::Announcement &now = row.announcement;
    // A row that is gone has nothing but its id.
    if (now.uid.isEmpty()) {
        refuse({}, -1, line.join(QLatin1Char(' ')), Text::tr("this announcement is gone from the catalogue"));
        return;
    }
    for (const Target &target : m_targets) {
        if (target.at >= line.size())
            break;
        const QString &typed = line[target.at];
        const Result<QVariant> value = valueOf(*target.field, typed);
        const QString from = now.*catalogue::textMember(*target.field);
        if (!value)
            refuse(now.title, target.column, typed, value.error().what);
        else if (value->toString() == from)
            ++m_plan.unchanged;
        else
            m_plan.cells.push_back({now.id, now.title, target.column, from, *value});
    }
}

void PastePlanner::pastLastRow(const QString &whyNot)
{
    const bool hasTitle
        = std::any_of(m_targets.begin(), m_targets.end(), [](const Target &target) { return target.column == TitleColumn; });
    const QString why
        = !whyNot.isEmpty() || hasTitle ? whyNot : Text::tr("a new announcement needs a title, and no title is pasted");
    std::size_t left = 0;
    for (; m_next < m_block.lines.size(); ++m_next) {
        if (isBlank(m_block.lines[m_next]))
            continue;
        if (why.isEmpty())
            addLine(m_next - m_first + 1, m_block.lines[m_next]);
        else
            ++left;
    }
    if (left > 0)
        refuse(counted(left, Text::tr("1 line past the last row"), Text::tr("%1 lines past the last row")), -1, {}, why);
}

void PastePlanner::addLine(std::size_t number, const QStringList &line)
{
    const QString name = Text::tr("line %1 of the paste").arg(catalogue::countText(qint64(number)));
    catalogue::Announcement made;
    std::vector<PastePlan::Refusal> wrong;
    for (const Target &target : m_targets) {
        const QString typed = line.value(target.at);
        const Result<QVariant> value = valueOf(*target.field, typed);
        if (value && value->isValid())
            made.*catalogue::textMember(*target.field) = value->toString();
        else if (!value)
            wrong.push_back({name, target.column, typed, value.error().what});
    }
    if (made.title.isEmpty()) {
        refuse(name, -1, line.join(QLatin1Char(' ')).trimmed(), Text::tr("a new announcement needs a title"));
        return;
    }
    m_plan.added.push_back(made);
    m_plan.refused.insert(m_plan.refused.end(), wrong.begin(), wrong.end());
}

} // namespace waic::ui
