// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_gallery.h"

#include "ui/common/painting.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

#include <array>

namespace waic::ui {

namespace {

constexpr int kShapeHeight = 54;
constexpr int kLabelHeight = 20;

class Thumbnail : public QAbstractButton
{
public:
    Thumbnail(const chart::ChartSpec &spec, QWidget *parent)
        : QAbstractButton(parent)
        , m_spec(spec)
    {
        setText(chart::galleryLabel(spec));
        setObjectName(QStringLiteral("chartThumbnail_") + spec.name);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return {104, kShapeHeight + kLabelHeight}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRectF frame(0, 0, width(), kShapeHeight);
        drawBox(painter, frame, kRadius, themeColour(underMouse() ? Token::Raised : Token::Surface),
            themeColour(isChecked() ? Token::Accent : Token::Line), isChecked() ? 2 : 1);
        paintShape(painter, frame.adjusted(10, 8, -10, -8));
        if (hasFocus())
            drawFocusRing(painter, frame.adjusted(3, 3, -3, -3), kBoxRadius);
        painter.setFont(uiFont(11, isChecked() ? 600 : 400));
        painter.setPen(themeColour(isChecked() ? Token::Text : Token::Text2));
        drawElided(painter, QRect(0, kShapeHeight, width(), kLabelHeight), text());
    }

    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }

private:
    void paintShape(QPainter &painter, const QRectF &area) const
    {
        if (m_spec.kind == chart::ChartKind::Share)
            paintDonut(painter, area);
        else if (m_spec.kind == chart::ChartKind::TimeColumns)
            paintColumns(painter, area);
        else
            paintBars(painter, area);
    }

    void paintDonut(QPainter &painter, const QRectF &area) const
    {
        const qreal diameter = area.height();
        const qreal ring = diameter * 0.21;
        QRectF circle(0, 0, diameter - ring, diameter - ring);
        circle.moveCenter(area.center());
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(themeColour(Token::Others), ring, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(circle, 90 * 16, 215 * 16);
        painter.setPen(QPen(themeColour(Token::China), ring, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(circle, 90 * 16, -142 * 16);
        painter.restore();
    }

    void paintBars(QPainter &painter, const QRectF &area) const
    {
        static constexpr std::array kKinds{1.0, 0.72, 0.5, 0.32, 0.26};
        static constexpr std::array kOrganisations{1.0, 0.9, 0.4, 0.3, 0.24};
        static constexpr std::array kCountries{1.0, 0.2, 0.12, 0.07, 0.05};
        const bool countries = m_spec.dimension == QLatin1String("country");
        const bool organisations = m_spec.dimension == QLatin1String("org");
        const auto &lengths = countries ? kCountries : organisations ? kOrganisations : kKinds;
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            Token colour = Token::Series1;
            if (organisations && i < 2)
                colour = Token::Others;
            if (countries)
                colour = i == 0 ? Token::China : i == 1 ? Token::UnitedStates : Token::Others;
            painter.fillRect(QRectF(area.left(), area.top() + 8.0 * qreal(i), area.width() * lengths[i], 5), themeColour(colour));
        }
    }

    void paintColumns(QPainter &painter, const QRectF &area) const
    {
        static constexpr std::array kHeights{0.1, 0.14, 0.12, 0.2, 0.19, 0.24, 0.36, 1.0, 0.08};
        const qreal step = area.width() / qreal(kHeights.size());
        for (std::size_t i = 0; i < kHeights.size(); ++i) {
            const qreal height = area.height() * kHeights[i];
            painter.fillRect(
                QRectF(area.left() + step * qreal(i), area.bottom() - height, step * 0.6, height), themeColour(Token::Series1));
        }
    }

    chart::ChartSpec m_spec;
};

} // namespace

ChartGallery::ChartGallery(const std::vector<chart::ChartSpec> &charts, QWidget *parent)
    : QScrollArea(parent)
    , m_buttons(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("chartGallery"));
    setAccessibleName(tr("Charts"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *inside = new QWidget;
    auto *layout = new QVBoxLayout(inside);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    int id = 0;
    for (const chart::ChartSpec &spec : charts) {
        auto *thumbnail = new Thumbnail(spec, inside);
        m_buttons->addButton(thumbnail, id++);
        layout->addWidget(thumbnail);
    }
    layout->addStretch(1);
    setWidget(inside);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int chart, bool on) {
        if (!on)
            return;
        ensureWidgetVisible(m_buttons->button(chart), 0, 8);
        emit chosen(chart);
    });
}

void ChartGallery::setCurrent(int chart)
{
    const QSignalBlocker blocker(m_buttons);
    if (QAbstractButton *button = m_buttons->button(chart)) {
        button->setChecked(true);
        ensureWidgetVisible(button, 0, 8);
    }
}

int ChartGallery::current() const
{
    return m_buttons->checkedId();
}

QSize ChartGallery::sizeHint() const
{
    return {kWidth, 4 * (kShapeHeight + kLabelHeight)};
}

} // namespace waic::ui
