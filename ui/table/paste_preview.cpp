// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/table/paste_preview.h"

#include "catalogue/figure.h"
#include "ui/common/painting.h"
#include "ui/common/words.h"
#include "ui/table/cell_delegate.h"
#include "ui/table/columns.h"
#include "ui/table/table_header.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace waic::ui {

namespace {

constexpr int kRowHeight = 28;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PastePreview)
};

QString shown(int column, const QString &stored)
{
    const QString text = cellText(column, stored);
    return text.isEmpty() ? QStringLiteral("–") : text;
}

/// Lines as those of the table: hairlines across, the same padding.
class LineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, themeColour(selected ? Token::Select : Token::Surface));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), themeColour(Token::Line));
        painter->setFont(uiFont(13));
        painter->setPen(index.data(Qt::ForegroundRole).value<QColor>());
        drawElided(*painter, cellTextRect(option.rect), index.data().toString());
        painter->restore();
    }
};

/// What a new announcement holds beside its title.
QString restOf(const catalogue::Announcement &row)
{
    QStringList values;
    for (int column = 0; column < ColumnCount; ++column)
        if (const catalogue::Field *field = columnField(column); field && column != TitleColumn)
            if (const QString value = row.*catalogue::textMember(*field); !value.isEmpty())
                values << cellText(column, value);
    return values.join(QStringLiteral(" · "));
}

QLabel *words(const QString &text, const char *name, QPalette::ColorRole role)
{
    auto *label = new QLabel(text);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setFont(uiFont(12));
    label->setForegroundRole(role);
    return label;
}

/// What of the block is left out as a whole, and what may surprise.
QString remarks(const PastePlan &plan, bool filtered)
{
    QStringList lines;
    if (plan.hasHeads)
        lines << Text::tr("The first line names the columns.");
    QStringList skipped;
    for (const int column : plan.skipped)
        skipped << columnLabel(column);
    if (!skipped.isEmpty())
        lines << Text::tr("Not edited in the table, so not pasted: %1.").arg(skipped.join(QStringLiteral(", ")));
    if (plan.beyond == 1)
        lines << Text::tr("One column is left out: the table shows none for it at the right.");
    else if (plan.beyond > 1)
        lines << Text::tr("%1 columns are left out: the table shows none for them at the right.").arg(plan.beyond);
    if (filtered && !plan.added.empty())
        lines << Text::tr("New announcements that the filter does not find will be out of sight.");
    return lines.join(QLatin1Char('\n'));
}

} // namespace

QString pasteCounts(const PastePlan &plan)
{
    QStringList parts;
    const auto add = [&](std::size_t count, const QString &one, const QString &many) {
        if (count > 0)
            parts << (count == 1 ? one : many.arg(catalogue::countText(qint64(count))));
    };
    add(plan.cells.size(), Text::tr("1 cell changed"), Text::tr("%1 cells changed"));
    add(plan.added.size(), Text::tr("1 new announcement"), Text::tr("%1 new announcements"));
    add(plan.unchanged, Text::tr("1 unchanged"), Text::tr("%1 unchanged"));
    add(plan.refused.size(), Text::tr("1 refused"), Text::tr("%1 refused"));
    return parts.join(QStringLiteral(" · "));
}

PasteLines::PasteLines(const PastePlan &plan, QObject *parent)
    : QAbstractTableModel(parent)
    , m_plan(plan)
{
}

int PasteLines::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_plan.refused.size() + m_plan.cells.size() + m_plan.added.size());
}

int PasteLines::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_plan.refused.empty() ? int(WhyPart) : int(PartCount);
}

