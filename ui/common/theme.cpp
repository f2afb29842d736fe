// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include "ui/common/style.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QToolTip>
#include <QWidget>

#include <array>
#include <utility>

namespace waic::ui {

namespace {

using Rgb = QRgb;

struct Colours
{
    Token token;
    Rgb light, dark, print;
};

// Lowest WCAG contrast on surface, window, raised, select and own tint: texts >= 4.5, outlines and chart colours >= 3.
constexpr std::array kColours = {
    Colours{Token::Window, 0xF5F6F8, 0x15171B, 0xFFFFFF},
    Colours{Token::Surface, 0xFFFFFF, 0x1C1F24, 0xFFFFFF},
    Colours{Token::Raised, 0xECEEF2, 0x282C33, 0xFFFFFF},
    Colours{Token::Select, 0xE4E8FA, 0x2B3263, 0xFFFFFF},
    Colours{Token::Line, 0xE0E3E8, 0x31363E, 0xBDBDBD},
    Colours{Token::LineStrong, 0x78808B, 0x7E8793, 0x595959},
    Colours{Token::Text, 0x1A1D21, 0xE7EAEE, 0x000000},
    Colours{Token::Text2, 0x4B535D, 0xB5BCC6, 0x333333},
    Colours{Token::Text3, 0x606974, 0x98A0AB, 0x595959},
    Colours{Token::Accent, 0x4254C5, 0x9AA7FF, 0x4254C5},
    Colours{Token::OnAccent, 0xFFFFFF, 0x14172B, 0xFFFFFF},
    Colours{Token::Match, 0xFFE58A, 0x5C4A00, 0xFFE58A},
    Colours{Token::MatchText, 0x1A1D21, 0xFFF3C4, 0x1A1D21},
    Colours{Token::Ok, 0x1C6B3F, 0x6CCB93, 0x1C6B3F},
    Colours{Token::OkTint, 0xE5F3EA, 0x17301F, 0xE5F3EA},
    Colours{Token::Warn, 0x8A4B00, 0xF0B35A, 0x8A4B00},
    Colours{Token::WarnTint, 0xFFF1DB, 0x3A2A10, 0xFFF1DB},
    Colours{Token::Bad, 0xB3261E, 0xFF8A80, 0xB3261E},
    Colours{Token::BadTint, 0xFCE8E6, 0x3D1C1B, 0xFCE8E6},
    Colours{Token::China, 0xC8451B, 0xF0764A, 0xC8451B},
    Colours{Token::UnitedStates, 0x2468B2, 0x5B9BE6, 0x2468B2},
    Colours{Token::Others, 0x8A929C, 0x87919C, 0x8A929C},
    Colours{Token::Series1, 0x04756C, 0x79DCDE, 0x04756C},
    Colours{Token::Series2, 0x3A3575, 0x806DA9, 0x3A3575},
    Colours{Token::Series3, 0x53380F, 0xF7C54A, 0x53380F},
    Colours{Token::Series4, 0xB32058, 0xE62E74, 0xB32058},
    Colours{Token::Series5, 0x729B6E, 0x84BE8A, 0x729B6E},
};

constexpr bool tokensInOrder()
{
    for (std::size_t i = 0; i < kColours.size(); ++i)
        if (std::size_t(kColours[i].token) != i)
            return false;
    return true;
}
static_assert(tokensInOrder(), "kColours is indexed by Token");

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

constexpr std::array kTextSizes{TextSize::Small, TextSize::Normal, TextSize::Large};

double textScale(TextSize size)
{
    return size == TextSize::Small ? 0.92 : size == TextSize::Large ? 1.15 : 1.0;
}

int scaled(int pixels, TextSize size)
{
    return qRound(pixels * textScale(size));
}

/// The size of the look that a widget's own font has at this text size; 0: it is none.
int sizeOfLook(int pixelSize, TextSize size)
{
    for (const int pixels : {11, 12, 13, 16})
        if (scaled(pixels, size) == pixelSize)
            return pixels;
    return 0;
}

} // namespace

QColor colour(ThemeKind kind, Token token)
{
    const Colours &colours = kColours[std::size_t(token)];
    const Rgb rgb = kind == ThemeKind::Light ? colours.light : kind == ThemeKind::Dark ? colours.dark : colours.print;
    return QColor::fromRgb(rgb);
}

QFont exactFont(int pixelSize, int weight)
{
    static const QStringList families{QStringLiteral("Open Sans"), QStringLiteral("Noto Sans"),
        QStringLiteral("Noto Sans CJK SC"), QStringLiteral("DejaVu Sans")};
    QFont made;
    made.setFamilies(families);
    made.setPixelSize(pixelSize);
    made.setWeight(QFont::Weight(weight));
    return made;
}

int textPixels(int pixels)
{
    return scaled(pixels, Theme::instance().textSize());
}

QFont uiFont(int pixelSize, int weight)
{
    return exactFont(textPixels(pixelSize), weight);
}

Theme &Theme::instance()
{
    static Theme theme;
    return theme;
}

QString Theme::choiceName(ThemeChoice choice)
{
    return choice == ThemeChoice::Light ? QStringLiteral("light")
        : choice == ThemeChoice::Dark   ? QStringLiteral("dark")
                                        : QStringLiteral("system");
}

std::optional<ThemeChoice> Theme::choiceFromName(QStringView name)
{
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark})
        if (name == choiceName(choice))
            return choice;
    return std::nullopt;
}

