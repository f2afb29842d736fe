// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QApplication>
#include <QFile>
#include <QPalette>

#include <algorithm>
#include <cmath>

using namespace waic;
using ui::ThemeKind;
using ui::Token;

namespace {

/// Relative luminance and contrast by WCAG 2.1.
double luminance(const QColor &colour)
{
    const auto linear = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(ThemeKind kind, Token ink, Token paper)
{
    const double a = luminance(ui::colour(kind, ink));
    const double b = luminance(ui::colour(kind, paper));
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

TEST_CASE("texts can be read on every ground of both themes", "[theme]")
{
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark}) {
        for (const Token ink : {Token::Text, Token::Text2, Token::Text3, Token::Accent})
            for (const Token paper : {Token::Surface, Token::Window, Token::Raised, Token::Select}) {
                CAPTURE(int(kind), int(ink), int(paper));
                CHECK(contrast(kind, ink, paper) >= 4.5);
            }
        CHECK(contrast(kind, Token::OnAccent, Token::Accent) >= 4.5);
        CHECK(contrast(kind, Token::MatchText, Token::Match) >= 4.5);
        CHECK(contrast(kind, Token::Ok, Token::OkTint) >= 4.5);
        CHECK(contrast(kind, Token::Warn, Token::WarnTint) >= 4.5);
        CHECK(contrast(kind, Token::Bad, Token::BadTint) >= 4.5);
    }
}

TEST_CASE("outlines and chart colours stand out from the surface in every theme", "[theme]")
{
    for (const ThemeKind kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::Print})
        for (const Token ink : {Token::LineStrong, Token::China, Token::UnitedStates, Token::Others, Token::Series1,
                 Token::Series2, Token::Series3, Token::Series4, Token::Series5}) {
            CAPTURE(int(kind), int(ink));
            CHECK(contrast(kind, ink, Token::Surface) >= 3.0);
        }
}

TEST_CASE("a theme changes palette and kind, and its name is read back", "[theme]")
{
    ui::Theme &theme = ui::Theme::instance();
    theme.apply(ui::ThemeChoice::Dark);
    CHECK(theme.kind() == ThemeKind::Dark);
    CHECK(QApplication::palette().color(QPalette::Base) == ui::colour(ThemeKind::Dark, Token::Surface));
    theme.apply(ui::ThemeChoice::Light);
    CHECK(QApplication::palette().color(QPalette::Base) == ui::colour(ThemeKind::Light, Token::Surface));
    for (const ui::ThemeChoice choice : {ui::ThemeChoice::System, ui::ThemeChoice::Light, ui::ThemeChoice::Dark})
        CHECK(ui::Theme::choiceFromName(ui::Theme::choiceName(choice)) == choice);
    CHECK_FALSE(ui::Theme::choiceFromName(u"sepia").has_value());
}

TEST_CASE("every icon that the list names is drawn", "[theme]")
{
    for (const char *name : {"edit-find", "edit-undo", "edit-redo", "list-add", "document-export", "edit-copy", "user-trash"}) {
        const QImage image = ui::themedIcon(QString::fromLatin1(name)).pixmap(16, 16).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                drawn = drawn || qAlpha(image.pixel(x, y)) > 128;
        CAPTURE(name);
        CHECK(drawn);
    }
}
