// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/small_catalogue.h"

#include "catalogue/record_edits.h"
#include "catalogue/writer.h"

#include <algorithm>
#include <random>

using namespace waic;
using namespace waic::catalogue;
using namespace waic::tests;

namespace {

/// A cell ("title of 7") or a link ("tag a of 7"), whose value is yes or no.
using Place = QString;

/// What the history ought to do, written as plainly as can be: all values in a map, steps in a list.
class Model
{
public:
    struct Change
    {
        Place place;
        QString was;
        QString is;
        bool isLink = false;
    };
    struct Past
    {
        qint64 id = 0;
        QString kind;
        qint64 inverts = 0;
        std::vector<Change> changes;
    };

    QMap<Place, QString> values;
    std::vector<Past> steps;

    const Past &step(qint64 id) const
    {
        return *std::find_if(steps.begin(), steps.end(), [id](const Past &past) { return past.id == id; });
    }
    bool isTakenBack(qint64 id) const
    {
        return std::any_of(
            steps.begin(), steps.end(), [&](const Past &past) { return past.inverts == id && !isTakenBack(past.id); });
    }
    bool isEdit(const Past &past) const { return past.kind == QStringLiteral("edit"); }

    std::optional<qint64> nextUndo() const
    {
        for (auto past = steps.rbegin(); past != steps.rend(); ++past)
            if (isEdit(*past) && !isTakenBack(past->id))
                return past->id;
        return std::nullopt;
    }
    std::optional<qint64> nextRedo() const
    {
        for (auto past = steps.rbegin(); past != steps.rend() && !isEdit(*past); ++past)
            if (past->kind == QStringLiteral("undo") && !isTakenBack(past->id))
                return past->id;
        return std::nullopt;
    }

    /// Cells that hold neither what the step left nor what it found.
    std::vector<Place> conflicts(const Past &past) const
    {
        std::vector<Place> found;
        for (const Change &change : past.changes)
            if (!change.isLink && values.value(change.place) != change.is && values.value(change.place) != change.was)
                found.push_back(change.place);
        return found;
    }

    void takeBack(qint64 id, qint64 by, const QString &kind, const std::vector<Place> &kept)
    {
        Past made{by, kind, id, {}};
        for (const Change &change : step(id).changes) {
            if (std::find(kept.begin(), kept.end(), change.place) != kept.end() || values.value(change.place) == change.was)
                continue;
            made.changes.push_back({change.place, values.value(change.place), change.was, change.isLink});
            values[change.place] = change.was;
        }
        steps.push_back(made);
    }
};

const std::array<const char *, 3> kColumns{"title", "kind", "notes"};
const std::array<const char *, 3> kTags{"a", "b", "c"};

Place cell(RowId row, const char *column)
{
    return QStringLiteral("%1 of %2").arg(QString::fromLatin1(column)).arg(row);
}

Place link(RowId row, const char *tag)
{
    return QStringLiteral("tag %1 of %2").arg(QString::fromLatin1(tag)).arg(row);
}

QMap<Place, QString> valuesIn(const QString &path)
{
    QMap<Place, QString> values;
    for (const RowId row : {kModels, kRobot}) {
        for (const char *column : kColumns)
            values[cell(row, column)] = askSql(path,
                QStringLiteral("SELECT coalesce(%1, '') FROM announcement WHERE id = %2")
                    .arg(QString::fromLatin1(column), QString::number(row)))
                                            .toString();
        for (const char *tag : kTags)
            values[link(row, tag)] = askSql(path,
                QStringLiteral("SELECT count(*) FROM announcement_tag l JOIN tag t ON t.id = l.tag WHERE l.announcement = %2 AND"
                               " t.name = '%1'")
                    .arg(QString::fromLatin1(tag), QString::number(row)))
                                         .toString();
    }
    return values;
}

class Player
{
public:
    explicit Player(unsigned seed)
        : m_dice(seed)
    {
        m_model.values = valuesIn(m_path);
    }

