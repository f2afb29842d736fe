// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/app_fixture.h"
#include "ui/application.h"
#include "ui/trace.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QThread>
#include <QTimer>

using namespace waic;
using namespace waic::tests;

namespace {

/// A trace of a window on the starter catalogue.
struct Traced
{
    TemporaryFolder folder;
    TemporaryCatalogue file;
    QString path = folder.path(QStringLiteral("trace.jsonl"));
    std::unique_ptr<ui::Trace> trace
        = must(ui::Trace::begin(path, *dynamic_cast<ui::Application *>(QCoreApplication::instance())));
    AppFixture app{file.path()};

    Traced() { app.window().traceTo(*trace); }

    QList<QJsonObject> lines(const char *what)
    {
        QFile written(path);
        REQUIRE(written.open(QIODevice::ReadOnly));
        QList<QJsonObject> found;
        for (const QByteArray &line : written.readAll().split('\n')) {
            if (line.isEmpty())
                continue;
            const QJsonObject object = QJsonDocument::fromJson(line).object();
            REQUIRE_FALSE(object.isEmpty());
            if (object.value(QStringLiteral("what")).toString() == QLatin1String(what))
                found << object;
        }
        return found;
    }
    QJsonObject wait(const char *what, int count = 1)
    {
        // An event loop that rests, as that of the program does: qWaitFor() never does.
        QEventLoop loop;
        QTimer look;
        look.start(5);
        QElapsedTimer since;
        since.start();
        QObject::connect(&look, &QTimer::timeout, &loop, [&] {
            if (lines(what).size() >= count || since.elapsed() > 5'000)
                loop.quit();
        });
        loop.exec();
        const QList<QJsonObject> found = lines(what);
        REQUIRE(found.size() >= count);
        return found.last();
    }
    static void inOrder(const QJsonObject &line)
    {
        const double asked = line.value(QStringLiteral("asked")).toDouble(-1);
        const double answered = line.value(QStringLiteral("answered")).toDouble(-1);
        const double painted = line.value(QStringLiteral("painted")).toDouble(-1);
        CHECK(asked >= 0);
        CHECK(asked <= answered);
        CHECK(answered <= painted);
    }
};

} // namespace

TEST_CASE("a trace says when a question was asked, answered and painted", "[trace]")
{
    Traced traced;
    // The window was open before the trace looked: asking again stands for opening.
    traced.app.workspace().setQuery(explore::parseQuery(QStringLiteral("kind:robot")).query);
    Traced::inOrder(traced.wait("open"));
    traced.app.workspace().setQuery(explore::parseQuery(QStringLiteral("org:Huawei")).query);
    const QJsonObject query = traced.wait("query");
    Traced::inOrder(query);
    CHECK(query.value(QStringLiteral("detail")).toString() == QStringLiteral("org:Huawei"));
    CHECK(query.value(QStringLiteral("rows")).toInt() == 12);

    SECTION("sorting is told from asking")
    {
        explore::Query sorted = traced.app.workspace().query();
        sorted.sort = {{QStringLiteral("title"), false}};
        traced.app.workspace().setQuery(sorted);
        const QJsonObject line = traced.wait("sort");
        Traced::inOrder(line);
        CHECK(line.value(QStringLiteral("detail")).toString() == QStringLiteral("org:Huawei sort:title"));
        CHECK(traced.lines("query").size() == 1);
    }
    SECTION("an edit, by its label")
    {
        traced.app.trigger("record.star");
        const QJsonObject line = traced.wait("edit");
        Traced::inOrder(line);
        CHECK(line.value(QStringLiteral("detail")).toString() == QStringLiteral("Star"));
    }
    SECTION("a scroll by keys")
    {
        traced.app.workspace().setQuery({});
        traced.wait("query", 2);
        auto *view = traced.app.window().findChild<QTableView *>(QStringLiteral("announcements"));
        REQUIRE(view);
        view->setFocus();
        QTest::keyClick(view, Qt::Key_End, Qt::ControlModifier);
        Traced::inOrder(traced.wait("scroll"));
    }
    SECTION("an event that holds the window")
    {
        const qsizetype before = traced.lines("held").size();
        QMetaObject::invokeMethod(
            &traced.app.window(), [] { QThread::msleep(60); }, Qt::QueuedConnection);
        const QJsonObject line = traced.wait("held", int(before) + 1);
        CHECK(line.value(QStringLiteral("ms")).toDouble() >= 60);
    }
}

TEST_CASE("a trace that cannot be written is refused", "[trace]")
{
    const TemporaryFolder folder;
    const auto trace = ui::Trace::begin(
        folder.path(QStringLiteral("none/trace.jsonl")), *dynamic_cast<ui::Application *>(QCoreApplication::instance()));
    REQUIRE_FALSE(trace);
    CHECK(trace.error().kind == ErrorKind::Io);
}
