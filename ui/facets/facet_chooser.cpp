// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/facet_chooser.h"

#include "ui/common/link_button.h"
#include "ui/common/painting.h"
#include "ui/common/words.h"

#include <QCheckBox>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kRowHeight = 28;
constexpr int kWidth = 256;
constexpr int kMostHeight = 480;
constexpr int kMargin = 12;

/// Moves a field up or down: a chevron that is quiet until the mouse is near.
class MoveButton : public QAbstractButton
{
public:
    MoveButton(Qt::ArrowType direction, QWidget *parent)
        : QAbstractButton(parent)
        , m_direction(direction)
    {
        setFixedSize(22, 22);
        setFocusPolicy(Qt::NoFocus); // Alt with an arrow key does the same
        setAttribute(Qt::WA_Hover);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (underMouse() && isEnabled())
            drawBox(painter, rect(), kBoxRadius, themeColour(Token::Raised), {});
        const Token ink = !isEnabled() ? Token::Line : underMouse() ? Token::Text : Token::Text3;
        drawChevron(painter, rect(), m_direction, themeColour(ink));
    }

private:
    Qt::ArrowType m_direction;
};

} // namespace

FacetChooser::FacetChooser(const FacetChoice &choice, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_choice(choice)
    , m_rows(new QVBoxLayout)
{
    setObjectName(QStringLiteral("facetChooser"));
    setAccessibleName(tr("Filters to show"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *list = new QWidget;
    list->setLayout(m_rows);
    m_rows->setContentsMargins(kMargin, 0, 4, 0);
    m_rows->setSpacing(0);
    for (const QString &field : m_choice.fields())
        m_rows->addWidget(makeRow(field));
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(list);
    for (QWidget *ground : {scroll->viewport(), list})
        ground->setBackgroundRole(QPalette::Base);
    scroll->setFixedHeight(std::min(kMostHeight, int(m_choice.fields().size()) * kRowHeight));
    auto *title = new QLabel(tr("Filters to show"));
    title->setFont(uiFont(13, 600));
    auto *hint = new QLabel(tr("Alt+↑ ↓ moves"));
    hint->setFont(uiFont(12));
    hint->setForegroundRole(QPalette::PlaceholderText);
    auto *reset = new LinkButton(tr("Reset"));
    connect(reset, &QAbstractButton::clicked, this, [this] {
        m_choice.reset();
        showChoice();
        tell();
    });
    auto *head = new QHBoxLayout;
    head->setContentsMargins(kMargin, 0, kMargin, 0);
    head->addWidget(title);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(kMargin, 4, kMargin - 4, 0);
    foot->addWidget(hint);
    foot->addStretch(1);
    foot->addWidget(reset);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 10, 1, 8);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(scroll);
    layout->addLayout(foot);
    setFixedWidth(kWidth);
    showChoice();
}

QWidget *FacetChooser::makeRow(const QString &field)
{
    auto *row = new QWidget;
    row->setFixedHeight(kRowHeight);
    auto *box = new QCheckBox(literal(fieldTitle(field)));
    box->setAccessibleName(fieldTitle(field));
    box->setObjectName(QStringLiteral("show.") + field);
    box->installEventFilter(this);
    box->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *up = new MoveButton(Qt::UpArrow, row);
    up->setAccessibleName(tr("Move %1 up").arg(fieldTitle(field)));
    up->setObjectName(QStringLiteral("up"));
    auto *down = new MoveButton(Qt::DownArrow, row);
    down->setAccessibleName(tr("Move %1 down").arg(fieldTitle(field)));
    down->setObjectName(QStringLiteral("down"));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(box, 1);
    layout->addWidget(up);
    layout->addWidget(down);
    connect(up, &QAbstractButton::clicked, this, [this, field] { move(field, -1); });
    connect(down, &QAbstractButton::clicked, this, [this, field] { move(field, 1); });
    connect(box, &QCheckBox::clicked, this, [this, field](bool shown) {
        m_choice.setShown(field, shown);
        tell();
    });
    m_rowOf[field] = row;
    m_boxes[field] = box;
    return row;
}

void FacetChooser::popUp(const QWidget &button)
{
    adjustSize();
    const QRect screen = button.screen()->availableGeometry();
    QPoint place = button.mapToGlobal(QPoint(0, button.height() + 4));
    place.setX(std::clamp(place.x(), screen.left() + 4, std::max(screen.left() + 4, screen.right() - width() - 4)));
    place.setY(std::clamp(place.y(), screen.top() + 4, std::max(screen.top() + 4, screen.bottom() - height() - 4)));
    QWidget::move(place);
    show();
    if (!m_choice.fields().isEmpty())
        m_boxes[m_choice.fields().first()]->setFocus(Qt::PopupFocusReason);
}

void FacetChooser::move(const QString &field, int places)
{
    const FacetChoice before = m_choice;
    m_choice.move(field, places);
    if (m_choice == before)
        return;
    showChoice();
    tell();
}

void FacetChooser::showChoice()
{
    const QStringList &fields = m_choice.fields();
    for (qsizetype i = 0; i < fields.size(); ++i) {
        QWidget *row = m_rowOf[fields[i]];
        if (m_rows->indexOf(row) != i) {
            m_rows->removeWidget(row);
            m_rows->insertWidget(int(i), row);
        }
        m_boxes[fields[i]]->setChecked(m_choice.isShown(fields[i]));
        row->findChild<QAbstractButton *>(QStringLiteral("up"))->setEnabled(i > 0);
        row->findChild<QAbstractButton *>(QStringLiteral("down"))->setEnabled(i + 1 < fields.size());
    }
    QWidget *before = nullptr;
    for (const QString &field : fields) {
        if (before)
            setTabOrder(before, m_boxes[field]);
        before = m_boxes[field];
    }
}

void FacetChooser::tell()
{
    m_choice.save();
    emit changed(m_choice);
}

bool FacetChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const int step = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
    const QString field = m_boxes.key(static_cast<QCheckBox *>(watched));
    if (step == 0 || field.isNull())
        return false;
    const QStringList &fields = m_choice.fields();
    if (key->modifiers() & (Qt::AltModifier | Qt::ControlModifier))
        move(field, step);
    const qsizetype now = fields.indexOf(field);
    const bool moved = key->modifiers() & (Qt::AltModifier | Qt::ControlModifier);
    const qsizetype next = moved ? now : std::clamp<qsizetype>(now + step, 0, fields.size() - 1);
    QCheckBox *box = m_boxes[fields[next]];
    box->setFocus(Qt::TabFocusReason);
    m_rows->activate();
    if (auto *scroll = findChild<QScrollArea *>())
        scroll->ensureWidgetVisible(box, 0, 8);
    return true;
}

void FacetChooser::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void FacetChooser::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColour(Token::Surface));
    painter.setPen(themeColour(Token::LineStrong));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace waic::ui
