// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/arguments.h"
#include "batch/commands.h"
#include "batch/output.h"
#include "catalogue/schema.h"
#include "exchange/catalogue_json.h"

#include <QCoreApplication>

namespace waic::batch {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Batch)
};

} // namespace

int runInit(const QStringList &words)
{
    const Result<Arguments> arguments = Arguments::parse(words, {QStringLiteral("empty"), QStringLiteral("force")}, {});
    if (!arguments)
        return usage(arguments.error().line());
    if (arguments->free().size() != 1)
        return usage(Text::tr("init takes one FILE"));
    const QString path = arguments->free().first();

    catalogue::Contents contents;
    if (!arguments->has(QStringLiteral("empty"))) {
        Result<catalogue::Contents> starter = exchange::starterContents();
        if (!starter)
            return fail(starter.error());
        contents = *std::move(starter);
    }
    const Result<QString> backup = catalogue::createCatalogue(path, contents, arguments->has(QStringLiteral("force")));
    if (!backup) {
        Error error = backup.error();
        if (error.kind == ErrorKind::Exists)
            error.next = Text::tr("choose another name, or replace it with --force: a backup is kept");
        return fail(error);
    }
    if (!backup->isNull())
        remark(Text::tr("what was there is kept as %1").arg(*backup));
    print(Text::tr("%1: %2 announcements").arg(path, QString::number(contents.announcements.size())));
    return Done;
}

} // namespace waic::batch
