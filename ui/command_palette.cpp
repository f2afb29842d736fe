// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command_palette.h"

#include "catalogue/fold.h"
#include "ui/common/painting.h"
#include "ui/common/theme.h"

#include <QAbstractListModel>
#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSettings>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace waic::ui {

namespace {

constexpr int kWidth = 560;
constexpr int kMostShown = 10; ///< rows; more are reached by scrolling
constexpr int kRowHeight = 32;
constexpr int kMargin = 8;
constexpr int kTop = 72; ///< below menus and tools
constexpr int kMostUsed = 30;
enum Role { DetailRole = Qt::UserRole, ShortcutRole };

const QString kUsedKey = QStringLiteral("palette/used");

/// At the beginning of a word; each character of a script without spaces is a word of its own.
bool isFound(const QString &word, const QString &in)
{
    return in.startsWith(word) || in.contains(QLatin1Char(' ') + word);
}

bool areFound(const QStringList &words, const QString &in)
{
    return std::all_of(words.begin(), words.end(), [&](const QString &word) { return isFound(word, in); });
}

/// Title, where else it is found, and keys at the right.
class RowDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, kRowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            drawBox(*painter, option.rect, kRadius, themeColour(Token::Select), {});
        QRect row = option.rect.adjusted(12, 0, -12, 0);
        const auto right = [&](const QString &text, const QFont &font, Token ink, int most) {
            painter->setFont(font);
            painter->setPen(themeColour(ink));
            const int width = std::min(most, painter->fontMetrics().horizontalAdvance(text) + 1);
            drawElided(*painter, QRect(row.right() - width, row.top(), width, row.height()), text);
            row.setRight(row.right() - (text.isEmpty() ? 0 : width + 16));
        };
        const int title = QFontMetrics(uiFont(13)).horizontalAdvance(index.data().toString()) + 1;
        right(index.data(ShortcutRole).toString(), uiFont(12, 600), Token::Text2, row.width() / 2);
        right(index.data(DetailRole).toString(), uiFont(12), Token::Text3, std::max(0, row.width() - title - 16));
        painter->setFont(uiFont(13));
        painter->setPen(themeColour(Token::Text));
        drawElided(*painter, row, index.data().toString());
        painter->restore();
    }
};

} // namespace

std::vector<int> foundEntries(const std::vector<PaletteEntry> &entries, const QString &text, const QStringList &usedBefore)
{
    struct Found
    {
        int place;
        int rank; ///< 0: the title begins with the text; 1: the title has all words; 2: with the detail it has
        qsizetype used;
    };
    const QString wanted = catalogue::tokens(text);
    const QStringList words = wanted.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::vector<Found> found;
    for (int i = 0; i < int(entries.size()); ++i) {
        const PaletteEntry &entry = entries[std::size_t(i)];
        const QString title = catalogue::tokens(entry.title);
        const int rank = title.startsWith(wanted)                                         ? 0
            : areFound(words, title)                                                      ? 1
            : areFound(words, title + QLatin1Char(' ') + catalogue::tokens(entry.detail)) ? 2
                                                                                          : 3;
        const qsizetype used = usedBefore.indexOf(entry.id);
        if (rank < 3)
            found.push_back({i, rank, used < 0 ? usedBefore.size() : used});
    }
    std::stable_sort(found.begin(), found.end(),
        [](const Found &a, const Found &b) { return std::pair(a.rank, a.used) < std::pair(b.rank, b.used); });
    std::vector<int> places;
    for (const Found &each : found)
        places.push_back(each.place);
    return places;
}

class CommandPalette::Model : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<PaletteEntry> entries) { m_entries = std::move(entries); }
    const std::vector<PaletteEntry> &entries() const { return m_entries; }
    void setShown(std::vector<int> places)
    {
        beginResetModel();
        m_shown = std::move(places);
        endResetModel();
    }
    const PaletteEntry &entry(int row) const { return m_entries[std::size_t(m_shown[std::size_t(row)])]; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_shown.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const PaletteEntry &shown = entry(index.row());
        switch (role) {
        case Qt::DisplayRole:
            return shown.title;
        case Qt::AccessibleDescriptionRole:
            return QStringList{shown.detail, shown.shortcut}.join(QLatin1Char(' ')).trimmed();
        case DetailRole:
            return shown.detail;
        case ShortcutRole:
            return shown.shortcut;
        default:
            return {};
        }
    }

