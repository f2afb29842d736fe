// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_svg.h"

#include "chart/picture_limits.h"
#include "ui/chart/chart_painter.h"
#include "ui/chart/picture.h"

#include <QBuffer>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgGenerator>

#include <cmath>

namespace waic::ui {

namespace {

QString drawn(const ChartPainter &chart, const PictureOptions &options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(96);
    generator.setSize(chart.size().toSize());
    generator.setViewBox(QRectF(QPointF(), chart.size()));
    {
        QPainter painter(&generator);
        chart.paint(painter, {}, options.transparent ? ChartGround::Transparent : ChartGround::Solid);
    }
    return QString::fromUtf8(bytes);
}

/// Pixels, or millimetres when the size on paper was chosen.
QString lengthText(double pixels, const PictureOptions &options)
{
    if (options.dpi == 0)
        return QString::number(pixels);
    return QString::number(pixels * chart::kMillimetresPerInch / options.dpi) + QStringLiteral("mm");
}

QString element(const char *name, const QString &text)
{
    return QStringLiteral("<%1>%2</%1>\n").arg(QLatin1String(name), text.toHtmlEscaped());
}

/// The text that begins at this place and reads so; none for the parts of a line that Qt wrote in several.
const PlacedText *findText(const ChartPainter &chart, const QPointF &baseline, QStringView escaped)
{
    for (const PlacedText &text : chart.texts())
        if (std::abs(text.baseline.x() - baseline.x()) < 0.1 && std::abs(text.baseline.y() - baseline.y()) < 0.1
            && text.text.toHtmlEscaped() == escaped)
            return &text;
    return nullptr;
}

/// Qt writes where each line begins.  Lines that end at a bar or stand around a middle say so instead, so that they still do when
/// the viewer's font is narrower or wider.
QString anchored(const QString &svg, const ChartPainter &chart)
{
    static const QRegularExpression kText(
        QStringLiteral("<text ([^>]*?) x=\"([-0-9.]+)\" y=\"([-0-9.]+)\"([^>]*)>([^<]*)</text>"));
    QString made;
    qsizetype done = 0;
    for (auto matches = kText.globalMatch(svg); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        made += QStringView(svg).mid(done, match.capturedStart() - done);
        done = match.capturedEnd();
        const QPointF baseline(match.captured(2).toDouble(), match.captured(3).toDouble());
        const PlacedText *text = findText(chart, baseline, match.capturedView(5));
        if (!text || text->alignment == Qt::AlignLeft) {
            made += match.capturedView();
            continue;
        }
        const bool isRight = text->alignment & Qt::AlignRight;
        made += QStringLiteral("<text %1 text-anchor=\"%2\" x=\"%3\" y=\"%4\"")
                    .arg(match.captured(1), isRight ? QStringLiteral("end") : QStringLiteral("middle"),
                        QString::number(isRight ? text->rect.right() : text->rect.center().x()), match.captured(3));
        made += match.captured(4) + QLatin1Char('>') + match.captured(5) + QStringLiteral("</text>");
    }
    return made + svg.mid(done);
}

} // namespace

QByteArray chartSvg(const ChartPainter &chart, const PictureOptions &options, const QString &record)
{
    QString svg = anchored(drawn(chart, options), chart);
    static const QRegularExpression kSize(QStringLiteral("<svg width=\"[^\"]*\" height=\"[^\"]*\""));
    svg.replace(svg.indexOf(kSize), kSize.match(svg).capturedLength(),
        QStringLiteral("<svg width=\"%1\" height=\"%2\"")
            .arg(lengthText(chart.size().width(), options), lengthText(chart.size().height(), options)));
    svg.replace(QStringLiteral("font-family=\"Open Sans\""),
        QStringLiteral("font-family=\"Open Sans, Noto Sans, Noto Sans CJK SC, DejaVu Sans, sans-serif\""));
    // Qt's own title and description are not escaped.
    const qsizetype start = svg.indexOf(QStringLiteral("<title>"));
    svg.replace(start, svg.indexOf(QStringLiteral("<defs>")) - start,
        element("title", chart.data().title) + element("desc", chart::summaryText(chart.data())) + element("metadata", record));
    static const QRegularExpression kNoXml(QStringLiteral("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x{fffe}\\x{ffff}]"));
    svg.remove(kNoXml); // characters that XML cannot hold, however they came into a name
    return svg.toUtf8();
}

} // namespace waic::ui
