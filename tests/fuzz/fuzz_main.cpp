// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size);

/// Drives a fuzz target where the compiler has no libFuzzer: first every file of the corpus, then so many inputs made from them.
/// Arguments: FOLDER ITERATIONS [SEED].  The same arguments give the same inputs.
namespace {

using Random = std::mt19937;

constexpr std::size_t kLongestInput = 4096;

std::string s_input; ///< the one that runs, for the handler

/// The sanitizers abort here too (abort_on_error=1).
void printInput(int)
{
    std::fprintf(stderr, "\nthe input, in C's notation:\n\"");
    for (const char byte : s_input)
        std::fprintf(stderr, byte >= ' ' && byte <= '~' && byte != '"' && byte != '\\' ? "%c" : "\\%03o",
            static_cast<unsigned char>(byte));
    std::fprintf(stderr, "\"\n");
    std::_Exit(1);
}

void run(const std::string &input)
{
    s_input = input;
    LLVMFuzzerTestOneInput(reinterpret_cast<const unsigned char *>(input.data()), input.size());
}

std::vector<std::string> corpusIn(const QString &folder)
{
    std::vector<std::string> corpus;
    for (const QString &name : QDir(folder).entryList(QDir::Files, QDir::Name)) {
        QFile file(QDir(folder).filePath(name));
        if (file.open(QIODevice::ReadOnly))
            corpus.push_back(file.readAll().toStdString());
    }
    return corpus;
}

std::size_t below(Random &random, std::size_t end)
{
    return random() % end;
}

std::string_view anyToken(Random &random)
{
    static constexpr std::string_view tokens[] = {"\"", "\"\"", ":", "|", "(", ")", "<", ">=", "=", "-", "..", "*", " ", "off(",
        "sort:", "share:", "kind:", "date:", "figures:", "\"Budget\":", "none", "2025-02-30", "1e309", "-0", "PFLOPS", "compute>",
        "\xff", "\xf0\xa0\x80\x80", "\xe2\x80\xae", std::string_view("\0", 1), "is:", "in:bin", "%"};
    return tokens[below(random, std::size(tokens))];
}

std::string mutated(Random &random, const std::vector<std::string> &corpus)
{
    std::string input = corpus[below(random, corpus.size())];
    for (std::size_t step = 1 + below(random, 8); step > 0; --step) {
        const std::size_t at = below(random, input.size() + 1);
        switch (below(random, 5)) {
        case 0:
            input.insert(at, anyToken(random));
            break;
        case 1:
            input.erase(at, 1 + below(random, 6));
            break;
        case 2:
            input.insert(at, 1, char(below(random, 256)));
            break;
        case 3:
            input.insert(at, input.substr(below(random, input.size() + 1), below(random, 24)));
            break;
        default: {
            const std::string &other = corpus[below(random, corpus.size())];
            input.replace(at, std::string::npos, other.substr(below(random, other.size() + 1)));
        }
        }
    }
    input.resize(std::min(input.size(), kLongestInput));
    return input;
}

} // namespace

int main(int argc, char *argv[])
{
    const std::vector<std::string> corpus = corpusIn(QString::fromLocal8Bit(argc > 1 ? argv[1] : ""));
    const int iterations = argc > 2 ? std::atoi(argv[2]) : 0;
    if (corpus.empty() || iterations <= 0) {
        std::fprintf(stderr, "usage: %s FOLDER ITERATIONS [SEED]; the folder holds the corpus\n", argv[0]);
        return 2;
    }
    std::signal(SIGABRT, printInput);
    std::signal(SIGSEGV, printInput);
    for (const std::string &input : corpus)
        run(input);
    Random random(argc > 3 ? unsigned(std::atoi(argv[3])) : 1);
    for (int i = 0; i < iterations; ++i)
        run(mutated(random, corpus));
    std::printf("%zu inputs of the corpus and %d made from them\n", corpus.size(), iterations);
    return 0;
}
