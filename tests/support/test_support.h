// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

namespace Catch {
template <>
struct StringMaker<QString>
{
    static std::string convert(const QString &text) { return text.isNull() ? "(null)" : '"' + text.toStdString() + '"'; }
};
template <>
struct StringMaker<QStringList>
{
    static std::string convert(const QStringList &texts)
    {
        return '"' + texts.join(QStringLiteral("\", \"")).toStdString() + '"';
    }
};
} // namespace Catch

namespace waic::tests {

/// The value of a Result, or a failed requirement that prints the error.
template <typename ResultType>
auto must(ResultType result)
{
    INFO((result ? std::string() : result.error().line().toStdString()));
    REQUIRE(result.has_value());
    if constexpr (!std::is_void_v<typename ResultType::value_type>)
        return *std::move(result);
}

/// A folder that is gone after the test.
class TemporaryFolder
{
public:
    QString path(const QString &name = {}) const { return name.isEmpty() ? m_folder.path() : m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

} // namespace waic::tests
