#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does with the window what a person would, by keys and mouse; the window writes its trace.

    bench_window.py PROGRAM FILE TRACE RUNS

Waits after each action until the trace says that it was painted, so that one never overtakes another.  Needs xdotool and a
display of 1600x1000 with a window manager.
"""
import json
import subprocess
import sys
import time

LONGEST = 120  # seconds for opening
LONG = 10  # for one action

# Places on the screen, with the window as Window puts it and with the layout of the first start.
DATE = (268, 149)  # headers
TITLE = (370, 149)
FACET = (22, 380)  # the first value of Kind
TICKED = (22, 414)  # the same below the row of chips that there is then
SCROLL_BAR = (1265, 170, 640)  # x, and from y to y


def xdotool(*arguments):
    return subprocess.run(["xdotool", *map(str, arguments)], check=True, capture_output=True, text=True).stdout


class Window:
    def __init__(self, program, catalogue, trace):
        open(trace, "w").close()
        self.process = subprocess.Popen([program, catalogue, "--ui-theme", "light", "--trace", trace])
        self.trace = open(trace, encoding="utf-8")
        self.rest = ""
        if not self.wait(lambda line: line["what"] == "open" and line["detail"] == "whole", LONGEST):
            sys.exit("bench: the catalogue does not open")
        window = xdotool("search", "--onlyvisible", "--pid", self.process.pid).split()[-1]
        xdotool("windowsize", "--sync", window, 1590, 960)
        xdotool("windowmove", "--sync", window, 2, 24)
        xdotool("windowactivate", "--sync", window)
        time.sleep(1)

    def lines(self):
        text = self.rest + self.trace.read()
        *whole, self.rest = text.split("\n")
        return [json.loads(line) for line in whole if line]

    def wait(self, is_wanted, seconds=LONG):
        """True when the trace has such a line in time."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if any(is_wanted(line) for line in self.lines()):
                return True
            if self.process.poll() is not None:
                sys.exit("bench: the window has gone")
            time.sleep(0.002)
        return False

    def painted(self, what, detail=None):
        """Waits for that; says when it does not come, and goes on."""
        if not self.wait(lambda line: line["what"] == what and (detail is None or line["detail"] == detail)):
            print(f"bench: no {what} {detail or ''}", file=sys.stderr)
            return False
        time.sleep(0.05)  # what follows the answer, such as the chart, is not part of the next action
        return True

    def key(self, *keys):
        xdotool("key", "--clearmodifiers", *keys)

    def click(self, x, y, button=1):
        xdotool("mousemove", x, y, "click", button)

    def close(self):
        self.process.terminate()
        self.process.wait()


def typed(window, before, letter, runs):
    """The last letter of a text, again and again: Backspace asks too, and its answer is waited for."""
    window.key("ctrl+f")
    window.key("ctrl+a", "BackSpace")
    time.sleep(0.5)
    if before:
        for one in before:
            window.key(f"U{ord(one):04X}")
            time.sleep(0.12)
    time.sleep(1)
    window.lines()
    for _ in range(runs):
        # A letter that the keyboard lacks has a key of its own code.
        window.key(f"U{ord(letter):04X}")
        if not window.painted("query", before + letter):
            return
        window.key("BackSpace")
        time.sleep(0.25)
        window.lines()


def main():
    program, catalogue, trace, runs = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    window = Window(program, catalogue, trace)
    if sys.argv[5:] == ["edits"]:
        edits(window, runs)
        window.close()
        return
    for text in ("title:zyxomma", "title:quantum", "title:model", "title:m", "zyxomma", "quantum", "model", "m"):
        typed(window, text[:-1], text[-1], runs)
    for before in ("title:模", "模"):
        typed(window, before, "型", runs)
    window.key("ctrl+f")
    window.key("ctrl+a", "BackSpace")
    time.sleep(1)
    for column in (DATE, TITLE):
        for _ in range(runs):
            window.click(*column)
            if not window.painted("sort"):
                break
            time.sleep(0.45)  # a second click within the double-click time would be none
    for _ in range(runs):
        for place in (FACET, TICKED):
            window.click(*place)
            if not window.painted("facet"):
                break
            time.sleep(0.45)
    window.key("ctrl+2")
    scroll(window, runs)
    window.close()


def edits(window, runs):
    """One cell of the current row, and its undo, in turn."""
    window.key("ctrl+2")
    time.sleep(1)
    for _ in range(runs):
        for keys in ("ctrl+d", "ctrl+z"):
            window.key(keys)
            if not window.painted("edit"):
                return
            time.sleep(0.05)


def scroll(window, runs):
    x, top, bottom = SCROLL_BAR
    for run in range(runs):
        # Far away each time, in an order that no cache knows; the middle button goes to the place itself.
        window.click(x, top + (bottom - top) * (run * 37 % 100) // 100, 2)
        if not window.painted("scroll"):
            break


if __name__ == "__main__":
    main()
