// SPDX-License-Identifier: GPL-3.0-or-later

// Times what a person sees: starts a program and prints when pixels of a region of the screen changed first and last, in
// milliseconds since the start, until nothing changed for a second.  Needs an X display of its own (scripts/bench makes one).
//
//   paint_watch X Y WIDTH HEIGHT PROGRAM [ARG ...]
#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <thread>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kPoll{4};
constexpr std::chrono::milliseconds kQuiet{1000};
constexpr std::chrono::seconds kLongest{30};

struct Area
{
    int x, y;
    unsigned width, height;
};

std::uint64_t hashOf(Display *display, const Area &region)
{
    XImage *image
        = XGetImage(display, DefaultRootWindow(display), region.x, region.y, region.width, region.height, AllPlanes, ZPixmap);
    if (!image)
        return 0;
    std::uint64_t hash = 14695981039346656037ull; // FNV-1a over 64-bit words
    const auto *words = reinterpret_cast<const std::uint64_t *>(image->data);
    const std::size_t count = std::size_t(image->bytes_per_line) * std::size_t(image->height) / sizeof(std::uint64_t);
    for (std::size_t i = 0; i < count; ++i)
        hash = (hash ^ words[i]) * 1099511628211ull;
    XDestroyImage(image);
    return hash;
}

double since(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc < 6) {
        std::fprintf(stderr, "usage: paint_watch X Y WIDTH HEIGHT PROGRAM [ARG ...]\n");
        return 2;
    }
    Display *display = XOpenDisplay(nullptr);
    if (!display) {
        std::fprintf(stderr, "paint_watch: no display\n");
        return 1;
    }
    const Area region{std::atoi(argv[1]), std::atoi(argv[2]), unsigned(std::atoi(argv[3])), unsigned(std::atoi(argv[4]))};
    std::uint64_t seen = hashOf(display, region);
    const Clock::time_point start = Clock::now();
    const pid_t child = fork();
    if (child == 0) {
        execvp(argv[5], argv + 5);
        _exit(127);
    }
    double first = 0;
    double last = 0;
    Clock::time_point changed = start;
    while (Clock::now() - start < kLongest && (first == 0 || Clock::now() - changed < kQuiet)) {
        const double asked = since(start);
        if (const std::uint64_t now = hashOf(display, region); now != seen) {
            seen = now;
            changed = Clock::now();
            last = asked;
            if (first == 0)
                first = asked;
        }
        std::this_thread::sleep_for(kPoll);
    }
    kill(child, SIGTERM);
    waitpid(child, nullptr, 0);
    std::printf("%.1f %.1f\n", first, last);
    return first > 0 ? 0 : 1;
}
