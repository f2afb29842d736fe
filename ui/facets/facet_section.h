// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/answer.h"

#include <QWidget>

namespace waic::ui {

class ClearButton;
class FacetHead;

/// A field's part of the filters pane: a head that folds it, and what a subclass shows below.  Edits the query of now and asks
/// for the edited one.  UI thread.
class FacetSection : public QWidget
{
    Q_OBJECT

public:
    FacetSection(const QString &field, QWidget *parent);

    const QString &field() const { return m_field; }
    bool isExpanded() const;
    void setExpanded(bool expanded);

    /// What the field's part of an answer says; the same as before costs next to nothing.
    virtual void setCounts(const explore::FacetCounts &counts) = 0;
    /// The query has changed, its counts are on their way.
    void setQuery(const explore::Query &query);
    /// Another catalogue: nothing to show, no search.
    virtual void clear();
    /// The part of the section that can be seen, from its top.
    virtual void setSight(int top, int bottom);
    virtual void focusStop();

signals:
    void asked(const waic::explore::Query &query);
    void expansionChanged();     ///< by a person
    void focused(QWidget *part); ///< to be scrolled into sight

protected:
    virtual void queryChanged() = 0;
    /// Places everything again.
    virtual void arrange() = 0;
    virtual bool onKey(QWidget *part, const QKeyEvent &key);
    virtual void expansionShown() { }

    /// Head and buttons in it; others: buttons beside the clearing one, from the right.
    void arrangeHead(const QList<QWidget *> &others = {});
    /// The section's height below what was placed down to `top`.
    void finishArranging(int top);
    void watch(QWidget *part); ///< keys and focus go through this section
    /// "2 selected, 1 excluded" of the query, or what stands there when nothing is.
    void setHeadNote(const QString &atRest);
    void ask(const explore::Query &query);

    FacetHead *head() const { return m_head; }
    ClearButton *clearButton() const { return m_clear; }
    const explore::Query &query() const { return m_query; }
    static QString settingsKey(const QString &field, const char *what);

    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool hasConditions() const;

    QString m_field;
    explore::Query m_query;
    FacetHead *m_head;
    ClearButton *m_clear;
};

} // namespace waic::ui
