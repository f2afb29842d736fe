// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic.h"

#include "catalogue/schema.h"
#include "catalogue/sql.h"
#include "synthetic_words.h"

#include <QDate>

#include <algorithm>
#include <cmath>

namespace waic::bench {

namespace {

using catalogue::bound;

constexpr qint64 kFirstId = 4'000'000'000'000'001; // one block, as an import makes it
constexpr int kSources = 20'000;
constexpr int kDays = 3'287; // 2018 to 2026

/// What is chosen from, with how often each is chosen.
struct Choices
{
    QStringList kinds{QStringLiteral("model"), QStringLiteral("dataset"), QStringLiteral("product"), QStringLiteral("research"),
        QStringLiteral("investment"), QStringLiteral("partnership"), QStringLiteral("hardware"), QStringLiteral("policy"),
        QStringLiteral("statistic"), QStringLiteral("event"), QStringLiteral("service")};
    Weighted kind{{26, 9, 20, 15, 10, 7, 4, 3, 3, 2, 1}};
    QStringList countries{QStringLiteral("US"), QStringLiteral("CN"), QStringLiteral("GB"), QStringLiteral("FR"),
        QStringLiteral("DE"), QStringLiteral("CA"), QStringLiteral("JP"), QStringLiteral("KR"), QStringLiteral("IN"),
        QStringLiteral("IL"), QStringLiteral("AE"), QStringLiteral("SG"), QStringLiteral("CH"), QStringLiteral("NL"),
        QStringLiteral("SE"), QStringLiteral("ES"), QStringLiteral("IT"), QStringLiteral("AU"), QStringLiteral("BR"),
        QStringLiteral("TW")};
    Weighted country = Weighted::zipf(20, 1.1);
    QStringList openness{QStringLiteral("proprietary"), QStringLiteral("unknown"), QStringLiteral("open-weights"),
        QStringLiteral("open-source"), QStringLiteral("not-applicable")};
    Weighted open{{30, 26, 22, 14, 8}};
    QStringList verifications{
        QStringLiteral("unverified"), QStringLiteral("confirmed"), QStringLiteral("disputed"), QStringLiteral("retracted")};
    Weighted verification{{70, 25, 4, 1}};
    QStringList roles{
        QStringLiteral("announcer"), QStringLiteral("partner"), QStringLiteral("subject"), QStringLiteral("speaker")};
    Weighted role{{55, 25, 12, 8}};
    QStringList natures{QStringLiteral("observed"), QStringLiteral("specified"), QStringLiteral("estimate"),
        QStringLiteral("forecast"), QStringLiteral("target")};
    Weighted nature{{60, 22, 8, 5, 5}};
    QStringList units{QStringLiteral("CNY"), QStringLiteral("USD"), QStringLiteral("TB"), QStringLiteral("PFLOPS"),
        QStringLiteral("MW"), QStringLiteral("parameters"), QStringLiteral("companies"), QStringLiteral("%")};
};

class Maker
{
public:
    explicit Maker(catalogue::Database &database)
        : m_database(database)
    {
    }

    void make(int announcements);

private:
    void makeNames();
    void makeAnnouncement(qint64 id, Chance &chance);
    QString text(int words, const QStringList &vocabulary, const Weighted &often, bool chinese, Chance &chance) const;
    void plant(QString &title, bool chinese, Chance &chance, qint64 id) const;
    void makeLinks(qint64 id, const std::vector<int> &organisations, Chance &chance);
    void makeClaims(qint64 id, int organisation, const QString &date, Chance &chance);
    template <typename... Values>
    void insert(const char *sql, const Values &...values)
    {
        bound(m_database.kept(sql), values...).exec();
    }
    static std::vector<int> several(const Weighted &often, int count, Chance &chance);
    static QString dayOf(int day) { return QDate(2018, 1, 1).addDays(day).toString(Qt::ISODate); }

