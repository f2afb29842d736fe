// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"

#include "catalogue/field.h"
#include "catalogue/figure.h"

using namespace waic::catalogue;

TEST_CASE("a year is written without separators, and a number too great for a year as a number", "[figure]")
{
    Claim claim;
    claim.unit = QStringLiteral("year");
    claim.value = 2025;
    CHECK(figureText(claim) == QStringLiteral("2025"));
    for (const double great : {1e300, -1e300}) {
        claim.value = great;
        CHECK(figureText(claim) == numberText(great));
    }
    claim.value = 2025.5;
    CHECK(figureText(claim) == QStringLiteral("2,025.5"));
}
