// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

#include <vector>

class QStandardItemModel;

namespace waic::ui {

/// One way to go on typing, and the range of the text that it takes the place of.
struct Proposal
{
    int position = 0;
    int length = 0;
    QString text;
    QString label;
    QString detail; ///< may be null
    int count = -1; ///< -1: not known

    bool operator==(const Proposal &) const = default;
};

/// Proposals in a list that floats over the window below a field.  Never takes the focus.
class CompletionList : public QListView
{
    Q_OBJECT

public:
    explicit CompletionList(QWidget *window);

    void setProposals(std::vector<Proposal> proposals);
    const std::vector<Proposal> &proposals() const { return m_proposals; }
    /// Below y, from x on, both in the window, and not wider than most.
    void showAt(const QPoint &corner, int most);
    void move(int steps); ///< from none: to the first or the last; beyond the end: to none
    int chosen() const;   ///< -1: none
    QString spoken(int row) const;

signals:
    void picked(int row);

private:
    std::vector<Proposal> m_proposals;
    QStandardItemModel *m_rows;
};

} // namespace waic::ui
