// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>

namespace waic::ui {

namespace {

constexpr int kFieldHeight = 28;
constexpr int kButtonHeight = 30;
constexpr int kTabHeight = 36;
constexpr int kMenuBarHeight = 28;
constexpr int kScrollBarWidth = 12;
constexpr int kComboArrow = 26;
constexpr int kMenuChevron = 10; // more width for the chevron of a button with a menu

} // namespace

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QLineEdit *>(widget)
        || qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget) || qobject_cast<QAbstractSpinBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return kScrollBarWidth;
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabShiftVertical:
    case PM_ToolBarFrameWidth:
    case PM_DockWidgetFrameWidth:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
        return 0;
    case PM_MenuVMargin:
        return 4;
    case PM_MenuPanelWidth:
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ToolBarIconSize:
        return 16;
    case PM_CheckBoxLabelSpacing:
        return 8;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_MenuBarHMargin:
        return 8;
    case PM_ToolTipLabelFrameWidth:
        return 4;
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QPlainTextEdit *>(widget))
            return 3; // the corners of its field are round
        if (qobject_cast<const QAbstractItemView *>(widget))
            return 1;
        break;
    default:
        break;
    }
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Widget_Animate:
    case SH_Widget_Animation_Duration:
    case SH_TabBar_ElideMode:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_ComboBox_Popup:
        return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize made = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        made.setHeight(std::max(kFieldHeight, size.height() + 6));
        break;
    case CT_PushButton:
        made.setHeight(std::max(kButtonHeight, size.height() + 8));
        made.setWidth(std::max(size.width() + 24, made.width()));
        break;
    case CT_ToolButton:
        made.setHeight(std::max(kButtonHeight, size.height() + 6));
        made.setWidth(size.width() + 12);
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option); button
            && button->features.testFlag(QStyleOptionToolButton::HasMenu)
            && !button->features.testFlag(QStyleOptionToolButton::MenuButtonPopup) && !button->text.isEmpty())
            made.rwidth() += kMenuChevron;
        break;
    case CT_TabBarTab:
        made.setHeight(kTabHeight);
        made.setWidth(size.width());
        break;
    case CT_MenuBarItem:
        made.setHeight(kMenuBarHeight);
        made.setWidth(size.width() + 20);
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            made.setHeight(std::max(26, made.height()));
        break;
    default:
        break;
    }
    return made;
}

QRect Style::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const QRect box = option->rect;
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, box, QRect(box.right() - kComboArrow + 1, box.top(), kComboArrow, box.height()));
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, box, box.adjusted(7, 1, -kComboArrow, -1));
    }
    if (control == CC_SpinBox) {
        const QRect box = option->rect;
        const int half = box.height() / 2;
        if (part == SC_SpinBoxUp)
            return visualRect(option->direction, box, QRect(box.right() - kComboArrow + 1, box.top(), kComboArrow, half));
        if (part == SC_SpinBoxDown)
            return visualRect(
                option->direction, box, QRect(box.right() - kComboArrow + 1, box.top() + half, kComboArrow, box.height() - half));
        if (part == SC_SpinBoxEditField)
            return visualRect(option->direction, box, box.adjusted(7, 1, -kComboArrow, -1));
    }
    if (control == CC_ScrollBar) {
        // No arrow buttons: the groove is the whole bar.
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (bar && (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine))
            return {};
        if (bar
            && (part == SC_ScrollBarGroove || part == SC_ScrollBarSlider || part == SC_ScrollBarAddPage
                || part == SC_ScrollBarSubPage)) {
            const bool flat = bar->orientation == Qt::Horizontal;
            const int length = flat ? bar->rect.width() : bar->rect.height();
            const qint64 range = qint64(bar->maximum) - bar->minimum;
            const int handle = range > 0
                ? std::clamp(int(qint64(bar->pageStep) * length / (range + bar->pageStep)), 28, std::max(28, length))
                : length;
            const int start
                = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
            const auto along = [&](int from, int to) {
                return flat ? QRect(from, 0, to - from, bar->rect.height()) : QRect(0, from, bar->rect.width(), to - from);
            };
            const QRect made = part == SC_ScrollBarGroove ? along(0, length)
                : part == SC_ScrollBarSlider              ? along(start, start + handle)
                : part == SC_ScrollBarSubPage             ? along(0, start)
                                                          : along(start + handle, length);
            return visualRect(bar->direction, bar->rect, made);
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

} // namespace waic::ui
