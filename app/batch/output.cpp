// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/output.h"

#include <QCoreApplication>

#include <cstdio>

namespace waic::batch {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Batch)
};

void write(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

int fail(const Error &error)
{
    remark(error.line());
    return Failed;
}

int usage(const QString &what)
{
    remark(Text::tr("%1; see 'waic-explorer --help'").arg(what));
    return WrongUsage;
}

void print(const QString &text)
{
    write(stdout, text);
}

void remark(const QString &text)
{
    write(stderr, QStringLiteral("waic-explorer: ") + text);
}

} // namespace waic::batch
