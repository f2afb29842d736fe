// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/check.h"
#include "catalogue/copy.h"
#include "catalogue/edit.h"
#include "catalogue/reader.h"
#include "catalogue/writer.h"
#include "small_catalogue.h"

using namespace waic;
using namespace waic::tests;

namespace {

bool always(double)
{
    return true;
}

QString titleIn(const QString &path, catalogue::RowId row)
{
    const auto reader = must(catalogue::Reader::open(must(catalogue::CatalogueFile::open(path))));
    return must(reader->record(row)).announcement.title;
}

/// So large that it is copied in several parts.
void grow(const QString &path)
{
    runSql(path,
        QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
                       " INSERT INTO tag(uid, name) SELECT 'tag-' || i, 'tag number ' || i || hex(zeroblob(200)) FROM n"));
}

} // namespace

TEST_CASE("a copy is a catalogue of its own with all rows and their history", "[copy]")
{
    const TemporaryFolder folder;
    const catalogue::CatalogueFile file
        = must(catalogue::CatalogueFile::open(smallCatalogue(folder.path(QStringLiteral("one.waic")))));
    {
        const auto writer = must(catalogue::Writer::open(file, QStringLiteral("Ada")));
        must(writer->apply(catalogue::setStarred(kRobot, true)));
    }
    const QString target = folder.path(QStringLiteral("two.waic"));
    const catalogue::SavedCopy copy = must(catalogue::saveCopy(file, target, false, {}, always));
    CHECK(copy.complete);
    CHECK(copy.backup.isNull());
    const catalogue::CatalogueFile opened = must(catalogue::CatalogueFile::open(target));
    CHECK(opened.isWritable());
    const auto writer = must(catalogue::Writer::open(opened, QStringLiteral("Ada")));
    must(writer->undo());
    CHECK(titleIn(target, kModels) == QStringLiteral("China released 1,509 models"));
    CHECK_FALSE(must(must(catalogue::Reader::open(opened))->record(kRobot)).announcement.starred);
    CHECK(must(must(catalogue::Reader::open(file))->record(kRobot)).announcement.starred);
}

TEST_CASE("an edit while the copy is made is written at once and is not in the copy", "[copy]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("one.waic")));
    grow(path);
    const catalogue::CatalogueFile file = must(catalogue::CatalogueFile::open(path));
    const auto writer = must(catalogue::Writer::open(file, {}));
    int told = 0, edits = 0;
    double last = 0;
    const QString target = folder.path(QStringLiteral("two.waic"));
    must(catalogue::saveCopy(file, target, false, {}, [&](double done) {
        CHECK(done >= last);
        last = done;
        ++told;
        if (done < 1
            && writer->apply({QStringLiteral("Rename"),
                {catalogue::SetCell{
                    catalogue::Entity::Announcement, kRobot, QStringLiteral("title"), QStringLiteral("Title %1").arg(told)}}}))
            ++edits;
        return true;
    }));
    CHECK(edits > 2);
    CHECK(told == edits + 1);
    CHECK(last == 1);
    CHECK(titleIn(target, kRobot) == QStringLiteral("A robot that boxes"));
    CHECK(titleIn(path, kRobot) == QStringLiteral("Title %1").arg(edits));
}

TEST_CASE("a copy that is ended leaves nothing behind", "[copy]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("one.waic")));
    grow(path);
    QDir(folder.path()).mkdir(QStringLiteral("there"));
    const QString target = folder.path(QStringLiteral("there/two.waic"));
    const catalogue::CatalogueFile file = must(catalogue::CatalogueFile::open(path));
    for (const double end : {0.0, 0.5, 1.0}) {
        CAPTURE(end);
        CHECK_FALSE(must(catalogue::saveCopy(file, target, false, {}, [end](double done) { return done < end; })).complete);
        CHECK(snapshot(folder.path(QStringLiteral("there"))).isEmpty());
    }
    writeFile(target, "a letter");
    CHECK_FALSE(must(catalogue::saveCopy(file, target, true, {}, [](double) { return false; })).complete);
    CHECK(readFile(target) == "a letter");
    CHECK(snapshot(folder.path(QStringLiteral("there"))).size() == 1);
}

TEST_CASE("a copy never takes a file's place unasked, and keeps what was there in the folder chosen for it", "[copy]")
{
    const TemporaryFolder folder;
    const catalogue::CatalogueFile file
        = must(catalogue::CatalogueFile::open(smallCatalogue(folder.path(QStringLiteral("one.waic")))));
    const QString target = folder.path(QStringLiteral("letter.txt"));
    writeFile(target, "a letter");
    const auto refused = catalogue::saveCopy(file, target, false, {}, always);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::Exists);
    CHECK(readFile(target) == "a letter");

    const QString backups = folder.path(QStringLiteral("not/there/yet"));
    const catalogue::SavedCopy copy = must(catalogue::saveCopy(file, target, true, backups, always));
    CHECK(copy.backup.startsWith(backups + QLatin1Char('/')));
    CHECK(readFile(copy.backup) == "a letter");
    CHECK(titleIn(target, kRobot) == QStringLiteral("A robot that boxes"));
}

TEST_CASE("without a folder for backups nothing is replaced", "[copy]")
{
    const TemporaryFolder folder;
    const catalogue::CatalogueFile file
        = must(catalogue::CatalogueFile::open(smallCatalogue(folder.path(QStringLiteral("one.waic")))));
    const QString target = folder.path(QStringLiteral("letter.txt"));
    writeFile(target, "a letter");
    const auto before = snapshot(folder.path());
    const auto refused = catalogue::saveCopy(file, target, true, target + QStringLiteral("/below"), always);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().where.contains(QStringLiteral("below")));
    CHECK(readFile(target) == "a letter");
    CHECK(snapshot(folder.path()).keys() == before.keys());
}

TEST_CASE("a catalogue is not copied over itself, by whatever name", "[copy]")
{
    const TemporaryFolder folder;
    const QString path = smallCatalogue(folder.path(QStringLiteral("one.waic")));
    const QString link = folder.path(QStringLiteral("link.waic"));
    REQUIRE(QFile::link(path, link));
    const catalogue::CatalogueFile file = must(catalogue::CatalogueFile::open(path));
    const QByteArray before = readFile(path);
    for (const QString &target : {path, link}) {
        const auto refused = catalogue::saveCopy(file, target, true, {}, always);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::BadInput);
    }
    CHECK(readFile(path) == before);
}
