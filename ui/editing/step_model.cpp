// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editing/step_model.h"

#include "ui/common/step_words.h"
#include "ui/common/theme.h"
#include "ui/common/words.h"

#include <algorithm>

namespace waic::ui {

void StepModel::reset(std::vector<catalogue::ListedStep> steps, bool mayHaveMore)
{
    beginResetModel();
    m_steps = std::move(steps);
    m_mayHaveMore = mayHaveMore;
    endResetModel();
}

void StepModel::append(const std::vector<catalogue::ListedStep> &steps, bool mayHaveMore)
{
    m_mayHaveMore = mayHaveMore;
    if (steps.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(steps.size()) - 1);
    m_steps.insert(m_steps.end(), steps.begin(), steps.end());
    endInsertRows();
}

int StepModel::rowOf(qint64 step) const
{
    const auto found
        = std::find_if(m_steps.begin(), m_steps.end(), [step](const catalogue::ListedStep &one) { return one.id == step; });
    return found == m_steps.end() ? -1 : int(found - m_steps.begin());
}

int StepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int StepModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant StepModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const catalogue::ListedStep &shown = step(index.row());
    const bool undone = !shown.standing && shown.kind != QLatin1String("undo");
    if (role == UndoneRole)
        return undone;
    if (role == Qt::ForegroundRole && (undone || index.column() != What))
        return themeColour(Token::Text3);
    if (role == Qt::FontRole) {
        QFont font = uiFont(13);
        font.setStrikeOut(undone && index.column() == What);
        return font;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    QString words;
    switch (index.column()) {
    case When:
        words = stepTime(shown.at);
        break;
    case Who:
        words = shown.author;
        break;
    default:
        words = stepWords(shown.kind, shown.label);
        if (role != Qt::DisplayRole && undone)
            words = tr("%1 (undone)").arg(words);
    }
    return role == Qt::ToolTipRole ? plainToolTip(words) : words;
}

QVariant StepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return section == When ? tr("When") : section == Who ? tr("Who") : tr("What");
}

bool StepModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_mayHaveMore && !m_steps.empty();
}

void StepModel::fetchMore(const QModelIndex &)
{
    m_mayHaveMore = false; // until what is asked for has come
    emit moreAsked(m_steps.back().id);
}

} // namespace waic::ui
