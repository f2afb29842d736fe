// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_gallery.h"

#include "ui/chart/chart_painter.h"
#include "ui/common/painting.h"
#include "ui/common/words.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QPixmap>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <optional>

namespace waic::ui {

namespace {

constexpr int kShapeHeight = 54;
constexpr int kLabelHeight = 20;

constexpr int kInset = 9; ///< from the frame to the shape

/// A chart as a bare shape, with its name.
class Thumbnail : public QAbstractButton
{
public:
    explicit Thumbnail(QWidget *parent)
        : QAbstractButton(parent)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(&Theme::instance(), &Theme::changed, this, [this] { forget(); });
    }

    void setChart(const ShelfChart &chart)
    {
        const QString label = chart.label();
        m_label = chart.draft ? ChartGallery::tr("%1 (edited)").arg(label) : label;
        setText(literal(m_label));
        setAccessibleName(m_label);
        setToolTip(plainToolTip(m_label));
        setObjectName(QStringLiteral("chartThumbnail_") + chart.spec.name);
    }
    void setData(const chart::ChartData &drawn)
    {
        m_data = drawn;
        forget();
    }

    QSize sizeHint() const override { return {104, kShapeHeight + kLabelHeight}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRectF frame(0, 0, width(), kShapeHeight);
        drawBox(painter, frame, kRadius, themeColour(underMouse() ? Token::Raised : Token::Surface),
            themeColour(isChecked() ? Token::Accent : Token::Line), isChecked() ? 2 : 1);
        paintShape(painter, frame.adjusted(kInset, kInset - 1, -kInset, 1 - kInset));
        if (hasFocus())
            drawFocusRing(painter, frame.adjusted(3, 3, -3, -3), kBoxRadius);
        painter.setFont(uiFont(11, isChecked() ? 600 : 400));
        painter.setPen(themeColour(isChecked() ? Token::Text : Token::Text2));
        drawElided(painter, QRect(0, kShapeHeight, width(), kLabelHeight), m_label);
    }

    void enterEvent(QEnterEvent *) override { update(); }
    void leaveEvent(QEvent *) override { update(); }

private:
    void forget()
    {
        m_shape = {};
        update();
    }

    /// Drawn at twice the size, so that dots and lines are as fine as the room is small.
    void paintShape(QPainter &painter, const QRectF &area)
    {
        constexpr qreal kScale = 0.5;
        if (!m_data || !m_data->empty.isNull())
            return;
        const QSize pixels = (area.size() * devicePixelRatioF()).toSize();
        if (m_shape.size() != pixels) {
            m_shape = QPixmap(pixels);
            m_shape.fill(Qt::transparent);
            QPainter drawing(&m_shape);
            drawing.scale(kScale * devicePixelRatioF(), kScale * devicePixelRatioF());
            ChartPainter(*m_data, area.size() / kScale, Theme::instance().kind(), ChartPlace::Thumbnail).paint(drawing);
        }
        painter.drawPixmap(area, m_shape, m_shape.rect());
    }

    QString m_label;
    std::optional<chart::ChartData> m_data;
    QPixmap m_shape;
};

} // namespace

ChartGallery::ChartGallery(QWidget *parent)
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
    m_layout = new QVBoxLayout(inside);
    m_layout->setContentsMargins(8, 8, 8, 8);
    m_layout->setSpacing(6);
    m_layout->addStretch(1);
    setWidget(inside);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int chart, bool on) {
        if (!on)
            return;
        ensureWidgetVisible(m_buttons->button(chart), 0, 8);
        emit chosen(chart);
    });
}

void ChartGallery::setCharts(const std::vector<ShelfChart> &charts)
{
    const QSignalBlocker blocker(m_buttons);
    while (m_buttons->buttons().size() > qsizetype(charts.size()))
        delete m_buttons->button(int(m_buttons->buttons().size()) - 1);
    for (int i = 0; i < int(charts.size()); ++i) {
        if (!m_buttons->button(i)) {
            auto *made = new Thumbnail(widget());
            m_buttons->addButton(made, i);
            m_layout->insertWidget(i, made);
            made->show();
        }
        static_cast<Thumbnail *>(m_buttons->button(i))->setChart(charts[std::size_t(i)]);
    }
}

void ChartGallery::setThumbnail(int chart, const chart::ChartData &drawn)
{
    if (auto *button = static_cast<Thumbnail *>(m_buttons->button(chart)))
        button->setData(drawn);
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
