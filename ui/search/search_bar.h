// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"
#include "ui/search/box_text.h"

#include <QWidget>

#include <vector>

namespace waic::ui {

class NoteBubble;
class SearchEdit;
class Workspace;

/// The search box: words and conditions narrow the table at every key.  A finished condition becomes a chip of the ChipRow.
class SearchBar : public QWidget
{
    Q_OBJECT

public:
    explicit SearchBar(Workspace &workspace, QWidget *parent = nullptr);

    void focusSearch(); ///< and selects its text
    void clear();
    SearchEdit *edit() const { return m_edit; }

    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onText();
    void onQueryChanged();
    /// Conditions that the cursor has left become chips; all of them, when asked.
    void finishConditions(bool all);
    void ask();
    void showMistakes(const std::vector<BoxTerm> &terms);
    bool isSettled(const BoxTerm &term) const;
    void setText(const QString &text);

    Workspace &m_workspace;
    SearchEdit *m_edit;
    NoteBubble *m_bubble;
    explore::Query m_inBox; ///< the part of the workspace's query that stands in the box
    bool m_asking = false;  ///< a change of the query or the text is our own
};

} // namespace waic::ui
