// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"
#include "ui/actions.h"
#include "ui/help_dialogs.h"
#include "ui/shortcuts_dialog.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QTimer>

using namespace waic;
using namespace waic::tests;

namespace {

QStringList shownTexts(const QWidget &parent)
{
    QStringList texts;
    for (const QLabel *label : parent.findChildren<QLabel *>())
        if (label->isVisible())
            texts << label->text();
    return texts;
}

} // namespace

TEST_CASE("every shortcut of the action table stands in the list of shortcuts", "[help]")
{
    ui::ShortcutsDialog dialog(nullptr);
    dialog.show();
    const QStringList texts = shownTexts(dialog);
    for (const ui::ActionSpec &spec : ui::actionTable()) {
        QStringList keys;
        for (const QKeySequence &shortcut : spec.shortcuts)
            keys << shortcut.toString(QKeySequence::NativeText);
        CAPTURE(spec.id);
        CHECK((keys.isEmpty() || texts.contains(keys.join(QStringLiteral(", ")))));
    }
}

TEST_CASE("a shortcut is found by its words and by its keys, and nothing found is said", "[help]")
{
    ui::ShortcutsDialog dialog(nullptr);
    dialog.show();
    auto *edit = dialog.findChild<QLineEdit *>();
    REQUIRE(edit);
    edit->setText(QStringLiteral("keyb sh"));
    CHECK_FALSE(shownTexts(dialog).contains(QStringLiteral("F1")));
    edit->setText(QStringLiteral("keyboard SH"));
    CHECK(shownTexts(dialog).contains(QStringLiteral("F1")));
    CHECK_FALSE(shownTexts(dialog).contains(QStringLiteral("File")));
    edit->setText(QStringLiteral("ctrl+q"));
    CHECK(shownTexts(dialog).contains(QStringLiteral("Quit")));
    CHECK(shownTexts(dialog).contains(QStringLiteral("File")));
    edit->setText(QStringLiteral("zzzz"));
    CHECK(shownTexts(dialog).filter(QStringLiteral("No command")).size() == 1);
    edit->clear();
    CHECK(shownTexts(dialog).contains(QStringLiteral("F1")));
}

TEST_CASE("About names the versions that run and shows the licence's text", "[help]")
{
    QStringList texts;
    QString licence;
    QTimer::singleShot(0, [&] {
        auto *about = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        REQUIRE(about);
        texts = shownTexts(*about);
        QPushButton *more = nullptr;
        for (QPushButton *button : about->findChildren<QPushButton *>())
            if (button->text().contains(QStringLiteral("icence")))
                more = button;
        REQUIRE(more);
        QTimer::singleShot(0, [&] {
            QWidget *shown = QApplication::activeModalWidget();
            licence = shown->findChild<QPlainTextEdit *>()->toPlainText();
            shown->close();
        });
        more->click();
        about->close();
    });
    ui::showAboutDialog(nullptr);
    CHECK(texts.filter(QStringLiteral(WAIC_VERSION)).size() == 1);
    CHECK(texts.contains(QString::fromLatin1(qVersion())));
    CHECK(texts.filter(QRegularExpression(QStringLiteral("^3\\.\\d+\\.\\d+$"))).size() == 2); // SQLite and SQLiteCpp
    CHECK(licence.contains(QStringLiteral("GNU GENERAL PUBLIC LICENSE")));
    CHECK(licence.size() > 30'000);
}
