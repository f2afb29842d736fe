// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help_dialogs.h"

#include "catalogue/libraries.h"
#include "ui/common/theme.h"
#include "ui/shortcuts_dialog.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Help)
};

QLabel *label(const QString &text, const QFont &font)
{
    auto *made = new QLabel(text);
    made->setTextFormat(Qt::PlainText);
    made->setFont(font);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return made;
}

/// A dialog's column: title above, buttons to be added below.
QVBoxLayout *column(QDialog &dialog, const QString &title)
{
    dialog.setWindowTitle(title);
    auto *layout = new QVBoxLayout(&dialog);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(16);
    layout->addWidget(label(title, uiFont(16, 600)));
    return layout;
}

QDialogButtonBox *closeButton(QDialog &dialog)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    return buttons;
}

void showLicence(QWidget *parent)
{
    QDialog dialog(parent);
    QVBoxLayout *layout = column(dialog, Text::tr("GNU General Public License, Version 3"));
    QFile file(QStringLiteral(":/licence/LICENSE"));
    const bool found = file.open(QIODevice::ReadOnly);
    auto *text
        = new QPlainTextEdit(found ? QString::fromUtf8(file.readAll()) : QStringLiteral("https://www.gnu.org/licenses/gpl-3.0"));
    text->setReadOnly(true);
    text->setAccessibleName(Text::tr("Text of the licence"));
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(textPixels(12));
    text->setFont(font);
    layout->addWidget(text, 1);
    layout->addWidget(closeButton(dialog));
    dialog.resize(640, 560);
    dialog.exec();
}

/// Name, version and licence of what the program is made with.
QGridLayout *makeLibraries()
{
    const QString none;
    const QString rows[][3] = {
        {QStringLiteral("Qt"), QString::fromLatin1(qVersion()), Text::tr("LGPL 3; Qt Charts GPL 3")},
        {QStringLiteral("SQLite"), catalogue::sqliteVersion(), Text::tr("public domain")},
        {QStringLiteral("SQLiteCpp"), catalogue::sqliteCppVersion(), QStringLiteral("MIT")},
        {QStringLiteral("tl::expected"), none, QStringLiteral("CC0 1.0")},
        {Text::tr("Breeze icons"), none, Text::tr("LGPL 3 or later")},
        {QStringLiteral("Open Sans"), none, QStringLiteral("Apache 2.0")},
        {QStringLiteral("Noto Sans CJK"), none, QStringLiteral("OFL 1.1")},
    };
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(2, 1);
    int row = 0;
    for (const auto &[name, version, licence] : rows) {
        grid->addWidget(label(name, uiFont(13)), row, 0);
        grid->addWidget(label(version, uiFont(13)), row, 1);
        grid->addWidget(label(licence, uiFont(13)), row++, 2);
    }
    return grid;
}

} // namespace

void showShortcutsDialog(QWidget *parent)
{
    ShortcutsDialog(parent).exec();
}

void showAboutDialog(QWidget *parent)
{
    QDialog dialog(parent);
    QVBoxLayout *layout = column(dialog, QStringLiteral("WAIC Explorer %1").arg(QStringLiteral(WAIC_VERSION)));
    dialog.setWindowTitle(Text::tr("About WAIC Explorer"));
    const auto add = [&](const QString &text) {
        QLabel *made = label(text, uiFont(13));
        made->setWordWrap(true);
        layout->addWidget(made);
    };
    add(Text::tr(
        "Explore, chart and correct the announcements of the World Artificial Intelligence Conference: every number says "
        "who said it."));
    add(Text::tr("Free software under the GNU General Public License, version 3 or later, without any warranty. Made with:"));
    layout->addLayout(makeLibraries());
    layout->addStretch(1);
    QDialogButtonBox *buttons = closeButton(dialog);
    QPushButton *licence = buttons->addButton(Text::tr("&Licence…"), QDialogButtonBox::ActionRole);
    QObject::connect(licence, &QPushButton::clicked, &dialog, [&dialog] { showLicence(&dialog); });
    layout->addWidget(buttons);
    dialog.resize(480, dialog.sizeHint().height());
    dialog.exec();
}

} // namespace waic::ui
