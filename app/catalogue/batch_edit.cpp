// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/batch_edit.h"

#include "catalogue/change_words.h"
#include "catalogue/record_edits.h"
#include "catalogue/sql.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace waic::catalogue {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(BatchEdit)
};

constexpr std::size_t kRowsBetweenLooks = 512;

/// Without groups, so that "\\1" in the replacement stands for itself.
QRegularExpression patternOf(const BatchChange &change)
{
    QString pattern = QRegularExpression::escape(change.text);
    if (change.wholeWords)
        pattern = QStringLiteral("(?<![\\p{L}\\p{N}_])%1(?![\\p{L}\\p{N}_])").arg(pattern);
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!change.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    return QRegularExpression(pattern, options);
}

tl::unexpected<Error> ended()
{
    return failure(ErrorKind::BadInput, {});
}

QString announcements(std::size_t count)
{
    return count == 1 ? Text::tr("an announcement") : Text::tr("%1 announcements").arg(count);
}

tl::unexpected<Error> tooMany()
{
    return failure(ErrorKind::BadInput, Text::tr("more than %1 announcements would change").arg(numberText(kMostPlanned)), {},
        Text::tr("narrow the question and change them in parts"));
}

/// A column's cells, one by one.
class CellPlan
{
public:
    CellPlan(Database &database, const Field &field)
        : m_field(field)
        , m_statement(database.kept(QStringLiteral("SELECT title, %1 FROM announcement WHERE id = ?")
                                        .arg(quotedIdentifier(QString::fromLatin1(field.column)))
                                        .toUtf8()
                                        .constData()))
    {
    }

    /// typed: what the cell is to hold, by what it holds.
    void add(RowId row, const std::function<QString(const QString &)> &typed)
    {
        bound(m_statement, row);
        if (!m_statement.executeStep()) {
            m_statement.reset();
            return;
        }
        const QString title = text(m_statement, 0);
        const QString was = text(m_statement, 1);
        m_statement.reset();
        const Result<QVariant> value = parseField(m_field, typed(was));
        if (!value) {
            if (m_plan.refused++ == 0)
                m_plan.refusal = Text::tr("%1: %2").arg(title, value.error().what);
            return;
        }
        const QString is = value->toString();
        if (is == was) {
            ++m_plan.unchanged;
            return;
        }
        const QString column = QString::fromLatin1(m_field.column);
        const QVariant seen = was.isNull() ? QVariant() : QVariant(was);
        m_plan.cells.push_back({row, title, cellWords(tableName(m_field.entity), column, seen),
            cellWords(tableName(m_field.entity), column, *value)});
        m_plan.edit.changes.emplace_back(SetCell{m_field.entity, row, column, *value, seen});
    }

    BatchPlan taken() { return std::move(m_plan); }
    std::size_t changed() const { return m_plan.cells.size(); }

private:
    const Field &m_field;
    SQLite::Statement &m_statement;
    BatchPlan m_plan;
};

Result<BatchPlan> planCells(
    Database &database, std::span<const RowId> rows, const BatchChange &change, const std::function<bool(double)> &goesOn)
{
    const Field *field = findField(Entity::Announcement, change.column);
    if (!field)
        return failure(ErrorKind::BadInput, Text::tr("“%1” is no field of announcements").arg(change.column));
    const bool replaces = change.kind == BatchChange::Kind::Replace;
    if (replaces && change.text.isEmpty())
        return failure(ErrorKind::BadInput, Text::tr("there is nothing to look for"));
    if (!replaces)
        if (const Result<QVariant> value = parseField(*field, change.text); !value)
            return tl::make_unexpected(value.error());
    const QRegularExpression pattern = patternOf(change);
    const auto typed
        = [&](const QString &was) { return replaces ? QString(was).replace(pattern, change.replacement) : change.text; };
    CellPlan plan(database, *field);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (row % kRowsBetweenLooks == 0 && goesOn && !goesOn(double(row) / double(rows.size())))
            return ended();
        plan.add(rows[row], typed);
        if (plan.changed() > kMostPlanned)
            return tooMany();
    }
    BatchPlan made = plan.taken();
    const QString label = fieldLabel(*field).toLower();
    made.edit.label = replaces
        ? Text::tr("Replace “%1” in %2 of %3").arg(change.text.left(40), label, announcements(made.cells.size()))
        : Text::tr("Set %1 of %2").arg(label, announcements(made.cells.size()));
    return made;
}

