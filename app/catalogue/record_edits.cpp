// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/record_edits.h"

#include "catalogue/label_words.h"

#include <QCoreApplication>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Edit)
};

QString figureWords(const Claim &claim)
{
    return shortForLabel(Text::tr("%1, %2").arg(claim.measure, claim.subject));
}

QVariant number(const std::optional<double> &value)
{
    return value ? QVariant(*value) : QVariant();
}

QVariant words(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

/// Collects the cells of one row that differ.
class Cells
{
public:
    Cells(Entity entity, RowId row)
        : m_entity(entity)
        , m_row(row)
    {
    }

    void compare(const char *column, const QVariant &before, const QVariant &after)
    {
        if (before == after)
            return;
        const QString name = QString::fromLatin1(column);
        const Field *field = findField(m_entity, name);
        m_labels << (field ? fieldLabel(*field).toLower() : name);
        m_changes.emplace_back(SetCell{m_entity, m_row, name, after, before});
    }

    void addTo(Edit &edit, QStringList &labels) const
    {
        edit.changes.insert(edit.changes.end(), m_changes.begin(), m_changes.end());
        labels << m_labels;
    }

private:
    Entity m_entity;
    RowId m_row;
    QStringList m_labels;
    std::vector<Change> m_changes;
};

} // namespace

Edit addFigure(const Claim &claim)
{
    return {Text::tr("Add the figure “%1”").arg(figureWords(claim)), {AddClaim{claim}}};
}

Edit setFigure(const Claim &before, const Claim &after)
{
    Cells cells(Entity::Claim, before.id);
    cells.compare("measure", before.measure, after.measure);
    cells.compare("subject", before.subject, after.subject);
    const bool rises = after.value > before.value;
    if (!rises)
        cells.compare("value", before.value, after.value);
    cells.compare("value_to", number(before.valueTo), number(after.valueTo));
    if (rises)
        cells.compare("value", before.value, after.value);
    cells.compare("of_value", number(before.of), number(after.of));
    cells.compare("unit", before.unit, after.unit);
    cells.compare("qualifier", before.qualifier, after.qualifier);
    cells.compare("nature", before.nature, after.nature);
    cells.compare("definition", words(before.definition), words(after.definition));
    cells.compare("scope", words(before.scope), words(after.scope));
    cells.compare("as_of", words(before.asOf), words(after.asOf));
    cells.compare("verification", before.verification, after.verification);
    cells.compare("preferred", qint64(before.preferred), qint64(after.preferred));
    cells.compare("preferred_reason", words(before.preferredReason), words(after.preferredReason));
    cells.compare("note", words(before.note), words(after.note));
    Edit edit;
    QStringList labels;
    cells.addTo(edit, labels);
    edit.label = Text::tr("Set %1 of “%2”").arg(labels.join(QStringLiteral(", ")), figureWords(before));
    return edit;
}

Edit removeFigure(const Claim &claim)
{
    return {Text::tr("Remove the figure “%1”").arg(figureWords(claim)), {RemoveClaim{claim.id}}};
}

Edit citeSource(RowId announcement, RowId claim, Source source, const Citation &citation)
{
    Edit edit{Text::tr("Add the source “%1”").arg(shortForLabel(source.title)), {}};
    if (source.id == 0) {
        source.id = newRowId();
        edit.changes.emplace_back(AddSource{source});
    }
    Citation row = citation;
    row.id = 0;
    row.source = source.id;
    edit.changes.emplace_back(AddCitation{announcement, claim, row});
    return edit;
}

Edit setSource(const Source &before, const Source &after, const Citation &citationBefore, const Citation &citationAfter)
{
    Cells source(Entity::Source, before.id);
    source.compare("url", words(before.url), words(after.url));
    source.compare("title", before.title, after.title);
    source.compare("publisher", words(before.publisher), words(after.publisher));
    source.compare("language", words(before.language), words(after.language));
    source.compare("published_on", words(before.publishedOn), words(after.publishedOn));
    source.compare("accessed_on", words(before.accessedOn), words(after.accessedOn));
    source.compare("attributed_to", words(before.attributedTo), words(after.attributedTo));
    Cells citation(Entity::Citation, citationBefore.id);
    citation.compare("stance", citationBefore.stance, citationAfter.stance);
    citation.compare("locator", words(citationBefore.locator), words(citationAfter.locator));
    citation.compare("as_said", words(citationBefore.asSaid), words(citationAfter.asSaid));
    citation.compare("qualifier", words(citationBefore.qualifier), words(citationAfter.qualifier));
    Edit edit;
    QStringList labels;
    source.addTo(edit, labels);
    citation.addTo(edit, labels);
    edit.label = Text::tr("Set %1 of the source “%2”").arg(labels.join(QStringLiteral(", ")), shortForLabel(before.title));
    return edit;
}

