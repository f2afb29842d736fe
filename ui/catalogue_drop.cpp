// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalogue_drop.h"

#include "ui/common/painting.h"
#include "ui/common/theme.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QTimer>
#include <QUrl>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kLabelHeight = 48;
constexpr int kLabelPadding = 24;
constexpr float kVeil = 0.06f;

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    if (data && data->hasUrls())
        for (const QUrl &url : data->urls())
            if (url.isLocalFile())
                paths << url.toLocalFile();
    return paths;
}

} // namespace

CatalogueDrop::CatalogueDrop(QWidget &window)
    : QWidget(&window)
    , m_window(window)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
    window.setAcceptDrops(true);
    window.installEventFilter(this);
    for (QLineEdit *edit : window.findChildren<QLineEdit *>())
        edit->installEventFilter(this);
}

bool CatalogueDrop::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
        return enter(static_cast<QDropEvent &>(*event));
    case QEvent::DragLeave:
        hide();
        return watched == &m_window;
    case QEvent::Drop:
        if (localFiles(static_cast<QDropEvent &>(*event).mimeData()).isEmpty())
            return false;
        drop(static_cast<QDropEvent &>(*event));
        return true;
    default:
        return false;
    }
}

bool CatalogueDrop::enter(QDropEvent &event)
{
    m_paths = localFiles(event.mimeData());
    if (m_paths.isEmpty())
        return false;
    // The file stays where it is, whatever keys are held.
    event.setDropAction(Qt::CopyAction);
    event.accept();
    setGeometry(m_window.rect());
    raise();
    show();
    return true;
}

void CatalogueDrop::drop(QDropEvent &event)
{
    hide();
    event.setDropAction(Qt::CopyAction);
    event.accept();
    // Later: the program that files came from waits until this returns, and opening may ask something.
    QTimer::singleShot(0, this, [this, paths = localFiles(event.mimeData())] { emit dropped(paths); });
}

void CatalogueDrop::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor veil = themeColour(Token::Accent);
    veil.setAlphaF(kVeil);
    painter.fillRect(rect(), veil);
    drawFocusRing(painter, rect(), 0);
    const QString words
        = m_paths.size() == 1 ? tr("Open %1").arg(QFileInfo(m_paths.front()).fileName()) : tr("One catalogue at a time, please");
    painter.setFont(uiFont(16, 600));
    const int room = width() - 4 * kLabelPadding;
    const int text = std::min(room, painter.fontMetrics().horizontalAdvance(words) + 1);
    QRect box(0, 0, text + 2 * kLabelPadding, kLabelHeight);
    box.moveCenter(rect().center());
    drawBox(painter, box, kRadius, themeColour(Token::Surface), themeColour(Token::Accent), 2);
    painter.setPen(themeColour(Token::Text));
    drawElided(painter, box.adjusted(kLabelPadding, 0, -kLabelPadding, 0), words, Qt::AlignCenter);
}

} // namespace waic::ui
