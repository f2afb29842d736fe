// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/facets/facet_choice.h"

#include <QHash>
#include <QList>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace waic::ui {

class FacetSection;
class Workspace;

/// Filters: for each facet that a person wants to see its values, with counts under all other selections, or a histogram.  Only
/// the facets that are unfolded are counted.
class FacetsPane : public QWidget
{
    Q_OBJECT

public:
    explicit FacetsPane(Workspace &workspace, QWidget *parent = nullptr);

    void focusFirst();

    QSize sizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void onAnswered();
    void onQueryChanged();
    void onVocabulary();
    void setChoice(const FacetChoice &choice);
    FacetSection *makeSection(const QString &field);
    void askCounts();
    void showSight();
    void openChooser();

    Workspace &m_workspace;
    FacetChoice m_choice;
    explore::Vocabulary m_vocabulary; ///< only fields
    QScrollArea *m_scroll;
    QVBoxLayout *m_rows;
    QWidget *m_configure;
    QList<FacetSection *> m_sections; ///< those shown, in their order
};

} // namespace waic::ui
