// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/facets/facet_order.h"

#include <QList>
#include <QWidget>

class QScrollArea;

namespace waic::ui {

class FacetSection;
class Workspace;

/// Filters: for each facet its values with counts under all other selections.
class FacetsPane : public QWidget
{
    Q_OBJECT

public:
    explicit FacetsPane(Workspace &workspace, QWidget *parent = nullptr);

    void focusFirst();

    QSize sizeHint() const override;

private:
    void onAnswered();
    void onQueryChanged();
    void setState(const QString &field, const QString &value, FacetState state);
    void setOnly(const QString &field, const QString &value);
    void setAll(const QString &field, const QStringList &values);

    Workspace &m_workspace;
    QScrollArea *m_scroll;
    QList<FacetSection *> m_sections;
};

} // namespace waic::ui
