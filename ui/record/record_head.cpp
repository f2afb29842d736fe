// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/record_head.h"

#include "ui/common/icons.h"
#include "ui/common/painting.h"
#include "ui/common/words.h"
#include "ui/preferences.h"
#include "ui/record/ink.h"
#include "ui/workspace.h"

#include "catalogue/country.h"
#include "catalogue/field.h"

#include <QActionGroup>
#include <QDateTime>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QTextLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace waic::ui {

namespace {

constexpr int kMargin = 16;
constexpr int kTitleLines = 3;
constexpr int kTitleLineHeight = 21; ///< 16 px at 1.3
constexpr int kChevron = 12;         ///< beside the verification

/// A full-width band of colour.
class TintedBar : public QWidget
{
public:
    explicit TintedBar(Token tint)
        : m_tint(tint)
    {
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), themeColour(m_tint)); }

private:
    Token m_tint;
};

QString localMinute(const QString &utc)
{
    const QDateTime at = QDateTime::fromString(utc, Qt::ISODate);
    return at.isValid() ? at.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : utc;
}

} // namespace

TitleLabel::TitleLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setFont(uiFont(16, 600));
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QStringList TitleLabel::lines(int width) const
{
    QString text = this->text();
    text.replace(QLatin1Char('\n'), QLatin1Char(' '));
    QTextLayout layout(text, font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        if (lines.size() == kTitleLines - 1) {
            lines << QFontMetrics(font()).elidedText(text.mid(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines << text.mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

int TitleLabel::heightForWidth(int width) const
{
    return std::max(1, int(lines(width).size())) * kTitleLineHeight;
}

QSize TitleLabel::sizeHint() const
{
    return {240, heightForWidth(std::max(width(), 120))};
}

QSize TitleLabel::minimumSizeHint() const
{
    return {80, kTitleLineHeight};
}

void TitleLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(font());
    painter.setPen(themeColour(Token::Text));
    int top = 0;
    for (const QString &line : lines(width())) {
        drawMatches(painter, QRect(0, top, width(), kTitleLineHeight), line, m_sought);
        painter.drawText(QRect(0, top, width(), kTitleLineHeight), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, line);
        top += kTitleLineHeight;
    }
}

void TitleLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    const QStringList shown = lines(width());
    setToolTip(!shown.isEmpty() && shown.last().endsWith(QChar(0x2026)) ? plainToolTip(text()) : QString());
}

void TitleLabel::setSought(std::vector<Sought> sought)
{
    if (m_sought == sought)
        return;
    m_sought = std::move(sought);
    update();
}

VerificationPill::VerificationPill(QWidget *parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("verificationPill"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setWritable(false);
    connect(this, &QAbstractButton::clicked, this, &VerificationPill::showMenu);
}

void VerificationPill::setVerification(const QString &verification)
{
    m_verification = verification;
    setAccessibleName(tr("Verification: %1").arg(verification));
    updateGeometry();
    update();
}

void VerificationPill::setWritable(bool writable)
{
    m_writable = writable;
    setFocusPolicy(writable ? Qt::TabFocus : Qt::NoFocus);
    setToolTip(writable ? tr("Set the verification") : QString());
    updateGeometry();
    update();
}

QSize VerificationPill::sizeHint() const
{
    return {pillWidth(m_verification) + (m_writable ? kChevron : 0), textPixels(20)};
}

void VerificationPill::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void VerificationPill::showMenu()
{
    if (!m_writable)
        return;
    QMenu menu(this);
    QAction *now = nullptr;
    auto *group = new QActionGroup(&menu); // one of them holds
    for (const QString &value : catalogue::knownValues(*catalogue::findField(catalogue::Entity::Announcement, u"verification"))) {
        QAction *action = menu.addAction(capitalised(value), this, [this, value] { emit chosen(value); });
        action->setActionGroup(group);
        action->setCheckable(true);
        action->setChecked(value == m_verification);
        now = action->isChecked() ? action : now;
    }
    menu.setActiveAction(now);
    menu.exec(mapToGlobal(QPoint(0, height() + 2)));
}

void VerificationPill::paintEvent(QPaintEvent *)
{
    const bool good = m_verification == QLatin1String("confirmed");
    const bool bad = m_verification == QLatin1String("disputed") || m_verification == QLatin1String("retracted");
    const Token ink = good ? Token::Ok : bad ? Token::Bad : Token::Text2;
    const Token tint = good ? Token::OkTint : bad ? Token::BadTint : Token::Raised;
    QPainter painter(this);
    if (!m_writable) {
        drawPill(painter, width(), height() / 2, m_verification, ink, tint);
    } else { // the same pill, longer by the chevron
        const QRectF pill(0, 1, width(), height() - 2);
        drawBox(painter, pill, pill.height() / 2, themeColour(tint), underMouse() ? themeColour(Token::LineStrong) : QColor());
        painter.setFont(uiFont(11, 600));
        painter.setPen(themeColour(ink));
        painter.drawText(QRect(0, 0, width() - kChevron, height()), Qt::AlignCenter | Qt::TextSingleLine, m_verification);
        drawChevron(painter, QRectF(width() - kChevron - 6, 0, kChevron, height()), Qt::DownArrow, themeColour(ink));
    }
    if (hasFocus())
        drawFocusRing(painter, rect(), height() / 2.0);
}

RecordHead::RecordHead(Workspace &workspace, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_binned(plainLabel({}, 12, 400, Token::Warn))
    , m_title(new TitleLabel)
    , m_facts(plainLabel({}, 12, 400, Token::Text2))
    , m_star(new QToolButton)
    , m_verification(new VerificationPill)
    , m_readOnly(plainLabel(tr("Read-only: values can be copied, not changed"), 12, 400, Token::Text3))
{
    m_facts->setWordWrap(true);
    m_readOnly->setWordWrap(true);
    m_readOnly->setContentsMargins(kMargin, 2, kMargin, 0);
    m_star->setAutoRaise(true);
    m_star->setFixedSize(24, 24);
    m_star->setFocusPolicy(Qt::TabFocus);
    m_star->setObjectName(QStringLiteral("star"));
    connect(m_star, &QToolButton::clicked, this, &RecordHead::toggleStar);
    connect(m_verification, &VerificationPill::chosen, this, &RecordHead::setVerification);
    connect(&Theme::instance(), &Theme::changed, this, &RecordHead::showStar);
    connect(&workspace, &Workspace::opened, this, &RecordHead::showAccess);
    connect(&workspace, &Workspace::answered, this, &RecordHead::markMatches);
    connect(&workspace, &Workspace::closed, this, &RecordHead::markMatches);

    auto *marks = new QHBoxLayout;
    marks->setContentsMargins(kMargin - 4, 0, kMargin, 0); // the star's shape, not its button, stands at the margin
    marks->setSpacing(4);
    marks->addWidget(m_star);
    marks->addWidget(m_verification);
    marks->addStretch(1);
    auto *texts = new QVBoxLayout;
    texts->setContentsMargins(kMargin, 13, kMargin, 3);
    texts->setSpacing(5);
    texts->addWidget(m_title);
    texts->addWidget(m_facts);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_binBar = makeBinBar();
    layout->addWidget(m_binBar);
    layout->addLayout(texts);
    layout->addLayout(marks);
    layout->addWidget(m_readOnly);
    layout->addSpacing(3);
    showAccess();
    showStar();
}

void RecordHead::markMatches()
{
    m_title->setSought(soughtIn(m_workspace.answer().query, u"title"));
}

QWidget *RecordHead::makeBinBar()
{
    auto *bar = new TintedBar(Token::WarnTint);
    auto *restoreButton = new QPushButton(tr("Restore"));
    restoreButton->setObjectName(QStringLiteral("restore"));
    restoreButton->setAccessibleName(tr("Restore from the bin"));
    restoreButton->setEnabled(m_workspace.isWritable());
    connect(restoreButton, &QPushButton::clicked, this, &RecordHead::restore);
    connect(&m_workspace, &Workspace::opened, restoreButton,
        [this, restoreButton] { restoreButton->setEnabled(m_workspace.isWritable()); });
    m_binned->setWordWrap(true);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(kMargin, 5, 8, 5);
    layout->addWidget(m_binned, 1);
    layout->addWidget(restoreButton);
    bar->hide();
    return bar;
}

void RecordHead::showAccess()
{
    m_readOnly->setVisible(m_workspace.isOpen() && !m_workspace.isWritable());
    m_readOnly->setToolTip(m_workspace.isOpen() ? plainToolTip(m_workspace.file().readOnlyReason()) : QString());
    m_star->setEnabled(m_workspace.isWritable());
    m_verification->setWritable(m_workspace.isWritable());
}

void RecordHead::showRecord(const catalogue::Announcement &announcement)
{
    m_row = announcement.id;
    m_starred = announcement.starred;
    m_title->setText(announcement.title);
    m_title->updateGeometry();
    const QString country = catalogue::countryName(announcement.country);
    QStringList facts;
    for (const QString &fact : {shownDate(announcement.announcedOn), capitalised(announcement.kind), announcement.edition,
             country.isNull() ? announcement.country : country})
        if (!fact.isEmpty())
            facts << fact;
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_facts->setVisible(!facts.isEmpty());
    m_verification->setVerification(announcement.verification);
    m_binBar->setVisible(!announcement.binnedAt.isNull());
    m_binned->setText(tr("In the bin since %1").arg(localMinute(announcement.binnedAt)));
    showStar();
}

void RecordHead::showStar()
{
    m_star->setIcon(starPixmap(m_starred, devicePixelRatioF()));
    const QString words = m_starred ? tr("Unstar") : tr("Star");
    m_star->setAccessibleName(words);
    m_star->setToolTip(words);
}

void RecordHead::toggleStar()
{
    m_workspace.apply(catalogue::setStarred(m_row, !m_starred));
}

void RecordHead::setVerification(const QString &verification)
{
    const catalogue::Field &field = *catalogue::findField(catalogue::Entity::Announcement, u"verification");
    if (verification != m_verification->verification())
        m_workspace.apply(catalogue::setField(field, m_row, verification, m_verification->verification()));
}

void RecordHead::restore()
{
    m_workspace.apply(catalogue::restoreFromBin(std::array{m_row}));
}

} // namespace waic::ui
