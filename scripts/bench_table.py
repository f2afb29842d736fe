#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a Markdown table of what the window took beside the floor of the same run.

    bench_table.py N FLOOR CORE TRACE QT_PAINT

K = the floor's p50 + QT_PAINT, what a bare Qt table takes to be reset and painted.  The window: from asked to painted.  A word
looked for anywhere stands beside the floor of titles alone: the floor knows no other text.
"""
import json
import sys

# What the trace says, the floor's and the core's name for it, and how many K the window's p95 may take.
ACTIONS = [
    ("key, title: rare", ("query", "title:zyxomma"), "title: rare", "title: rare", 2),
    ("key, title: mid", ("query", "title:quantum"), "title: mid", "title: mid", 2),
    ("key, title: common", ("query", "title:model"), "title: common", "title: common", 2),
    ("key, title: one letter", ("query", "title:m"), "title: one letter", "title: one letter", 2),
    ("key, title: Chinese", ("query", "title:模型"), "title: Chinese", "title: Chinese", 2),
    ("key, anywhere: rare", ("query", "zyxomma"), "title: rare", "words: rare", 2),
    ("key, anywhere: mid", ("query", "quantum"), "title: mid", "words: mid", 2),
    ("key, anywhere: common", ("query", "model"), "title: common", "words: common", 2),
    ("key, anywhere: one letter", ("query", "m"), "title: one letter", "words: one letter", 2),
    ("key, anywhere: Chinese", ("query", "模型"), "title: Chinese", "words: Chinese", 2),
    ("tick or clear a value", ("facet", None), "clear all", "clear all", 2),
    ("sort by date", ("sort", "sort:date"), "sort by date, first", "sort by date, again", 2),
    ("sort by title, first time", ("sort", "sort:title", "first"), "sort by title, first", "sort by title, first", 1.5),
    ("sort by title, again", ("sort", "sort:title"), "sort by date, first", "sort by title, again", 2),
    ("jump by the scroll bar", ("scroll", None), "64 rows by id", "64 rows by id", 2),
]


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def percentile(times, part):
    times = sorted(times)
    return times[min(len(times) - 1, int(len(times) * part))]


def window_times(trace, what, detail=None, first=None):
    times = [line["painted"] - line["asked"] for line in trace
             if line["what"] == what and (detail is None or line["detail"] == detail)]
    return times[:1] if first else times[1:] if what == "sort" else times


def main():
    size, floor_file, core_file, trace_file, qt_paint = sys.argv[1:6]
    floor = {line["what"]: line for line in lines(floor_file)}
    core = {line["what"]: line for line in lines(core_file)}
    trace = lines(trace_file)
    print(f"\n### {int(size):,} announcements\n")
    print("| action | runs | floor p50 | K | core p50 / p95 | window p50 / p95 | p95 / K | goal |")
    print("| --- | --: | --: | --: | --: | --: | --: | --: |")
    for name, wanted, floor_name, core_name, goal in ACTIONS:
        times = window_times(trace, *wanted)
        if not times or floor_name not in floor:
            print(f"| {name} | 0 | | | | not measured | | {goal} |")
            continue
        k = floor[floor_name]["p50"] + float(qt_paint)
        ours = core.get(core_name)
        core_text = f"{ours['p50']:.2f} / {ours['p95']:.2f} ms" if ours else ""
        p50, p95 = percentile(times, 0.5), percentile(times, 0.95)
        print(f"| {name} | {len(times)} | {floor[floor_name]['p50']:.2f} ms | {k:.1f} ms | {core_text} "
              f"| {p50:.1f} / {p95:.1f} ms | {p95 / k:.2f} | {goal} |")
    # The picture of a question beside the table's own time, of the same question.
    asked = {line["asked"]: line for line in trace if line["what"] in ("query", "facet")}
    pairs = [(line["painted"] - line["asked"], asked[line["asked"]]["painted"] - line["asked"])
             for line in trace if line["what"] == "chart" and line["asked"] in asked]
    if pairs:
        chart, table = percentile([a for a, _ in pairs], 0.5), percentile([b for _, b in pairs], 0.5)
        print(f"\nChart: p50 {chart:.1f} ms, p95 {percentile([a for a, _ in pairs], 0.95):.1f} ms after the key or click, of {len(pairs)};"
              f" the table of the same questions p50 {table:.1f} ms: {chart / table:.2f} times (goal 1.5).")
    held = [line["ms"] for line in trace if line["what"] == "held"]
    opened = [line["painted"] for line in trace if line["what"] == "open"]
    memory = [core.get("peak memory, MB", {}).get("in all"), floor.get("peak memory, MB", {}).get("in all")]
    print(f"\nOpened: first rows {opened[0]:.0f} ms, whole {opened[-1]:.0f} ms after the start." if opened else "")
    print(f"Index load {core['index load']['p50']:.0f} ms, floor {floor['index load']['p50']:.0f} ms."
          f" Peak memory of the core {memory[0]} MB, of the floor {memory[1]} MB.")
    print(f"Events that held the window for more than 16 ms: {len(held)}"
          + (f", the longest {max(held):.1f} ms, the middle one {percentile(held, 0.5):.1f} ms." if held else "."))


if __name__ == "__main__":
    main()
