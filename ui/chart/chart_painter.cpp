// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_painter.h"

#include <QChart>
#include <QCoreApplication>
#include <QGraphicsScene>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace waic::ui {

namespace {

constexpr qreal kDimmed = 0.45;     ///< of a mark's colour that is left when others are selected
constexpr qreal kLeastTitle = 0.64; ///< of the title's size, before it may take a third line
constexpr int kTitleLines = 2;
constexpr qreal kTolerated = 0.8;      ///< of the least height that a plot asks for
constexpr qreal kLeastLastLine = 0.12; ///< of the width: a source line does not end with a word alone on a second line

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ChartPainter)
};

std::unique_ptr<ChartPlot> makePlot(const chart::ChartData &data)
{
    switch (data.spec.kind) {
    case chart::ChartKind::Share:
        return data.spec.form == chart::ShareForm::Donut && data.marks.size() <= 2 ? makeDonutPlot(data) : makeSlicePlot(data);
    case chart::ChartKind::RankedBar:
        return makeBarPlot(data);
    case chart::ChartKind::TimeColumns:
        return data.spec.isCount() ? makeColumnPlot(data) : makeLinePlot(data);
    case chart::ChartKind::StackedBar:
    case chart::ChartKind::GroupedBar:
        return makeStackPlot(data);
    case chart::ChartKind::Line:
    case chart::ChartKind::Area:
        return makeLinePlot(data);
    case chart::ChartKind::Dots:
        return makeDotPlot(data);
    case chart::ChartKind::Scatter:
        return makeScatterPlot(data);
    }
    return nullptr;
}

QString withNote(const QString &source, const QString &note)
{
    if (note.isEmpty())
        return source;
    return source + (source.endsWith(QLatin1Char('.')) ? QStringLiteral(" ") : QStringLiteral(". ")) + note;
}

} // namespace

ChartPainter::ChartPainter(const chart::ChartData &data, const QSizeF &size, ThemeKind theme, ChartPlace place, int leastText)
    : m_data(data)
    , m_sheet(size, theme, place, leastText)
{
    if (m_data.empty.isNull() && (!m_data.marks.empty() || m_data.density))
        arrange();
    else if (!m_sheet.isBare())
        arrangeEmpty();
}

ChartPainter::~ChartPainter() = default;

void ChartPainter::arrange()
{
    m_plot = makePlot(m_data);
    if (m_sheet.isBare()) {
        m_plot->arrange(m_sheet, QRectF(QPointF(), m_sheet.size));
        m_sheet.texts.clear();
        return;
    }
    const qreal left = m_sheet.length(56, 16);
    const qreal right = m_sheet.size.width() - left;
    Footer words = footer();
    std::vector<PlacedText> head;
    qreal top = 0, bottom = 0;
    // A low canvas does without the subtitle, then (in the window) the source, before the plot gets too small to read.
    for (int leftOut = 0; leftOut < (m_sheet.isPane() ? 3 : 2); ++leftOut) {
        head.clear();
        m_keySquares.clear();
        if (leftOut == 2)
            words = {};
        top = arrangeKey(arrangeHead(leftOut == 0, head), head) + m_sheet.length(30, 8);
        bottom = footerTop(words) - m_sheet.length(26, 8);
        if (bottom - top >= m_plot->leastHeight(m_sheet))
            break;
    }
    if (bottom - top < kTolerated * m_plot->leastHeight(m_sheet)) {
        arrangeTooSmall();
        return;
    }
    m_sheet.texts = std::move(head);
    placeFooter(words);
    m_plot->arrange(m_sheet, QRectF(QPointF(left, top), QPointF(right, std::max(bottom, top + 1))));
}

/// Rather words than a picture whose labels lie on each other.
void ChartPainter::arrangeTooSmall()
{
    m_plot.reset();
    m_keySquares.clear();
    m_data.empty = Text::tr("There is no room for this chart here. Make it larger.");
    arrangeEmpty();
    std::vector<PlacedText> head;
    if (arrangeHead(false, head) < m_sheet.texts.front().rect.top())
        m_sheet.texts.insert(m_sheet.texts.begin(), head.begin(), head.end());
}

void ChartPainter::arrangeEmpty()
{
    const qreal margin = m_sheet.length(56, 16);
    const QFont font = m_sheet.font(ChartFont::Subtitle);
    const QString words = m_data.empty.isEmpty() ? m_data.title : m_data.empty;
    const QStringList lines = brokenLines(words, font, std::min(m_sheet.size.width() - 2 * margin, 34.0 * font.pixelSize()));
    const qreal top = (m_sheet.size.height() - lineStep(font) * qreal(lines.size())) / 2;
    m_sheet.addLines(lines, font, m_sheet.colour(Token::Text2), m_sheet.size.width() / 2, top, Qt::AlignHCenter);
}

