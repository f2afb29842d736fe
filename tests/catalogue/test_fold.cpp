// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_support.h"

#include "catalogue/fold.h"

#include <random>

using namespace waic::catalogue;

TEST_CASE("marks and case do not matter", "[fold]")
{
    CHECK(folded(u"Thực phẩm") == QStringLiteral("thuc pham"));
    CHECK(folded(u"ĐÀ NẴNG") == QStringLiteral("da nang"));
    CHECK(folded(u"École ÉNERGIE") == QStringLiteral("ecole energie"));
    CHECK(folded(u"Cafe\u0301") == folded(u"Caf\u00e9"));
    CHECK(folded(u"ΣΊΣΥΦΟΣ") == folded(u"Σίσυφος"));
    CHECK(folded(u"İstanbul ISPARTA ılık") == QStringLiteral("istanbul isparta ilik"));
}

TEST_CASE("letters with no decomposition fold to their plain form", "[fold]")
{
    CHECK(folded(u"Œuvre œuvre") == QStringLiteral("oeuvre oeuvre"));
    CHECK(folded(u"Straße STRAẞE") == QStringLiteral("strasse strasse"));
    CHECK(folded(u"Łódź Ærø ǽ Ø ð") == QStringLiteral("lodz aero ae o d"));
}

TEST_CASE("compatibility forms are the same text", "[fold]")
{
    CHECK(folded(u"ＡＩ　２０２５") == QStringLiteral("ai 2025"));
    CHECK(folded(u"m² ﬁne Ⅳ") == QStringLiteral("m2 fine iv"));
    CHECK(folded(u"ｶﾀｶﾅ") == folded(u"カタカナ"));
    CHECK(folded(u"𝐀𝐈") == QStringLiteral("ai"));
}

TEST_CASE("white space and punctuation become single spaces", "[fold]")
{
    CHECK(folded(u"  AI-powered,\t\n“robots”…  ") == QStringLiteral("ai powered robots"));
    CHECK(folded(u"华为（Huawei）、腾讯。") == QStringLiteral("华为 huawei 腾讯"));
    CHECK(folded(u"C++ & 40%") == QStringLiteral("c++ 40"));
    CHECK(folded(u"super\u00adnode zero\u200bwidth") == QStringLiteral("supernode zerowidth"));
    CHECK(folded(u"").isEmpty());
    CHECK(folded(u"…—!").isEmpty());
}

TEST_CASE("Korean stays in syllables whichever way it was written", "[fold]")
{
    CHECK(folded(u"한국") == QStringLiteral("한국"));
    CHECK(folded(u"\u1112\u1161\u11ab") == QStringLiteral("한"));
}

TEST_CASE("half a surrogate pair is left out", "[fold]")
{
    const QString broken = QStringLiteral("a") + QChar(0xd800) + QStringLiteral("b");
    CHECK(folded(broken) == QStringLiteral("ab"));
}

TEST_CASE("scripts without spaces are known", "[fold]")
{
    for (const char32_t character : U"半ひカー한々")
        CHECK((character == 0 || isCjk(character)));
    CHECK(isCjk(0x20000));
    for (const char32_t character : U"aÉж я。、1")
        CHECK_FALSE(isCjk(character));
}

TEST_CASE("text order is folded first, then by code points", "[fold]")
{
    CHECK(compareText(u"école", u"Zoo") < 0);
    CHECK(compareText(u"Zoo", u"ecole") > 0);
    CHECK(compareText(u"same", u"same") == 0);
    CHECK(compareText(u"Ecole", u"École") < 0);
    CHECK(compareText(u"École", u"Ecole") > 0);
    CHECK(compareText(u"", u"a") < 0);
    CHECK(compareText(u"AI", u"AI lab") < 0);
    CHECK(compareText(u"\uffe8", u"\U00020000") < 0);
}

TEST_CASE("each Chinese character is a word, and so are letters after a symbol", "[fold]")
{
    CHECK(tokens(u"GPT大模型2025版") == QStringLiteral("gpt 大 模 型 2025 版"));
    CHECK(tokens(u"$100 C++ AI+x 한국") == QStringLiteral("$ 100 c++ ai+ x 한 국"));
    CHECK(tokens(u" …—! ").isEmpty());
}

TEST_CASE("tokens of UTF-8 are those of the text, whatever it holds", "[fold]")
{
    std::mt19937 random(5);
    const std::u32string_view often = U"aeB 1-大模型đŒé́한カ\u1112\u1161\u11ab+&“\u00adﬁⅣ𝐀𠀀\u200b\n½";
    for (int round = 0; round < 4000; ++round) {
        std::u32string points;
        for (unsigned length = random() % 12; length > 0; --length)
            points += random() % 4 != 0 ? often[random() % often.size()] : char32_t(random() % 0xD800 + 1);
        const QString text = QString::fromUcs4(points.data(), qsizetype(points.size()));
        std::string found;
        appendTokens(found, text.toStdString());
        INFO(text.toStdString());
        REQUIRE(found == (tokens(text).isEmpty() ? std::string() : ' ' + tokens(text).toStdString()));
    }
}

TEST_CASE("tokens of what is no UTF-8 end without harm", "[fold]")
{
    for (const char *broken : {"a\xFF"
                               "b",
             "\xE5\xA4", "ab\xC3", "\xED\xA0\x80", "\xF0\x9F"}) {
        std::string found;
        appendTokens(found, broken);
        CHECK(found == ' ' + tokens(QString::fromUtf8(broken)).toStdString());
    }
}
