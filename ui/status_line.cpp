// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/status_line.h"

#include "catalogue/figure.h"
#include "ui/common/theme.h"
#include "ui/common/words.h"
#include "ui/status_work.h"
#include "ui/workspace.h"

#include <QDateTime>
#include <QLabel>
#include <QLocale>

#include <cmath>

namespace waic::ui {

namespace {

QLabel *label(int weight)
{
    auto *made = new QLabel;
    made->setTextFormat(Qt::PlainText);
    made->setFont(uiFont(12, weight));
    made->setContentsMargins(8, 0, 4, 0);
    return made;
}

} // namespace

StatusLine::StatusLine(Workspace &workspace, QWidget *parent)
    : QStatusBar(parent)
    , m_workspace(workspace)
    , m_shown(label(600))
    , m_time(label(400))
    , m_reading(new StatusWork)
    , m_work(new StatusWork)
    , m_saved(label(400))
    , m_file(label(400))
{
    setSizeGripEnabled(false);
    setFixedHeight(26);
    addWidget(m_shown);
    addWidget(m_time);
    addPermanentWidget(m_reading);
    addPermanentWidget(m_work);
    addPermanentWidget(m_saved);
    addPermanentWidget(m_file);
    // A status bar shows what is added to it.
    m_reading->hide();
    m_work->hide();
    m_file->setContentsMargins(8, 0, 12, 0);
    m_time->setForegroundRole(QPalette::PlaceholderText);
    connect(&workspace, &Workspace::answered, this, &StatusLine::showAnswer);
    connect(&workspace, &Workspace::changed, this, &StatusLine::showSaved);
    connect(&workspace, &Workspace::opened, this, &StatusLine::showOpened);
    connect(&workspace, &Workspace::closed, this, &StatusLine::showClosed);
    connect(&workspace, &Workspace::progressed, this, [this](int percent) {
        m_readSummaries = percent;
        showReading();
    });
    connect(&workspace, &Workspace::committed, this, [this] {
        m_lastSaved = tr("Saved %1").arg(QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm")));
        showSaved();
    });
}

void StatusLine::showOpened()
{
    m_lastSaved.clear();
    m_hasAnswer = false;
    m_readSummaries = -1;
    m_shown->clear();
    m_time->clear();
    m_file->setText(m_workspace.file().name());
    m_file->setToolTip(plainToolTip(m_workspace.file().path()));
    showReading();
    showSaved();
}

void StatusLine::showClosed()
{
    for (QLabel *shown : {m_shown, m_time, m_saved, m_file}) {
        shown->clear();
        shown->setToolTip({});
    }
    m_reading->end();
}

void StatusLine::showAnswer()
{
    const explore::Answer &answer = m_workspace.answer();
    m_hasAnswer = true;
    showReading();
    const QString shown = catalogue::countText(qint64(answer.ids.size()));
    if (answer.reach == explore::Reach::FirstRows) {
        m_shown->setText(tr("The newest %1 so far").arg(shown));
        m_time->clear();
        return;
    }
    const QString total = catalogue::countText(answer.total);
    m_shown->setText(answer.query.inBin ? tr("%1 of %2 announcements in the bin").arg(shown, total)
                                        : tr("%1 of %2 announcements").arg(shown, total));
    m_time->setText(tr("%1 ms").arg(catalogue::countText(std::max<qint64>(1, std::llround(answer.milliseconds)))));
    m_time->setToolTip(tr("How long the answer took"));
}

void StatusLine::showReading()
{
    if (!m_workspace.isOpen())
        return;
    const explore::Reach reach = m_hasAnswer ? m_workspace.answer().reach : explore::Reach::FirstRows;
    if (reach == explore::Reach::Whole)
        m_reading->end();
    else if (reach == explore::Reach::FirstRows)
        m_reading->showWork(tr("Reading the catalogue…"), -1, false);
    else
        m_reading->showWork(tr("Titles only so far: summaries are being read"), m_readSummaries, false);
}

void StatusLine::showSaved()
{
    if (!m_workspace.isOpen())
        return;
    const bool readOnly = !m_workspace.isWritable();
    m_saved->setText(readOnly                 ? tr("Read-only")
            : m_workspace.isSaving()          ? tr("Saving…")
            : m_workspace.unsaved().isEmpty() ? m_lastSaved
                                              : tr("%n not saved", nullptr, m_workspace.unsaved().count()));
    m_saved->setToolTip(readOnly ? plainToolTip(m_workspace.file().readOnlyReason()) : QString());
}

} // namespace waic::ui
