// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/figures_model.h"

#include "ui/common/words.h"
#include "ui/record/ink.h"

#include "catalogue/figure.h"

#include <QHash>

#include <algorithm>
#include <span>
#include <tuple>

namespace waic::ui {

namespace {

using catalogue::Claim;

QString sharedDefinition(std::span<const Claim> claims)
{
    const QString &first = claims.front().definition;
    return std::all_of(claims.begin(), claims.end(), [&](const Claim &claim) { return claim.definition == first; }) ? first
                                                                                                                    : QString();
}

bool datesDiffer(std::span<const Claim> claims)
{
    return std::any_of(claims.begin(), claims.end(), [&](const Claim &claim) { return claim.asOf != claims.front().asOf; });
}

/// What the second line says before the sources; the normal state is unmarked.
QString noteOf(const Claim &claim, bool definitionAbove, bool dated)
{
    QStringList parts;
    const auto add = [&parts](const QString &part) {
        if (!part.isEmpty() && !parts.contains(part))
            parts << part;
    };
    if (!definitionAbove)
        add(claim.definition);
    add(claim.scope);
    if (claim.nature != QLatin1String("observed"))
        add(claim.nature);
    if (claim.verification != QLatin1String("unverified"))
        add(claim.verification);
    if (dated)
        add(claim.asOf);
    return parts.join(QStringLiteral(", "));
}

std::vector<FigureSource> sourcesOf(const Claim &claim, const QHash<catalogue::RowId, const catalogue::Source *> &known)
{
    std::vector<FigureSource> sources;
    for (const catalogue::Citation &citation : claim.citations) {
        const catalogue::Source *source = known.value(citation.source);
        if (!source) {
            sources.push_back({FiguresModel::tr("missing source"), {}, {}});
            continue;
        }
        const QString name = source->publisher.isEmpty() ? source->title : source->publisher;
        const bool against = citation.stance == QLatin1String("contests");
        sources.push_back({against ? FiguresModel::tr("%1 (contests)").arg(name) : name, source->title, source->url});
    }
    return sources;
}

/// Measures, subjects within a measure and claims within a subject: best sourced first, so that what the record rests on is on
/// top; then by name, then in order of entry.
std::vector<Claim> byEvidence(std::vector<Claim> claims)
{
    QHash<QString, std::size_t> ofMeasure;
    QHash<std::pair<QString, QString>, std::size_t> ofSubject;
    for (const Claim &claim : claims) {
        std::size_t &measure = ofMeasure[claim.measure];
        std::size_t &subject = ofSubject[{claim.measure, claim.subject}];
        measure = std::max(measure, claim.citations.size());
        subject = std::max(subject, claim.citations.size());
    }
    std::stable_sort(claims.begin(), claims.end(), [&](const Claim &one, const Claim &other) {
        const auto key = [&](const Claim &claim, const Claim &against) {
            return std::tuple(ofMeasure[against.measure], claim.measure, ofSubject[{against.measure, against.subject}],
                claim.subject, against.citations.size());
        };
        return key(one, other) < key(other, one);
    });
    return claims;
}

QString sourceNames(const FigureRow &row)
{
    QStringList names;
    for (const FigureSource &source : row.sources)
        names << source.name;
    return names.isEmpty() ? FiguresModel::tr("no source") : names.join(QStringLiteral(", "));
}

/// "China: 1,509 of 3,755 models (40.2%), as of 2025-07-28"
QString inOneLine(const FigureRow &row)
{
    const Claim &claim = row.claim;
    QString line = FiguresModel::tr("%1: %2 %3").arg(claim.subject, catalogue::figureText(claim), claim.unit);
    if (const std::optional<double> part = catalogue::share(claim))
        line += QStringLiteral(" (%1)").arg(catalogue::percentText(*part));
    if (!claim.asOf.isEmpty())
        line += FiguresModel::tr(", as of %1").arg(claim.asOf);
    return line;
}

QString everything(const FigureRow &row)
{
    const Claim &claim = row.claim;
    QStringList lines{inOneLine(row)};
    const auto add = [&lines](const QString &label, const QString &value) {
        if (!value.isEmpty())
            lines << FiguresModel::tr("%1: %2").arg(label, value);
    };
    add(FiguresModel::tr("Definition"), claim.definition);
    add(FiguresModel::tr("Scope"), claim.scope);
    add(FiguresModel::tr("Nature"), claim.nature);
    add(FiguresModel::tr("Hedge"), claim.qualifier);
    add(FiguresModel::tr("Note"), claim.note);
    add(FiguresModel::tr("Sources"), sourceNames(row));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

void FiguresModel::setRecord(const catalogue::Record &record)
{
    beginResetModel();
    m_rows.clear();
    fill(record);
    addDraft();
    endResetModel();
}

void FiguresModel::setDraft(catalogue::RowId claim)
{
    beginResetModel();
    if (m_draft) {
        std::erase_if(m_rows, [](const FigureRow &row) { return row.isDraft; });
        if (!m_rows.empty() && m_rows.back().isHead)
            m_rows.pop_back();
    }
    m_draft = claim;
    addDraft();
    endResetModel();
}

void FiguresModel::addDraft()
{
    if (!m_draft)
        return;
    FigureRow head;
    head.isHead = true;
    head.isFirst = m_rows.empty();
    head.measure = tr("New figure");
    m_rows.push_back(head);
    FigureRow row;
    row.isDraft = true;
    row.claim.id = m_draft;
    m_rows.push_back(row);
}

void FiguresModel::fill(const catalogue::Record &record)
{
    QHash<catalogue::RowId, const catalogue::Source *> known;
    for (const catalogue::RecordSource &source : record.sources)
        known.insert(source.source.id, &source.source);
    const std::vector<Claim> sorted = byEvidence(record.claims);
    const std::span<const Claim> claims(sorted);
    for (std::size_t first = 0; first < claims.size();) {
        std::size_t last = first;
        while (last < claims.size() && claims[last].measure == claims[first].measure)
            ++last;
        const std::span<const Claim> group = claims.subspan(first, last - first);
        FigureRow head;
        head.isHead = true;
        head.isFirst = first == 0;
        head.measure = capitalised(group.front().measure);
        head.note = sharedDefinition(group);
        const bool definitionAbove = !head.note.isEmpty();
        m_rows.push_back(head);
        const bool dated = datesDiffer(group);
        for (const Claim &claim : group) {
            FigureRow row;
            row.measure = claim.measure;
            row.note = noteOf(claim, definitionAbove, dated);
            row.claim = claim;
            row.sources = sourcesOf(claim, known);
            row.endsGroup = &claim == &group.back();
            m_rows.push_back(std::move(row));
        }
        first = last;
    }
}

int FiguresModel::rowOf(catalogue::RowId claim) const
{
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        if (!m_rows[row].isHead && m_rows[row].claim.id == claim)
            return int(row);
    return -1;
}

int FiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FiguresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FigureRow &figure = row(index.row());
    if (role == Qt::DisplayRole) {
        if (figure.isHead)
            return figure.note.isEmpty() ? figure.measure : figure.measure + QStringLiteral(", ") + figure.note;
        return figure.isDraft ? tr("New figure") : inOneLine(figure);
    }
    if (figure.isDraft)
        return {};
    if (role == Qt::AccessibleTextRole && !figure.isHead)
        return tr("%1, %2; sources: %3").arg(figure.measure, inOneLine(figure), sourceNames(figure));
    if (role == Qt::ToolTipRole)
        return plainToolTip(figure.isHead ? data(index, Qt::DisplayRole).toString() : everything(figure));
    return {};
}

Qt::ItemFlags FiguresModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || row(index.row()).isHead)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace waic::ui
