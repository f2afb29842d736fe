// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart/charted_catalogue.h"

#include "chart/source_line.h"

using namespace waic;
using namespace waic::chart;
using namespace waic::tests;

namespace {

catalogue::Source source(int id, const char *publisher, const char *published = nullptr, const char *quotes = nullptr)
{
    catalogue::Source made;
    made.id = id;
    made.publisher = u(publisher);
    made.publishedOn = published ? u(published) : QString();
    made.attributedTo = quotes ? u(quotes) : QString();
    return made;
}

} // namespace

TEST_CASE("publishers stand by the number of figures, and figures without a source are counted", "[source]")
{
    const catalogue::Source people = source(1, "People's Daily Online", "2025-07-28", "Xinhua (citing WAIC)");
    const catalogue::Source vietnam = source(2, "VietNamNet");
    SourceLine line(SourceLine::Counted::Figures);
    for (int i = 0; i < 5; ++i)
        line.add({&vietnam});
    line.add({&people, &vietnam});
    line.add({&people});
    line.add({});
    line.add({});
    CHECK(line.forms().first()
        == u("Source: VietNamNet; People’s Daily Online (28 July 2025) · 2 of 9 figures without a source. One of the two quotes "
             "Xinhua."));
    CHECK(line.forms().contains(u("Source: VietNamNet; People’s Daily Online · 2 of 9 figures without a source")));
    CHECK(line.coverage() == u("7 of 9 figures have a source."));
    CHECK(line.unsourced() == 2);
}

TEST_CASE("shorter forms name fewer publishers and count the others", "[source]")
{
    std::vector<catalogue::Source> sources;
    for (int i = 0; i < 10; ++i)
        sources.push_back(source(i, qPrintable(u("Paper %1").arg(i))));
    SourceLine line(SourceLine::Counted::Announcements);
    for (const catalogue::Source &each : sources)
        line.add({&each});
    const QStringList forms = line.forms();
    CHECK(forms.first().endsWith(u("Paper 7; 2\u00a0others")));
    for (qsizetype i = 1; i < forms.size(); ++i)
        CHECK(forms[i].size() <= forms[i - 1].size());
    CHECK(forms.last() == u("Source: 10 pages"));
}

TEST_CASE("without any source the line says none", "[source]")
{
    SourceLine line(SourceLine::Counted::Announcements);
    line.add({});
    CHECK(line.forms().first() == u("Source: none · 1 of 1 announcement without a source"));
}

TEST_CASE("one publisher with pages of different days has no date", "[source]")
{
    const catalogue::Source first = source(1, "SHINE", "2025-07-26"), second = source(2, "SHINE", "2025-07-28");
    SourceLine line(SourceLine::Counted::Figures);
    line.add({&first, &second});
    CHECK(line.forms().first() == u("Source: SHINE"));
}
