// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

class QLineEdit;
class QListView;
class QModelIndex;

namespace waic::ui {

/// Something that can be done, found by its name.
struct PaletteEntry
{
    QString id;       ///< the same for the same thing tomorrow, for "used before"
    QString title;    ///< plain text
    QString detail;   ///< where else it is found, as "View › Theme"; may be empty
    QString shortcut; ///< native text; may be empty
    std::function<void()> run;
};

/// Asked each time the palette is opened, so that it knows what can be done now.
using PaletteSource = std::function<std::vector<PaletteEntry>()>;

/// Places in `entries` of those that a text finds, best first: every word of it begins a word of title or detail, in any case and
/// without marks.  Entries used before come first among equals; an empty text finds all.  usedBefore: ids, newest first.
std::vector<int> foundEntries(const std::vector<PaletteEntry> &entries, const QString &text, const QStringList &usedBefore);

/// A box over the window that finds and runs whatever the sources offer.  Enter runs, Esc or a click elsewhere closes; the focus
/// goes back to where it was before anything runs.
class CommandPalette : public QWidget
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget &window);

    void addSource(PaletteSource source);
    void popUp();
    void close(); ///< without running anything

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    class Model;
    void find();
    void choose(int row);
    void runChosen();
    void place();
    QStringList usedBefore() const;
    void remember(const QString &id);

    QWidget &m_window;
    std::vector<PaletteSource> m_sources;
    Model *m_model;
    QLineEdit *m_edit;
    QListView *m_list;
    QWidget *m_nothing;
    QPointer<QWidget> m_focusBefore;
};

} // namespace waic::ui
