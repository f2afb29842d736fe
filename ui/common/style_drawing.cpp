// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/painting.h"
#include "ui/common/style.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOption>
#include <QWidget>

namespace waic::ui {

namespace {

constexpr int kMenuChevron = 18; // of the button's width

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

bool flagged(const QWidget *widget, const char *property)
{
    return widget && widget->property(property).toBool();
}

/// The line of text in a combo box or spin box, which draws the frame itself.
bool isPartOfField(const QWidget *widget)
{
    return widget
        && (qobject_cast<QComboBox *>(widget->parentWidget()) || qobject_cast<QAbstractSpinBox *>(widget->parentWidget()));
}

void drawField(QPainter &painter, const QStyleOption *option, const QWidget *widget)
{
    const bool focus = has(option, QStyle::State_HasFocus);
    if (flagged(widget, "plain") && !focus && !has(option, QStyle::State_MouseOver))
        return;
    const bool enabled = has(option, QStyle::State_Enabled);
    const Token outline = flagged(widget, "bad") ? Token::Bad : focus ? Token::Accent : enabled ? Token::LineStrong : Token::Line;
    drawBox(painter, option->rect, kRadius, themeColour(Token::Surface), themeColour(outline),
        focus || flagged(widget, "bad") ? 2 : 1);
}

void drawButton(QPainter &painter, const QStyleOption *option, const QWidget *widget)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool hover = enabled && has(option, QStyle::State_MouseOver);
    if (flagged(widget, "primary")) {
        QColor fill = themeColour(enabled ? Token::Accent : Token::Raised);
        if (down || hover)
            fill = Theme::instance().kind() == ThemeKind::Dark ? fill.lighter(108) : fill.darker(110);
        drawBox(painter, option->rect, kRadius, fill, {});
    } else {
        drawBox(painter, option->rect, kRadius, themeColour(down || hover ? Token::Raised : Token::Surface),
            themeColour(enabled ? Token::LineStrong : Token::Line));
    }
}

void drawToolButton(QPainter &painter, const QStyleOption *option, const QWidget *widget)
{
    if (flagged(widget, "primary")) {
        drawButton(painter, option, widget);
        return;
    }
    const bool enabled = has(option, QStyle::State_Enabled);
    if (has(option, QStyle::State_On))
        drawBox(painter, option->rect, kRadius, themeColour(Token::Select), {});
    else if (enabled && (has(option, QStyle::State_Sunken) || has(option, QStyle::State_MouseOver)))
        drawBox(painter, option->rect, kRadius, themeColour(Token::Raised), {});
}

void drawRadio(QPainter &painter, const QStyleOption *option)
{
    const bool on = has(option, QStyle::State_On);
    const QColor ring = themeColour(on ? Token::Accent : Token::LineStrong);
    drawBox(painter, option->rect, option->rect.height() / 2.0, themeColour(Token::Surface), ring, on ? 2 : 1);
    if (on)
        drawBox(painter, QRectF(option->rect).adjusted(5, 5, -5, -5), 3, ring, {});
}

void drawHeaderSection(QPainter &painter, const QStyleOption *option)
{
    painter.fillRect(option->rect, themeColour(Token::Window));
    painter.fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), themeColour(Token::Line));
}

void drawTab(QPainter &painter, const QStyleOptionTab &tab)
{
    const bool selected = tab.state.testFlag(QStyle::State_Selected);
    if (selected)
        painter.fillRect(QRect(tab.rect.left(), tab.rect.bottom() - 1, tab.rect.width(), 2), themeColour(Token::Accent));
    painter.save();
    painter.setFont(uiFont(13, selected ? 600 : 400));
    painter.setPen(themeColour(selected ? Token::Text : Token::Text2));
    painter.drawText(tab.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, tab.text);
    painter.restore();
    if (tab.state.testFlag(QStyle::State_HasFocus))
        drawFocusRing(painter, QRectF(tab.rect).adjusted(0, 3, 0, -3));
}

bool opensMenu(const QStyleOptionToolButton &button)
{
    return button.features.testFlag(QStyleOptionToolButton::HasMenu)
        && !button.features.testFlag(QStyleOptionToolButton::MenuButtonPopup) && !button.text.isEmpty();
}

/// A button with words that opens a menu: the chevron stands behind the words, not in the corner.
void drawMenuButton(QPainter &painter, const QStyleOptionToolButton &button, const QStyle &style, const QWidget *widget)
{
    style.drawPrimitive(QStyle::PE_PanelButtonTool, &button, &painter, widget);
    QStyleOptionToolButton label = button;
    label.rect.setRight(label.rect.right() - kMenuChevron);
    style.drawControl(QStyle::CE_ToolButtonLabel, &label, &painter, widget);
    const QRect chevron(label.rect.right() + 1, button.rect.top(), kMenuChevron, button.rect.height());
    drawChevron(painter, chevron.translated(-4, 0), Qt::DownArrow,
        themeColour(button.state.testFlag(QStyle::State_Enabled) ? Token::Text2 : Token::LineStrong));
    if (button.state.testFlag(QStyle::State_HasFocus))
        drawFocusRing(painter, button.rect);
}

