// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QRectF>
#include <QString>

namespace waic::ui {

/// A PDF as QPdfWriter makes it, to correct what Qt offers no way to say.  Places in the table of objects follow every change.
class PdfBytes
{
public:
    explicit PdfBytes(const QByteArray &bytes)
        : m_bytes(bytes)
    {
    }

    const QByteArray &bytes() const { return m_bytes; }

    /// Qt writes the clock, in the zone of the computer.  False when there is no date, or more than one.
    bool setCreationDate(const QDateTime &date);
    /// Qt rounds pages to whole points.  box: in points from the lower left.  False when there is not exactly one page.
    bool setPageBox(const QRectF &box);
    /// What glyphs stand for when text is searched or copied: each character of `better` becomes its value.
    void mendTextMaps(const QHash<char16_t, QString> &better);

private:
    bool replace(const QByteArray &before, const QByteArray &after, const QByteArray &made);
    void splice(qsizetype at, qsizetype length, const QByteArray &made);
    void moveObjects(qsizetype from, qsizetype by);

    QByteArray m_bytes;
};

} // namespace waic::ui
