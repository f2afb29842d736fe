// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/search/query_parts.h"

#include <algorithm>

namespace waic::ui {

namespace {

template <typename Term>
bool contains(const std::vector<Term> &terms, const Term &term)
{
    return std::find(terms.begin(), terms.end(), term) != terms.end();
}

template <typename Term>
void addNew(std::vector<Term> &terms, const std::vector<Term> &part, std::vector<Term> &added)
{
    for (const Term &term : part)
        if (!contains(terms, term)) {
            terms.push_back(term);
            added.push_back(term);
        }
}

/// The last of equal ones: what is typed stands behind.
template <typename Term>
bool removeLast(std::vector<Term> &terms, const Term &term)
{
    const auto found = std::find(terms.rbegin(), terms.rend(), term);
    if (found == terms.rend())
        return false;
    terms.erase(std::next(found).base());
    return true;
}

template <typename Term>
bool samePermuted(const std::vector<Term> &a, const std::vector<Term> &b)
{
    return a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin());
}

bool hasValue(const QStringList &values, const QString &value)
{
    return std::any_of(values.begin(), values.end(), [&](const QString &other) { return explore::sameValue(value, other); });
}

/// Joined with the condition of its field by "or" instead of "and".
bool merges(const explore::Condition &condition)
{
    static const QStringList oneValue{QStringLiteral("kind"), QStringLiteral("edition"), QStringLiteral("country"),
        QStringLiteral("openness"), QStringLiteral("verification"), QStringLiteral("year")};
    return !condition.off && condition.contained.isEmpty() && condition.ranges.empty()
        && (condition.excluded || oneValue.contains(condition.field));
}

void addCondition(explore::Query &query, const explore::Condition &condition, explore::Query &added)
{
    if (!merges(condition)) {
        addNew(query.conditions, {condition}, added.conditions);
        return;
    }
    explore::Condition own = condition;
    const QStringList before = query.values(condition.field, condition.excluded);
    own.values.removeIf([&](const QString &value) { return hasValue(before, value); });
    for (const QString &value : own.values)
        query.setValue(condition.field, value, true, condition.excluded);
    if (!own.values.isEmpty())
        added.conditions.push_back(own);
}

void removeCondition(explore::Query &query, const explore::Condition &condition)
{
    if (!removeLast(query.conditions, condition))
        for (const QString &value : condition.values)
            query.setValue(condition.field, value, false, condition.excluded);
}

bool holdsCondition(const explore::Query &query, const explore::Condition &condition)
{
    if (contains(query.conditions, condition))
        return true;
    if (!merges(condition))
        return false;
    const QStringList now = query.values(condition.field, condition.excluded);
    return std::all_of(
        condition.values.begin(), condition.values.end(), [&](const QString &value) { return hasValue(now, value); });
}

template <typename Term>
bool holdsAll(const std::vector<Term> &terms, const std::vector<Term> &part)
{
    return std::all_of(part.begin(), part.end(), [&](const Term &term) { return contains(terms, term); });
}

} // namespace

explore::Query addTerms(explore::Query &query, const explore::Query &part)
{
    explore::Query added;
    // The same word twice stays as it is typed.
    query.words.insert(query.words.end(), part.words.begin(), part.words.end());
    added.words = part.words;
    for (const explore::Condition &condition : part.conditions)
        addCondition(query, condition, added);
    addNew(query.claims, part.claims, added.claims);
    addNew(query.flags, part.flags, added.flags);
    added.inBin = part.inBin && !query.inBin;
    query.inBin = query.inBin || part.inBin;
    return added;
}

explore::Query without(explore::Query query, const explore::Query &part)
{
    for (const explore::Word &word : part.words)
        removeLast(query.words, word);
    for (const explore::Condition &condition : part.conditions)
        removeCondition(query, condition);
    for (const explore::ClaimCondition &claim : part.claims)
        removeLast(query.claims, claim);
    for (const explore::Flag &flag : part.flags)
        removeLast(query.flags, flag);
    query.inBin = query.inBin && !part.inBin;
    return query;
}

