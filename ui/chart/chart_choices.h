// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/measures.h"
#include "catalogue/opening.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <mutex>

namespace waic::ui {

/// What a chart can be made of: read from the catalogue off the UI thread.  Lives in the UI thread, emits there.
class ChartChoices : public QObject
{
    Q_OBJECT

public:
    explicit ChartChoices(const catalogue::CatalogueFile &file, QObject *parent = nullptr);
    ~ChartChoices() override; ///< interrupts what runs

    struct OfMeasure
    {
        QString measure;
        QStringList subjects, definitions, natures, units;
    };

    void readMeasures();
    void readMeasure(const QString &measure);

    /// As read last.
    const std::vector<catalogue::MeasureUse> &measures() const { return m_measures; }

signals:
    void measuresRead();
    void measureRead(const waic::ui::ChartChoices::OfMeasure &choices);
    void failed(const waic::Error &error);

private:
    template <typename Read, typename Done>
    void run(Read &&read, Done &&done);

    catalogue::CatalogueFile m_file;
    std::mutex m_readerMutex;              ///< held to change m_reader
    catalogue::Reader *m_reader = nullptr; ///< the one that reads now
    std::atomic<bool> m_isEnding = false;
    QThreadPool m_pool;
    std::vector<catalogue::MeasureUse> m_measures;
};

} // namespace waic::ui
