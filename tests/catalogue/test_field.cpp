// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"

#include "catalogue/country.h"
#include "catalogue/field.h"

#include <QLocale>
#include <QRegularExpression>

using namespace waic;
using namespace waic::catalogue;
using waic::tests::must;

namespace {

const Field &field(const char *column)
{
    for (const Entity entity : {Entity::Announcement, Entity::Claim}) {
        if (const Field *found = findField(entity, QString::fromLatin1(column)))
            return *found;
    }
    FAIL("no field " << column);
    std::abort();
}

QVariant parsed(const char *column, const QString &typed)
{
    return must(parseField(field(column), typed));
}

QString refusal(const char *column, const QString &typed)
{
    INFO(typed.toStdString());
    const auto result = parseField(field(column), typed);
    REQUIRE_FALSE(result.has_value());
    CHECK(result.error().kind == ErrorKind::BadInput);
    CHECK(result.error().where == fieldLabel(field(column)));
    return result.error().what;
}

/// Sets the locale of the program until it goes.
class Speaking
{
public:
    explicit Speaking(const QLocale &locale) { QLocale::setDefault(locale); }
    ~Speaking() { QLocale::setDefault(m_before); }
    Speaking(const Speaking &) = delete;
    Speaking &operator=(const Speaking &) = delete;

private:
    QLocale m_before;
};

} // namespace

TEST_CASE("fields edited by hand are found by column and named", "[field]")
{
    CHECK(editableFields(Entity::Announcement).size() == 10);
    CHECK(editableFields(Entity::Claim).size() == 14);
    CHECK(fieldLabel(field("announced_on")) == QStringLiteral("Date"));
    CHECK(fieldLabel(field("of_value")) == QStringLiteral("Of"));
    CHECK(findField(Entity::Announcement, u"uid") == nullptr);
    CHECK(findField(Entity::Claim, u"title") == nullptr);
    CHECK(tableName(Entity::Claim) == QStringLiteral("claim"));
}

TEST_CASE("text is trimmed and empty text is nothing", "[field]")
{
    CHECK(parsed("title", QStringLiteral("  Ascend 950\n next \t")).toString() == QStringLiteral("Ascend 950  next"));
    CHECK(parsed("summary", QStringLiteral("one\r\ntwo\n")).toString() == QStringLiteral("one\ntwo"));
    CHECK(parsed("title", QStringLiteral("a%1b").arg(QChar(7))).toString() == QStringLiteral("ab"));
    CHECK_FALSE(parsed("summary", QStringLiteral("  \n ")).isValid());
    CHECK_FALSE(parsed("of_value", QString()).isValid());
    CHECK(refusal("title", QStringLiteral("   ")).startsWith(QStringLiteral("Title may not be empty")));
    CHECK(refusal("value", QString()).startsWith(QStringLiteral("Value may not be empty")));
    CHECK(refusal("unit", QString()).startsWith(QStringLiteral("Unit may not be empty")));
}

TEST_CASE("numbers are read as people write them", "[field]")
{
    const auto number = [](const char *typed) { return parsed("value", QString::fromUtf8(typed)).toDouble(); };
    CHECK(number("1509") == 1509);
    CHECK(number("1,509") == 1509);
    CHECK(number("1 509") == 1509);
    CHECK(number("1\u202f509") == 1509);
    CHECK(number("3,755,000.5") == 3755000.5);
    CHECK(number(" -0.25 ") == -0.25);
    CHECK(number("−5") == -5);
    CHECK(number("1e6") == 1e6);
    CHECK(number("１５０９") == 1509);
    CHECK(parsed("value", QStringLiteral("7")).typeId() == QMetaType::Double);
}

TEST_CASE("what is no number is refused with one that is", "[field]")
{
    for (const char *typed : {"inf", "-inf", "nan", "NaN", "infinity", "many", "1509 models", "50%", "1,50", "1 5", "1..2",
             "0x10", "--5", "e5", "1509abc"})
        CHECK(refusal("value", QString::fromUtf8(typed))
            == QStringLiteral("“%1” is no number. Try 1,509 or 40.2").arg(QString::fromUtf8(typed)));
    CHECK(refusal("value", QStringLiteral("1e999")).startsWith(QStringLiteral("“1e999” is too large")));
}

