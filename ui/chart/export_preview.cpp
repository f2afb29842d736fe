// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/export_preview.h"

#include "chart/chart_table.h"
#include "ui/chart/chart_painter.h"

#include <QFontDatabase>
#include <QPainter>

namespace waic::ui {

namespace {

constexpr int kSquare = 8; ///< of the ground that stands for none

void paintChequers(QPainter &painter, const QRectF &place)
{
    painter.fillRect(place, themeColour(Token::Surface));
    for (int row = 0; row * kSquare < place.height(); ++row)
        for (int column = row % 2; column * kSquare < place.width(); column += 2)
            painter.fillRect(QRectF(place.left() + column * kSquare, place.top() + row * kSquare, kSquare, kSquare) & place,
                themeColour(Token::Line));
}

} // namespace

ExportPreview::ExportPreview(const chart::ChartData &chart, QWidget *parent)
    : QWidget(parent)
    , m_data(chart)
{
    setMinimumSize(480, 320);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Preview"));
    setAccessibleDescription(chart::summaryText(chart));
}

ExportPreview::~ExportPreview() = default;

void ExportPreview::showOptions(const PictureOptions &options)
{
    const bool isDrawn = options.format != PictureFormat::Csv && checkOptions(options);
    m_options = options;
    m_chart = isDrawn
        ? std::make_unique<ChartPainter>(m_data, options.size, options.theme, ChartPlace::Picture, leastText(options))
        : nullptr;
    update();
}

void ExportPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_options.format == PictureFormat::Csv)
        paintTable(painter);
    if (!m_chart)
        return;
    QRectF place(QPointF(), QSizeF(m_options.size).scaled(size() - QSizeF(2, 2), Qt::KeepAspectRatio));
    place.moveCenter(QRectF(rect()).center());
    painter.setPen(themeColour(Token::Line));
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5));
    if (m_options.transparent)
        paintChequers(painter, place);
    paintPicture(painter, place);
}

/// On an image of its own, as a transparent picture takes paint away around its words.
void ExportPreview::paintPicture(QPainter &painter, const QRectF &place) const
{
    QImage image((place.size() * devicePixelRatioF()).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull())
        return;
    image.fill(Qt::transparent);
    const qreal scale = image.width() / qreal(m_options.size.width());
    QPainter onto(&image);
    onto.scale(scale, scale);
    m_chart->paint(onto, {}, m_options.transparent ? ChartGround::Transparent : ChartGround::Solid);
    onto.end();
    painter.drawImage(place, image);
}

void ExportPreview::paintTable(QPainter &painter) const
{
    painter.fillRect(rect(), themeColour(Token::Surface));
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(uiFont(11).pixelSize());
    painter.setFont(font);
    painter.setPen(themeColour(Token::Text2));
    const QRect inside = rect().adjusted(8, 8, -8, -8);
    painter.setClipRect(inside);
    painter.drawText(inside, Qt::AlignLeft | Qt::AlignTop, QString::fromUtf8(chart::chartCsv(m_data)));
}

} // namespace waic::ui