Edit removeCitation(const Citation &citation, const QString &sourceTitle)
{
    return {Text::tr("Remove the source “%1”").arg(shortForLabel(sourceTitle)), {RemoveCitation{citation.id}}};
}

Edit addOrganisation(std::span<const RowId> announcements, RowId organisation, const QString &name, const QString &role)
{
    Edit edit{announcements.size() == 1 ? Text::tr("Add the organisation “%1”").arg(shortForLabel(name))
                                        : Text::tr("Add the organisation “%1” to %2 announcements")
                                              .arg(shortForLabel(name), QString::number(announcements.size())),
        {}};
    const RowId row = organisation ? organisation : newRowId();
    if (!organisation)
        edit.changes.emplace_back(AddOrganisation{row, name});
    for (const RowId announcement : announcements)
        edit.changes.emplace_back(SetParticipation{announcement, row, role, true});
    return edit;
}

Edit removeOrganisation(std::span<const RowId> announcements, RowId organisation, const QString &name, const QString &role)
{
    Edit edit{announcements.size() == 1 ? Text::tr("Remove the organisation “%1”").arg(shortForLabel(name))
                                        : Text::tr("Remove the organisation “%1” from %2 announcements")
                                              .arg(shortForLabel(name), QString::number(announcements.size())),
        {}};
    for (const RowId announcement : announcements)
        edit.changes.emplace_back(SetParticipation{announcement, organisation, role, false});
    return edit;
}

Edit setRole(RowId announcement, const Participation &participation, const QString &role)
{
    const QString label = Text::tr("Make “%1” %2").arg(shortForLabel(participation.name), role);
    if (role == participation.role)
        return {label, {}};
    return {label,
        {SetParticipation{announcement, participation.member, participation.role, false},
            SetParticipation{announcement, participation.member, role, true}}};
}

Edit addTag(std::span<const RowId> announcements, const QString &tag)
{
    Edit edit{announcements.size() == 1
            ? Text::tr("Add the tag “%1”").arg(shortForLabel(tag))
            : Text::tr("Add the tag “%1” to %2 announcements").arg(shortForLabel(tag), QString::number(announcements.size())),
        {}};
    for (const RowId announcement : announcements)
        edit.changes.emplace_back(SetTag{announcement, tag, true});
    return edit;
}

Edit removeTag(std::span<const RowId> announcements, const QString &tag)
{
    Edit edit{announcements.size() == 1 ? Text::tr("Remove the tag “%1”").arg(shortForLabel(tag))
                                        : Text::tr("Remove the tag “%1” from %2 announcements")
                                              .arg(shortForLabel(tag), QString::number(announcements.size())),
        {}};
    for (const RowId announcement : announcements)
        edit.changes.emplace_back(SetTag{announcement, tag, false});
    return edit;
}

Edit duplicate(const Record &record, RowId copy)
{
    Announcement row = record.announcement;
    row.id = copy;
    row.uid = QString();
    row.title = Text::tr("Copy of %1").arg(record.announcement.title);
    row.starred = false;
    row.binnedAt = QString();
    Edit edit{Text::tr("Duplicate “%1”").arg(shortForLabel(record.announcement.title)), {AddAnnouncement{row}}};
    for (const Participation &part : record.organisations)
        if (part.organisation != 0)
            edit.changes.emplace_back(SetParticipation{copy, part.member, part.role, true});
    for (const QString &tag : record.tags)
        edit.changes.emplace_back(SetTag{copy, tag, true});
    for (const Citation &citation : record.citations)
        edit.changes.emplace_back(AddCitation{copy, 0, citation});
    for (Claim claim : record.claims) {
        const std::vector<Citation> citations = std::exchange(claim.citations, {});
        claim.id = newRowId();
        claim.uid = QString();
        claim.announcement = copy;
        edit.changes.emplace_back(AddClaim{claim});
        for (const Citation &citation : citations)
            edit.changes.emplace_back(AddCitation{0, claim.id, citation});
    }
    for (Change &change : edit.changes)
        if (auto *cited = std::get_if<AddCitation>(&change))
            cited->row.id = 0;
    return edit;
}

} // namespace waic::catalogue