QString PasteLines::text(int row, int part) const
{
    auto at = std::size_t(row);
    if (at < m_plan.refused.size()) {
        const PastePlan::Refusal &refusal = m_plan.refused[at];
        const QString column = refusal.column < 0 ? QStringLiteral("–") : columnLabel(refusal.column);
        const QString typed = refusal.typed.isEmpty() ? QStringLiteral("–") : refusal.typed;
        const QString parts[] = {refusal.row, column, QStringLiteral("–"), typed, refusal.why};
        return parts[part];
    }
    at -= m_plan.refused.size();
    if (at < m_plan.cells.size()) {
        const PastePlan::Cell &cell = m_plan.cells[at];
        const QString parts[] = {cell.title, columnLabel(cell.column), shown(cell.column, cell.from),
            shown(cell.column, cell.to.toString()), QString()};
        return parts[part];
    }
    const catalogue::Announcement &added = m_plan.added[at - m_plan.cells.size()];
    const QString parts[] = {added.title, tr("new announcement"), QStringLiteral("–"), restOf(added), QString()};
    return parts[part];
}

QVariant PasteLines::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column()).replace(QLatin1Char('\n'), QLatin1Char(' '));
    case Qt::ToolTipRole:
        return plainToolTip(text(index.row(), index.column()));
    case Qt::ForegroundRole: {
        const bool wrong = isRefused(index.row()) && index.column() >= ToPart;
        const bool quiet = index.column() == ColumnPart || index.column() == FromPart;
        return themeColour(wrong ? Token::Bad : quiet ? Token::Text2 : Token::Text);
    }
    default:
        return {};
    }
}

QVariant PasteLines::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= PartCount)
        return role == Qt::TextAlignmentRole ? QVariant(int(Qt::AlignLeft | Qt::AlignVCenter)) : QVariant();
    const QString names[] = {tr("Announcement"), tr("Column"), tr("Now"), tr("Pasted"), tr("Not pasted because")};
    return names[section];
}

PastePreview::PastePreview(const PastePlan &plan, bool filtered, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("pastePreview"));
    setWindowTitle(tr("Paste"));
    auto *heading
        = new QLabel(plan.changesNothing() ? tr("Nothing of this can be pasted") : tr("Paste %1?").arg(pasteWords(plan)));
    heading->setTextFormat(Qt::PlainText);
    heading->setFont(uiFont(16, 600));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(8);
    layout->addWidget(heading);
    if (const QString counts = pasteCounts(plan); !counts.isEmpty())
        layout->addWidget(words(counts, "pasteCounts", QPalette::PlaceholderText));
    layout->addSpacing(4);
    layout->addWidget(makeTable(plan), 1);
    if (const QString told = remarks(plan, filtered); !told.isEmpty())
        layout->addWidget(words(told, "pasteRemarks", QPalette::WindowText));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *paste = buttons->addButton(tr("Paste"), QDialogButtonBox::AcceptRole);
    paste->setProperty("primary", true);
    paste->setEnabled(!plan.changesNothing());
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addSpacing(8);
    layout->addWidget(buttons);
    // Only now does the button know its dialog.
    paste->setDefault(true);
    paste->setFocus();
    resize(plan.refused.empty() ? 760 : 960, 520);
}

QWidget *PastePreview::makeTable(const PastePlan &plan)
{
    auto *table = new QTableView;
    table->setObjectName(QStringLiteral("pasteLines"));
    table->setAccessibleName(tr("What would change"));
    auto *lines = new PasteLines(plan, table);
    table->setModel(lines);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(textPixels(kRowHeight));
    table->setItemDelegate(new LineDelegate(table));
    table->setHorizontalHeader(new TableHeader(table));
    QHeaderView &heads = *table->horizontalHeader();
    heads.setSectionsMovable(false);
    heads.setSectionsClickable(false);
    heads.setSectionResizeMode(QHeaderView::Stretch);
    heads.setSectionResizeMode(PasteLines::ColumnPart, QHeaderView::Interactive);
    heads.resizeSection(PasteLines::ColumnPart, textPixels(plan.added.empty() ? 96 : 140));
    return table;
}

} // namespace waic::ui
