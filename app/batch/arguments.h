// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/result.h"

#include <QHash>
#include <QStringList>

namespace waic::batch {

/// A subcommand's words, taken apart: what stands free, and the options with their values.
class Arguments
{
public:
    /// switches: options without a value ("force"); valued: options with one ("limit").  Both without dashes; --name=value and
    /// --name value are the same, and after "--" all words stand free.  BadInput names the unknown option, the missing value or
    /// the option given twice.
    static Result<Arguments> parse(const QStringList &words, const QStringList &switches, const QStringList &valued);

    const QStringList &free() const { return m_free; }
    bool has(const QString &option) const { return m_options.contains(option); }
    QString value(const QString &option, const QString &otherwise = {}) const { return m_options.value(option, otherwise); }

private:
    QStringList m_free;
    QHash<QString, QString> m_options;
};

} // namespace waic::batch
