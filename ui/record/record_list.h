// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QPersistentModelIndex>

#include <optional>
#include <vector>

class QMenu;

namespace waic::ui {

/// A place in a row that does something of its own when clicked or, walked to by Left and Right, on Enter.
struct RowLink
{
    enum class Kind {
        Open, ///< opens url
        More, ///< the links that do not fit, as a menu
        Edit, ///< opens the row's editor
        Act,  ///< does what its text says
    };
    Kind kind = Kind::Open;
    QRect rect; ///< of the letters, in the viewport
    QString text;
    QString url;

    bool isSame(const RowLink &other) const { return kind == other.kind && rect == other.rect && url == other.url; }
};

/// A list of painted rows on the record's surface: one widget for any number of rows, with links inside rows that mouse and
/// keyboard reach, and words where there are no rows.  Its delegate paints what links() says.
class RecordList : public QListView
{
    Q_OBJECT

public:
    explicit RecordList(QWidget *parent = nullptr);

    void setEmptyText(const QString &text) { m_emptyText = text; }
    /// The link under the mouse or walked to by keys, when it is of this row; the delegate underlines it.
    std::optional<RowLink> litLink(const QModelIndex &index) const;
    /// Puts the row's words on the clipboard, as Ctrl+C does.
    void copy(const QModelIndex &index) const;

signals:
    void openRequested(const QString &url);

protected:
    /// Links of a row that is laid out at rect.
    virtual std::vector<RowLink> links(const QModelIndex &index, const QRect &rect) const = 0;
    /// Enter or a double click on a row without a link walked to.
    virtual void activateRow(const QModelIndex &index) = 0;
    /// Fills the context menu of a row.
    virtual void fillMenu(QMenu &menu, const QModelIndex &index) = 0;
    /// What Ctrl+C puts on the clipboard.
    virtual QString copyText(const QModelIndex &index) const = 0;
    virtual void activateLink(const QModelIndex &index, const RowLink &link);

    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    std::optional<RowLink> linkAt(const QPoint &position, QModelIndex *row = nullptr) const;
    bool walkLinks(int direction);

    QString m_emptyText;
    std::optional<RowLink> m_hovered;
    QPersistentModelIndex m_hoveredRow;
    std::optional<RowLink> m_pressed;
    int m_walked = -1; ///< place among links() of the current row
};

} // namespace waic::ui
