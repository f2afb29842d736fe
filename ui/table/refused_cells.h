// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/conflict.h"

#include <QObject>

#include <deque>

namespace waic::ui {

class AnnouncementModel;
class Workspace;

/// Hands over what was typed in cells, and gives it back to the cell when it was not written.  Edits are answered in the order
/// they were handed over, without a name: all of the window are noted, those of cells with what was typed.  UI thread.
class RefusedCells : public QObject
{
    Q_OBJECT

public:
    RefusedCells(Workspace &workspace, AnnouncementModel &model, QObject *parent = nullptr);

    void apply(const catalogue::Edit &edit, catalogue::RowId row, int column, const QString &typed);

private:
    struct Asked
    {
        QString label;
        catalogue::RowId row = 0; ///< 0: not typed in a cell
        int column = 0;
        QString typed;
    };

    void onCommitted(const catalogue::Step &step);
    void onRefused(const Error &error);
    void onDecided(const catalogue::Conflict &conflict);

    Workspace &m_workspace;
    AnnouncementModel &m_model;
    Asked m_next; ///< what the next edit to be handed over was typed in
    std::deque<Asked> m_asked;
};

/// What is wrong and what would be right, in one line.
QString mistakeWords(const Error &error);

} // namespace waic::ui
