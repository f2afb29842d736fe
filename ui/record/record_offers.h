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
    const catalogue::OfferedNames &names() const { return m_names; }
    /// Reads them unless they are as the catalogue is now; changed() tells when they are there.
    void refresh();

signals:
    void changed();

private:
    void forget();

    Workspace &m_workspace;
    std::unique_ptr<BackgroundReader> m_reader;
    catalogue::OfferedNames m_names;
    bool m_stale = true;
};

/// As rows below a field.
std::vector<Suggestion> suggestionsOf(const std::vector<catalogue::OfferedName> &names);
/// Sources by "publisher: title", found by their address too.
std::vector<Suggestion> suggestionsOf(const std::vector<catalogue::Source> &sources);
/// The names alone, for the list of a choice.
QStringList namesOf(const std::vector<catalogue::OfferedName> &names);
/// "VietNamNet: China leads the world count"
QString sourceTitle(const catalogue::Source &source);

} // namespace waic::ui
