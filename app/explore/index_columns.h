// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/records.h"
#include "catalogue/result.h"
#include "explore/fields.h"
#include "explore/lists.h"
#include "explore/query.h"
#include "explore/text_block.h"

#include <array>
#include <memory>
#include <optional>
#include <unordered_map>

namespace waic::catalogue {
class CatalogueFile;
class Database;
struct Touched;
} // namespace waic::catalogue

namespace waic::explore {

/// Ids of all rows, to which more are added while lists of answers read those there were.
class RowIds
{
public:
    using RowId = catalogue::RowId;

    Row size() const { return m_size; }
    RowId operator[](Row row) const { return m_ids[row]; }
    void push_back(RowId id);
    void assign(std::span<const RowId> ids);
    std::span<const RowId> all() const { return {m_ids.get(), m_size}; }
    std::shared_ptr<const RowId[]> shared() const { return m_ids; }

private:
    std::shared_ptr<RowId[]> m_ids;
    Row m_size = 0;
    Row m_room = 0;
};

/// A partial date as one number: year, month, day; a missing part is 0, no date is 0.
namespace packed_date {
int pack(QStringView text); ///< 0 for what is no date
int first(int packed);      ///< first day of the interval
int last(int packed);
} // namespace packed_date

/// A user's own column.
struct OwnColumn
{
    catalogue::RowId id = 0;
    OwnField field;
    CodedColumn column;
};

/// The claims of each row, by row and in the order of their ids.
struct ClaimColumns
{
    Grouping grouping;
    CodedColumn measure, subject, unit, nature, asOf; ///< codes: an entry a claim
    std::vector<double> values;
    std::vector<double> wholes; ///< NaN: none
};

/// How a field's values hang on rows.
struct FieldColumn
{
    const CodedColumn *coded = nullptr; ///< a code a row, or with a grouping a code an entry
    const Grouping *grouping = nullptr; ///< of fields with many values
    const Codes *codes = nullptr;       ///< the codes of either
    const NameTable *names = nullptr;   ///< of organisations, tags, sources; else coded
    bool repeats = false;               ///< a row may have a value twice
    OwnType type = OwnType::Text;       ///< Number and Date can be asked for by range

    Code size() const { return names ? names->size() : coded->size(); }
    bool isRanged() const { return type == OwnType::Number || type == OwnType::Date; }
};

/// What FacetIndex holds, column by column; a row is a position in every column.  Rows are only added: a row that is changed is
/// read anew as a further row, and its old one is gone.
class IndexColumns
{
public:
    enum Flag : quint8 { Gone = 1, Bin = 2, Starred = 4, HasSummary = 8, HasNotes = 16, HasLink = 32, Edited = 64 };

    IndexColumns();
    IndexColumns(const IndexColumns &) = delete;
    IndexColumns &operator=(const IndexColumns &) = delete;

    /// Reads everything; with a file, its larger parts on a second thread and connection beside the calling one.
    Result<> load(catalogue::Database &database, const catalogue::CatalogueFile *file);
    /// Reads these announcements again.  After a failure the columns are good for nothing but another load().
    Result<> patch(catalogue::Database &database, std::span<const catalogue::RowId> announcements);

    /// Reads names again, and the units.  False when one came or went that rows are linked to: then all is to be loaded anew.
    Result<bool> patchNames(catalogue::Database &database, const catalogue::Touched &touched);

    Row rowCount() const { return ids.size(); }
    Row rowOf(catalogue::RowId id) const; ///< rowCount() when there is none
    /// Empty for fields that are texts, and names that are no field.
    std::optional<FieldColumn> column(const QString &field) const;
    const CodedColumn &coded(FieldId field) const { return m_coded[size_t(codedPlace(field))]; }
    Vocabulary vocabulary() const;
    /// Rows of which another one took the place, or that were deleted.
    Row goneCount() const { return m_gone; }

    RowIds ids;
    std::vector<quint8> flags;
    TextBlock titles;
    NameTable organisations, tags, sources;
    Lists organisationLists, tagLists, sourceLists;
    CodedColumn roles;      ///< codes: beside those of organisationLists
    CodedColumn publishers; ///< codes: beside those of sourceLists; a source without a publisher goes by its title
    ClaimColumns claims;
    std::vector<OwnColumn> own;

    struct Unit
    {
        std::string dimension;
        double factor = 0; ///< to the dimension's base; 0: never converted
    };
    std::unordered_map<std::string, Unit> units; ///< by name

private:
    friend class ColumnFiller;
    friend class IndexCache;
    static constexpr std::array kCoded = {FieldId::Kind, FieldId::Edition, FieldId::Country, FieldId::Openness,
        FieldId::Verification, FieldId::Date, FieldId::Year, FieldId::Figures, FieldId::Sources};
    static int codedPlace(FieldId field); ///< −1: not coded

    void markGone(catalogue::RowId id);
    std::string publisherOf(Code source) const;
    std::vector<std::string> publishersOf(std::span<const catalogue::RowId> ids);

    std::array<CodedColumn, kCoded.size()> m_coded;
    Row m_sorted = 0;                                  ///< rows before it are by rising id
    std::unordered_map<catalogue::RowId, Row> m_added; ///< the others, each at its newest place
    Row m_gone = 0;
};

} // namespace waic::explore