    catalogue::Database &m_database;
    const Vocabulary m_words;
    const Choices m_choices;
    const Weighted m_latin = Weighted::zipf(int(m_words.latin.size()));
    const Weighted m_chinese = Weighted::zipf(int(m_words.chinese.size()));
    const Weighted m_vietnamese = Weighted::zipf(int(m_words.vietnamese.size()));
    const Weighted m_organisation = Weighted::zipf(int(m_words.organisations.size()), 0.9);
    const Weighted m_tag = Weighted::zipf(int(m_words.tags.size()), 0.9);
    const Weighted m_measure = Weighted::zipf(int(m_words.measures.size()), 0.8);
    const Weighted m_source = Weighted::zipf(kSources, 0.7);
    std::vector<int> m_countryOf; ///< of organisations
    qint64 m_claims = 0, m_citations = 0;
};

void Maker::makeNames()
{
    Chance chance(1);
    static const QStringList types{QStringLiteral("company"), QStringLiteral("university"), QStringLiteral("institute")};
    for (qsizetype i = 0; i < m_words.organisations.size(); ++i) {
        m_countryOf.push_back(m_choices.country.pick(chance));
        insert("INSERT INTO organisation(id, uid, name, country, type) VALUES(?,?,?,?,?)", qint64(i + 1), chance.uid(),
            m_words.organisations[i], m_choices.countries[m_countryOf.back()], types[chance.below(3)]);
    }
    for (qsizetype i = 0; i < m_words.tags.size(); ++i)
        insert("INSERT INTO tag(id, uid, name) VALUES(?,?,?)", qint64(i + 1), chance.uid(), m_words.tags[i]);
    for (const QString &unit : m_choices.units)
        insert("INSERT OR IGNORE INTO unit(name, dimension) VALUES(?,?)", unit, unit);
    for (qsizetype i = 0; i < m_words.measures.size(); ++i)
        insert("INSERT OR IGNORE INTO measure(name, dimension) VALUES(?,?)", m_words.measures[i],
            m_choices.units[i % m_choices.units.size()]);
    for (int i = 0; i < kSources; ++i)
        insert("INSERT INTO source(id, uid, url, title, publisher, language, published_on) VALUES(?,?,?,?,?,?,?)", qint64(i + 1),
            chance.uid(), QStringLiteral("https://news.example.org/%1").arg(i), text(7, m_words.latin, m_latin, false, chance),
            QStringLiteral("Publisher %1").arg(i % 700), QStringLiteral("en"), dayOf(i % kDays));
}

QString Maker::text(int words, const QStringList &vocabulary, const Weighted &often, bool chinese, Chance &chance) const
{
    QStringList picked;
    for (int i = 0; i < words; ++i)
        picked << vocabulary[often.pick(chance)];
    QString made = picked.join(chinese ? QString() : QStringLiteral(" "));
    made[0] = made[0].toUpper();
    return made;
}

void Maker::plant(QString &title, bool chinese, Chance &chance, qint64 id) const
{
    // Part of every draw, so that a row is the same whatever was planted before it.
    const bool rare = chance.is(1e-5) || id == kFirstId + 7'777;
    const bool sometimes = chance.is(0.005) || chance.is(0.005);
    const auto put = [&](const char *word) {
        const qsizetype space = chinese ? -1 : title.indexOf(QLatin1Char(' '));
        title.insert(space < 0 ? title.size() : space, QLatin1Char(' ') + QLatin1String(word));
    };
    if (rare)
        put("zyxomma");
    if (sometimes)
        put("quantum");
}

std::vector<int> Maker::several(const Weighted &often, int count, Chance &chance)
{
    std::vector<int> picked;
    for (int i = 0; i < count; ++i)
        picked.push_back(often.pick(chance));
    std::sort(picked.begin(), picked.end());
    picked.erase(std::unique(picked.begin(), picked.end()), picked.end());
    return picked;
}

void Maker::makeLinks(qint64 id, const std::vector<int> &organisations, Chance &chance)
{
    for (const int organisation : organisations)
        insert("INSERT INTO participation(announcement, organisation, role) VALUES(?,?,?)", id, qint64(organisation + 1),
            m_choices.roles[m_choices.role.pick(chance)]);
    for (const int tag : several(m_tag, 1 + chance.below(4), chance))
        insert("INSERT INTO announcement_tag(announcement, tag) VALUES(?,?)", id, qint64(tag + 1));
}

void Maker::makeClaims(qint64 id, int organisation, const QString &date, Chance &chance)
{
    const double many = chance.real();
    for (int claims = (many < 0.50) + (many < 0.17) + (many < 0.03); claims > 0; --claims) {
        const int measure = m_measure.pick(chance);
        const QString &unit = m_choices.units[measure % m_choices.units.size()];
        const double value
            = unit == QLatin1String("%") ? std::round(chance.real() * 1000) / 10 : std::exp(9 + 4 * chance.normal());
        const qint64 claim = kFirstId + m_claims++;
        insert("INSERT INTO claim(id, uid, announcement, measure, subject, value, unit, qualifier, nature, as_of) "
               "VALUES(?,?,?,?,?,?,?,?,?,?)",
            claim, chance.uid(), id, m_words.measures[measure], m_words.organisations[organisation], value, unit,
            chance.is(0.7) ? QStringLiteral("exactly") : QStringLiteral("about"),
            m_choices.natures[m_choices.nature.pick(chance)], date);
        const double cited = chance.real();
        for (const int source : several(m_source, (cited < 0.38) + (cited < 0.10) + (cited < 0.02), chance))
            insert("INSERT INTO citation(id, uid, claim, source) VALUES(?,?,?,?)", kFirstId + m_citations++, chance.uid(), claim,
                qint64(source + 1));
    }
}

void Maker::makeAnnouncement(qint64 id, Chance &chance)
{
    const double language = chance.real();
    const bool chinese = language < 0.1;
    const QStringList &words = chinese ? m_words.chinese : language < 0.2 ? m_words.vietnamese : m_words.latin;
    const Weighted &often = chinese ? m_chinese : language < 0.2 ? m_vietnamese : m_latin;
    QString title = text(5 + chance.below(8), words, often, chinese, chance);
    const QString summary = text(30 + chance.below(51), words, often, chinese, chance);
    plant(title, chinese, chance, id);
    const std::vector<int> organisations = several(m_organisation, 1 + chance.is(0.3) + chance.is(0.12), chance);
    const QString day = dayOf(int(kDays * std::pow(chance.real(), 0.55)));
    const double precise = chance.real();
    const QString date = precise < 0.92 ? day : precise < 0.97 ? day.left(7) : precise < 0.99 ? day.left(4) : QString();
    const auto often_ = [&](double probability, const QString &value) { return chance.is(probability) ? value : QString(); };
    const QString kind = m_choices.kinds[m_choices.kind.pick(chance)];
    const QString open = m_choices.openness[m_choices.open.pick(chance)];
    insert("INSERT INTO announcement(id, uid, title, summary, kind, edition, announced_on, country, openness, url, notes, "
           "verification, starred) VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)",
        id, chance.uid(), title, summary, often_(0.97, kind), often_(0.85, QStringLiteral("WAIC ") + day.left(4)), date,
        often_(0.92, m_choices.countries[m_countryOf[std::size_t(organisations.front())]]), often_(0.7, open),
        often_(0.9, QStringLiteral("https://example.org/%1").arg(id)),
        often_(0.15, text(6, m_words.latin, m_latin, false, chance)),
        m_choices.verifications[m_choices.verification.pick(chance)], chance.is(0.02));
    makeLinks(id, organisations, chance);
    makeClaims(id, organisations.front(), date, chance);
}

void Maker::make(int announcements)
{
    catalogue::Transaction transaction(m_database);
    // No notes of foreign changes for each row: the catalogue is new.
    m_database.run(QStringLiteral("INSERT OR REPLACE INTO meta(key, value) VALUES('bulk', 1)"));
    makeNames();
    for (int i = 0; i < announcements; ++i) {
        Chance chance(quint64(i) * 0x9e3779b97f4a7c15u + 7);
        makeAnnouncement(kFirstId + i, chance);
    }
    m_database.run(QStringLiteral("DELETE FROM meta WHERE key = 'bulk'"));
    transaction.commit();
}

} // namespace

Result<> makeSynthetic(const QString &path, int announcements)
{
    if (const Result<QString> made = catalogue::createCatalogue(path, {}); !made)
        return tl::make_unexpected(made.error());
    return catalogue::guarded(path, [&]() -> Result<> {
        catalogue::Database database(path, SQLite::OPEN_READWRITE);
        database.run(QStringLiteral("PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-400000"));
        Maker(database).make(announcements);
        database.dropStatements();
        database.run(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
        return {};
    });
}

} // namespace waic::bench