explore::Query wordsOn(const explore::Query &query)
{
    explore::Query words;
    std::copy_if(query.words.begin(), query.words.end(), std::back_inserter(words.words),
        [](const explore::Word &word) { return !word.off; });
    return words;
}

bool holds(const explore::Query &query, const explore::Query &part)
{
    return wordsOn(query).words == wordsOn(part).words && holdsAll(query.words, part.words) && holdsAll(query.claims, part.claims)
        && holdsAll(query.flags, part.flags) && (query.inBin || !part.inBin)
        && std::all_of(part.conditions.begin(), part.conditions.end(),
            [&](const explore::Condition &condition) { return holdsCondition(query, condition); });
}

bool sameTerms(const explore::Query &a, const explore::Query &b)
{
    return a.words == b.words && a.sort == b.sort && a.inBin == b.inBin && samePermuted(a.conditions, b.conditions)
        && samePermuted(a.claims, b.claims) && samePermuted(a.flags, b.flags);
}

std::vector<ChipTerm> chipTerms(const explore::Query &query)
{
    std::vector<ChipTerm> terms;
    for (std::size_t i = 0; i < query.words.size(); ++i)
        if (query.words[i].off)
            terms.push_back({ChipTerm::Kind::Word, i});
    for (std::size_t i = 0; i < query.conditions.size(); ++i)
        terms.push_back({ChipTerm::Kind::Condition, i});
    for (std::size_t i = 0; i < query.claims.size(); ++i)
        terms.push_back({ChipTerm::Kind::Claim, i});
    for (std::size_t i = 0; i < query.flags.size(); ++i)
        terms.push_back({ChipTerm::Kind::Flag, i});
    if (query.inBin)
        terms.push_back({ChipTerm::Kind::Bin, 0});
    return terms;
}

explore::Query onlyTerm(const explore::Query &query, const ChipTerm &term)
{
    explore::Query only;
    switch (term.kind) {
    case ChipTerm::Kind::Word:
        only.words = {query.words[term.index]};
        break;
    case ChipTerm::Kind::Condition:
        only.conditions = {query.conditions[term.index]};
        break;
    case ChipTerm::Kind::Claim:
        only.claims = {query.claims[term.index]};
        break;
    case ChipTerm::Kind::Flag:
        only.flags = {query.flags[term.index]};
        break;
    case ChipTerm::Kind::Bin:
        only.inBin = true;
        break;
    }
    return only;
}

bool isOff(const explore::Query &query, const ChipTerm &term)
{
    const explore::Query only = onlyTerm(query, term);
    return only.hasTerms() && only.isEverything();
}

explore::Query withoutTerm(explore::Query query, const ChipTerm &term)
{
    const auto erase = [&term](auto &terms) { terms.erase(terms.begin() + std::ptrdiff_t(term.index)); };
    switch (term.kind) {
    case ChipTerm::Kind::Word:
        erase(query.words);
        break;
    case ChipTerm::Kind::Condition:
        erase(query.conditions);
        break;
    case ChipTerm::Kind::Claim:
        erase(query.claims);
        break;
    case ChipTerm::Kind::Flag:
        erase(query.flags);
        break;
    case ChipTerm::Kind::Bin:
        query.inBin = false;
        break;
    }
    return query;
}

explore::Query withTermOff(explore::Query query, const ChipTerm &term, bool off)
{
    switch (term.kind) {
    case ChipTerm::Kind::Word:
        query.words[term.index].off = off;
        break;
    case ChipTerm::Kind::Condition:
        query.conditions[term.index].off = off;
        break;
    case ChipTerm::Kind::Claim:
        query.claims[term.index].off = off;
        break;
    case ChipTerm::Kind::Flag:
        query.flags[term.index].off = off;
        break;
    case ChipTerm::Kind::Bin:
        query.inBin = query.inBin && !off;
        break;
    }
    return query;
}

} // namespace waic::ui
