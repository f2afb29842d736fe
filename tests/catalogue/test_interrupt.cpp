// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/small_catalogue.h"

#include "catalogue/columns.h"
#include "catalogue/reader.h"

#include <thread>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

/// Counts announcements and does something at the first.
class Sink : public ColumnSink
{
public:
    explicit Sink(const std::function<void()> &atFirst = {})
        : m_atFirst(atFirst)
    {
    }
    void announcement(const AnnouncementCells &) override
    {
        if (++count == 1 && m_atFirst)
            m_atFirst();
    }
    void participation(RowId, RowId, Cell) override { }
    void tagging(RowId, RowId) override { }
    void claim(const ClaimCells &) override { }
    void ownField(RowId, Cell, Cell) override { }
    void unit(Cell, Cell, std::optional<double>) override { }
    void edited(RowId) override { }
    void ownValue(RowId, RowId, Cell) override { }
    void citation(RowId, RowId) override { }
    void organisation(const NamedCells &) override { }
    void organisationName(RowId, Cell, bool) override { }
    void tag(const NamedCells &) override { }
    void source(RowId, Cell, Cell) override { }

    int count = 0;

private:
    std::function<void()> m_atFirst;
};

} // namespace

TEST_CASE("another thread ends what a reader does, and the reader works on", "[reader]")
{
    const TemporaryFolder folder;
    const auto reader = must(Reader::open(must(CatalogueFile::open(smallCatalogue(folder.path(QStringLiteral("a.waic")))))));
    reader->interrupt(); // nothing runs
    Sink interrupting([&reader] { std::thread([&reader] { reader->interrupt(); }).join(); });
    CHECK_FALSE(readColumns(reader->database(), ColumnPart::Announcements, {}, interrupting));
    CHECK(interrupting.count == 1);
    Sink whole;
    REQUIRE(readColumns(reader->database(), ColumnPart::Announcements, {}, whole));
    CHECK(whole.count == 2);
    CHECK(must(reader->count()) == 2);
}
