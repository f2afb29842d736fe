// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"

#include <QHash>
#include <QWidget>

class QVBoxLayout;

namespace waic::ui {

class FieldInput;
class FoldButton;
class LineEditor;
class RecordOffers;
class Workspace;

/// The sources of one figure: each with its stance, place and own words below its name, and a line that adds one which the
/// catalogue has, or a new one by address or title.  Nothing is written before changes() is handed in by its owner.
class CitationsBox : public QWidget
{
    Q_OBJECT

public:
    CitationsBox(Workspace &workspace, RecordOffers &offers, QWidget *parent = nullptr);

    /// What is stored now; what was added, removed or half-typed stays.
    void setStored(const std::vector<catalogue::Citation> &citations, const std::vector<catalogue::RecordSource> &sources);
    bool isDirty() const;
    /// Shows mistakes where they are.
    bool check();
    /// What differs, as changes of the figure's edit.  REQUIRES check().
    std::vector<catalogue::Change> changes(catalogue::RowId claim) const;

signals:
    void entered();
    void escaped();

private:
    struct Row
    {
        catalogue::Citation stored; ///< id 0: added here
        catalogue::Source source;
        bool isNewSource = false;
        bool removed = false;
        QWidget *widget = nullptr;
        FoldButton *fold = nullptr;
        std::vector<FieldInput *> inputs;
    };

    void addRow(const catalogue::Citation &citation, const catalogue::Source &source, bool isNewSource);
    void fillRow(Row &row);
    void remove(const QWidget *widget);
    void take();
    void cite(const catalogue::Source &source, bool isNew);
    void offer();
    bool eventFilter(QObject *watched, QEvent *event) override;

    Workspace &m_workspace;
    RecordOffers &m_offers;
    std::vector<Row> m_rows;
    QVBoxLayout *m_list;
    LineEditor *m_add;
};

/// A source made of an address or a title that someone typed: publisher by the host, accessed today.  Its id is new.
catalogue::Source newSource(const QString &url, const QString &title);

} // namespace waic::ui
