// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/completion_words.h"

#include <QCoreApplication>

namespace waic::explore {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Completion)
};

} // namespace

QString fieldDetail(FieldId field)
{
    switch (field) {
    case FieldId::Kind:
        return Text::tr("kind of announcement");
    case FieldId::Edition:
        return Text::tr("edition of the conference");
    case FieldId::Country:
        return Text::tr("country of the announcement");
    case FieldId::Openness:
        return Text::tr("how open what is announced is");
    case FieldId::Verification:
        return Text::tr("state of checking");
    case FieldId::Org:
        return Text::tr("organisation that takes part");
    case FieldId::Role:
        return Text::tr("part that an organisation takes");
    case FieldId::Tag:
        return Text::tr("tag");
    case FieldId::Source:
        return Text::tr("publisher or title of a source");
    case FieldId::Measure:
        return Text::tr("what a figure measures");
    case FieldId::Subject:
        return Text::tr("whom or what a figure is about");
    case FieldId::Unit:
        return Text::tr("unit of a figure");
    case FieldId::Nature:
        return Text::tr("fact, target, estimate, …");
    case FieldId::Date:
        return Text::tr("day, month or year announced, or a range");
    case FieldId::Year:
        return Text::tr("year announced, or a range");
    case FieldId::AsOf:
        return Text::tr("date that a figure is of, or a range");
    case FieldId::Figures:
        return Text::tr("how many figures it has");
    case FieldId::Sources:
        return Text::tr("how many sources it has");
    case FieldId::Title:
        return Text::tr("words of the title");
    case FieldId::Summary:
        return Text::tr("words of the summary");
    case FieldId::Notes:
        return Text::tr("words of the notes");
    }
    return {};
}

QString ownFieldDetail(OwnType type)
{
    switch (type) {
    case OwnType::Number:
        return Text::tr("own field, a number");
    case OwnType::Date:
        return Text::tr("own field, a date");
    case OwnType::Choice:
        return Text::tr("own field, a choice");
    case OwnType::Link:
        return Text::tr("own field, a link");
    case OwnType::YesNo:
        return Text::tr("own field, yes or no");
    case OwnType::Text:
        break;
    }
    return Text::tr("own field, text");
}

QString flagDetail(FlagId flag)
{
    switch (flag) {
    case FlagId::Starred:
        return Text::tr("with your star");
    case FlagId::Differing:
        return Text::tr("its sources say different numbers");
    case FlagId::Unverified:
        return Text::tr("not checked yet");
    case FlagId::Confirmed:
        return Text::tr("checked and confirmed");
    case FlagId::Disputed:
        return Text::tr("in dispute");
    case FlagId::Retracted:
        return Text::tr("taken back");
    case FlagId::Edited:
        return Text::tr("corrected by hand");
    case FlagId::HasSource:
        return Text::tr("has a source");
    case FlagId::HasClaim:
        return Text::tr("has a figure");
    case FlagId::HasUrl:
        return Text::tr("has a link");
    case FlagId::HasNote:
        return Text::tr("has notes");
    }
    return {};
}

QString sortDetail(SortId key)
{
    switch (key) {
    case SortId::Date:
        return Text::tr("date announced");
    case SortId::Figures:
        return Text::tr("number of figures");
    case SortId::Sources:
        return Text::tr("number of sources");
    case SortId::Value:
        return Text::tr("figure of the measure asked for");
    case SortId::Relevance:
        return Text::tr("best match of the words");
    case SortId::Org:
        return Text::tr("first organisation");
    default:
        return Text::tr("column of the table");
    }
}

std::vector<OtherTerm> otherTerms()
{
    return {{QStringLiteral("is:"), Text::tr("starred, differing, confirmed, …"), true},
        {QStringLiteral("has:"), Text::tr("a source, a figure, a link, notes"), true},
        {QStringLiteral("share:"), Text::tr("a measure as a part of its whole"), true},
        {QStringLiteral("sort:"), Text::tr("order of the rows")}, {QStringLiteral("in:bin"), Text::tr("what is in the bin")},
        {QStringLiteral("off("), Text::tr("a term that is switched off")}};
}

} // namespace waic::explore
