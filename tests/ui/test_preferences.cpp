// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/record_history.h"
#include "support/app_fixture.h"
#include "ui/preferences_dialog.h"
#include "ui/record/record_pane.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>

using namespace waic;
using namespace waic::tests;

namespace {

template <typename Field>
Field &field(ui::PreferencesDialog &dialog, const char *name)
{
    auto *found = dialog.findChild<Field *>(QString::fromLatin1(name));
    REQUIRE(found);
    return *found;
}

void choose(ui::PreferencesDialog &dialog, const char *name, const QVariant &value)
{
    auto &box = field<QComboBox>(dialog, name);
    const int index = box.findData(value);
    REQUIRE(index >= 0);
    box.setCurrentIndex(index);
}

/// As the user sees it in the table's first row.
QString cell(AppFixture &app, int column)
{
    return app.table().model()->index(0, column).data().toString();
}

/// Leaves the program's forms as they were.
struct Restored
{
    ~Restored() { ui::applyPreferences({.author = {}, .theme = ui::ThemeChoice::Light, .numberForm = {}, .backupFolder = {}}); }
};

} // namespace

TEST_CASE("the dialog shows what holds and gives what is chosen", "[preferences]")
{
    ScriptedDialogs dialogs;
    const TemporaryFolder folder;
    ui::Preferences now;
    now.author = QStringLiteral("Ada");
    now.textSize = ui::TextSize::Large;
    now.numberForm = QStringLiteral("de_DE");
    ui::PreferencesDialog dialog(now, dialogs, nullptr);
    CHECK(dialog.preferences() == now);
    for (QComboBox *box : dialog.findChildren<QComboBox *>())
        CHECK_FALSE(box->accessibleName().isEmpty());
    field<QLineEdit>(dialog, "author").setText(QStringLiteral("  Bo "));
    choose(dialog, "theme", int(ui::ThemeChoice::Dark));
    choose(dialog, "textSize", int(ui::TextSize::Small));
    choose(dialog, "numbers", QStringLiteral("fr_FR"));
    choose(dialog, "dates", int(ui::DateForm::Words));
    dialogs.folder = folder.path();
    QTest::mouseClick(&field<QPushButton>(dialog, "chooseBackups"), Qt::LeftButton);
    CHECK(dialog.preferences()
        == ui::Preferences{QStringLiteral("Bo"), ui::ThemeChoice::Dark, ui::TextSize::Small, QStringLiteral("fr_FR"),
            ui::DateForm::Words, folder.path()});
}

TEST_CASE("a backup folder that is not there is refused in words at the field", "[preferences]")
{
    ScriptedDialogs dialogs;
    const TemporaryFolder folder;
    ui::PreferencesDialog dialog({}, dialogs, nullptr);
    auto &backups = field<QLineEdit>(dialog, "backups");
    for (const QString &text : {QStringLiteral("relative"), folder.path(QStringLiteral("missing"))}) {
        backups.setText(text);
        dialog.accept();
        CHECK(dialog.result() != QDialog::Accepted);
        CHECK_FALSE(backups.accessibleDescription().isEmpty());
    }
    backups.setText(folder.path());
    CHECK(backups.accessibleDescription().isEmpty());
    dialog.accept();
    CHECK(dialog.result() == QDialog::Accepted);
}

TEST_CASE("preferences come back as they were kept, and nonsense in the settings is the default", "[preferences]")
{
    QSettings().clear();
    CHECK(ui::keptPreferences() == ui::Preferences());
    const ui::Preferences kept{QStringLiteral("Ada"), ui::ThemeChoice::Dark, ui::TextSize::Small, QStringLiteral("fr_FR"),
        ui::DateForm::Words, QStringLiteral("/tmp/backups")};
    ui::keepPreferences(kept);
    CHECK(ui::keptPreferences() == kept);
    for (const char *key : {"theme", "textSize", "numberForm", "dateForm"})
        QSettings().setValue(QString::fromLatin1(key), QStringLiteral("sepia"));
    const ui::Preferences read = ui::keptPreferences();
    CHECK(read.theme == ui::ThemeChoice::System);
    CHECK(read.textSize == ui::TextSize::Normal);
    CHECK(read.numberForm.isNull());
    CHECK(read.dateForm == ui::DateForm::Iso);
    QSettings().clear();
}

TEST_CASE("text size changes every text at once and back to the pixel, and pictures keep theirs", "[preferences]")
{
    const Restored restored;
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    QHash<QWidget *, int> before;
    for (QWidget *widget : app.window().findChildren<QWidget *>())
        before.insert(widget, widget->font().pixelSize());
    ui::Preferences preferences = ui::keptPreferences();
    preferences.theme = ui::ThemeChoice::Light;
    preferences.textSize = ui::TextSize::Large;
    app.window().setPreferences(preferences);
    CHECK(QApplication::font().pixelSize() == 15);
    int seen = 0;
    for (const QLabel *label : app.window().findChildren<QLabel *>()) {
        if (!label->isVisible())
            continue;
        CAPTURE(label->text(), label->parentWidget()->metaObject()->className(), before.value(const_cast<QLabel *>(label)));
        CHECK(label->font().pixelSize() > before.value(const_cast<QLabel *>(label)));
        ++seen;
    }
    CHECK(seen > 10);
    app.workspace().report({ErrorKind::Io, QStringLiteral("shown only now"), {}, {}});
    for (const QLabel *label : app.window().findChildren<QLabel *>())
        CHECK((!label->text().contains(QStringLiteral("shown only now")) || label->font().pixelSize() == 15));
    CHECK(ui::exactFont(26).pixelSize() == 26);
    preferences.textSize = ui::TextSize::Small;
    app.window().setPreferences(preferences);
    CHECK(QApplication::font().pixelSize() == 12);
    preferences.textSize = ui::TextSize::Normal;
    app.window().setPreferences(preferences);
    for (auto each = before.constBegin(); each != before.constEnd(); ++each)
        CHECK(each.key()->font().pixelSize() == each.value());
}

