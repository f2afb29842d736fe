// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help_dialogs.h"

#include "ui/actions.h"
#include "ui/common/theme.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QString plain(QString text)
{
    return text.remove(QLatin1Char('&')).remove(QStringLiteral("…"));
}

QLabel *label(const QString &text, const QFont &font)
{
    auto *made = new QLabel(text);
    made->setTextFormat(Qt::PlainText);
    made->setFont(font);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

void run(QWidget *parent, const QString &title, QWidget *content, QSize size)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(title);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(label(title, uiFont(16, 600)));
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    dialog.resize(size);
    dialog.exec();
}

} // namespace

void showShortcutsDialog(QWidget *parent)
{
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, 0, 16, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QString &keys, const QString &what) {
        grid->addWidget(label(keys, uiFont(13, 600)), row, 0);
        grid->addWidget(label(what, uiFont(13)), row++, 1);
    };
    for (const ActionSpec &spec : actionTable()) {
        QStringList keys;
        for (const QKeySequence &shortcut : spec.shortcuts)
            keys << shortcut.toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            add(keys.join(QStringLiteral(", ")), plain(QCoreApplication::translate("Actions", spec.text)));
    }
    add(Text::tr("Space"), Text::tr("Tick a filter"));
    add(Text::tr("Shift+Space, Alt+Click"), Text::tr("Exclude a filter's value"));
    add(Text::tr("Enter"), Text::tr("Edit the cell, follow the link, filter by the bar"));
    add(Text::tr("Ctrl+C"), Text::tr("Copy the selected rows"));
    add(Text::tr("Esc"), Text::tr("Leave the editor, then clear the search"));
    run(parent, Text::tr("Keyboard Shortcuts"), content, {560, 600});
}

void showAboutDialog(QWidget *parent)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const auto add = [&](const QString &text) {
        QLabel *made = label(text, uiFont(13));
        made->setWordWrap(true);
        layout->addWidget(made);
    };
    add(Text::tr(
        "Version %1. Explore, chart and correct the announcements of the World Artificial Intelligence Conference: every "
        "number says who said it.")
            .arg(QStringLiteral(WAIC_VERSION)));
    add(Text::tr("Free software under the GNU General Public License, version 3 or later, without any warranty."));
    add(Text::tr(
        "Built with Qt %1 (LGPL 3; Qt Charts GPL 3), SQLite (public domain), SQLiteCpp (MIT), tl::expected (CC0), Breeze icons "
        "(LGPL 3), Open Sans (Apache 2.0) and Noto (OFL 1.1).")
            .arg(QString::fromLatin1(qVersion())));
    layout->addStretch(1);
    run(parent, Text::tr("About WAIC Explorer"), content, {460, 300});
}

} // namespace waic::ui
