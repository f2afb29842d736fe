// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace waic::ui {

/// What stands in the window's place for panes while no catalogue is open: how to come to one.
class EmptyWindow : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyWindow(QWidget *parent = nullptr);

signals:
    void newAsked();
    void openAsked();
    void chosen(const QString &path); ///< one of the files opened before

protected:
    void showEvent(QShowEvent *event) override;

private:
    void listFiles();

    QVBoxLayout *m_files;
};

} // namespace waic::ui
