// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/batch.h"
#include "batch/output.h"
#include "catalogue/schema.h"
#include "exchange/catalogue_json.h"
#include "translations.h"
#include "ui/application.h"
#include "ui/chart/picture_writer.h"
#include "ui/main_window.h"
#include "ui/preferences.h"
#include "ui/trace.h"
#include "ui/window_dialogs.h"
#include "ui/workspace.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QThread>

#include <cstdio>
#include <cstdlib>
#include <future>

namespace {

using namespace waic;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Main)
};

const QString kLastCatalogue = QStringLiteral("lastCatalogue");

struct WindowRequest
{
    QString path; ///< null: the last catalogue, else the starter
    std::optional<ui::ThemeChoice> theme;
    QString trace; ///< file to write what happens when; null: none
};

QStringList words(int argc, char *argv[])
{
    QStringList list;
    for (int i = 1; i < argc; ++i)
        list << QString::fromLocal8Bit(argv[i]);
    return list;
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

/// Platforms on which nobody would see a dialog, and so nobody would close it.
bool isHeadless()
{
    return QGuiApplication::platformName() == QLatin1String("offscreen")
        || QGuiApplication::platformName() == QLatin1String("minimal");
}

/// Qt's own options begin with one dash and are left to Qt; these take a value.
bool takesValue(const QString &qtOption)
{
    static const QStringList names{QStringLiteral("-platform"), QStringLiteral("-platformpluginpath"),
        QStringLiteral("-platformtheme"), QStringLiteral("-plugin"), QStringLiteral("-qwindowgeometry"),
        QStringLiteral("-qwindowicon"), QStringLiteral("-qwindowtitle"), QStringLiteral("-session"), QStringLiteral("-display"),
        QStringLiteral("-geometry"), QStringLiteral("-style"), QStringLiteral("-stylesheet")};
    return names.contains(qtOption);
}

Result<WindowRequest> windowRequest(const QStringList &arguments)
{
    const QString themeOption = QStringLiteral("--ui-theme");
    const QString traceOption = QStringLiteral("--trace");
    WindowRequest request;
    bool onlyFiles = false;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &word = arguments[i];
        if (!onlyFiles && word == QLatin1String("--")) {
            onlyFiles = true;
        } else if (!onlyFiles && (word == themeOption || word.startsWith(themeOption + QLatin1Char('=')))) {
            const QString name = word == themeOption ? arguments.value(++i) : word.mid(themeOption.size() + 1);
            request.theme = ui::Theme::choiceFromName(name);
            if (!request.theme)
                return failure(ErrorKind::BadInput, Text::tr("--ui-theme takes system, light or dark"));
        } else if (!onlyFiles && (word == traceOption || word.startsWith(traceOption + QLatin1Char('=')))) {
            request.trace = word == traceOption ? arguments.value(++i) : word.mid(traceOption.size() + 1);
            if (request.trace.isEmpty())
                return failure(ErrorKind::BadInput, Text::tr("--trace takes the name of a file"));
        } else if (!onlyFiles && word.startsWith(QLatin1String("--"))) {
            return failure(ErrorKind::BadInput, Text::tr("unknown option %1").arg(word));
        } else if (!onlyFiles && word.startsWith(QLatin1Char('-'))) {
            i += takesValue(word) ? 1 : 0;
        } else if (!request.path.isNull()) {
            return failure(ErrorKind::BadInput, Text::tr("one FILE at a time: %1 is the second").arg(word));
        } else {
            request.path = word;
        }
    }
    return request;
}

/// The starter catalogue in the user's data folder, made at first use.
Result<QString> starterPath()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QString path = folder + QStringLiteral("/starter.waic");
    if (QFileInfo::exists(path))
        return path;
    if (!QDir().mkpath(folder))
        return failure(ErrorKind::Io, Text::tr("the folder cannot be made"), folder, Text::tr("check its permissions"));
    const Result<catalogue::Contents> contents = exchange::starterContents();
    if (!contents)
        return tl::make_unexpected(contents.error());
    const Result<QString> made = catalogue::createCatalogue(path, *contents);
    if (!made)
        return tl::make_unexpected(made.error());
    return path;
}

struct Opened
{
    Result<catalogue::CatalogueFile> file;
    std::optional<Error> missed; ///< why the last catalogue could not be opened, when the starter stands in for it
};

/// The file asked for, else the catalogue of the last time, else the starter.
Opened openCatalogue(const QString &asked)
{
    const catalogue::Upgrading upgrading{.backupFolder = ui::backupFolder()};
    if (!asked.isNull())
        return {catalogue::CatalogueFile::open(asked, upgrading), {}};
    std::optional<Error> missed;
    const QString last = QSettings().value(kLastCatalogue).toString();
    if (!last.isEmpty()) {
        Result<catalogue::CatalogueFile> file = catalogue::CatalogueFile::open(last, upgrading);
        if (file)
            return {std::move(file), {}};
        missed = file.error();
        missed->next = Text::tr("the starter catalogue is open instead");
    }
    const Result<QString> starter = starterPath();
    if (!starter)
        return {tl::make_unexpected(starter.error()), missed};
    return {catalogue::CatalogueFile::open(*starter, upgrading), missed};
}

