// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/column_chooser.h"

#include "ui/common/link_button.h"
#include "ui/common/painting.h"
#include "ui/common/words.h"
#include "ui/table/column_layout.h"
#include "ui/table/columns.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kRowHeight = 28;
constexpr int kLeastWidth = 180;

} // namespace

ColumnChooser::ColumnChooser(ColumnLayout &columns, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_columns(columns)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Columns"));
    setMinimumWidth(kLeastWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(0);
    for (int column = 0; column < ColumnCount; ++column) {
        if (!ColumnLayout::canHide(column))
            continue;
        auto *box = new QCheckBox(literal(columnLabel(column)));
        box->setProperty("column", column);
        box->setFixedHeight(kRowHeight);
        connect(box, &QCheckBox::toggled, this, [this, column](bool on) { m_columns.show(column, on); });
        layout->addWidget(box);
    }
    auto *reset = new LinkButton(tr("Reset columns"));
    reset->setTextSize(12);
    reset->setFixedHeight(kRowHeight);
    reset->setFocusPolicy(Qt::TabFocus);
    layout->addSpacing(4);
    layout->addWidget(reset, 0, Qt::AlignLeft);
    connect(reset, &LinkButton::clicked, this, [this] {
        m_columns.reset();
        showColumns();
    });
    showColumns();
}

void ColumnChooser::showColumns()
{
    for (QCheckBox *box : findChildren<QCheckBox *>()) {
        const QSignalBlocker blocker(box);
        box->setChecked(m_columns.isShown(box->property("column").toInt()));
    }
}

void ColumnChooser::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), 0, themeColour(Token::Surface), themeColour(Token::LineStrong));
}

void ColumnChooser::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        close();
    else
        QFrame::keyPressEvent(event);
}

ColumnChooser *showColumnChooser(ColumnLayout &columns, QWidget &below)
{
    auto *chooser = new ColumnChooser(columns, below.window());
    chooser->adjustSize();
    const QRect screen = below.screen()->availableGeometry();
    QPoint place = below.mapToGlobal(QPoint(below.width() - chooser->width(), below.height()));
    place.setX(std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() + 1 - chooser->width())));
    place.setY(std::min(place.y(), std::max(screen.top(), screen.bottom() + 1 - chooser->height())));
    chooser->move(place);
    chooser->show();
    chooser->findChild<QCheckBox *>()->setFocus(Qt::PopupFocusReason);
    return chooser;
}

} // namespace waic::ui
