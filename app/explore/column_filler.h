// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/columns.h"
#include "explore/index_columns.h"

#include <limits>

namespace waic::explore {

/// Rows as they were read, not yet in the index: part of the announcements, read by one thread.
struct RowPiece
{
    std::vector<catalogue::RowId> ids;
    std::vector<quint8> flags;
    std::vector<catalogue::RowId> edited;
    std::array<CodedColumn, 7> coded; ///< Kind … Year, in the order of IndexColumns
    TextBlock titles;
};

/// Takes what readColumns() hands over and puts it into the columns when all is there.  Parts of different kinds may be read by
/// different threads, each into the one filler, when the announcements go to pieces of their own (pieceSink()).
class ColumnFiller : public catalogue::ColumnSink
{
public:
    enum class Purpose { Load, Patch };

    ColumnFiller(IndexColumns &columns, Purpose purpose);

    void organisation(const catalogue::NamedCells &cells) override { named(m_columns.organisations, cells); }
    void organisationName(catalogue::RowId organisation, catalogue::Cell name, bool isAlias) override;
    void tag(const catalogue::NamedCells &cells) override { named(m_columns.tags, cells); }
    void source(catalogue::RowId id, catalogue::Cell title, catalogue::Cell publisher) override;
    void ownField(catalogue::RowId id, catalogue::Cell name, catalogue::Cell type) override;
    void unit(catalogue::Cell name, catalogue::Cell dimension, std::optional<double> factor) override;
    void announcement(const catalogue::AnnouncementCells &cells) override { take(m_piece, cells); }
    void edited(catalogue::RowId announcement) override { m_piece.edited.push_back(announcement); }
    void participation(catalogue::RowId announcement, catalogue::RowId organisation, catalogue::Cell role) override;
    void tagging(catalogue::RowId announcement, catalogue::RowId tag) override;
    void claim(const catalogue::ClaimCells &cells) override;
    void citation(catalogue::RowId announcement, catalogue::RowId source) override;
    void ownValue(catalogue::RowId announcement, catalogue::RowId field, catalogue::Cell value) override;

    static void take(RowPiece &piece, const catalogue::AnnouncementCells &cells);

    /// Puts all into the columns: first the rows of the pieces in their order, then those taken by this sink.
    void finish(std::span<RowPiece> pieces);

private:
    struct Links
    {
        std::vector<catalogue::RowId> announcements;
        std::vector<Code> codes;
    };
    struct OwnValue
    {
        catalogue::RowId announcement, field;
        std::string value;
    };

    void named(NameTable &table, const catalogue::NamedCells &cells);
    void expect(NameTable &table, catalogue::RowId id);
    void addRows(RowPiece &piece);
    std::vector<quint32> group(
        Grouping &grouping, std::vector<catalogue::RowId> &announcements, std::vector<std::vector<Code> *> codes);
    void addLists(Lists &lists, Links &links, const NameTable *onlyThere, std::vector<Code> *beside);
    void addPublishers();
    void addClaims();
    void addOwnValues();
    void addCounts();
    Row rowOf(catalogue::RowId id, Row near) const;

    IndexColumns &m_columns;
    bool m_isPatch;
    Row m_firstRow;
    RowPiece m_piece;
    Links m_organisations, m_tags, m_sources;
    std::vector<Code> m_roles;
    struct Claims
    {
        std::vector<catalogue::RowId> announcements;
        std::vector<Code> measures, subjects, units, natures, dates;
        std::vector<double> values, wholes;
    } m_claims;
    std::vector<OwnValue> m_ownValues;
};

} // namespace waic::explore