qreal ChartPainter::arrangeHead(bool withSubtitle, std::vector<PlacedText> &texts) const
{
    ChartSheet sheet(m_sheet.size, m_sheet.theme, m_sheet.place, m_sheet.leastText);
    const qreal left = sheet.length(56, 16);
    const qreal width = sheet.size.width() - 2 * left;
    QFont title = sheet.font(ChartFont::Title);
    const int least = sheet.font(qRound(title.pixelSize() * kLeastTitle), 600).pixelSize();
    QStringList lines = balancedLines(m_data.title, title, width);
    while (lines.size() > kTitleLines && title.pixelSize() > least) {
        title = sheet.font(title.pixelSize() - 1, 600);
        lines = balancedLines(m_data.title, title, width);
    }
    qreal y = sheet.addLines(lines, title, sheet.colour(Token::Text), left, sheet.length(56, 12));
    if (withSubtitle && !m_data.subtitle.isEmpty()) {
        const QFont subtitle = sheet.font(ChartFont::Subtitle);
        const QStringList words = balancedLines(m_data.subtitle, subtitle, width);
        y = sheet.addLines(words, subtitle, sheet.colour(Token::Text2), left, y + sheet.length(7, 1));
    }
    texts = std::move(sheet.texts);
    return y;
}

qreal ChartPainter::arrangeKey(qreal top, std::vector<PlacedText> &texts)
{
    if (m_data.key.empty() || m_plot->namesSeries(m_sheet))
        return top;
    const QFont font = m_sheet.font(ChartFont::Key);
    const qreal left = m_sheet.length(56, 16);
    const qreal right = m_sheet.size.width() - left;
    const qreal square = std::round(font.pixelSize() * 0.7);
    const qreal gap = font.pixelSize() * 0.38;
    qreal x = left, y = top + m_sheet.length(12, 4);
    for (const chart::KeyEntry &entry : m_data.key) {
        const QStringList lines = brokenLines(entry.label, font, right - left - square - gap);
        if (x > left && x + square + gap + lineWidth(lines.first(), font) > right) {
            x = left;
            y += lineStep(font);
        }
        m_keySquares.emplace_back(
            QRectF(x, std::round(y + kAscent * font.pixelSize() - square), square, square), m_sheet.colour(entry.colour));
        for (const QString &line : lines) {
            texts.push_back(placedLine(line, font, m_sheet.colour(Token::Text), x + square + gap, y));
            if (&line != &lines.last())
                y += lineStep(font);
        }
        x = texts.back().rect.right() + font.pixelSize() * 1.7;
    }
    return y + lineStep(font);
}

ChartPainter::Footer ChartPainter::footer() const
{
    const qreal width = m_sheet.size.width() - 2 * m_sheet.length(56, 16);
    return m_sheet.isPane() ? paneFooter(width) : pictureFooter(width);
}

/// One line: sources, and what must not be left out; in few words when it must be.
ChartPainter::Footer ChartPainter::paneFooter(qreal width) const
{
    const QFont font = m_sheet.font(ChartFont::Note);
    QStringList notes{m_data.shortNote, m_data.briefNote};
    if (m_data.briefNote.isEmpty())
        notes.append(QString());
    for (const QString &note : notes)
        for (const QString &form : m_data.sourceForms)
            if (const QString line = withNote(form, note);
                (!note.isEmpty() || note == notes.last()) && lineWidth(line, font) <= width)
                return {{}, {line}};
    const QString last = m_data.sourceForms.isEmpty() ? QString() : withNote(m_data.sourceForms.last(), m_data.briefNote);
    return {{}, last.isEmpty() ? QStringList() : brokenLines(last, font, width)};
}

/// Note and sources in the longest form that leaves three quarters of the picture to title and plot.
ChartPainter::Footer ChartPainter::pictureFooter(qreal width) const
{
    const QFont font = m_sheet.font(ChartFont::Note);
    const qreal name = lineWidth(Text::tr("WAIC Explorer"), m_sheet.font(ChartFont::Name)) + m_sheet.length(60, 60);
    const qreal room = std::min(m_sheet.size.height() * 0.25, 4.5 * lineStep(font));
    const auto lines = std::max<qsizetype>(2, qsizetype(room / lineStep(font)));
    QStringList notes{m_data.note, m_data.shortNote, QString()};
    for (const QString &note : notes) {
        const QStringList noteLines = note.isEmpty() ? QStringList() : balancedLines(note, font, width);
        for (const QString &form : m_data.sourceForms) {
            const QStringList source = brokenLines(form, font, width - name);
            const bool isRagged = source.size() > 1 && lineWidth(source.last(), font) < kLeastLastLine * width;
            if (source.size() <= 2 && noteLines.size() + source.size() <= lines && !isRagged)
                return {noteLines, source};
        }
    }
    return {{}, m_data.sourceForms.isEmpty() ? QStringList() : brokenLines(m_data.sourceForms.last(), font, width - name)};
}

qreal ChartPainter::footerTop(const Footer &words) const
{
    const qreal bottom = m_sheet.size.height() - m_sheet.length(56, 10);
    if (m_sheet.isPane() && words.source.isEmpty())
        return bottom;
    const QFont font = m_sheet.font(ChartFont::Note);
    const auto sourceLines = std::max<qsizetype>(words.source.size(), m_sheet.isPane() ? 0 : 1);
    qreal top = bottom - qreal(sourceLines) * lineStep(font);
    if (!words.note.isEmpty())
        top -= qreal(words.note.size()) * lineStep(font) + m_sheet.length(8, 4);
    return std::floor(top - m_sheet.length(18, 7));
}

