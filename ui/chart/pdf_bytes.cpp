// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/pdf_bytes.h"

#include <QRegularExpression>
#include <QStringList>

namespace waic::ui {

namespace {

QByteArray coordinate(double value)
{
    return QByteArray::number(value, 'f', 4);
}

QByteArray hex(const QString &text)
{
    QByteArray made("<");
    for (const QChar &character : text)
        made += QByteArray::number(character.unicode(), 16).toUpper().rightJustified(4, '0');
    return made + '>';
}

/// "<0001> <0003> <0041>": these glyphs stand for A, B, C; or "<0001> <0002> [<0041> <0061>]".  As the latter, where it has one
/// of the characters to be changed.
QString mendedLine(const QString &line, const QHash<char16_t, QString> &better)
{
    static const QRegularExpression kRange(
        QStringLiteral("^<([0-9A-F]{4})> <([0-9A-F]{4})> (?:<([0-9A-F]{4})>|\\[([^\\]]*)\\])$"));
    static const QRegularExpression kCode(QStringLiteral("<([0-9A-F]+)>"));
    const QRegularExpressionMatch range = kRange.match(line);
    if (!range.hasMatch())
        return line;
    QList<QByteArray> codes;
    bool isChanged = false;
    const auto add = [&](char16_t code) {
        isChanged = isChanged || better.contains(code);
        codes.append(hex(better.value(code, QString(QChar(code)))));
    };
    if (const int count = range.captured(2).toInt(nullptr, 16) - range.captured(1).toInt(nullptr, 16) + 1;
        !range.captured(3).isEmpty())
        for (int i = 0; i < count; ++i)
            add(char16_t(range.captured(3).toInt(nullptr, 16) + i));
    for (auto each = kCode.globalMatch(range.captured(4)); each.hasNext();) {
        const QString code = each.next().captured(1);
        if (code.size() == 4)
            add(char16_t(code.toInt(nullptr, 16)));
        else // beyond the first plane
            codes.append(('<' + code.toLatin1() + '>'));
    }
    return isChanged
        ? QStringLiteral("<%1> <%2> [%3]").arg(range.captured(1), range.captured(2), QString::fromLatin1(codes.join(' ')))
        : line;
}

QByteArray mendedMap(const QByteArray &map, const QHash<char16_t, QString> &better)
{
    QStringList lines = QString::fromLatin1(map).split(QLatin1Char('\n'));
    bool isInside = false;
    for (QString &line : lines) {
        isInside = line.endsWith(QLatin1String("beginbfrange")) || (isInside && !line.startsWith(QLatin1String("endbfrange")));
        if (isInside)
            line = mendedLine(line.trimmed(), better);
    }
    return lines.join(QLatin1Char('\n')).toLatin1();
}

} // namespace

bool PdfBytes::setCreationDate(const QDateTime &date)
{
    return replace("/CreationDate (D:", ")", date.toUTC().toString(QStringLiteral("yyyyMMddHHmmss'Z'")).toLatin1());
}

bool PdfBytes::setPageBox(const QRectF &box)
{
    return replace("/MediaBox [", "]",
        QByteArrayList{coordinate(box.left()), coordinate(box.top()), coordinate(box.right()), coordinate(box.bottom())}.join(
            ' '));
}

/// Each is a stream of its own, not compressed: "<< /Length 469 >>", "stream" and its lines.
void PdfBytes::mendTextMaps(const QHash<char16_t, QString> &better)
{
    const QByteArray length("/Length ");
    qsizetype end = 0;
    for (;;) {
        const qsizetype start = m_bytes.indexOf("/CIDInit /ProcSet findresource begin", end);
        end = start < 0 ? -1 : m_bytes.indexOf("endstream", start);
        const qsizetype number = m_bytes.lastIndexOf(length, start) + length.size();
        const qsizetype numberEnd = m_bytes.indexOf(' ', number);
        if (end < 0 || number < length.size() || numberEnd > start)
            return;
        const QByteArray made = mendedMap(m_bytes.mid(start, end - start), better);
        const qsizetype more = made.size() - (end - start);
        splice(start, end - start, made);
        splice(number, numberEnd - number, QByteArray::number(m_bytes.mid(number, numberEnd - number).toLongLong() + more));
        end += more;
    }
}

/// What stands between the only `before` and the next `after`.
bool PdfBytes::replace(const QByteArray &before, const QByteArray &after, const QByteArray &made)
{
    const qsizetype start = m_bytes.indexOf(before);
    const qsizetype end = start < 0 ? -1 : m_bytes.indexOf(after, start + before.size());
    if (end < 0 || m_bytes.indexOf(before, end) >= 0)
        return false;
    splice(start + before.size(), end - start - before.size(), made);
    return true;
}

void PdfBytes::splice(qsizetype at, qsizetype length, const QByteArray &made)
{
    m_bytes.replace(at, length, made);
    moveObjects(at, made.size() - length);
}

/// The table: "0000000015 00000 n " for each object, and where it begins itself.
void PdfBytes::moveObjects(qsizetype from, qsizetype by)
{
    constexpr qsizetype kEntry = 20, kPlace = 10;
    const qsizetype table = m_bytes.lastIndexOf("\nxref\n") + 1;
    const qsizetype trailer = m_bytes.lastIndexOf("trailer\n");
    const qsizetype first = m_bytes.indexOf('\n', table + 5) + 1;
    for (qsizetype entry = first; entry + kEntry <= trailer; entry += kEntry) {
        const qsizetype place = m_bytes.mid(entry, kPlace).toLongLong();
        if (m_bytes.at(entry + kPlace + 7) == 'n' && place > from)
            m_bytes.replace(entry, kPlace, QByteArray::number(place + by).rightJustified(kPlace, '0'));
    }
    const qsizetype start = m_bytes.indexOf('\n', m_bytes.lastIndexOf("startxref")) + 1;
    const qsizetype end = m_bytes.indexOf('\n', start);
    m_bytes.replace(start, end - start, QByteArray::number(table));
}

} // namespace waic::ui
