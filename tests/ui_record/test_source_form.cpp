// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui_record/record_fixture.h"

#include "ui/record/figures_view.h"
#include "ui/record/sources_view.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;
using ui::RecordPane;

namespace {

class SourceFormFixture : public RecordFixture
{
public:
    explicit SourceFormFixture(RecordPane::Tab tab = RecordPane::Sources) { show(kShare, tab); }

    ui::SourcesView &sources() { return *qobject_cast<ui::SourcesView *>(&list("sources")); }
    void edit(const QString &words)
    {
        sources().setFocus();
        sources().setCurrentIndex(row("sources", words));
        QTest::keyClick(&sources(), Qt::Key_F2);
        REQUIRE(sources().isEditing());
        REQUIRE(input("url")->hasFocus());
    }
    bool save()
    {
        return step([&] { QTest::mouseClick(input("saveForm"), Qt::LeftButton); });
    }
    std::optional<RecordSource> source(const QString &title)
    {
        for (const RecordSource &one : record().sources)
            if (one.source.title == title)
                return one;
        return std::nullopt;
    }
    QList<QCheckBox *> boxes() { return sources().findChildren<QCheckBox *>(QStringLiteral("backsFigure")); }

    /// Drags data onto a list and lets it go there.  False: it was not accepted.
    bool drop(const char *name, const QPoint &place, QMimeData *data)
    {
        const std::unique_ptr<QMimeData> owned(data);
        QWidget *viewport = list(name).viewport();
        QDragEnterEvent enter(place, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &enter);
        QDragMoveEvent move(place, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &move);
        if (!enter.isAccepted() || !move.isAccepted())
            return false;
        QDropEvent drop(place, Qt::CopyAction, data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(viewport, &drop);
        return drop.isAccepted();
    }
    static QMimeData *link(const QString &url)
    {
        auto *data = new QMimeData;
        data->setUrls({QUrl(url)});
        return data;
    }
    static QMimeData *words(const QString &text)
    {
        auto *data = new QMimeData;
        data->setText(text);
        return data;
    }
};

} // namespace

TEST_CASE("a source is corrected below its row in one step", "[record][sourceform]")
{
    SourceFormFixture fixture;
    fixture.edit(QStringLiteral("VietNamNet"));
    fixture.type("title", QStringLiteral("China leads <b>the</b> count"));
    fixture.type("publisher", QStringLiteral("VietNamNet Global"));
    fixture.type("language", QStringLiteral("vi"));
    fixture.type("published_on", QStringLiteral("2025-07-29"));
    fixture.type("accessed_on", QStringLiteral("2025-08"));
    fixture.type("attributed_to", QStringLiteral("Xinhua"));
    CHECK(fixture.nothingWritten());
    REQUIRE(fixture.save());
    CHECK_FALSE(fixture.sources().isEditing());
    const std::optional<RecordSource> source = fixture.source(QStringLiteral("China leads <b>the</b> count"));
    REQUIRE(source);
    CHECK(source->source.publisher == QStringLiteral("VietNamNet Global"));
    CHECK(source->source.language == QStringLiteral("vi"));
    CHECK(source->source.publishedOn == QStringLiteral("2025-07-29"));
    CHECK(source->source.accessedOn == QStringLiteral("2025-08"));
    CHECK(source->source.attributedTo == QStringLiteral("Xinhua"));
    CHECK(fixture.sources().hasFocus());
    REQUIRE(fixture.step([&] { fixture.workspace().undo(); }));
    CHECK(fixture.workspace().history().undoLabel.isNull());
}

TEST_CASE("what a source backs and says is set by its form", "[record][sourceform]")
{
    SourceFormFixture fixture;
    fixture.edit(QStringLiteral("People's Daily Online"));
    const QString title = fixture.text("title");
    const int before = fixture.source(title)->figures;
    const QList<QCheckBox *> boxes = fixture.boxes();
    REQUIRE(boxes.size() == 4);
    int changed = 0;
    for (QCheckBox *box : boxes)
        if (box->isVisible() && !box->isChecked()) {
            QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
            ++changed;
        }
    REQUIRE(changed == 2);
    auto *own = qobject_cast<QCheckBox *>(fixture.input("backsAnnouncement"));
    if (!own->isChecked())
        QTest::mouseClick(own, Qt::LeftButton, {}, QPoint(8, own->height() / 2));
    fixture.type("stance", QStringLiteral("contests"));
    fixture.type("locator", QStringLiteral("paragraph 2"));
    fixture.type("as_said", QStringLiteral("1,509 large models"));
    fixture.type("qualifier", QStringLiteral("about"));
    REQUIRE(fixture.save());
    const std::optional<RecordSource> source = fixture.source(title);
    REQUIRE(source);
    CHECK(source->figures == before + 2);
    const std::vector<Citation> citations = fixture.record().citations;
    const auto own_
        = std::find_if(citations.begin(), citations.end(), [&](const Citation &one) { return one.source == source->source.id; });
    REQUIRE(own_ != citations.end());
    CHECK(own_->stance == QStringLiteral("contests"));
    CHECK(own_->locator == QStringLiteral("paragraph 2"));
    CHECK(own_->asSaid == QStringLiteral("1,509 large models"));
    CHECK(own_->qualifier == QStringLiteral("about"));

    fixture.edit(QStringLiteral("People's Daily Online"));
    for (QCheckBox *box : fixture.boxes())
        if (box->isVisible() && box->isChecked())
            QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    REQUIRE(fixture.save());
    CHECK(fixture.source(title)->figures == 0);
}

TEST_CASE("a web address that is pasted becomes a source", "[record][sourceform]")
{
    SourceFormFixture fixture;
    fixture.sources().setFocus();
    QApplication::clipboard()->setText(QStringLiteral(" https://www.example.org/news/1 \n"));
    QTest::keyClick(&fixture.sources(), Qt::Key_V, Qt::ControlModifier);
    REQUIRE(fixture.sources().isEditing());
    CHECK(fixture.text("url") == QStringLiteral("https://www.example.org/news/1"));
    CHECK(fixture.text("publisher") == QStringLiteral("example.org"));
    CHECK(fixture.text("accessed_on") == QDate::currentDate().toString(Qt::ISODate));
    CHECK(fixture.input("title")->hasFocus());
    QTest::mouseClick(fixture.input("saveForm"), Qt::LeftButton);
    CHECK(fixture.says(QStringLiteral("Title may not be empty")));
    fixture.type("title", QStringLiteral("News of the day"));
    REQUIRE(fixture.step([&] { fixture.enter("title"); }));
    REQUIRE(fixture.source(QStringLiteral("News of the day")));
    CHECK(fixture.sources().currentIndex().data().toString().contains(QStringLiteral("News of the day")));
    REQUIRE(fixture.step([&] { fixture.workspace().undo(); }));
    CHECK_FALSE(fixture.source(QStringLiteral("News of the day")));

    QApplication::clipboard()->setText(QStringLiteral("no address"));
    QTest::keyClick(&fixture.sources(), Qt::Key_V, Qt::ControlModifier);
    CHECK_FALSE(fixture.sources().isEditing());
}

TEST_CASE("an address that the catalogue has is cited and not doubled", "[record][sourceform]")
{
    SourceFormFixture fixture;
    const std::vector<Source> all = must(fixture.workspace().reader().sources());
    const std::vector<RecordSource> cited = fixture.record().sources;
    const auto other = std::find_if(all.begin(), all.end(), [&](const Source &one) {
        return isWebLink(one.url)
            && std::none_of(cited.begin(), cited.end(), [&](const RecordSource &used) { return used.source.id == one.id; });
    });
    REQUIRE(other != all.end());
    REQUIRE(fixture.step(
        [&] { CHECK(fixture.drop("sources", QPoint(100, 20), SourceFormFixture::link(other->url + QStringLiteral("#part")))); }));
    CHECK_FALSE(fixture.sources().isEditing());
    CHECK(fixture.record().sources.size() == cited.size() + 1);
    CHECK(must(fixture.workspace().reader().sources()).size() == all.size());
    // Once more: it is there, and nothing is to be written.
    CHECK(fixture.drop("sources", QPoint(100, 20), SourceFormFixture::words(other->url)));
    CHECK(fixture.record().sources.size() == cited.size() + 1);
    CHECK_FALSE(fixture.workspace().isSaving());
}

TEST_CASE("an address dropped on a figure backs that figure", "[record][sourceform]")
{
    SourceFormFixture fixture(RecordPane::Figures);
    const auto claim = [&] {
        for (const Claim &one : fixture.record().claims)
            if (one.value == 3755)
                return one;
        return Claim();
    };
    const std::size_t before = claim().citations.size();
    QListView &figures = fixture.list("figures");
    const QPoint place = figures.visualRect(fixture.row("figures", QStringLiteral("World: 3,755"))).center();
    REQUIRE(fixture.drop("figures", place, SourceFormFixture::link(QStringLiteral("https://example.org/count"))));
    REQUIRE(fixture.sources().isEditing());
    CHECK(fixture.sources().isVisible()); // its tab came up
    CHECK_FALSE(qobject_cast<QCheckBox *>(fixture.input("backsAnnouncement"))->isChecked());
    fixture.type("title", QStringLiteral("A count"));
    REQUIRE(fixture.save());
    CHECK(claim().citations.size() == before + 1);
    REQUIRE(fixture.source(QStringLiteral("A count")));
    CHECK(fixture.source(QStringLiteral("A count"))->figures == 1);

    CHECK_FALSE(fixture.drop("figures", place, SourceFormFixture::words(QStringLiteral("just words"))));
    CHECK_FALSE(fixture.drop("figures", place, SourceFormFixture::link(QStringLiteral("file:///tmp/a.waic")))); // the window's
}

TEST_CASE("a source is removed from its record and stays in the catalogue", "[record][sourceform]")
{
    SourceFormFixture fixture;
    const std::size_t before = fixture.record().sources.size();
    const std::size_t all = must(fixture.workspace().reader().sources()).size();
    fixture.sources().setFocus();
    fixture.sources().setCurrentIndex(fixture.row("sources", QStringLiteral("People's Daily Online")));
    REQUIRE(fixture.step([&] { QTest::keyClick(&fixture.sources(), Qt::Key_Delete); }));
    CHECK(fixture.record().sources.size() == before - 1);
    CHECK(must(fixture.workspace().reader().sources()).size() == all);
    CHECK(fixture.sources().currentIndex().isValid());
    REQUIRE(fixture.step([&] { fixture.workspace().undo(); }));
    CHECK(fixture.record().sources.size() == before);
}

TEST_CASE("a half-typed source outlives another edit and another record", "[record][sourceform]")
{
    SourceFormFixture fixture;
    QTest::mouseClick(fixture.pane().findChild<QAbstractButton *>(QStringLiteral("addSourceRow")), Qt::LeftButton);
    REQUIRE(fixture.sources().isEditing());
    fixture.type("url", QStringLiteral("not an address"));
    REQUIRE(fixture.step([&] { fixture.workspace().apply(setStarred(fixture.workspace().current(), true)); }));
    CHECK(fixture.text("url") == QStringLiteral("not an address"));
    fixture.show(kSupernode, RecordPane::Sources);
    CHECK_FALSE(fixture.sources().isEditing());
    fixture.show(kShare, RecordPane::Sources);
    REQUIRE(fixture.sources().isEditing());
    CHECK(fixture.text("url") == QStringLiteral("not an address"));
    QTest::mouseClick(fixture.input("cancelForm"), Qt::LeftButton);
    CHECK_FALSE(fixture.sources().isEditing());
    CHECK(fixture.sources().model()->rowCount() == 7);
}

TEST_CASE("a source that backs nothing is not saved", "[record][sourceform]")
{
    SourceFormFixture fixture;
    QTest::mouseClick(fixture.pane().findChild<QAbstractButton *>(QStringLiteral("addSourceRow")), Qt::LeftButton);
    fixture.type("title", QStringLiteral("A page"));
    auto *own = qobject_cast<QCheckBox *>(fixture.input("backsAnnouncement"));
    REQUIRE(own->isChecked());
    QTest::mouseClick(own, Qt::LeftButton, {}, QPoint(8, own->height() / 2));
    QTest::mouseClick(fixture.input("saveForm"), Qt::LeftButton);
    CHECK(fixture.says(QStringLiteral("Say what the source backs")));
    CHECK(fixture.sources().isEditing());
    CHECK(fixture.nothingWritten());
}

TEST_CASE("no label or input of a source is cut in a narrow pane", "[record][sourceform]")
{
    SourceFormFixture fixture;
    fixture.pane().resize(280, 900);
    fixture.edit(QStringLiteral("People's Daily Online"));
    QWidget *form = fixture.input("url");
    while (!qobject_cast<ui::RowForm *>(form))
        form = form->parentWidget();
    REQUIRE(QTest::qWaitFor([&] { return form->width() == fixture.sources().viewport()->width(); }));
    CHECK(form->minimumSizeHint().width() <= form->width());
    for (const QLabel *label : form->findChildren<QLabel *>())
        if (label->isVisible() && !label->wordWrap())
            CHECK(label->width() >= label->sizeHint().width());
    for (const QCheckBox *box : fixture.boxes()) {
        CHECK(box->accessibleName().contains(QStringLiteral("models"), Qt::CaseInsensitive));
        CHECK(box->geometry().right() < form->width());
    }
}
