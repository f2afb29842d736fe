// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <random>
#include <vector>

namespace waic::bench {

/// A source of chance that gives the same numbers everywhere.
class Chance
{
public:
    explicit Chance(quint64 seed)
        : m_engine(seed)
    {
    }

    double real() { return double(m_engine() >> 11) * 0x1.0p-53; } ///< 0 ≤ x < 1
    int below(int limit) { return int(real() * limit); }
    bool is(double probability) { return real() < probability; }
    QString uid();
    double normal(); ///< mean 0, deviation 1

private:
    std::mt19937_64 m_engine;
};

/// Picks one of several by weight.
class Weighted
{
public:
    explicit Weighted(const std::vector<double> &weights);
    /// Weights 1, 1/2^power, 1/3^power, …: how often words, names and tags occur in the world.
    static Weighted zipf(int count, double power = 1.0);

    int pick(Chance &chance) const;

private:
    std::vector<double> m_sums;
};

/// What the made-up announcements are written with; depends on nothing but its own seed.
struct Vocabulary
{
    QStringList latin, chinese, vietnamese; ///< the most frequent first
    QStringList organisations, tags, measures;

    Vocabulary();
};

} // namespace waic::bench
