// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

/// A catalogue in memory with the least that the floor of exploring needs.
namespace floor_explore {

class Statement
{
public:
    Statement(sqlite3 *database, const char *sql)
    {
        if (sqlite3_prepare_v2(database, sql, -1, &m_statement, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(database));
    }
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement() { sqlite3_finalize(m_statement); }

    bool step() { return sqlite3_step(m_statement) == SQLITE_ROW; }
    std::int64_t integer(int column) { return sqlite3_column_int64(m_statement, column); }
    std::string_view text(int column)
    {
        const void *bytes = sqlite3_column_blob(m_statement, column);
        return {static_cast<const char *>(bytes), bytes ? std::size_t(sqlite3_column_bytes(m_statement, column)) : 0};
    }
    void bind(int index, std::int64_t value)
    {
        sqlite3_reset(m_statement);
        sqlite3_bind_int64(m_statement, index, value);
    }

private:
    sqlite3_stmt *m_statement = nullptr;
};

constexpr std::size_t kPadding = 64; ///< bytes after the titles that a scan may look at

using Row = std::uint32_t;
using Code = std::uint16_t;

constexpr std::size_t kBlock = 4096;
enum Coded { Kind, Edition, Country, Openness, Verification, Year, CodedColumns };

struct Codes
{
    std::vector<std::uint8_t> of; ///< by row; whole blocks
    std::unordered_map<std::string, std::uint8_t> known;

    void add(std::string_view text)
    {
        of.push_back(known.try_emplace(std::string(text), std::uint8_t(known.size())).first->second);
    }
};

struct Lists
{
    std::vector<Row> begin; ///< of each row among the values, and the end
    std::vector<Code> values;
    std::size_t cardinality = 0;
};

struct Columns
{
    std::vector<std::int64_t> ids;
    std::array<Codes, CodedColumns> codes;
    std::vector<std::uint16_t> dates; ///< rising with time
    std::string titles;               ///< folded, one after the other
    std::vector<Row> titleBegin;      ///< and the end
    std::vector<Row> titleAt;         ///< the row that each 64 bytes begin in
    Lists organisations, tags;

    std::size_t rows() const { return ids.size(); }
};

Columns load(sqlite3 *database);

} // namespace floor_explore
