// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"

#include "ui/chart/chart_plot.h"
#include "ui/common/theme.h"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>

using namespace waic::ui;

namespace {

constexpr std::array kMarks{Token::China, Token::UnitedStates, Token::Others, Token::Series1, Token::Series2, Token::Series3,
    Token::Series4, Token::Series5};

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

/// Full severity, for linear RGB: Machado, Oliveira and Fernandes, 2009, table 1.
constexpr Matrix kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtanopia{{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix kDeuteranopia{
    {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}};

Vector times(const Matrix &matrix, const Vector &vector)
{
    Vector made{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t k = 0; k < 3; ++k)
            made[i] += matrix[i][k] * vector[k];
    return made;
}

/// CIE L*a*b*, D65, of an sRGB colour as somebody sees it.
Vector lab(const QColor &colour, const Matrix &sight)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    Vector rgb = times(sight, {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())});
    for (double &part : rgb)
        part = std::clamp(part, 0.0, 1.0);
    constexpr Matrix kToXyz{
        {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
    const Vector xyz = times(kToXyz, rgb), white{0.95047, 1, 1.08883};
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f(xyz[0] / white[0]), y = f(xyz[1]), z = f(xyz[2] / white[2]);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double degrees(double a, double b)
{
    const double angle = std::atan2(b, a) * 180 / M_PI;
    return a == 0 && b == 0 ? 0 : angle < 0 ? angle + 360 : angle;
}

/// CIEDE2000: Sharma, Wu and Dalal, 2005.
double distance(const Vector &one, const Vector &two)
{
    const auto rad = [](double value) { return value * M_PI / 180; };
    const double c = (std::hypot(one[1], one[2]) + std::hypot(two[1], two[2])) / 2;
    const double g = 0.5 * (1 - std::sqrt(std::pow(c, 7) / (std::pow(c, 7) + std::pow(25.0, 7))));
    const double a1 = (1 + g) * one[1], a2 = (1 + g) * two[1];
    const double c1 = std::hypot(a1, one[2]), c2 = std::hypot(a2, two[2]);
    const double h1 = degrees(a1, one[2]), h2 = degrees(a2, two[2]);
    double turn = h2 - h1;
    turn = c1 * c2 == 0 ? 0 : turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
    const double light = two[0] - one[0], chroma = c2 - c1, hue = 2 * std::sqrt(c1 * c2) * std::sin(rad(turn / 2));
    const double l = (one[0] + two[0]) / 2, cm = (c1 + c2) / 2;
    const double h = c1 * c2 == 0  ? h1 + h2
        : std::abs(h1 - h2) <= 180 ? (h1 + h2) / 2
                                   : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
    const double t = 1 - 0.17 * std::cos(rad(h - 30)) + 0.24 * std::cos(rad(2 * h)) + 0.32 * std::cos(rad(3 * h + 6))
        - 0.2 * std::cos(rad(4 * h - 63));
    const double sl = 1 + 0.015 * std::pow(l - 50, 2) / std::sqrt(20 + std::pow(l - 50, 2)), sc = 1 + 0.045 * cm,
                 sh = 1 + 0.015 * cm * t;
    const double turned = -std::sin(rad(60 * std::exp(-std::pow((h - 275) / 25, 2)))) * 2
        * std::sqrt(std::pow(cm, 7) / (std::pow(cm, 7) + std::pow(25.0, 7)));
    return std::sqrt(
        std::pow(light / sl, 2) + std::pow(chroma / sc, 2) + std::pow(hue / sh, 2) + turned * chroma / sc * hue / sh);
}

} // namespace

TEST_CASE("the measure of colours is that of its paper", "[palette]")
{
    // The first pair of Sharma, Wu and Dalal's table of test data.
    CHECK(distance({50, 2.6772, -79.7751}, {50, 0, -82.7485}) == Approx(2.0425).margin(0.0001));
    CHECK(contrast(Qt::white, Qt::black) == Approx(21));
}

TEST_CASE("marks stand out from their ground and from each other, also for those who see fewer colours", "[palette]")
{
    for (const ThemeKind theme : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Print})
        for (std::size_t i = 0; i < kMarks.size(); ++i) {
            INFO("theme " << int(theme) << ", token " << int(kMarks[i]));
            CHECK(contrast(colour(theme, kMarks[i]), colour(theme, Token::Surface)) >= 3);
            for (std::size_t k = i + 1; k < kMarks.size(); ++k)
                for (const Matrix &sight : {kNormal, kDeuteranopia, kProtanopia}) {
                    INFO("beside token " << int(kMarks[k]));
                    CHECK(distance(lab(colour(theme, kMarks[i]), sight), lab(colour(theme, kMarks[k]), sight)) >= 11.9);
                }
        }
}
