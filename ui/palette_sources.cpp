// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette_sources.h"

#include "explore/fields.h"
#include "explore/query_text.h"
#include "ui/actions.h"
#include "ui/chart/chart_pane.h"
#include "ui/common/words.h"
#include "ui/main_window.h"
#include "ui/recent_files.h"
#include "ui/workspace.h"

#include <QAction>
#include <QCoreApplication>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Palette)
};

/// A menu's text without mnemonic; an "&&" is a letter.
QString withoutMnemonic(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == QLatin1Char('&') && ++i == text.size())
            break;
        plain += text[i];
    }
    return plain;
}

/// As it reads outside of its menu: "Theme: Dark", "Hide Filters".
QString commandTitle(const QAction &action, const QString &menu)
{
    const QString title = withoutMnemonic(action.text());
    if (const qsizetype inner = menu.lastIndexOf(QLatin1Char('/')); inner >= 0)
        return Text::tr("%1: %2", "submenu and its entry").arg(menu.mid(inner + 1), title);
    if (!action.isCheckable())
        return title;
    return action.isChecked() ? Text::tr("Hide %1").arg(title) : Text::tr("Show %1").arg(title);
}

std::vector<PaletteEntry> commandEntries(const ActionSet &actions)
{
    std::vector<PaletteEntry> entries;
    for (const ActionSpec &spec : actionTable()) {
        QAction *action = actions.action(QString::fromLatin1(spec.id));
        // The palette is not to be found in itself.
        if (!action->isEnabled() || action->objectName() == QLatin1String("view.palette"))
            continue;
        const QString menu = withoutMnemonic(QCoreApplication::translate("Menus", spec.menu));
        entries.push_back(
            {action->objectName(), commandTitle(*action, menu), QString(menu).replace(QLatin1Char('/'), QStringLiteral(" › ")),
                action->shortcut().toString(QKeySequence::NativeText), [action] { action->trigger(); }});
    }
    return entries;
}

std::vector<PaletteEntry> fileEntries(MainWindow &window)
{
    std::vector<PaletteEntry> entries;
    for (const RecentFile &file : recentFiles())
        if (file.isThere)
            entries.push_back({QStringLiteral("file:") + file.path, Text::tr("Open %1").arg(file.title),
                Text::tr("Opened before"), {}, [&window, path = file.path] { window.open(path); }});
    return entries;
}

std::vector<PaletteEntry> viewEntries(MainWindow &window)
{
    Workspace &workspace = window.workspace();
    std::vector<PaletteEntry> entries;
    if (!workspace.isOpen())
        return entries;
    const Result<std::vector<catalogue::SavedView>> views = workspace.reader().savedViews();
    if (!views)
        return entries;
    for (const catalogue::SavedView &view : *views)
        entries.push_back({QStringLiteral("view:") + view.uid, view.name, Text::tr("Saved view"), {},
            [&workspace, text = view.query] { workspace.setQuery(explore::parseQuery(text, workspace.vocabulary()).query); }});
    return entries;
}

std::vector<PaletteEntry> chartEntries(MainWindow &window)
{
    std::vector<PaletteEntry> entries;
    if (window.workspace().isOpen())
        for (const ShelfChart &chart : window.charts().shelf().charts())
            if (!chart.spec.name.isEmpty())
                entries.push_back({QStringLiteral("chart:") + chart.spec.name, Text::tr("Chart: %1").arg(chart.label()),
                    Text::tr("Charts"), {}, [&window, name = chart.spec.name] { window.showChart(name); }});
    return entries;
}

PaletteEntry filterEntry(MainWindow &window, const QString &field, const QString &title)
{
    return {QStringLiteral("filter:") + field, Text::tr("Filter by %1…").arg(title), Text::tr("Filters"), {},
        [&window, text = explore::fieldText(field) + QLatin1Char(':')] { window.typeInSearch(text); }};
}

PaletteEntry sortEntry(MainWindow &window, const QString &field, bool descending, const QString &title)
{
    Workspace &workspace = window.workspace();
    const QString id = QStringLiteral("sort:%1%2").arg(descending ? QStringLiteral("-") : QString(), field);
    return {id, title, Text::tr("Table"), {}, [&workspace, field, descending] {
                explore::Query query = workspace.query();
                // Newest first is what a query without keys means.
                const bool usual = descending && field == QLatin1String("date");
                query.sort = usual ? std::vector<explore::SortKey>() : std::vector{explore::SortKey{field, descending}};
                workspace.setQuery(query);
            }};
}

std::vector<PaletteEntry> sortEntries(MainWindow &window)
{
    std::vector<PaletteEntry> entries;
    for (const QString &field : explore::sortFieldNames()) {
        const bool relevance = field == QLatin1String("relevance");
        // A value is that of one measure, which a name alone does not say.
        if (field == QLatin1String("value") || (relevance && window.workspace().query().words.empty()))
            continue;
        if (relevance) {
            entries.push_back(sortEntry(window, field, true, Text::tr("Sort by Relevance")));
            continue;
        }
        const bool date = field == QLatin1String("date");
        const bool number = field == QLatin1String("figures") || field == QLatin1String("sources");
        const QString title = fieldTitle(field);
        const QString up = date ? Text::tr("Sort by %1, Oldest First")
            : number            ? Text::tr("Sort by %1, Least First")
                                : Text::tr("Sort by %1, A to Z");
        const QString down = date ? Text::tr("Sort by %1, Newest First")
            : number              ? Text::tr("Sort by %1, Most First")
                                  : Text::tr("Sort by %1, Z to A");
        entries.push_back(sortEntry(window, field, date || number, (date || number ? down : up).arg(title)));
        entries.push_back(sortEntry(window, field, !(date || number), (date || number ? up : down).arg(title)));
    }
    return entries;
}

std::vector<PaletteEntry> fieldEntries(MainWindow &window)
{
    std::vector<PaletteEntry> entries;
    if (!window.workspace().isOpen())
        return entries;
    for (const QString &field : explore::conditionFieldNames())
        entries.push_back(filterEntry(window, field, fieldTitle(field)));
    if (const explore::Vocabulary *vocabulary = window.workspace().vocabulary())
        for (const explore::OwnField &field : vocabulary->fields)
            entries.push_back(filterEntry(window, field.name, field.name));
    for (PaletteEntry &entry : sortEntries(window))
        entries.push_back(std::move(entry));
    return entries;
}

} // namespace

std::vector<PaletteSource> paletteSources(MainWindow &window, const ActionSet &actions)
{
    return {[&actions] { return commandEntries(actions); }, [&window] { return viewEntries(window); },
        [&window] { return chartEntries(window); }, [&window] { return fieldEntries(window); },
        [&window] { return fileEntries(window); }};
}

} // namespace waic::ui
