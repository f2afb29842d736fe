// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/pasted_block.h"

#include "ui/table/columns.h"

#include <algorithm>

namespace waic::ui {

namespace {

constexpr QLatin1Char kQuote('"');

bool endsCell(QChar character)
{
    return character == QLatin1Char('\t') || character == QLatin1Char('\n') || character == QLatin1Char('\r');
}

/// Reads cell after cell.
class BlockReader
{
public:
    explicit BlockReader(QStringView text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }

    QString cell()
    {
        if (const std::optional<QString> quoted = quotedCell())
            return *quoted;
        const qsizetype first = m_at;
        while (!atEnd() && !endsCell(m_text[m_at]))
            ++m_at;
        return m_text.mid(first, m_at - first).toString();
    }

    /// Steps over what ends a cell; false when that ends the line as well.
    bool goOn()
    {
        if (atEnd())
            return false;
        const QChar end = m_text[m_at++];
        if (end == QLatin1Char('\r') && !atEnd() && m_text[m_at] == QLatin1Char('\n'))
            ++m_at;
        return end == QLatin1Char('\t');
    }

private:
    std::optional<QString> quotedCell()
    {
        if (atEnd() || m_text[m_at] != kQuote)
            return std::nullopt;
        QString inside;
        qsizetype from = m_at + 1;
        for (;;) {
            const qsizetype quote = m_text.indexOf(kQuote, from);
            if (quote < 0)
                return std::nullopt;
            inside += m_text.mid(from, quote - from);
            const qsizetype next = quote + 1;
            if (next == m_text.size() || endsCell(m_text[next])) {
                m_at = next;
                return inside;
            }
            if (m_text[next] != kQuote)
                return std::nullopt;
            inside += kQuote;
            from = next + 1;
        }
    }

    QStringView m_text;
    qsizetype m_at = 0;
};

int columnOfLabel(const QString &label)
{
    for (int column = 0; column < ColumnCount; ++column)
        if (column != StarColumn && columnLabel(column).compare(label, Qt::CaseInsensitive) == 0)
            return column;
    return -1;
}

} // namespace

std::size_t PastedBlock::width() const
{
    std::size_t widest = 0;
    for (const QStringList &line : lines)
        widest = std::max(widest, std::size_t(line.size()));
    return widest;
}

std::optional<PastedBlock> parseBlock(const QString &text, std::size_t mostCells)
{
    PastedBlock block;
    BlockReader reader(text);
    std::size_t cells = 0;
    while (!reader.atEnd()) {
        QStringList line;
        do {
            if (++cells > mostCells)
                return std::nullopt;
            line << reader.cell();
        } while (reader.goOn());
        block.lines.push_back(std::move(line));
    }
    return block;
}

std::optional<std::vector<int>> headsOf(const PastedBlock &block)
{
    if (block.lines.size() < 2)
        return std::nullopt;
    std::vector<int> columns;
    bool any = false;
    for (const QString &cell : block.lines.front()) {
        const QString label = cell.trimmed();
        const int column = columnOfLabel(label);
        const bool twice = column >= 0 && std::find(columns.begin(), columns.end(), column) != columns.end();
        if (twice || (column < 0 && !label.isEmpty()))
            return std::nullopt;
        any = any || column >= 0;
        columns.push_back(column);
    }
    return any ? std::optional(std::move(columns)) : std::nullopt;
}

QString blockCell(const QString &text)
{
    const bool plain = std::none_of(text.begin(), text.end(), endsCell) && !text.startsWith(kQuote);
    if (plain)
        return text;
    return kQuote + QString(text).replace(kQuote, QStringLiteral("\"\"")) + kQuote;
}

} // namespace waic::ui
