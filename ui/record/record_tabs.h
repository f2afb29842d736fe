// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabBar>

namespace waic::ui {

/// The tabs of a record, with counts in a quieter type behind the names and a hairline below.
class RecordTabs : public QTabBar
{
    Q_OBJECT

public:
    explicit RecordTabs(QWidget *parent = nullptr);

    void addPage(const QString &name);
    /// -1: no count.  The tab's text says "Figures 4".
    void setCount(int tab, int count);

    QSize sizeHint() const override;

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int textWidth(int index) const;
    int padding() const;

    QStringList m_names;
    QStringList m_counts;
};

} // namespace waic::ui
