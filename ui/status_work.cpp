// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/status_work.h"

#include "ui/common/painting.h"
#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QTimerEvent>
#include <QToolButton>

#include <cmath>
#include <utility>

namespace waic::ui {

namespace {

constexpr QSize kBarSize{100, 4};
constexpr int kStep = 40;    // ms between places of a bar that does not know how far it is
constexpr int kRound = 1600; // ms from one end to the other

/// A bar of tokens; a part of it wanders while the maximum is 0.
class ThinBar : public QProgressBar
{
public:
    ThinBar()
    {
        setFixedSize(kBarSize);
        setTextVisible(false);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const qreal radius = height() / 2.0;
        drawBox(painter, rect(), radius, themeColour(Token::Line), {});
        QRectF done(rect());
        if (maximum() > minimum()) {
            done.setWidth(width() * double(value() - minimum()) / (maximum() - minimum()));
        } else {
            done.setWidth(width() / 4.0);
            done.moveLeft((width() - done.width()) * std::abs(2.0 * m_place - 1));
        }
        if (done.width() > 0)
            drawBox(painter, done, radius, themeColour(Token::Accent), {});
    }
    void showEvent(QShowEvent *event) override
    {
        QProgressBar::showEvent(event);
        m_timer = startTimer(kStep);
    }
    void hideEvent(QHideEvent *event) override
    {
        QProgressBar::hideEvent(event);
        killTimer(m_timer);
    }
    void timerEvent(QTimerEvent *event) override
    {
        if (event->timerId() != m_timer || maximum() > minimum())
            return;
        m_place = std::fmod(m_place + double(kStep) / kRound, 1.0);
        update();
    }

private:
    int m_timer = 0;
    double m_place = 0; ///< of a round, 0 to 1
};

} // namespace

StatusWork::StatusWork(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel)
    , m_bar(new ThinBar)
    , m_cancel(new QToolButton)
{
    m_words->setTextFormat(Qt::PlainText);
    m_words->setFont(uiFont(12));
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setFont(uiFont(12));
    m_cancel->setAutoRaise(true);
    m_cancel->setFocusPolicy(Qt::TabFocus);
    connect(m_cancel, &QToolButton::clicked, this, &StatusWork::cancelAsked);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 0, 8, 0);
    layout->setSpacing(8);
    layout->addStretch(1);
    layout->addWidget(m_words);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    hide();
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelay);
    connect(&m_delay, &QTimer::timeout, this, &QWidget::show);
}

void StatusWork::showWork(const QString &words, int percent, bool canCancel)
{
    m_words->setText(words);
    m_bar->setRange(0, percent < 0 ? 0 : 100);
    if (percent >= 0)
        m_bar->setValue(percent);
    m_cancel->setVisible(canCancel);
    m_cancel->setAccessibleName(tr("Cancel: %1").arg(words));
    if (!std::exchange(m_isBusy, true))
        m_delay.start();
}

void StatusWork::end()
{
    m_isBusy = false;
    m_delay.stop();
    hide();
}

QString StatusWork::words() const
{
    return m_isBusy ? m_words->text() : QString();
}

} // namespace waic::ui
