// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/offered_names.h"
#include "ui/common/suggestion_list.h"

#include <QObject>

#include <memory>

namespace waic::ui {

class BackgroundReader;
class Workspace;

/// The catalogue's names that the record's inputs complete, read on a thread of their own when someone asks.  UI thread.
class RecordOffers : public QObject
{
    Q_OBJECT

public:
    /// workspace outlives it.
    explicit RecordOffers(Workspace &workspace, QObject *parent = nullptr);
    ~RecordOffers() override;

    /// What was read last; empty before the first changed().
    const catalogue::OfferedNames &names() const { return m_found.names; }
    /// The same as rows below a field; never null.  Organisations and sources are found by their other names and addresses.
    const SharedSuggestions &organisations() const { return m_found.organisations; }
    const SharedSuggestions &tags() const { return m_found.tags; }
    const SharedSuggestions &sources() const { return m_found.sources; } ///< "publisher: title"
    /// Reads them unless they are as the catalogue is now; changed() tells when they are there.
    void refresh();

signals:
    void changed();

private:
    struct Found
    {
        catalogue::OfferedNames names;
        SharedSuggestions organisations;
        SharedSuggestions tags;
        SharedSuggestions sources;
    };

    static Found prepared(const catalogue::OfferedNames &names); ///< any thread
    void forget();

    Workspace &m_workspace;
    std::unique_ptr<BackgroundReader> m_reader;
    Found m_found;
    bool m_stale = true;
};

/// The names alone, for the list of a choice.
QStringList namesOf(const std::vector<catalogue::OfferedName> &names);
/// "VietNamNet: China leads the world count"
QString sourceTitle(const catalogue::Source &source);

} // namespace waic::ui
