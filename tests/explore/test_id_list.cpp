// SPDX-License-Identifier: GPL-3.0-or-later
#include "explore/id_list.h"
#include "support/test_support.h"

#include <algorithm>
#include <numeric>

using namespace waic;
using explore::IdList;
using Ids = std::vector<catalogue::RowId>;
using Added = std::vector<std::pair<std::size_t, catalogue::RowId>>;

namespace {

/// A list over an index of ten rows, 101 to 110, that shows some of them.
IdList listOver(std::vector<quint32> rows)
{
    const std::shared_ptr<catalogue::RowId[]> ids(new catalogue::RowId[10]);
    std::iota(ids.get(), ids.get() + 10, 101);
    return {ids, 10, std::move(rows)};
}

} // namespace

TEST_CASE("ids are put among those of a list at their places", "[ids]")
{
    const IdList list = listOver({4, 2, 0});
    REQUIRE(list.all() == Ids{105, 103, 101});
    CHECK(list.with(Added{}) == list);
    CHECK(list.with(Added{{0, 110}}).all() == Ids{110, 105, 103, 101});
    CHECK(list.with(Added{{1, 110}, {1, 109}, {3, 108}}).all() == Ids{105, 110, 109, 103, 101, 108});
    CHECK(list.with(Added{{9, 110}}).all() == Ids{105, 103, 101, 110});
    CHECK(listOver({}).with(Added{{0, 102}}).all() == Ids{102});
    CHECK(IdList().with(Added{{0, 7}}).all() == Ids{7});
}

TEST_CASE("a list with ids more goes on sharing those of its index", "[ids]")
{
    const IdList list = listOver({4, 2, 0});
    const IdList longer = list.with(Added{{1, 110}});
    CHECK(longer.indexOf(110) == 1);
    CHECK(longer.indexOf(101) == 3);
    CHECK(longer.runsOf(list, 10) == std::vector<IdList::Run>{{0, 1}, {2, 4}});
    CHECK(list.runsOf(longer, 10) == std::vector<IdList::Run>{{0, 3}});
    CHECK(longer.picked({{1, 3}}).all() == Ids{110, 103});
}

TEST_CASE("an id that the index does not know is held as well", "[ids]")
{
    const IdList list = listOver({4, 2, 0});
    const IdList longer = list.with(Added{{1, 7}, {3, 110}, {3, 8}});
    CHECK(longer.all() == Ids{105, 7, 103, 101, 110, 8});
    CHECK(longer.indexOf(8) == 5);
    CHECK(longer.runsOf(list, 10) == std::vector<IdList::Run>{{0, 1}, {2, 4}});
    CHECK(list.runsOf(longer, 10) == std::vector<IdList::Run>{{0, 3}});
    CHECK(list.all() == Ids{105, 103, 101});
}

TEST_CASE("ids are found in a list of another index, sorted or not", "[ids]")
{
    // Ids that differ in their high bits alone are told apart.
    const catalogue::RowId high = catalogue::RowId(1) << 40;
    for (const Ids &ids : {Ids{1, 2, 3, high + 1, high + 3}, Ids{high + 3, 2, high + 1, 1, 3}}) {
        const IdList list(ids);
        const auto runs = list.runsOf(IdList{high + 1, 2, 99}, 10);
        REQUIRE(runs);
        Ids found;
        for (const IdList::Run &run : *runs)
            for (std::size_t at = run.first; at < run.end; ++at)
                found.push_back(list[at]);
        std::sort(found.begin(), found.end());
        CHECK(found == Ids{2, high + 1});
    }
}