private:
    std::vector<PaletteEntry> m_entries;
    std::vector<int> m_shown;
};

CommandPalette::CommandPalette(QWidget &window)
    : QWidget(&window)
    , m_window(window)
    , m_model(new Model(this))
    , m_edit(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(new QLabel(tr("Nothing of this name")))
{
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Command palette"));
    hide();
    m_edit->setPlaceholderText(tr("Find a command, view, chart or field"));
    m_edit->setAccessibleName(tr("Find a command, view, chart or field"));
    m_edit->setTextMargins(6, 0, 6, 0);
    m_edit->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setAccessibleName(tr("Found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setContentsMargins(12, 4, 12, 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    layout->addWidget(m_nothing);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_list, &QListView::clicked, this, &CommandPalette::runChosen);
    window.installEventFilter(this);
}

void CommandPalette::addSource(PaletteSource source)
{
    m_sources.push_back(std::move(source));
}

void CommandPalette::popUp()
{
    if (isVisible()) {
        m_edit->setFocus(Qt::PopupFocusReason);
        return;
    }
    std::vector<PaletteEntry> entries;
    for (const PaletteSource &source : m_sources)
        for (PaletteEntry &entry : source())
            entries.push_back(std::move(entry));
    m_model->setEntries(std::move(entries));
    m_edit->clear();
    find();
    m_focusBefore = QApplication::focusWidget();
    raise();
    show();
    m_edit->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::close()
{
    if (isHidden())
        return;
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::find()
{
    m_model->setShown(foundEntries(m_model->entries(), m_edit->text(), usedBefore()));
    const int rows = m_model->rowCount();
    m_list->setVisible(rows > 0);
    m_nothing->setVisible(rows == 0);
    place();
    m_list->scrollToTop();
    choose(0);
}

void CommandPalette::choose(int row)
{
    const QModelIndex index = m_model->index(std::clamp(row, 0, std::max(0, m_model->rowCount() - 1)), 0);
    m_list->setCurrentIndex(index);
    // The focus stays in the box, so it says what Enter would run.
    m_edit->setAccessibleDescription(index.isValid() ? index.data().toString() : tr("Nothing of this name"));
}

void CommandPalette::runChosen()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const PaletteEntry entry = m_model->entry(index.row());
    remember(entry.id);
    close();
    entry.run();
}

void CommandPalette::place()
{
    const int width = std::min(kWidth, m_window.width() - 2 * kMargin);
    const int room = (m_window.height() - kTop - 5 * kMargin - m_edit->sizeHint().height()) / kRowHeight;
    const int rows = std::clamp(m_model->rowCount(), 1, std::clamp(room, 1, kMostShown));
    m_list->setFixedHeight(rows * kRowHeight);
    const int below = m_list->isHidden() ? m_nothing->sizeHint().height() : rows * kRowHeight;
    setGeometry((m_window.width() - width) / 2, kTop, width, 3 * kMargin + m_edit->sizeHint().height() + below);
}

QStringList CommandPalette::usedBefore() const
{
    return QSettings().value(kUsedKey).toStringList();
}

void CommandPalette::remember(const QString &id)
{
    QStringList used = usedBefore();
    used.removeAll(id);
    used.prepend(id);
    QSettings().setValue(kUsedKey, used.first(std::min<qsizetype>(used.size(), kMostUsed)));
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (isHidden())
        return false;
    if (watched == &m_window) {
        if (event->type() == QEvent::Resize)
            place();
        return false;
    }
    if (event->type() == QEvent::FocusOut && static_cast<QFocusEvent *>(event)->reason() != Qt::ActiveWindowFocusReason) {
        // Who took the focus keeps it.
        m_focusBefore.clear();
        hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const int row = m_list->currentIndex().row();
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        choose(row - 1);
        return true;
    case Qt::Key_Down:
        choose(row + 1);
        return true;
    case Qt::Key_PageUp:
        choose(row - kMostShown);
        return true;
    case Qt::Key_PageDown:
        choose(row + kMostShown);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runChosen();
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true;
    default:
        return false;
    }
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColour(Token::Surface));
    painter.setPen(themeColour(Token::LineStrong));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace waic::ui
