// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/empty_window.h"

#include "ui/common/link_button.h"
#include "ui/common/theme.h"
#include "ui/common/words.h"
#include "ui/recent_files.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

constexpr int kMostFiles = 5;

QLabel *label(const QString &text, const QFont &font)
{
    auto *made = new QLabel(text);
    made->setTextFormat(Qt::PlainText);
    made->setFont(font);
    made->setAlignment(Qt::AlignCenter);
    return made;
}

} // namespace

EmptyWindow::EmptyWindow(QWidget *parent)
    : QWidget(parent)
    , m_files(new QVBoxLayout)
{
    auto *open = new QPushButton(tr("Open…"));
    open->setProperty("primary", true);
    auto *made = new QPushButton(tr("New Catalogue…"));
    setFocusProxy(open);
    connect(open, &QPushButton::clicked, this, &EmptyWindow::openAsked);
    connect(made, &QPushButton::clicked, this, &EmptyWindow::newAsked);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(open);
    buttons->addWidget(made);
    buttons->addStretch(1);
    m_files->setSpacing(4);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addStretch(2);
    layout->addWidget(label(tr("No catalogue is open"), uiFont(16, 600)));
    layout->addLayout(buttons);
    layout->addLayout(m_files);
    layout->addStretch(3);
}

void EmptyWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    listFiles();
}

void EmptyWindow::listFiles()
{
    while (QLayoutItem *item = m_files->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int listed = 0;
    for (const RecentFile &file : recentFiles()) {
        if (!file.isThere || listed == kMostFiles)
            break;
        if (listed++ == 0)
            m_files->addWidget(label(tr("Opened before"), uiFont(12, 600)));
        auto *link = new LinkButton(literal(file.title));
        link->setTextSize(13);
        link->setToolTip(plainToolTip(file.path));
        connect(link, &LinkButton::clicked, this, [this, path = file.path] { emit chosen(path); });
        m_files->addWidget(link, 0, Qt::AlignHCenter);
    }
}

} // namespace waic::ui