QString Theme::textSizeName(TextSize size)
{
    return size == TextSize::Small ? QStringLiteral("small")
        : size == TextSize::Large  ? QStringLiteral("large")
                                   : QStringLiteral("normal");
}

TextSize Theme::textSizeFromName(QStringView name)
{
    for (const TextSize size : kTextSizes)
        if (name == textSizeName(size))
            return size;
    return TextSize::Normal;
}

void Theme::setTextSize(TextSize size)
{
    const TextSize before = std::exchange(m_textSize, size);
    if (before == size)
        return;
    QApplication::setFont(uiFont(13));
    QToolTip::setFont(uiFont(12));
    // Widgets keep the font that they were given; its size tells which of the look's it is.
    for (QWidget *widget : QApplication::allWidgets()) {
        QFont font = widget->font();
        const int pixels = widget->testAttribute(Qt::WA_SetFont) ? sizeOfLook(font.pixelSize(), before) : 0;
        if (pixels) {
            font.setPixelSize(textPixels(pixels));
            widget->setFont(font);
        }
        if (!widget->testAttribute(Qt::WA_SetFont))
            widget->setFont(QFont()); // one that was never in sight does not hear of the application's font
        widget->updateGeometry();
        widget->update();
    }
    emit changed();
}

void Theme::apply(ThemeChoice choice)
{
    static bool first = true;
    m_choice = choice;
    bool dark = choice == ThemeChoice::Dark;
    if (choice == ThemeChoice::System) {
        if (!first)
            QApplication::setPalette(QPalette()); // back to the platform's, which is what System means
        dark = isDark(QApplication::palette());
    }
    m_kind = dark ? ThemeKind::Dark : ThemeKind::Light;
    if (first) {
        QApplication::setStyle(new Style);
        QApplication::setFont(uiFont(13));
        qApp->installEventFilter(this);
        first = false;
    }
    QApplication::setPalette(palette());
    QToolTip::setPalette(palette());
    QToolTip::setFont(uiFont(12));
    emit changed();
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ThemeChange && watched->isWindowType() && m_choice == ThemeChoice::System) {
        const ThemeKind before = m_kind;
        QApplication::setPalette(QPalette());
        if (isDark(QApplication::palette()) != (before == ThemeKind::Dark))
            apply(ThemeChoice::System);
        else
            QApplication::setPalette(palette());
    }
    return QObject::eventFilter(watched, event);
}

QPalette Theme::palette() const
{
    QPalette made;
    const auto set = [&](QPalette::ColorRole role, Token token) { made.setColor(role, colour(token)); };
    set(QPalette::Window, Token::Window);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Surface);
    set(QPalette::Text, Token::Text);
    set(QPalette::PlaceholderText, Token::Text3);
    set(QPalette::Button, Token::Window);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::Bad);
    set(QPalette::Highlight, Token::Select);
    set(QPalette::HighlightedText, Token::Text);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::ToolTipBase, Token::Raised);
    set(QPalette::ToolTipText, Token::Text);
    set(QPalette::Light, Token::Surface);
    set(QPalette::Midlight, Token::Raised);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Dark, Token::LineStrong);
    set(QPalette::Shadow, Token::Line);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        made.setColor(QPalette::Disabled, role, colour(Token::LineStrong));
    return made;
}

} // namespace waic::ui
