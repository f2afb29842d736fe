// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_pdf.h"

#include "chart/picture_limits.h"
#include "ui/chart/chart_painter.h"
#include "ui/chart/pdf_bytes.h"
#include "ui/chart/picture.h"

#include <QBuffer>
#include <QDateTime>
#include <QGlyphRun>
#include <QHash>
#include <QPainter>
#include <QPdfWriter>
#include <QRawFont>
#include <QTextLayout>

#include <cmath>
#include <set>

namespace waic::ui {

namespace {

constexpr int kResolution = 1200; ///< units of the page's drawing to the inch: fine enough that no line moves
constexpr double kPointsPerInch = 72;

QSizeF pageSize(const PictureOptions &options)
{
    return QSizeF(options.size) * kPointsPerInch / dotsPerInch(options);
}

/// Qt's pages are whole points; this one is cut to its true size afterwards.
QSizeF wholePoints(const QSizeF &size)
{
    return {std::ceil(size.width()), std::ceil(size.height())};
}

/// That of the newest step, else to which the starter's sources reach; never the clock's.
QDateTime catalogueDate(const chart::ChartData &data)
{
    for (const QString &text : {data.newestStepAt, data.starterVersion})
        if (const QDateTime date = QDateTime::fromString(text, Qt::ISODate); date.isValid())
            return date.timeSpec() == Qt::LocalTime ? QDateTime(date.date(), date.time(), Qt::UTC) : date.toUTC();
    return QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC);
}

using Lookalikes = QHash<char16_t, QString>;

/// Characters that share the glyph of one that is drawn.  Qt maps a glyph back to the first character that has it: a space to a
/// tab, 人 to the radical ⼈.
void addLookalikes(Lookalikes &found, const QRawFont &font, const QString &drawn)
{
    constexpr char16_t kFirst = u'\t', kLast = 0x2fdf; // the last of the radicals; what is used most stands after them
    QString candidates;
    for (char16_t code = kFirst; code <= kLast; ++code)
        candidates.append(QChar(code));
    const QList<quint32> drawnGlyphs = font.glyphIndexesForString(drawn), glyphs = font.glyphIndexesForString(candidates);
    if (drawnGlyphs.size() != drawn.size() || glyphs.size() != candidates.size())
        return;
    QHash<quint32, char16_t> characters;
    for (qsizetype i = 0; i < drawn.size(); ++i)
        characters.insert(drawnGlyphs[i], drawn[i].unicode());
    for (qsizetype i = 0; i < candidates.size(); ++i)
        if (const char16_t same = glyphs[i] == 0 ? u'\0' : characters.value(glyphs[i]); same && !drawn.contains(candidates[i]))
            found.insert(candidates[i].unicode(), QString(QChar(same)));
}

Lookalikes lookalikes(const ChartPainter &chart)
{
    std::set<QChar> characters;
    QList<QRawFont> fonts;
    for (const PlacedText &text : chart.texts()) {
        QTextLayout layout(text.text, text.font);
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        for (const QGlyphRun &run : layout.glyphRuns())
            if (!fonts.contains(run.rawFont()))
                fonts.append(run.rawFont());
        for (const QChar &character : text.text)
            if (!character.isSurrogate())
                characters.insert(character);
    }
    QString drawn;
    for (const QChar &character : characters)
        drawn.append(character);
    constexpr char16_t kFirstLigature = 0xfb00, kLastLigature = 0xfb06; // ﬀ to ﬆ
    Lookalikes found;
    for (char16_t code = kFirstLigature; code <= kLastLigature; ++code)
        if (!characters.contains(QChar(code)))
            found.insert(code, QString(QChar(code)).normalized(QString::NormalizationForm_KC));
    for (const QRawFont &font : std::as_const(fonts))
        addLookalikes(found, font, drawn);
    return found;
}

/// Qt writes the fonts in the order of a hash, which is another in every process.
class SteadyHashes
{
public:
    SteadyHashes() { QHashSeed::setDeterministicGlobalSeed(); }
    ~SteadyHashes() { QHashSeed::resetRandomGlobalSeed(); }
    SteadyHashes(SteadyHashes &&) = delete;
};

QByteArray drawn(const ChartPainter &chart, const PictureOptions &options, const QByteArray &record)
{
    const SteadyHashes steady;
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(wholePoints(pageSize(options)), QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(kResolution);
    writer.setTitle(chart.data().title);
    writer.setCreator(QStringLiteral("waic-explorer " WAIC_VERSION));
    writer.addFileAttachment(QStringLiteral("waic-chart.json"), record, QStringLiteral("application/json"));
    QPainter painter(&writer);
    const double scale = kResolution / dotsPerInch(options);
    painter.scale(scale, scale);
    chart.paint(painter, {}, options.transparent ? ChartGround::Transparent : ChartGround::Solid);
    painter.end();
    return bytes;
}

} // namespace

QByteArray chartPdf(const ChartPainter &chart, const PictureOptions &options, const QByteArray &record)
{
    PdfBytes pdf(drawn(chart, options, record));
    const QSizeF size = pageSize(options);
    const bool isKnown = pdf.setCreationDate(catalogueDate(chart.data()))
        && pdf.setPageBox(QRectF(0, wholePoints(size).height() - size.height(), size.width(), size.height()));
    pdf.mendTextMaps(lookalikes(chart));
    return isKnown ? pdf.bytes() : QByteArray();
}

} // namespace waic::ui
