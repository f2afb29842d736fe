// SPDX-License-Identifier: GPL-3.0-or-later
#include "batch/arguments.h"

#include <QCoreApplication>

namespace waic::batch {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Batch)
};

} // namespace

Result<Arguments> Arguments::parse(const QStringList &words, const QStringList &switches, const QStringList &valued)
{
    Arguments parsed;
    bool onlyFree = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (!onlyFree && word == QLatin1String("--")) {
            onlyFree = true;
            continue;
        }
        if (onlyFree || !word.startsWith(QLatin1String("--"))) {
            parsed.m_free.append(word);
            continue;
        }
        const qsizetype equals = word.indexOf(QLatin1Char('='));
        const QString name = word.mid(2, equals < 0 ? -1 : equals - 2);
        if (parsed.has(name))
            return failure(ErrorKind::BadInput, Text::tr("--%1 is given twice").arg(name));
        if (switches.contains(name)) {
            if (equals >= 0)
                return failure(ErrorKind::BadInput, Text::tr("--%1 takes no value").arg(name));
            parsed.m_options.insert(name, {});
        } else if (valued.contains(name)) {
            if (equals < 0 && i + 1 >= words.size())
                return failure(ErrorKind::BadInput, Text::tr("--%1 needs a value").arg(name));
            parsed.m_options.insert(name, equals < 0 ? words[++i] : word.mid(equals + 1));
        } else {
            return failure(ErrorKind::BadInput, Text::tr("unknown option --%1").arg(name));
        }
    }
    return parsed;
}

} // namespace waic::batch