void ChartPainter::placeFooter(const Footer &words)
{
    if (m_sheet.isPane() && words.source.isEmpty())
        return;
    const qreal left = m_sheet.length(56, 16);
    const qreal right = m_sheet.size.width() - left;
    const qreal rule = footerTop(words);
    m_rule = QLineF(left, rule, right, rule);
    const QFont font = m_sheet.font(ChartFont::Note);
    qreal y = rule + m_sheet.length(18, 7);
    if (!words.note.isEmpty())
        y = m_sheet.addLines(words.note, font, m_sheet.colour(Token::Text2), left, y) + m_sheet.length(8, 4);
    y = m_sheet.addLines(words.source, font, m_sheet.colour(Token::Text3), left, y);
    if (m_sheet.isPane())
        return;
    const QFont name = m_sheet.font(ChartFont::Name);
    const qreal top = m_sheet.size.height() - m_sheet.length(56, 10) - lineStep(name);
    m_sheet.add(placedLine(Text::tr("WAIC Explorer"), name, m_sheet.colour(Token::Text3), right, top, Qt::AlignRight));
}

int ChartPainter::shownMarks() const
{
    return m_plot ? m_plot->shownMarks() : 0;
}

int ChartPainter::markAt(const QPointF &point) const
{
    for (int mark = 0; mark < shownMarks(); ++mark)
        if (m_plot->reach(mark).contains(point))
            return mark;
    return -1;
}

QPainterPath ChartPainter::markOutline(int mark) const
{
    return mark >= 0 && mark < shownMarks() ? m_plot->outline(mark) : QPainterPath();
}

QPointF ChartPainter::markMiddle(int mark) const
{
    return mark >= 0 && mark < shownMarks() ? m_plot->middle(mark) : QPointF();
}

int ChartPainter::monthAt(const QPointF &point) const
{
    return m_plot ? m_plot->monthAt(point) : 0;
}

QRectF ChartPainter::monthStrip(int month) const
{
    return m_plot ? m_plot->monthStrip(month) : QRectF();
}

void ChartPainter::paintSeries(QPainter &painter, const std::vector<int> &selected) const
{
    const QColor surface = m_sheet.colour(Token::Surface);
    const auto isSelected = [&](int mark) { return std::find(selected.begin(), selected.end(), mark) != selected.end(); };
    std::vector<QColor> brushes;
    for (int mark = 0; mark < int(m_data.marks.size()); ++mark) {
        const QColor own = m_sheet.colour(m_data.marks[std::size_t(mark)].colour);
        brushes.push_back(selected.empty() || isSelected(mark) ? own : mixed(own, surface, kDimmed));
    }
    if (std::unique_ptr<QChart> chart = m_plot->makeChart(m_sheet, brushes)) {
        QGraphicsScene scene;
        scene.setItemIndexMethod(QGraphicsScene::NoIndex);
        scene.addItem(chart.release());
        const QRectF all(QPointF(), m_sheet.size);
        scene.setSceneRect(all);
        scene.render(&painter, all, all);
    }
    painter.save();
    m_plot->paintOver(painter, m_sheet, brushes);
    painter.restore();
}

/// Grid lines lie under the marks, axes over them.
void ChartPainter::paintHairlines(QPainter &painter, bool isGrid) const
{
    if (m_sheet.isBare())
        return;
    for (const ChartPlot::Hairline &each : m_plot->hairlines()) {
        if ((each.colour == Token::Line) != isGrid)
            continue;
        painter.setPen(QPen(m_sheet.colour(each.colour), std::max(1.0, m_sheet.length(2, 1)), Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(each.line);
    }
}

void ChartPainter::paint(QPainter &painter, const std::vector<int> &selected, ChartGround ground) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    const QColor surface = ground == ChartGround::Solid ? m_sheet.colour(Token::Surface) : QColor(Qt::transparent);
    if (ground == ChartGround::Solid && !m_sheet.isBare())
        painter.fillRect(QRectF(QPointF(), m_sheet.size), surface);
    if (m_plot) {
        paintHairlines(painter, true);
        paintSeries(painter, selected);
        for (const auto &[rect, colour] : m_keySquares)
            painter.fillRect(rect, colour);
        paintHairlines(painter, false);
        const qreal hair = std::max(1.0, m_sheet.length(2, 1));
        if (m_rule) {
            painter.setPen(QPen(m_sheet.colour(Token::Line), hair, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(*m_rule);
        }
        painter.setPen(QPen(m_sheet.colour(Token::Text), std::max(1.0, m_sheet.length(4, 2))));
        painter.setBrush(Qt::NoBrush);
        for (const int mark : selected)
            painter.drawPath(markOutline(mark));
    }
    for (const PlacedText &text : m_sheet.texts)
        paintText(painter, text, surface);
    painter.restore();
}

} // namespace waic::ui
