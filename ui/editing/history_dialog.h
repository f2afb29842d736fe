// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/step_list.h"
#include "ui/common/background_reader.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QTreeWidget;
class QTreeWidgetItem;

namespace waic::ui {

class StepModel;
class Workspace;

/// The history of the whole catalogue beside the window: every step, what it did, from what to what; any one is undone or taken
/// up again.  Follows edits, reads on a worker.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    explicit HistoryDialog(Workspace &workspace, QWidget *parent);
    ~HistoryDialog() override;

signals:
    void showAsked(qint64 announcement); ///< one that a step concerns

private:
    void makeSteps();
    void makeContents();
    void makeButtons();
    void onOpened();
    void onClosing();
    void reload();
    void onRead(const Result<std::vector<catalogue::ListedStep>> &steps, bool more);
    void readContents();
    void showContents(const Result<catalogue::StepContents> &contents);
    const catalogue::ListedStep *current() const;
    void enable();
    void takeBack();
    void compact();

    Workspace &m_workspace;
    StepModel *m_model;
    QTableView *m_steps;
    QTreeWidget *m_contents;
    QLineEdit *m_find;
    QLabel *m_note; ///< in place of contents
    QPushButton *m_takeBack;
    QPushButton *m_show;
    QPushButton *m_compact;
    std::unique_ptr<BackgroundReader> m_stepReader;
    std::unique_ptr<BackgroundReader> m_contentReader;
    QTimer m_reloadSoon; ///< several edits at once are one reading
    qint64 m_wanted = 0; ///< the step chosen before a reading
};

} // namespace waic::ui
