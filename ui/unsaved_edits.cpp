// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/unsaved_edits.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(UnsavedEdits)
};

bool isSameCell(const catalogue::Change &one, const catalogue::Change &other)
{
    const auto *a = std::get_if<catalogue::SetCell>(&one);
    const auto *b = std::get_if<catalogue::SetCell>(&other);
    return a && b && a->entity == b->entity && a->row == b->row && a->column == b->column && a->value == b->value;
}

bool isSame(const catalogue::Edit &one, const catalogue::Edit &other)
{
    return std::equal(one.changes.begin(), one.changes.end(), other.changes.begin(), other.changes.end(), isSameCell);
}

} // namespace

QString UnsavedEdits::title() const
{
    if (m_edits.empty())
        return {};
    const QString first = m_edits.front().label;
    return count() == 1 ? first : Text::tr("%1, and %2 more").arg(first, QString::number(count() - 1));
}

void UnsavedEdits::keep(const catalogue::Edit &edit)
{
    // Only the newest: the same value asked for after another one counts again.
    if (m_edits.empty() || !isSame(m_edits.back(), edit))
        m_edits.push_back(edit);
}

void UnsavedEdits::keep(const catalogue::Edit &edit, const Error &error)
{
    keep(edit);
    m_error = error;
}

void UnsavedEdits::putBack(const std::vector<catalogue::Edit> &edits)
{
    m_edits.insert(m_edits.begin(), edits.begin(), edits.end());
}

std::vector<catalogue::Edit> UnsavedEdits::take()
{
    return std::exchange(m_edits, {});
}

} // namespace waic::ui
