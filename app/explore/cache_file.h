// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/codes.h"

#include <QFile>
#include <QSaveFile>

#include <cstring>
#include <functional>
#include <type_traits>

namespace waic::explore {

/// A sum of bytes that a damaged or half-written file does not have.
class Checksum
{
public:
    void add(const void *data, size_t bytes)
    {
        const char *at = static_cast<const char *>(data);
        for (; bytes >= 8; bytes -= 8, at += 8) {
            quint64 part;
            std::memcpy(&part, at, 8);
            m_sum = (m_sum ^ part) * 0x9e3779b97f4a7c15ull;
        }
        quint64 part = bytes;
        if (bytes > 0) // what is empty may have no address, which memcpy() would not take
            std::memcpy(&part, at, bytes);
        m_sum = (m_sum ^ part) * 0x9e3779b97f4a7c15ull;
    }
    quint64 value() const { return m_sum; }

private:
    quint64 m_sum = 0x57414943;
};

/// Writes values and vectors one after the other, in this machine's byte order; ends with the checksum.
class CacheWriter
{
public:
    CacheWriter(QSaveFile &file, const std::function<bool()> &cancelled)
        : m_file(file)
        , m_cancelled(cancelled)
    {
    }

    template <typename Value>
    void value(const Value &value)
    {
        static_assert(std::is_trivially_copyable_v<Value>);
        raw(&value, sizeof value);
    }
    template <typename Vector>
    void vector(const Vector &all)
    {
        static_assert(std::is_trivially_copyable_v<typename Vector::value_type>);
        value(quint64(all.size()));
        raw(all.data(), all.size() * sizeof(typename Vector::value_type));
    }
    void text(const QString &text) { vector(text.toStdString()); }
    void codes(const Codes &codes)
    {
        value(quint8(codes.bytesEach()));
        codes.visit([this](auto all) { vector(all); });
    }
    void finish()
    {
        const quint64 sum = m_sum.value();
        m_isGood = m_isGood && m_file.write(reinterpret_cast<const char *>(&sum), sizeof sum) == qint64(sizeof sum);
    }
    bool isGood() const { return m_isGood; }
    bool isCancelled() const { return m_isCancelled; }

private:
    void raw(const void *data, size_t bytes)
    {
        constexpr size_t kPiece = 4 << 20;
        m_sum.add(data, bytes);
        for (size_t at = 0; at < bytes && m_isGood; at += kPiece) {
            const auto piece = qint64(std::min(kPiece, bytes - at));
            m_isGood = m_file.write(static_cast<const char *>(data) + at, piece) == piece;
            m_isCancelled = m_cancelled();
            m_isGood = m_isGood && !m_isCancelled;
        }
    }

    QSaveFile &m_file;
    std::function<bool()> m_cancelled;
    bool m_isCancelled = false;
    Checksum m_sum;
    bool m_isGood = true;
};

/// Reads the same back.  After a size that the file cannot have, everything is empty and isGood() false.
class CacheReader
{
public:
    explicit CacheReader(QFile &file)
        : m_file(file)
        , m_left(file.size() - qint64(sizeof(quint64)))
    {
    }

    template <typename Value>
    Value value()
    {
        Value value{};
        raw(&value, sizeof value);
        return value;
    }
    template <typename Vector>
    void vector(Vector &all)
    {
        all.clear();
        const auto size = value<quint64>();
        if (size > quint64(std::max<qint64>(0, m_left)) / sizeof(typename Vector::value_type)) {
            m_isGood = false;
            return;
        }
        all.resize(size);
        raw(all.data(), size * sizeof(typename Vector::value_type));
    }
    std::string text()
    {
        std::string text;
        vector(text);
        return text;
    }
    void codes(Codes &codes)
    {
        const int bytes = value<quint8>();
        const auto size = value<quint64>();
        if ((bytes != 1 && bytes != 2 && bytes != 4) || size > quint64(std::max<qint64>(0, m_left)) / quint64(bytes)) {
            m_isGood = false;
            return;
        }
        codes.resize(size, bytes);
        raw(codes.data(), size * size_t(bytes));
    }
    /// True when all was read, to the end, and the checksum is that of what was read.
    bool finish()
    {
        quint64 sum = 0;
        return m_isGood && m_left == 0 && m_file.read(reinterpret_cast<char *>(&sum), sizeof sum) == qint64(sizeof sum)
            && sum == m_sum.value();
    }
    bool isGood() const { return m_isGood; }

private:
    void raw(void *data, size_t bytes)
    {
        m_left -= qint64(bytes);
        m_isGood = m_isGood && m_left >= 0 && m_file.read(static_cast<char *>(data), qint64(bytes)) == qint64(bytes);
        if (m_isGood)
            m_sum.add(data, bytes);
    }

    QFile &m_file;
    qint64 m_left;
    Checksum m_sum;
    bool m_isGood = true;
};

} // namespace waic::explore