RowId idNamed(Database &database, const char *sql, const QString &name)
{
    SQLite::Statement &row = bound(database.kept(sql), name);
    const RowId id = row.executeStep() ? integer(row, 0) : 0;
    row.reset();
    return id;
}

/// The links that a tag or an organisation of that name has: which of the announcements it would join or leave.
Result<BatchPlan> planLinks(
    Database &database, std::span<const RowId> rows, const BatchChange &change, const std::function<bool(double)> &goesOn)
{
    const bool tags = change.kind == BatchChange::Kind::AddTag || change.kind == BatchChange::Kind::RemoveTag;
    const bool adds = change.kind == BatchChange::Kind::AddTag || change.kind == BatchChange::Kind::AddOrganisation;
    const QString name = change.text.simplified();
    if (name.isEmpty())
        return failure(ErrorKind::BadInput, Text::tr("a name is needed"));
    const RowId id = idNamed(database,
        tags ? "SELECT coalesce(merged_into, id) FROM tag WHERE name = ?"
             : "SELECT coalesce(merged_into, id) FROM organisation WHERE name = ? ORDER BY id LIMIT 1",
        name);
    if (!id && !adds)
        return failure(ErrorKind::BadInput,
            tags ? Text::tr("there is no tag “%1”").arg(name) : Text::tr("there is no organisation “%1”").arg(name));
    SQLite::Statement &there = database.kept(tags
            ? "SELECT a.title, EXISTS(SELECT 1 FROM announcement_tag l JOIN tag t ON t.id = l.tag WHERE l.announcement = a.id AND"
              " coalesce(t.merged_into, t.id) = ?2) FROM announcement a WHERE a.id = ?1"
            : "SELECT a.title, EXISTS(SELECT 1 FROM participation p JOIN organisation o ON o.id = p.organisation WHERE"
              " p.announcement = a.id AND coalesce(o.merged_into, o.id) = ?2) FROM announcement a WHERE a.id = ?1");
    BatchPlan plan;
    std::vector<RowId> changed;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (row % kRowsBetweenLooks == 0 && goesOn && !goesOn(double(row) / double(rows.size())))
            return ended();
        bound(there, rows[row], id);
        if (!there.executeStep()) {
            there.reset();
            continue;
        }
        const QString title = text(there, 0);
        const bool has = integer(there, 1) != 0;
        there.reset();
        if (has == adds) {
            ++plan.unchanged;
            continue;
        }
        changed.push_back(rows[row]);
        plan.cells.push_back({rows[row], title, adds ? QString() : name, adds ? name : QString()});
        if (changed.size() > kMostPlanned)
            return tooMany();
    }
    if (changed.empty())
        return plan;
    if (tags)
        plan.edit = adds ? addTag(changed, name) : removeTag(changed, name);
    else
        plan.edit = adds ? addOrganisation(changed, id, name, change.role) : removeOrganisation(changed, id, name, {});
    return plan;
}

Result<QStringList> names(Reader &reader, const char *sql)
{
    return guarded({}, [&]() -> Result<QStringList> {
        SQLite::Statement &rows = bound(reader.database().kept(sql));
        QStringList found;
        while (rows.executeStep())
            found << text(rows, 0);
        return found;
    });
}

} // namespace

Result<BatchPlan> planBatch(Reader &reader, std::span<const RowId> announcements, const BatchChange &change,
    const std::function<bool(double done)> &goesOn)
{
    return guarded({}, [&]() -> Result<BatchPlan> {
        const Snapshot snapshot(reader.database());
        const bool cells = change.kind == BatchChange::Kind::SetField || change.kind == BatchChange::Kind::Replace;
        return cells ? planCells(reader.database(), announcements, change, goesOn)
                     : planLinks(reader.database(), announcements, change, goesOn);
    });
}

QString replaced(const QString &text, const BatchChange &change)
{
    return QString(text).replace(patternOf(change), change.replacement);
}

Result<QStringList> tagNames(Reader &reader)
{
    return names(reader,
        "SELECT name FROM tag WHERE merged_into IS NULL ORDER BY (SELECT count(*) FROM announcement_tag WHERE tag = tag.id) DESC,"
        " name");
}

Result<QStringList> organisationNames(Reader &reader)
{
    return names(reader,
        "SELECT name FROM organisation WHERE merged_into IS NULL ORDER BY (SELECT count(*) FROM participation WHERE organisation "
        "="
        " organisation.id) DESC, name");
}

} // namespace waic::catalogue
