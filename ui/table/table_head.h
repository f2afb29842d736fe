// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/answer.h"
#include "ui/common/pane_head.h"

#include <QTimer>

class QLabel;

namespace waic::ui {

class ColumnLayout;
class LinkButton;

/// The table's head: how many rows of how many, how they are sorted when no column says it, work under way, the columns.
class TableHead : public PaneHead
{
    Q_OBJECT

public:
    explicit TableHead(ColumnLayout &columns, QWidget *parent = nullptr);

    void showAnswer(const explore::Answer &answer);
    void showQuery(const explore::Query &query);
    void clear();

    /// Rows copied so far, with Cancel; shown when it takes longer than a person notices.
    void showCopying(int rows, int ofRows);
    /// The same for rows that a paste falls on.
    void showPasting(int rows, int ofRows);
    void endWork();

signals:
    void relevanceAsked();
    void cancelAsked();

private:
    ColumnLayout &m_columns;
    LinkButton *m_relevance;
    QLabel *m_byRelevance;
    void showWork(const QString &words, const QString &cancel);

    QLabel *m_work;
    LinkButton *m_cancel;
    QTimer m_slow;
};

} // namespace waic::ui
