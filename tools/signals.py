#!/usr/bin/env python3
"""Compare what the observations of blocks say on several sets of labelled pages.

usage: signals.py [--data DIR] [--build DIR] [--out DIR] SET...

For each observation and set: how much of the text of a page has it (percent of the words), and by how
much it raises the logarithm of the odds that a word is the article's, over words without it.  Those on
which the sets differ most come first: they are learned of one source and do not hold on another.
"""
import argparse
import os
import sys
from pathlib import Path

import numpy as np

from learn.datasets import Dataset, Refused
from learn.linear import column_sums
from learn.observations import Observations
from learn.programs import REPOSITORY, Programs

PRIOR = 0.5  # pages for and against that are taken as seen, so that rare observations say little
LEAST = 0.002  # share of a set's words that an observation needs to be compared


def strengths(blocks):
    """(share of the words, logarithm of the odds with it less those without) of each observation."""
    known = ~np.isnan(blocks.share)
    of_page = np.bincount(blocks.page[known], blocks.words[known], minlength=len(blocks.ids))
    weight = blocks.words[known] / np.maximum(of_page, 1)[blocks.page[known]]
    article = weight * blocks.share[known]
    rows, size = blocks.seen.select(known), len(blocks.names)
    there, good = column_sums(rows, weight, size), column_sums(rows, article, size)
    bad, rest_good, rest_bad = there - good, article.sum() - good, (weight - article).sum() - (there - good)
    odds = np.log((good + PRIOR) / (bad + PRIOR)) - np.log((rest_good + PRIOR) / (rest_bad + PRIOR))
    return there / max(weight.sum(), 1e-300), odds


def print_table(names, by_set):
    often = np.array([share for share, _ in by_set.values()])
    odds = np.where(often >= LEAST, [value for _, value in by_set.values()], np.nan)
    is_compared = (~np.isnan(odds)).sum(0) > 1
    spread = np.fmax.reduce(odds) - np.fmin.reduce(odds)
    print("| observation | spread | " + " | ".join(by_set) + " |\n" + "|---" * (len(by_set) + 2) + "|")
    for i in np.argsort(np.where(is_compared, -spread, 1), kind="stable"):
        cells = [f"{value:+.2f} ({100 * share:.1f} %)" if share >= LEAST else "" for share, value in zip(often[:, i], odds[:, i])]
        print(f"| {names[i]} | {f'{spread[i]:.2f}' if is_compared[i] else ''} | " + " | ".join(cells) + " |")


def main():
    shared = Path(os.environ.get("PALPATE_SHARED", REPOSITORY.parent / "shared"))
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ", 1)[1], add_help=False)
    parser.add_argument("-h", "--help", action="help")
    parser.add_argument("--data", type=Path, default=shared / "data/extraction")
    parser.add_argument("--build", type=Path, default=REPOSITORY / "build/release")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "build/fit")
    parser.add_argument("sets", nargs="+")
    args = parser.parse_args()
    try:
        programs, observations = Programs(args.build), Observations(args.out / "observations")
        blocks = {name: observations.blocks(Dataset(args.data / name), programs) for name in args.sets}
    except Refused as refusal:
        sys.exit(f"signals.py: {refusal}")
    print_table(next(iter(blocks.values())).names, {name: strengths(found) for name, found in blocks.items()})


if __name__ == "__main__":
    main()
