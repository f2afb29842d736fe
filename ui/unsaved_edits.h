// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/edit.h"
#include "catalogue/result.h"

#include <QStringList>

#include <vector>

namespace waic::ui {

/// Edits that could not be written, in the order in which they were made, and why: a value that outlives the refusal until they
/// are written, put into a copy, or given up by the user.
class UnsavedEdits
{
public:
    bool isEmpty() const { return m_edits.empty(); }
    int count() const { return int(m_edits.size()); }
    const std::vector<catalogue::Edit> &edits() const { return m_edits; }
    const Error &error() const { return m_error; } ///< of the newest refusal
    /// "Set title of an announcement", "Set title of an announcement, and 2 more"; for a question.
    QString title() const;

    /// Behind those that are kept already.  One that sets the same cells to the same values as the newest is that one, handed in
    /// again by a pane that still holds its text; another value for them expects what the newest will have written.
    void keep(const catalogue::Edit &edit);
    void keep(const catalogue::Edit &edit, const Error &error);
    std::vector<catalogue::Edit> take();                     ///< nothing is kept after it
    void putBack(const std::vector<catalogue::Edit> &edits); ///< before all others

private:
    std::vector<catalogue::Edit> m_edits;
    Error m_error;
};

} // namespace waic::ui
