// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/name_table.h"

#include <limits>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace waic::explore {

using Row = quint32;

/// Codes, one after the other, in one, two or four bytes each: as many as the largest so far needs, because a pass over a million
/// rows takes as long as the bytes that it reads.
class Codes
{
public:
    /// Calls with the codes as std::span<const quint8>, <const quint16> or <const quint32>.
    template <typename Work>
    decltype(auto) visit(Work &&work) const
    {
        return std::visit([&work](const auto &codes) { return work(std::span(codes)); }, m_codes);
    }

    size_t size() const
    {
        return std::visit([](const auto &codes) { return codes.size(); }, m_codes);
    }

    Code operator[](size_t at) const
    {
        return std::visit([at](const auto &codes) { return Code(codes[at]); }, m_codes);
    }

    void push_back(Code code)
    {
        reserveFor(code);
        std::visit(
            [code](auto &codes) { codes.push_back(static_cast<typename std::decay_t<decltype(codes)>::value_type>(code)); },
            m_codes);
    }

    void append(std::span<const Code> more)
    {
        Code largest = 0;
        for (const Code code : more)
            largest = std::max(largest, code);
        reserveFor(largest);
        std::visit(
            [more](auto &codes) {
                using Narrow = typename std::decay_t<decltype(codes)>::value_type;
                const size_t before = codes.size();
                codes.resize(before + more.size());
                for (size_t i = 0; i < more.size(); ++i)
                    codes[before + i] = static_cast<Narrow>(more[i]);
            },
            m_codes);
    }

    /// Appends codes of another dictionary: of[code] is the code here.
    void append(const Codes &more, std::span<const Code> of)
    {
        Code largest = 0;
        for (const Code code : of)
            largest = std::max(largest, code);
        reserveFor(largest);
        more.visit([&](auto from) {
            std::visit(
                [&](auto &codes) {
                    using Narrow = typename std::decay_t<decltype(codes)>::value_type;
                    const size_t before = codes.size();
                    codes.resize(before + from.size());
                    for (size_t i = 0; i < from.size(); ++i)
                        codes[before + i] = static_cast<Narrow>(of[from[i]]);
                },
                m_codes);
        });
    }

    /// Replaces what is here; bytes: 1, 2 or 4.  For a reader of stored columns, which fills data().
    void resize(size_t count, int bytes)
    {
        if (bytes == 1)
            m_codes.emplace<0>(count);
        else if (bytes == 2)
            m_codes.emplace<1>(count);
        else
            m_codes.emplace<2>(count);
    }
    int bytesEach() const { return 1 << m_codes.index(); }
    void *data()
    {
        return std::visit([](auto &codes) -> void * { return codes.data(); }, m_codes);
    }

private:
    template <typename Wide>
    void widen()
    {
        std::vector<Wide> wide
            = std::visit([](const auto &codes) { return std::vector<Wide>(codes.begin(), codes.end()); }, m_codes);
        m_codes = std::move(wide);
    }

    void reserveFor(Code code)
    {
        if (code > std::numeric_limits<quint16>::max() && m_codes.index() < 2)
            widen<quint32>();
        else if (code > std::numeric_limits<quint8>::max() && m_codes.index() < 1)
            widen<quint16>();
    }

    std::variant<std::vector<quint8>, std::vector<quint16>, std::vector<quint32>> m_codes;
};

/// For each row the code of a value; the dictionary knows the value.
struct CodedColumn
{
    Dictionary dictionary;
    Codes codes;
    bool isNumber = false; ///< the code is itself the number, the dictionary is empty

    /// By code, of columns that are asked for by range: packed_date, or the number; NaN for what is neither.
    std::vector<double> numbers;

    Code size() const { return isNumber ? m_size : dictionary.size(); }
    QString value(Code code) const { return isNumber ? QString::number(code) : dictionary.value(code); }
    double number(Code code) const { return isNumber ? double(code) : numbers[code]; }
    void expectNumber(Code code) { m_size = std::max(m_size, code + 1); }

private:
    Code m_size = 1;
};

} // namespace waic::explore
