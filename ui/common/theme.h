// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>

#include <optional>

class QPalette;

namespace waic::ui {

/// Colours by meaning; values in theme.cpp with their contrast, from the look specification.
enum class Token {
    Window,
    Surface,
    Raised,
    Select,
    Line,
    LineStrong,
    Text,
    Text2,
    Text3,
    Accent,
    OnAccent,
    Match,
    MatchText,
    Ok,
    OkTint,
    Warn,
    WarnTint,
    Bad,
    BadTint,
    China,
    UnitedStates,
    Others,
    Series1,
    Series2,
    Series3,
    Series4,
    Series5,
};

enum class ThemeKind { Light, Dark, Print };
enum class ThemeChoice { System, Light, Dark };

QColor colour(ThemeKind kind, Token token);
enum class TextSize { Small, Normal, Large };

/// The window's font at a size of the look, which is in logical pixels at TextSize::Normal: weight 400 or 600.
QFont uiFont(int pixelSize, int weight = 400);
/// The same families at exactly this size, whatever text size the user chose: for pictures.
QFont exactFont(int pixelSize, int weight = 400);
/// Pixels of the look at the text size in force: for heights and widths that hold a line of text.
int textPixels(int pixels);

/// The window's theme: palette, style and a signal when it changes.  One for the application, UI thread only.
class Theme : public QObject
{
    Q_OBJECT

public:
    static Theme &instance();

    /// Sets style, font and palette of the QApplication.  Call once after it is made, and again when the user chooses.
    void apply(ThemeChoice choice);
    /// Makes every text of every window larger or smaller, at once.
    void setTextSize(TextSize size);
    TextSize textSize() const { return m_textSize; }
    ThemeChoice choice() const { return m_choice; }
    ThemeKind kind() const { return m_kind; } ///< Light or Dark
    QColor colour(Token token) const { return ui::colour(m_kind, token); }

    static QString textSizeName(TextSize size);         ///< small, normal, large: as in the settings
    static TextSize textSizeFromName(QStringView name); ///< Normal for any other
    static QString choiceName(ThemeChoice choice);      ///< system, light, dark: as in --ui-theme and the settings
    static std::optional<ThemeChoice> choiceFromName(QStringView name);

signals:
    void changed(); ///< colours or text sizes differ; widgets that cache colours, icons or measures make them again

private:
    Theme() = default;
    bool eventFilter(QObject *watched, QEvent *event) override;
    QPalette palette() const;

    ThemeChoice m_choice = ThemeChoice::System;
    ThemeKind m_kind = ThemeKind::Light;
    TextSize m_textSize = TextSize::Normal;
};

/// Shorthand in paint code: the current theme's colour.
inline QColor themeColour(Token token)
{
    return Theme::instance().colour(token);
}

} // namespace waic::ui
