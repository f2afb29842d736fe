// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/record_offers.h"

#include "ui/common/background_reader.h"
#include "ui/workspace.h"

namespace waic::ui {

namespace {

std::vector<Suggestion> suggestionsOf(const std::vector<catalogue::OfferedName> &names)
{
    std::vector<Suggestion> found;
    found.reserve(names.size());
    for (const catalogue::OfferedName &name : names)
        found.push_back({name.name, {}, name.uses, name.otherNames, name.id});
    return found;
}

std::vector<Suggestion> suggestionsOf(const std::vector<catalogue::Source> &sources)
{
    std::vector<Suggestion> found;
    found.reserve(sources.size());
    for (const catalogue::Source &source : sources)
        found.push_back({source.title, sourceTitle(source), -1, {source.url}, source.id});
    return found;
}

template <typename Rows>
SharedSuggestions shared(const Rows &rows)
{
    return std::make_shared<const PreparedSuggestions>(suggestionsOf(rows));
}

} // namespace

RecordOffers::RecordOffers(Workspace &workspace, QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_found(prepared({}))
{
    const auto makeStale = [this] { m_stale = true; };
    connect(&workspace, &Workspace::committed, this, makeStale);
    connect(&workspace, &Workspace::writtenElsewhere, this, makeStale);
    connect(&workspace, &Workspace::closing, this, &RecordOffers::forget);
}

RecordOffers::~RecordOffers() = default;

void RecordOffers::forget()
{
    m_reader.reset();
    m_found = prepared({});
    m_stale = true;
}

void RecordOffers::refresh()
{
    if (!m_stale || !m_workspace.isOpen())
        return;
    m_stale = false;
    if (!m_reader)
        m_reader = std::make_unique<BackgroundReader>(m_workspace.file());
    m_reader->read<Found>(
        [](catalogue::Reader &reader) -> Result<Found> {
            const Result<catalogue::OfferedNames> names = catalogue::offeredNames(reader);
            return names ? Result<Found>(prepared(*names)) : tl::make_unexpected(names.error());
        },
        [this](const Result<Found> &found) {
            if (!found) {
                m_stale = true; // nothing is offered until it goes through, which disturbs no one
                return;
            }
            m_found = *found;
            emit changed();
        });
}

RecordOffers::Found RecordOffers::prepared(const catalogue::OfferedNames &names)
{
    return {names, shared(names.organisations), shared(names.tags), shared(names.sources)};
}

QStringList namesOf(const std::vector<catalogue::OfferedName> &names)
{
    QStringList all;
    for (const catalogue::OfferedName &name : names)
        all << name.name;
    return all;
}

QString sourceTitle(const catalogue::Source &source)
{
    return source.publisher.isEmpty() || source.publisher == source.title
        ? source.title
        : RecordOffers::tr("%1: %2").arg(source.publisher, source.title);
}

} // namespace waic::ui
