// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/question_history.h"

namespace waic::ui {

void QuestionHistory::begin(const explore::Query &first)
{
    m_questions = {first};
    m_place = 0;
    m_typing = false;
}

void QuestionHistory::add(const explore::Query &query, Asking asking, qint64 now)
{
    m_questions.resize(m_place + 1);
    const bool typing = asking == Asking::Typing;
    const bool goesOn = typing && m_typing && now - m_typedAt <= kTypingPause;
    m_typing = typing;
    m_typedAt = now;
    if (goesOn && m_place > 0)
        m_questions.pop_back();
    // Letters typed and taken away again leave nothing to go back to.
    if (m_questions.empty() || m_questions.back() != query)
        m_questions.push_back(query);
    else
        m_typing = false;
    if (m_questions.size() > kMost)
        m_questions.erase(m_questions.begin());
    m_place = m_questions.size() - 1;
}

const explore::Query &QuestionHistory::goBack()
{
    m_typing = false;
    return m_questions[--m_place];
}

const explore::Query &QuestionHistory::goForward()
{
    m_typing = false;
    return m_questions[++m_place];
}

} // namespace waic::ui
