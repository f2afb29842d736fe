// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/status_line.h"

#include "catalogue/figure.h"
#include "ui/common/theme.h"
#include "ui/common/words.h"
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
    , m_saved(label(400))
    , m_file(label(400))
{
    setSizeGripEnabled(false);
    setFixedHeight(26);
    addWidget(m_shown);
    addWidget(m_time);
    addPermanentWidget(m_saved);
    addPermanentWidget(m_file);
    m_file->setContentsMargins(8, 0, 12, 0);
    m_time->setForegroundRole(QPalette::PlaceholderText);
    connect(&workspace, &Workspace::answered, this, &StatusLine::showAnswer);
    connect(&workspace, &Workspace::changed, this, &StatusLine::showSaved);
    connect(&workspace, &Workspace::opened, this, [this] {
        m_lastSaved.clear();
        m_file->setText(m_workspace.file().name());
        m_file->setToolTip(plainToolTip(m_workspace.file().path()));
        showSaved();
    });
    connect(&workspace, &Workspace::committed, this, [this] {
        m_lastSaved = tr("Saved %1").arg(QLocale().toString(QTime::currentTime(), QStringLiteral("HH:mm")));
        showSaved();
    });
}

void StatusLine::showAnswer()
{
    const explore::Answer &answer = m_workspace.answer();
    const QString shown = catalogue::countText(qint64(answer.ids.size()));
    const QString total = catalogue::countText(answer.total);
    m_shown->setText(
        answer.query.inBin ? tr("%1 of %2 in the bin shown").arg(shown, total) : tr("%1 of %2 shown").arg(shown, total));
    m_time->setText(tr("%1 ms").arg(std::max<qint64>(1, std::llround(answer.milliseconds))));
}

void StatusLine::showSaved()
{
    if (!m_workspace.isOpen())
        return;
    const bool readOnly = !m_workspace.isWritable();
    m_saved->setText(readOnly ? tr("Read-only") : m_workspace.isSaving() ? tr("Saving…") : m_lastSaved);
    m_saved->setToolTip(readOnly ? plainToolTip(m_workspace.file().readOnlyReason()) : QString());
}

} // namespace waic::ui
