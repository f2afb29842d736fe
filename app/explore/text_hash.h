// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstring>
#include <string_view>

namespace waic::explore {

/// Of short texts that are asked for millions of times; not stored.
inline quint32 hashOf(std::string_view word)
{
    quint64 hash = word.size();
    const char *at = word.data();
    size_t left = word.size();
    const auto mix = [&hash](quint64 part) {
        hash = (hash ^ part) * 0xff51afd7ed558ccdull;
        hash ^= hash >> 31;
    };
    for (; left >= 8; left -= 8, at += 8) {
        quint64 part;
        std::memcpy(&part, at, 8);
        mix(part);
    }
    quint64 part = 0;
    std::memcpy(&part, at, left);
    mix(part);
    return quint32(hash ^ hash >> 32);
}

} // namespace waic::explore
