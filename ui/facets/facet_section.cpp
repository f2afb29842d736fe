// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/facets/facet_section.h"

#include "ui/common/theme.h"
#include "ui/common/words.h"
#include "ui/facets/facet_head.h"
#include "ui/facets/facet_list.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QSettings>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kRight = 16;
constexpr int kBottom = 4;

} // namespace

QString FacetSection::settingsKey(const QString &field, const char *what)
{
    // An own field may be named with a slash, which would make a group of its own.
    QString name = field;
    return QStringLiteral("facets/%1/%2").arg(name.replace(QLatin1Char('/'), QLatin1Char('_')), QLatin1String(what));
}

FacetSection::FacetSection(const QString &field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_head(new FacetHead(fieldTitle(field), this))
    , m_clear(new ClearButton(this))
{
    setObjectName(QStringLiteral("facet.") + field);
    setAccessibleName(fieldTitle(field));
    m_head->setChecked(!QSettings().value(settingsKey(field, "collapsed")).toBool());
    m_clear->setAccessibleName(tr("Clear %1").arg(fieldTitle(field)));
    m_clear->setToolTip(plainToolTip(tr("Clear %1 (Delete)").arg(fieldTitle(field))));
    m_clear->hide();
    watch(m_head);
    watch(m_clear);
    connect(m_head, &QAbstractButton::toggled, this, [this](bool expanded) {
        QSettings().setValue(settingsKey(m_field, "collapsed"), !expanded);
        expansionShown();
        emit expansionChanged();
    });
    connect(m_clear, &QAbstractButton::clicked, this, [this] {
        if (m_clear->hasFocus())
            m_head->setFocus(Qt::OtherFocusReason);
        ask(withoutField(m_query, m_field));
    });
}

bool FacetSection::isExpanded() const
{
    return m_head->isChecked();
}

void FacetSection::setExpanded(bool expanded)
{
    m_head->setChecked(expanded);
}

void FacetSection::setQuery(const explore::Query &query)
{
    m_query = query;
    queryChanged();
}

void FacetSection::clear()
{
    m_query = {};
}

void FacetSection::setSight(int, int) { }

void FacetSection::focusStop()
{
    m_head->setFocus(Qt::OtherFocusReason);
}

void FacetSection::ask(const explore::Query &query)
{
    emit asked(query);
}

bool FacetSection::hasConditions() const
{
    return std::any_of(m_query.conditions.begin(), m_query.conditions.end(),
        [this](const explore::Condition &condition) { return condition.field == m_field && !condition.off; });
}

void FacetSection::setHeadNote(const QString &atRest)
{
    const qsizetype ticked = m_query.values(m_field).size(), excluded = m_query.values(m_field, true).size();
    const QLocale locale;
    QStringList notes, brief;
    if (const explore::Range range = m_query.range(m_field); range != explore::Range()) {
        notes << rangeTitle(m_field, range);
        const bool both = !range.from.isNull() && !range.to.isNull();
        brief << (both ? range.from + QStringLiteral("–") + range.to : notes.last());
    }
    for (const explore::Condition &condition : m_query.conditions)
        if (condition.field == m_field && !condition.off && !condition.contained.isEmpty()) {
            notes << valuesTitle({m_field, {}, false, false, condition.contained, {}});
            brief << notes.last();
        }
    if (ticked > 0) {
        notes << tr("%n selected", nullptr, int(ticked));
        brief << locale.toString(ticked);
    }
    if (excluded > 0) {
        notes << tr("%n excluded", nullptr, int(excluded));
        brief << QStringLiteral("−") + locale.toString(excluded);
    }
    const QString separator = QStringLiteral(", ");
    const bool any = !notes.isEmpty();
    m_head->setNote(any ? notes.join(separator) : atRest, any ? brief.join(separator) : atRest, any);
    m_clear->setVisible(hasConditions());
}

void FacetSection::arrangeHead(const QList<QWidget *> &others)
{
    m_head->setGeometry(0, 0, width(), FacetHead::kHeight);
    int right = width() - kRight + 6;
    QList<QWidget *> buttons = others;
    buttons << m_clear;
    for (QWidget *button : std::as_const(buttons)) {
        if (button->isHidden())
            continue;
        const QSize size(button == m_clear ? ClearButton::kSide : 28, button == m_clear ? ClearButton::kSide : 28);
        right -= size.width();
        button->setGeometry(QRect(QPoint(right, (FacetHead::kHeight - size.height()) / 2), size));
        button->raise();
    }
    m_head->setRoomAtRight(std::max(kRight, width() - right + 2));
}

void FacetSection::finishArranging(int top)
{
    const int wanted = top + (isExpanded() ? kBottom : 0) + 1;
    if (wanted != height() || minimumHeight() != wanted)
        setFixedHeight(wanted);
}

void FacetSection::watch(QWidget *part)
{
    part->installEventFilter(this);
}

bool FacetSection::onKey(QWidget *part, const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (part != m_head)
            return false;
        m_head->setChecked(key.key() == Qt::Key_Right);
        return true;
    case Qt::Key_Delete:
        if (m_clear->isHidden())
            return false;
        m_clear->click();
        return true;
    case Qt::Key_Enter:
    case Qt::Key_Return:
        if (auto *button = qobject_cast<QAbstractButton *>(part)) {
            button->click();
            return true;
        }
        return false;
    default:
        return false;
    }
}

bool FacetSection::eventFilter(QObject *watched, QEvent *event)
{
    auto *part = qobject_cast<QWidget *>(watched);
    if (!part)
        return false;
    if (event->type() == QEvent::KeyPress)
        return onKey(part, *static_cast<QKeyEvent *>(event));
    if (event->type() == QEvent::FocusIn)
        emit focused(part);
    return false;
}

void FacetSection::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        arrange();
}

void FacetSection::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), themeColour(Token::Line));
}

} // namespace waic::ui
