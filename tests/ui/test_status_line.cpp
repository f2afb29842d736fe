// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app_fixture.h"
#include "ui/status_line.h"
#include "ui/status_work.h"

#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

using namespace waic;
using namespace waic::tests;

namespace {

bool says(const QWidget &line, const QString &words)
{
    for (const QLabel *label : line.findChildren<QLabel *>())
        if (label->isVisible() && label->text().contains(words))
            return true;
    return false;
}

} // namespace

TEST_CASE("work shows after a while, so that short work does not flicker, and Cancel is told", "[status]")
{
    QWidget line;
    auto *work = new ui::StatusWork(&line);
    line.show();
    work->showWork(QStringLiteral("Counting"), 10, true);
    CHECK(work->isBusy());
    CHECK_FALSE(work->isVisible());
    work->end();
    QTest::qWait(ui::StatusWork::kDelay + 50);
    CHECK_FALSE(work->isVisible());
    work->showWork(QStringLiteral("Counting"), -1, true);
    REQUIRE(QTest::qWaitFor([&] { return work->isVisible(); }));
    CHECK(work->findChild<QProgressBar *>()->maximum() == 0);
    work->showWork(QStringLiteral("Counting"), 40, true);
    CHECK(work->findChild<QProgressBar *>()->value() == 40);
    QSignalSpy cancelled(work, &ui::StatusWork::cancelAsked);
    QTest::mouseClick(work->findChild<QToolButton *>(), Qt::LeftButton);
    CHECK(cancelled.count() == 1);
    work->showWork(QStringLiteral("Counting"), 41, false);
    CHECK_FALSE(work->findChild<QToolButton *>()->isVisible());
    work->end();
    CHECK_FALSE(work->isVisible());
}

TEST_CASE("the status line names count, file and what was saved, and is empty without a catalogue", "[status]")
{
    const TemporaryCatalogue file;
    AppFixture app(file.path());
    auto *line = app.window().findChild<ui::StatusLine *>();
    REQUIRE(line);
    CHECK(says(*line, QStringLiteral("332 of 332 announcements")));
    CHECK(says(*line, QStringLiteral("starter.waic")));
    CHECK(says(*line, QStringLiteral(" ms")));
    app.trigger("record.star");
    REQUIRE(app.waitForStep());
    CHECK(QTest::qWaitFor([&] { return says(*line, QStringLiteral("Saved ")); }));
    app.trigger("file.close");
    CHECK_FALSE(says(*line, QStringLiteral("332")));
    CHECK_FALSE(says(*line, QStringLiteral("starter.waic")));
    CHECK_FALSE(says(*line, QStringLiteral("Saved ")));
}
