// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_choices.h"

namespace waic::ui {

namespace {

constexpr int kInterruptEveryMs = 5;

} // namespace

ChartChoices::ChartChoices(const catalogue::CatalogueFile &file, QObject *parent)
    : QObject(parent)
    , m_file(file)
{
    m_pool.setMaxThreadCount(1);
}

ChartChoices::~ChartChoices()
{
    m_isEnding = true;
    m_pool.clear();
    // Again and again: an interruption between two statements goes unheard.
    while (!m_pool.waitForDone(kInterruptEveryMs)) {
        const std::lock_guard lock(m_readerMutex);
        if (m_reader)
            m_reader->interrupt();
    }
}

/// Each reading has a connection of its own, as they are few and far between.
template <typename Read, typename Done>
void ChartChoices::run(Read &&read, Done &&done)
{
    m_pool.start([this, read = std::forward<Read>(read), done = std::forward<Done>(done), file = m_file] {
        auto reader = catalogue::Reader::open(file);
        const auto use = [this](catalogue::Reader *now) {
            const std::lock_guard lock(m_readerMutex);
            m_reader = now;
        };
        if (reader)
            use(reader->get());
        auto result = reader ? read(**reader) : decltype(read(**reader))(tl::make_unexpected(reader.error()));
        use(nullptr);
        if (m_isEnding)
            return;
        QMetaObject::invokeMethod(this, [this, done, result = std::move(result)] {
            if (result)
                done(*result);
            else
                emit failed(result.error());
        });
    });
}

void ChartChoices::readMeasures()
{
    run([](catalogue::Reader &reader) { return catalogue::measureUses(reader); },
        [this](const std::vector<catalogue::MeasureUse> &uses) {
            m_measures = uses;
            emit measuresRead();
        });
}

void ChartChoices::readMeasure(const QString &measure)
{
    run(
        [measure](catalogue::Reader &reader) -> Result<OfMeasure> {
            OfMeasure found;
            found.measure = measure;
            for (const auto &[column, values] : {std::pair{"subject", &found.subjects}, {"definition", &found.definitions},
                     {"nature", &found.natures}, {"unit", &found.units}}) {
                const Result<QStringList> read = catalogue::claimValues(reader, measure, QLatin1String(column));
                if (!read)
                    return tl::make_unexpected(read.error());
                *values = *read;
            }
            return found;
        },
        [this](const OfMeasure &found) { emit measureRead(found); });
}

} // namespace waic::ui