TEST_CASE("numbers follow the locale and what is shown can be typed again", "[field]")
{
    CHECK(numberText(1509) == QStringLiteral("1,509"));
    CHECK(numberText(40.2) == QStringLiteral("40.2"));
    CHECK(numberText(0) == QStringLiteral("0"));
    CHECK(numberText(std::nullopt) == QString());
    {
        const Speaking german(QLocale(QLocale::German, QLocale::Germany));
        CHECK(numberText(1509.5) == QStringLiteral("1.509,5"));
        CHECK(parsed("value", QStringLiteral("1.509,5")).toDouble() == 1509.5);
        CHECK(parsed("value", QStringLiteral("1509.5")).toDouble() == 1509.5);
    }
    for (const QLocale &locale : {QLocale::c(), QLocale(QLocale::English, QLocale::UnitedStates),
             QLocale(QLocale::French, QLocale::France), QLocale(QLocale::German, QLocale::Germany),
             QLocale(QLocale::Vietnamese, QLocale::Vietnam), QLocale(QLocale::Chinese, QLocale::China)}) {
        const Speaking speaking(locale);
        INFO(locale.name().toStdString());
        for (const double value : {1509.0, 3755.0, 0.1, 40.2, -12345.678, 1e20, 1.5e25, 2e-9, 133.98e9, 1.0 / 3}) {
            INFO(numberText(value).toStdString());
            CHECK(parsed("value", numberText(value)).toDouble() == value);
        }
    }
}

TEST_CASE("a date field takes a date and explains itself", "[field]")
{
    CHECK(parsed("announced_on", QStringLiteral(" 2025-07 ")).toString() == QStringLiteral("2025-07"));
    CHECK(refusal("announced_on", QStringLiteral("2025-06-31")) == QStringLiteral("31 June does not exist. Try 2025-06-30"));
    CHECK(refusal("as_of", QStringLiteral("mid 2025")).contains(QStringLiteral("2025-07-26")));
}

TEST_CASE("a link is a web address with a host", "[field]")
{
    for (const char *link : {"https://www.worldaic.com.cn/", "http://example.org", "https://vietnamnet.vn/en/a-1.html?x=1#y",
             "HTTPS://example.org/上海"})
        CHECK(parsed("url", QString::fromUtf8(link)).toString() == QString::fromUtf8(link));
    CHECK(refusal("url", QStringLiteral("www.example.org/a"))
        == QStringLiteral("“www.example.org/a” is no web address. Try https://www.example.org/a"));
    for (const char *link : {"javascript:alert(1)", "file:///etc/passwd", "ftp://example.org", "https://", "http:///path",
             "https:example.org", "//example.org", "see page 3", "https://exa mple.org", "data:text/html,x"})
        CHECK(refusal("url", QString::fromUtf8(link)).contains(QStringLiteral("no web address")));
}

TEST_CASE("a country is a code or a name", "[field]")
{
    for (const auto &[typed, code] : {std::pair{"CN", "CN"}, {"cn", "CN"}, {"China", "CN"}, {"viet nam", "VN"}, {"Vietnam", "VN"},
             {"USA", "US"}, {"united states", "US"}, {"UK", "GB"}, {"int", "INT"}, {"International", "INT"},
             {"cote d’ivoire", "CI"}, {"Türkiye", "TR"}, {"turkiye", "TR"}})
        CHECK(parsed("country", QString::fromUtf8(typed)).toString() == QString::fromLatin1(code));
    CHECK(refusal("country", QStringLiteral("Atlantis")).contains(QStringLiteral("“Atlantis” is no country")));
    CHECK(refusal("country", QStringLiteral("XX")).contains(QStringLiteral("China or CN")));
    CHECK(countryName(u"CN") == QStringLiteral("China"));
    CHECK(countryName(u"INT") == QStringLiteral("International"));
    CHECK(countryName(u"??").isNull());
}

TEST_CASE("every country code has a name that leads back to it", "[field]")
{
    const QStringList codes = countryCodes();
    CHECK(codes.size() == 250);
    for (const QString &code : codes) {
        INFO(code.toStdString());
        CHECK(QRegularExpression(QStringLiteral("^([A-Z]{2}|INT)$")).match(code).hasMatch());
        CHECK(countryCode(countryName(code)) == code);
    }
}

TEST_CASE("open lists offer what is known and take what is not", "[field]")
{
    CHECK(knownValues(field("kind")).first() == QStringLiteral("model"));
    CHECK(knownValues(field("openness")).contains(QStringLiteral("open-weights")));
    CHECK(knownValues(field("title")).isEmpty());
    CHECK(parsed("kind", QStringLiteral("Robot")).toString() == QStringLiteral("robot"));
    CHECK(parsed("kind", QStringLiteral("dataset")).toString() == QStringLiteral("dataset"));
    CHECK(parsed("qualifier", QStringLiteral("At least")).toString() == QStringLiteral("at least"));
    CHECK(refusal("qualifier", QStringLiteral("roughly")).contains(QStringLiteral("exactly, about, more than")));
}