void drawScrollBar(QPainter &painter, const QStyleOptionSlider &bar, const QStyle &style, const QWidget *widget)
{
    if (bar.maximum <= bar.minimum)
        return;
    QRectF handle = style.subControlRect(QStyle::CC_ScrollBar, &bar, QStyle::SC_ScrollBarSlider, widget);
    handle = bar.orientation == Qt::Horizontal ? handle.adjusted(2, 3, -2, -3) : handle.adjusted(3, 2, -3, -2);
    QColor fill = themeColour(Token::LineStrong);
    fill.setAlphaF(bar.state.testFlag(QStyle::State_MouseOver) || bar.state.testFlag(QStyle::State_Sunken) ? 0.9f : 0.55f);
    drawBox(painter, handle, 3, fill, {});
}

} // namespace

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0 && !isPartOfField(widget))
            drawField(*painter, option, widget);
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_PanelButtonCommand:
        drawButton(*painter, option, widget);
        return;
    case PE_PanelButtonTool:
        drawToolButton(*painter, option, widget);
        return;
    case PE_IndicatorCheckBox:
        drawCheckBox(
            *painter, option->rect, has(option, State_On) ? BoxState::Ticked : BoxState::Empty, has(option, State_Enabled));
        return;
    case PE_IndicatorRadioButton:
        drawRadio(*painter, option);
        return;
    case PE_FrameFocusRect:
        drawFocusRing(*painter, option->rect, kBoxRadius);
        return;
    case PE_IndicatorArrowDown:
        drawChevron(*painter, option->rect, Qt::DownArrow, themeColour(Token::Text2));
        return;
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawChevron(*painter, option->rect, header->sortIndicator == QStyleOptionHeader::SortUp ? Qt::DownArrow : Qt::UpArrow,
                themeColour(Token::Accent));
        return;
    case PE_Frame: {
        if (qobject_cast<const QPlainTextEdit *>(widget)) {
            QStyleOption field = *option;
            field.state.setFlag(State_HasFocus, widget->hasFocus());
            drawField(*painter, &field, widget);
            return;
        }
        painter->save();
        painter->setPen(themeColour(flagged(widget, "popup") ? Token::LineStrong : Token::Line));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    }
    case PE_FrameMenu:
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, themeColour(element == PE_PanelTipLabel ? Token::Raised : Token::Surface));
        painter->save();
        painter->setPen(themeColour(Token::LineStrong));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_PanelScrollAreaCorner:
    case PE_PanelMenu:
        painter->fillRect(option->rect, themeColour(Token::Surface));
        return;
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_PanelMenuBar:
    case PE_IndicatorToolBarSeparator:
    case PE_FrameDockWidget:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeaderSection(*painter, option);
        return;
    case CE_TabBarTab:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTab(*painter, *tab);
        return;
    case CE_MenuBarEmptyArea:
    case CE_ToolBar:
        painter->fillRect(option->rect, themeColour(Token::Window));
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            painter->fillRect(item->rect, themeColour(Token::Window));
            if (has(option, State_Selected))
                drawBox(*painter, QRectF(item->rect).adjusted(1, 2, -1, -2), kRadius, themeColour(Token::Raised), {});
            drawItemText(painter, item->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, item->palette,
                has(option, State_Enabled), item->text, QPalette::WindowText);
        }
        return;
    case CE_PushButtonLabel:
    case CE_ToolButtonLabel:
        if (flagged(widget, "primary") && has(option, State_Enabled)) {
            auto paint = [&](auto copy) {
                copy.palette.setColor(QPalette::ButtonText, themeColour(Token::OnAccent));
                QProxyStyle::drawControl(element, &copy, painter, widget);
            };
            if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
                return paint(*button);
            if (const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option))
                return paint(*tool);
        }
        break;
    case CE_Splitter:
        painter->fillRect(option->rect, themeColour(Token::Line));
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawScrollBar(*painter, *bar, *this, widget);
        return;
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option); button && opensMenu(*button)) {
        drawMenuButton(*painter, *button, *this, widget);
        return;
    }
    if (control == CC_SpinBox) {
        drawField(*painter, option, widget);
        const QColor ink = themeColour(has(option, State_Enabled) ? Token::Text2 : Token::Line);
        drawChevron(*painter, subControlRect(control, option, SC_SpinBoxUp, widget).adjusted(0, 4, 0, 0), Qt::UpArrow, ink);
        drawChevron(*painter, subControlRect(control, option, SC_SpinBoxDown, widget).adjusted(0, 0, 0, -4), Qt::DownArrow, ink);
        return;
    }
    if (control == CC_ComboBox) {
        drawField(*painter, option, widget);
        const bool plain = flagged(widget, "plain");
        const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        drawChevron(*painter, arrow, Qt::DownArrow,
            themeColour(!has(option, State_Enabled) ? Token::Line
                    : plain                         ? Token::Text3
                                                    : Token::Text2));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace waic::ui
