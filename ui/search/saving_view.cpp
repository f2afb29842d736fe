// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/saving_view.h"

#include "ui/common/words.h"
#include "ui/dialogs.h"
#include "ui/workspace.h"

#include <QCoreApplication>

#include <algorithm>

namespace waic::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Views)
};

constexpr qsizetype kMostName = 80; // characters proposed

template <typename Term, typename Title>
void addTitles(QStringList &parts, const std::vector<Term> &terms, Title title)
{
    for (const Term &term : terms)
        if (!term.off)
            parts << title(term);
}

} // namespace

QString proposedViewName(const explore::Query &query)
{
    QStringList words, parts;
    addTitles(words, query.words,
        [](const explore::Word &word) { return word.excluded ? Text::tr("not %1").arg(word.text) : word.text; });
    if (!words.isEmpty())
        parts << words.join(QLatin1Char(' '));
    addTitles(parts, query.conditions, conditionTitle);
    addTitles(parts, query.claims, claimTitle);
    addTitles(parts, query.flags, flagTitle);
    if (query.inBin)
        parts << Text::tr("in the bin");
    if (parts.isEmpty())
        return Text::tr("All announcements");
    const QString name = parts.join(QStringLiteral(", ")).simplified();
    return name.size() <= kMostName ? name : name.left(kMostName - 1).trimmed() + QChar(0x2026);
}

void saveView(Workspace &workspace, const explore::Query &query, const QString &proposedName)
{
    Dialogs &dialogs = workspace.dialogs();
    if (!workspace.isWritable()) {
        dialogs.showError(Text::tr("The view was not saved"),
            {ErrorKind::ReadOnly, workspace.file().readOnlyReason(), workspace.file().name(),
                Text::tr("copy the question as text with “Edit as text”, or save it in a copy of the catalogue")});
        return;
    }
    const std::optional<QString> name = dialogs.askText(Text::tr("Save View"), Text::tr("Name"), proposedName, Text::tr("Save"));
    if (!name)
        return;
    const Result<std::vector<catalogue::SavedView>> views = workspace.reader().savedViews();
    if (!views) {
        workspace.report(views.error());
        return;
    }
    const QString text = explore::queryText(query);
    const auto same
        = std::find_if(views->begin(), views->end(), [&](const catalogue::SavedView &view) { return view.name == *name; });
    if (same == views->end())
        workspace.apply(catalogue::saveView(*name, text));
    else if (same->query != text
        && dialogs.confirm(Text::tr("Replace the view “%1”?").arg(*name),
            Text::tr("There is a view of this name. It gets the question of now; undo brings the other back."),
            Text::tr("Replace")))
        workspace.apply(catalogue::setViewQuery(*same, text));
}

void saveView(Workspace &workspace)
{
    if (workspace.isOpen())
        saveView(workspace, workspace.query(), proposedViewName(workspace.query()));
}

} // namespace waic::ui
