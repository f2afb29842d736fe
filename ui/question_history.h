// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "explore/query.h"

#include <vector>

namespace waic::ui {

/// How a question came about: letters typed in a row are one question to go back to, anything else is one of its own.
enum class Asking { AtOnce, Typing };

/// The questions asked of a catalogue, with a place among them: Back and Forward.  A plain value; times are in milliseconds of
/// any clock that does not go back.
class QuestionHistory
{
public:
    static constexpr std::size_t kMost = 200;     ///< the oldest are forgotten
    static constexpr qint64 kTypingPause = 1'000; ///< a longer one begins another question

    /// Forgets all and begins with this question.
    void begin(const explore::Query &first);
    /// Puts a question after the one of now, and forgets those that were ahead.
    void add(const explore::Query &query, Asking asking, qint64 now);

    bool canGoBack() const { return m_place > 0; }
    bool canGoForward() const { return m_place + 1 < m_questions.size(); }
    const explore::Query &goBack();    ///< REQUIRES canGoBack()
    const explore::Query &goForward(); ///< REQUIRES canGoForward()

private:
    std::vector<explore::Query> m_questions{{}};
    std::size_t m_place = 0;
    bool m_typing = false; ///< the question at the place came by typing
    qint64 m_typedAt = 0;
};

} // namespace waic::ui
