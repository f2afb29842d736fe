// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/result.h"

namespace waic {

QString Error::line() const
{
    QString text = where.isEmpty() ? what : where + QStringLiteral(": ") + what;
    if (!next.isEmpty())
        text += QStringLiteral("; ") + next;
    return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace waic