    void play(int moves)
    {
        for (int move = 0; move < moves; ++move) {
            switch (roll(8)) {
            case 0:
            case 1:
                takeBack(m_model.nextUndo());
                break;
            case 2:
                takeBack(m_model.nextRedo());
                break;
            case 3:
                if (!m_model.steps.empty())
                    takeBackAny(m_model.steps[std::size_t(roll(int(m_model.steps.size())))]);
                break;
            case 4:
                m_writer.reset();
                m_writer = open();
                break;
            default:
                edit();
            }
            REQUIRE(valuesIn(m_path) == m_model.values);
        }
        const HistoryState state = must(m_writer->history());
        CHECK(state.undoLabel.isNull() == !m_model.nextUndo().has_value());
        CHECK(state.redoLabel.isNull() == !m_model.nextRedo().has_value());
    }

private:
    std::unique_ptr<Writer> open() { return must(Writer::open(must(CatalogueFile::open(m_path)), QString())); }
    int roll(int sides) { return int(m_dice() % unsigned(sides)); }

    void edit()
    {
        Edit edit{QStringLiteral("Edit"), {}};
        Model::Past past{0, QStringLiteral("edit"), 0, {}};
        for (int count = 1 + roll(3); count > 0; --count) {
            const RowId row = roll(2) ? kModels : kRobot;
            const bool isLink = roll(3) == 0;
            const char *name = isLink ? kTags[std::size_t(roll(3))] : kColumns[std::size_t(roll(3))];
            const Place place = isLink ? link(row, name) : cell(row, name);
            const QString is = QString::number(isLink ? roll(2) : roll(5));
            const QString was = m_model.values.value(place);
            const bool again
                = std::any_of(past.changes.begin(), past.changes.end(), [&](const auto &c) { return c.place == place; });
            if (is == was || again)
                continue;
            if (isLink)
                edit.changes.emplace_back(SetTag{row, QString::fromLatin1(name), is == QStringLiteral("1")});
            else
                edit.changes.emplace_back(SetCell{Entity::Announcement, row, QString::fromLatin1(name), is, std::nullopt});
            past.changes.push_back({place, was, is, isLink});
            m_model.values[place] = is;
        }
        past.id = must(m_writer->apply(edit)).id;
        REQUIRE((past.id == 0) == past.changes.empty());
        if (past.id)
            m_model.steps.push_back(past);
    }

    void takeBackAny(const Model::Past &past)
    {
        if (past.kind == QStringLiteral("redo") || m_model.isTakenBack(past.id)) {
            CHECK(m_writer->invert(past.id).error().kind == ErrorKind::NotFound);
            return;
        }
        takeBack(past.id);
    }

    void takeBack(std::optional<qint64> id)
    {
        if (!id)
            return;
        const Model::Past past = m_model.step(*id);
        const std::vector<Place> expected = m_model.conflicts(past);
        Result<Step> step = m_writer->invert(past.id);
        std::vector<Place> kept;
        if (!expected.empty()) {
            REQUIRE_FALSE(step.has_value());
            std::vector<CellConflict> conflicts = m_writer->conflicts();
            REQUIRE(conflicts.size() == expected.size());
            for (CellConflict &conflict : conflicts) {
                const Place place = cell(conflict.key.front().toLongLong(), conflict.column.toLatin1().constData());
                REQUIRE(std::find(expected.begin(), expected.end(), place) != expected.end());
                conflict.take = roll(2) == 0;
                if (!conflict.take)
                    kept.push_back(place);
            }
            step = m_writer->invert(past.id, conflicts);
        }
        m_model.takeBack(
            past.id, must(step).id, past.kind == QStringLiteral("undo") ? QStringLiteral("redo") : QStringLiteral("undo"), kept);
    }

    TemporaryFolder m_folder;
    QString m_path = smallCatalogue(m_folder.path(QStringLiteral("a.waic")));
    std::unique_ptr<Writer> m_writer = open();
    std::mt19937 m_dice;
    Model m_model;
};

} // namespace

TEST_CASE("random edits, undo, redo and undo out of order end where a plain model ends, also after reopening", "[history]")
{
    const unsigned seed = GENERATE(range(1U, 21U));
    INFO("seed " << seed);
    Player(seed).play(60);
}
