// SPDX-License-Identifier: GPL-3.0-or-later

// The floor of a start: a minimal Qt window with a search box and a table of 1,000 rows in memory.  Measured from outside.
#include <QAbstractTableModel>
#include <QApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QMainWindow>
#include <QTableView>
#include <QVBoxLayout>

namespace {

class Model : public QAbstractTableModel
{
public:
    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 1000; }
    int columnCount(const QModelIndex &) const override { return 8; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (role != Qt::DisplayRole)
            return {};
        return index.column() == 1 ? QStringLiteral("Row %1 of a table that stands in for announcements").arg(index.row())
                                   : QString::number(index.row() * 7919 % 100003);
    }
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QMainWindow window;
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    auto *table = new QTableView;
    Model model;
    layout->addWidget(new QLineEdit);
    layout->addWidget(table);
    window.setCentralWidget(content);
    table->setModel(&model);
    table->verticalHeader()->setDefaultSectionSize(22);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    window.resize(1600, 1000);
    window.show();
    return QApplication::exec();
}
