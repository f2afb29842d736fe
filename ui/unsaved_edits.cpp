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

using Cell = catalogue::SetCell;

bool isSameCell(const Cell &a, const Cell &b)
{
    return a.entity == b.entity && a.row == b.row && a.column == b.column;
}

bool isSame(const catalogue::Edit &one, const catalogue::Edit &other)
{
    const auto same = [](const catalogue::Change &a, const catalogue::Change &b) {
        const auto *cell = std::get_if<Cell>(&a);
        const auto *also = std::get_if<Cell>(&b);
        return cell && also && isSameCell(*cell, *also) && cell->value == also->value;
    };
    return std::equal(one.changes.begin(), one.changes.end(), other.changes.begin(), other.changes.end(), same);
}

/// The edit as it will find the cells once the waiting one is written; whoever made it saw what stood there before.
catalogue::Edit after(const catalogue::Edit &waiting, catalogue::Edit edit)
{
    for (catalogue::Change &change : edit.changes)
        for (const catalogue::Change &before : waiting.changes) {
            auto *cell = std::get_if<Cell>(&change);
            const auto *written = std::get_if<Cell>(&before);
            if (cell && written && cell->expected && isSameCell(*cell, *written))
                cell->expected = written->value;
        }
    return edit;
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
    if (m_edits.empty())
        m_edits.push_back(edit);
    else if (!isSame(m_edits.back(), edit))
        m_edits.push_back(after(m_edits.back(), edit));
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
