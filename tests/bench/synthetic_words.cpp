// SPDX-License-Identifier: GPL-3.0-or-later
#include "synthetic_words.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace waic::bench {

namespace {

constexpr int kLatinWords = 30'000, kChineseWords = 6'000, kVietnameseWords = 2'500;
constexpr int kOrganisations = 3'000, kTags = 400, kMeasures = 40;

QStringList split(const char *words)
{
    return QString::fromUtf8(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

const QString &oneOf(const QStringList &list, Chance &chance)
{
    return list[chance.below(int(list.size()))];
}

/// The words that everybody writes, then made-up ones until there are enough; each once.
template <typename Make>
QStringList grown(const QStringList &first, int count, Make make)
{
    QStringList words;
    QSet<QString> seen;
    const auto add = [&](const QString &word) {
        if (!seen.contains(word)) {
            seen.insert(word);
            words << word;
        }
    };
    for (const QString &word : first)
        add(word);
    while (words.size() < count)
        add(make());
    return words;
}

QString syllable(Chance &chance)
{
    static const QStringList onsets = split("b c d f g h l m n p r s t v z br cr dr gr pl pr st tr");
    static const QStringList vowels = split("a e i o u ai ou ia é è");
    static const QStringList ends{{}, QStringLiteral("n"), QStringLiteral("r"), QStringLiteral("s"), QStringLiteral("l"), {}};
    // Accents are rare, as in English texts with French names.
    const QString &vowel = vowels[chance.is(0.03) ? 8 + chance.below(2) : chance.below(8)];
    return oneOf(onsets, chance) + vowel + oneOf(ends, chance);
}

QString han(int count, Chance &chance)
{
    static const QString characters
        = QString::fromUtf8("人工智能大模型数据系统开放研究语言发布学习推理训练视觉计算平台网络芯片安全政策融资合作机器音图像频代"
                            "码工具搜索翻译健康能源上海北京深圳中国世界会");
    QString word;
    for (int i = 0; i < count; ++i)
        word += characters[chance.below(int(characters.size()))];
    return word;
}

QString vietnamese(Chance &chance)
{
    static const QStringList onsets = split("b c ch d đ g h kh l m n ng nh ph qu r s t th tr v x");
    static const QString vowels = QString::fromUtf8("aáàảãạăắằâấầeéèêếềệiíìịoóòôốồộơớờợuúùụưứừựyýỳ");
    static const QStringList ends = split("n ng nh m t c i u");
    const QString end = chance.is(0.4) ? QString() : oneOf(ends, chance);
    return oneOf(onsets, chance) + vowels[chance.below(int(vowels.size()))] + end;
}

QString organisation(Chance &chance)
{
    static const QStringList kinds
        = split("Labs AI Inc Systems Research Institute University Group Technologies Robotics Health Cloud");
    static const QStringList chineseKinds = split("科技 智能 集团 大学 研究院");
    if (chance.is(0.1))
        return han(2 + chance.below(3), chance) + oneOf(chineseKinds, chance);
    QString name = syllable(chance) + syllable(chance);
    name[0] = name[0].toUpper();
    return name + QLatin1Char(' ') + oneOf(kinds, chance);
}

} // namespace

QString Chance::uid()
{
    return QStringLiteral("%1%2").arg(m_engine(), 16, 16, QLatin1Char('0')).arg(m_engine(), 16, 16, QLatin1Char('0'));
}

double Chance::normal()
{
    const double radius = std::sqrt(-2 * std::log(1 - real()));
    return radius * std::cos(2 * std::numbers::pi * real());
}

Weighted::Weighted(const std::vector<double> &weights)
{
    double sum = 0;
    for (const double weight : weights)
        m_sums.push_back(sum += weight);
}

Weighted Weighted::zipf(int count, double power)
{
    std::vector<double> weights;
    for (int i = 1; i <= count; ++i)
        weights.push_back(1 / std::pow(i, power));
    return Weighted(weights);
}

int Weighted::pick(Chance &chance) const
{
    const auto found = std::upper_bound(m_sums.begin(), m_sums.end(), chance.real() * m_sums.back());
    return int(std::min(found, m_sums.end() - 1) - m_sums.begin());
}

Vocabulary::Vocabulary()
{
    Chance chance(20'261);
    latin = grown(split("model data system open new research language release learning agent inference training vision compute "
                        "cloud platform network dataset benchmark chip safety policy funding partnership robot speech image "
                        "video code tool search translation health energy climate finance education science public private "
                        "quantum"),
        kLatinWords, [&] {
            QString word;
            for (int parts = 2 + chance.below(3); parts > 0; --parts)
                word += syllable(chance);
            return word;
        });
    // The probe word is planted where it is wanted, and nowhere else.
    latin.removeAll(QStringLiteral("quantum"));
    chinese = grown(
        split("模型 数据 系统 开放 研究 语言 发布 学习 智能 推理 训练 视觉 计算 平台 网络 芯片 安全 政策 融资 合作 机器人"),
        kChineseWords, [&] {
            return han(chance.is(0.2) ? 1 : chance.is(0.75) ? 2 : 3, chance);
        });
    vietnamese = grown(split("mô hình dữ liệu hệ thống mở nghiên cứu ngôn ngữ phát hành học trí tuệ nhân tạo"), kVietnameseWords,
        [&] { return bench::vietnamese(chance); });
    organisations = grown({}, kOrganisations, [&] { return organisation(chance); });
    for (int i = 0; i < kTags; ++i)
        tags << QStringLiteral("t-") + latin[20 + i];
    for (int i = 0; i < kMeasures; ++i)
        measures << latin[200 + 3 * i] + QLatin1Char(' ') + latin[201 + 3 * i];
}

} // namespace waic::bench