int refuse(const Error &error, ui::Dialogs &dialogs)
{
    const int status = batch::fail(error);
    if (!isHeadless())
        dialogs.showError(Text::tr("The catalogue was not opened"), error);
    return status;
}

/// What the file gave, for the moment in which Qt finds no display and would abort the program.
std::shared_future<Opened> &openingFile()
{
    static std::shared_future<Opened> opening;
    return opening;
}

/// Qt ends the program when it cannot reach the display: say so in one line, or name the bad FILE, and exit with 1.
void exitOnFatal(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type != QtFatalMsg) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(message));
        return;
    }
    const Opened &opened = openingFile().get();
    if (opened.file)
        batch::fail({ErrorKind::Io, Text::tr("the display cannot be reached"), {},
            Text::tr("use a subcommand such as 'query', or start it in a desktop session")});
    else
        batch::fail(opened.file.error());
    std::_Exit(batch::Failed);
}

int runWindow(int &argc, char *argv[])
{
    const QStringList typed = words(argc, argv);
    const Result<WindowRequest> request = windowRequest(typed);
    if (!request) {
        const QCoreApplication application(argc, argv);
        return batch::usage(request.error().line());
    }
    // The file is looked at while Qt connects to the display.
    openingFile() = std::async(std::launch::async, [path = request->path] { return openCatalogue(path); }).share();
    const QtMessageHandler usual = qInstallMessageHandler(exitOnFatal);
    ui::Application application(argc, argv);
    qInstallMessageHandler(usual);
    installTranslations(application);
    QApplication::setDesktopFileName(QStringLiteral("waic-explorer"));
    // After the translations: numbers may be written in another form than that of the program's language.
    ui::Preferences preferences = ui::keptPreferences();
    preferences.theme = request->theme.value_or(preferences.theme);
    ui::applyPreferences(preferences);

    std::unique_ptr<ui::Trace> trace;
    if (!request->trace.isNull()) {
        Result<std::unique_ptr<ui::Trace>> begun = ui::Trace::begin(request->trace, application);
        if (!begun)
            return batch::fail(begun.error());
        trace = *std::move(begun);
    }
    ui::WindowDialogs dialogs;
    ui::Workspace workspace(dialogs);
    const Opened opened = openingFile().get();
    if (!opened.file)
        return refuse(opened.file.error(), dialogs);
    // Before the window is made, so that the first answer is on its way meanwhile.
    if (const Result<> open = workspace.open(*opened.file); !open)
        return refuse(open.error(), dialogs);
    ui::MainWindow window(workspace);
    if (trace)
        window.traceTo(*trace);
    dialogs.setParent(&window);
    workspace.announce();
    if (opened.missed)
        workspace.report(*opened.missed);
    window.show();
    return QApplication::exec();
}

/// Without a display a bad FILE is still named as such.
int refuseWithoutDisplay(int &argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    installTranslations(application);
    const Result<WindowRequest> request = windowRequest(words(argc, argv));
    if (!request)
        return batch::usage(request.error().line());
    if (!request->path.isNull()) {
        const Result<catalogue::CatalogueFile> file = catalogue::CatalogueFile::open(request->path);
        if (!file)
            return batch::fail(file.error());
    }
    return batch::fail({ErrorKind::Io, Text::tr("there is no display to open a window on"), request->path,
        Text::tr("use a subcommand such as 'query', or start it in a desktop session")});
}

/// Qt's remarks about the desktop that is not there are nothing to the reader of one line of errors.
void onlyGraveMessages(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        batch::remark(message);
}

int runBatch(int &argc, char *argv[])
{
    qInstallMessageHandler(onlyGraveMessages);
    const QStringList arguments = words(argc, argv);
    ui::PictureWriter pictures;
    if (arguments.first() != QLatin1String("chart")) {
        QCoreApplication application(argc, argv);
        installTranslations(application);
        return batch::run(arguments, pictures);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    installTranslations(application);
    return batch::run(arguments, pictures);
}

} // namespace

int main(int argc, char *argv[])
{
    // Qt takes the first thread that it meets for the main one: it must not be the one that looks at the file.
    QThread::currentThread();
    QCoreApplication::setApplicationName(QStringLiteral("waic-explorer"));
    // The domain, not the name: settings and data then live in folders named waic-explorer, without a second level.
    QCoreApplication::setOrganizationDomain(QStringLiteral("waic-explorer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WAIC_VERSION));
    const QStringList typed = words(argc, argv);
    const QString first = typed.value(0);
    const auto asks = [&](const char *option) {
        return first == QLatin1String(option) || (!batch::isSubcommand(first) && typed.contains(QLatin1String(option)));
    };
    if (asks("--version")) {
        batch::print(QStringLiteral("waic-explorer %1").arg(QStringLiteral(WAIC_VERSION)));
        return batch::Done;
    }
    if (asks("--help") || asks("-h")) {
        batch::print(batch::helpText());
        return batch::Done;
    }
    if (batch::isSubcommand(first))
        return runBatch(argc, argv);
    return hasDisplay() ? runWindow(argc, argv) : refuseWithoutDisplay(argc, argv);
}