TEST_CASE("numbers and dates take the chosen form in table, record and status line at once", "[preferences]")
{
    const Restored restored;
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    const QString iso = cell(app, 1);
    REQUIRE(iso.contains(QLatin1Char('-')));
    REQUIRE(QTest::qWaitFor([&] { return app.workspace().current() != 0; }));
    ui::Preferences preferences = ui::keptPreferences();
    preferences.theme = ui::ThemeChoice::Light;
    preferences.numberForm = QStringLiteral("fr_FR");
    preferences.dateForm = ui::DateForm::Words;
    app.window().setPreferences(preferences);
    CHECK(QLocale().toString(1234.5, 'f', 1).contains(QLatin1Char(',')));
    CHECK_FALSE(cell(app, 1).contains(QLatin1Char('-')));
    CHECK(cell(app, 1) == ui::shownDate(iso));
    bool inRecord = false;
    for (const QLabel *label : app.window().findChild<ui::RecordPane *>()->findChildren<QLabel *>())
        inRecord = inRecord || label->text().contains(ui::shownDate(iso));
    CHECK(inRecord);
    CHECK(app.table().model()->index(0, 1).data(Qt::EditRole).toString() == iso); // typed as in the file
    preferences.numberForm.clear();
    preferences.dateForm = ui::DateForm::Iso;
    app.window().setPreferences(preferences);
    CHECK(cell(app, 1) == iso);
    CHECK(QLocale().name() == QStringLiteral("en_US"));
}

TEST_CASE("columns are wide enough for larger texts and longer dates, and narrow again after", "[preferences]")
{
    const Restored restored;
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    const int date = app.table().columnWidth(1), kind = app.table().columnWidth(4);
    ui::Preferences preferences = ui::keptPreferences();
    preferences.theme = ui::ThemeChoice::Light;
    preferences.textSize = ui::TextSize::Large;
    preferences.dateForm = ui::DateForm::Words;
    app.window().setPreferences(preferences);
    const QFontMetrics metrics(ui::uiFont(13));
    CHECK(app.table().columnWidth(1) > metrics.horizontalAdvance(ui::shownDate(QStringLiteral("2025-09-28"))) + 16);
    CHECK(app.table().columnWidth(4) > kind);
    preferences.textSize = ui::TextSize::Normal;
    preferences.dateForm = ui::DateForm::Iso;
    app.window().setPreferences(preferences);
    CHECK(app.table().columnWidth(1) == date);
    CHECK(app.table().columnWidth(4) == kind);
}

TEST_CASE("the history says the author that is chosen, from the next edit on", "[preferences]")
{
    const Restored restored;
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    ui::Preferences preferences = ui::keptPreferences();
    preferences.author = QStringLiteral("Ada Lovelace");
    app.window().setPreferences(preferences);
    app.trigger("record.star");
    REQUIRE(app.waitForStep());
    const auto steps = must(catalogue::recordHistory(app.workspace().reader(), app.workspace().current()));
    REQUIRE_FALSE(steps.empty());
    CHECK(steps.front().author == QStringLiteral("Ada Lovelace"));
    app.trigger("edit.undo");
    CHECK(app.waitForStep());
}

TEST_CASE("the backup of a replaced catalogue goes to the chosen folder", "[preferences]")
{
    const Restored restored;
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    const QString other = file.beside(QStringLiteral("other.waic")), backups = file.beside(QStringLiteral("backups"));
    must(catalogue::createCatalogue(other, must(exchange::starterContents())));
    QDir().mkpath(backups);
    ui::Preferences preferences = ui::keptPreferences();
    preferences.backupFolder = backups;
    app.window().setPreferences(preferences);
    app.dialogs().file = other;
    app.trigger("file.new");
    REQUIRE(app.waitForRows(0));
    CHECK(QDir(backups).entryList({QStringLiteral("other.backup-*.waic")}, QDir::Files).size() == 1);
}

TEST_CASE("a theme asked for on the command line outlives a change of another preference", "[preferences]")
{
    const Restored restored;
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    ui::Theme::instance().apply(ui::ThemeChoice::Dark);
    ui::Preferences preferences = ui::keptPreferences();
    preferences.author = QStringLiteral("Ada");
    app.window().setPreferences(preferences);
    CHECK(ui::Theme::instance().kind() == ui::ThemeKind::Dark);
    CHECK(ui::keptPreferences().theme == ui::ThemeChoice::System);
}
