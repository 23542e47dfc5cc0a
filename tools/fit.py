#!/usr/bin/env python3
"""Fit the tables of the indexer to labelled pages, and measure how well they extract.

usage: fit.py [options]

Writes model.c, forest_trees.c and title_model.c, in the form in which they are checked in, into a
folder (--out) and prints, of each set, what the checked-in tables reach, what the fitted ones do and,
with --leave-out, what those do that were fitted without the set.  tools/README.md has the sets.

  --data DIR          folder with the sets (default: ../shared/data/extraction beside the repository,
                      or PALPATE_SHARED/data/extraction)
  --build DIR         a build of the repository (default: build/release)
  --varied DIR        folder with the sets that vary_pages.py made (default: build/varied)
  --out DIR           where the tables go (default: build/fit)
  --fit SETS          sets that are fitted, with commas (default: see FIT); =4/8 counts
                      each page four times at the first look and eight times at the second
  --fit-titles SETS   sets whose titles are fitted; one that is named twice counts twice (default:
                      wcxb-dev,wcxb-dev,trafilatura-dev,postlight-dev,fundus-dev)
  --leave-out SETS    fit again without each of these, or "each" of the fitted ones
  --left-out-only     fit and measure nothing but what --leave-out asks for
  --pages N           fit no more than N pages of each set, spread over all of them, so that a fit
                      takes less time; sets are always measured whole
  --folds N           fit N times more, each time without the sites of one part of N; the figures of
                      the fitted sets are then of pages that were left out
  --measure SETS      sets that are measured (default: all that are there)
  --only PARTS        of regions, blocks and titles fit these alone (default: all)
  --ignore PATTERNS   leave out observations, traits and signs, as seen:OUTER_*,trait:SAME_NAMES,sign:WORDS_*
  --seed N            of what is left to chance (default: 1)
"""
import argparse
import os
import sys
import time
from pathlib import Path

from learn import report
from learn.datasets import Dataset, Refused
from learn.fitting import Fitter, Selection
from learn.observations import Observations
from learn.programs import REPOSITORY, Programs

# The fewer pages a set has, the more each of them counts.
FIT = ("zyte-dev=4/8,wcxb-dev,fundus-dev=3/6,chinese-dev=3/6,trafilatura-dev=2,"
       "zyte-varied=2/4,wcxb-varied,fundus-varied=2/4")

PARTS = ("regions", "blocks", "titles")


def arguments():
    shared = Path(os.environ.get("PALPATE_SHARED", REPOSITORY.parent / "shared"))
    parser = argparse.ArgumentParser(usage=__doc__.split("usage: ", 1)[1], add_help=False)
    parser.add_argument("--data", type=Path, default=shared / "data/extraction")
    parser.add_argument("--build", type=Path, default=REPOSITORY / "build/release")
    parser.add_argument("--varied", type=Path, default=REPOSITORY / "build/varied")
    parser.add_argument("--out", type=Path, default=REPOSITORY / "build/fit")
    parser.add_argument("--fit", default=FIT)
    parser.add_argument("--fit-titles", default="wcxb-dev,wcxb-dev,trafilatura-dev,postlight-dev,fundus-dev")
    parser.add_argument("--leave-out", default="")
    parser.add_argument("--left-out-only", action="store_true")
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--measure", default="")
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--ignore", default="")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-h", "--help", action="help")
    return parser.parse_args()


def split(names):
    return [name for name in names.split(",") if name]


def read_counts(text):
    """set -> (how often a page counts at the first look, at the second) of "a=4/8,b"."""
    counts = {}
    for entry in split(text):
        name, _, often = entry.partition("=")
        first, _, second = often.partition("/")
        counts[name] = (float(first or 1), float(second or first or 1))
    return counts


def is_varied(name):
    """Whether a set is made of the pages of another, by vary_pages.py."""
    return name.endswith("-varied")


def folder_of(args, name):
    return (args.varied if is_varied(name) else args.data) / name


def say(text):
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


def run(args):
    if not args.data.is_dir():
        raise Refused(f"no sets in {args.data}: tools/README.md says where they are published")
    counts, titles = read_counts(args.fit), split(args.fit_titles)
    parts = split(args.only)
    if not parts or set(parts) - set(PARTS):
        raise Refused(f"--only takes {' and '.join(PARTS)}, not {args.only}")
    measured = split(args.measure) or sorted(path.parent.name for path in args.data.glob("*/ground-truth.jsonl"))
    datasets = {name: Dataset(folder_of(args, name)) for name in {*counts, *titles, *measured}}
    left_out = [name for name in sorted({*counts, *titles}) if not is_varied(name)] if args.leave_out == "each" else split(args.leave_out)
    for name in left_out:
        if name not in counts and name not in titles:
            raise Refused(f"--leave-out {name}: it is not among those that are fitted")
    programs = Programs(args.build)
    fitted_sets = {name: dataset.sampled(args.pages) for name, dataset in datasets.items()}
    fitter = Fitter(fitted_sets, counts, titles, parts, split(args.ignore), programs,
                    Observations(args.out / "observations"), args.seed, say)

    table = report.Table(datasets, measured, say)
    if not args.left_out_only:
        table.measure("checked in", {name: programs for name in measured})
        fitted = fitter.fit(args.out, Selection())
        table.measure("fitted", {name: fitted for name in measured})
    for name in left_out:
        without = fitter.fit(args.out / f"without-{name}", Selection(without=name))
        if name in measured:
            table.measure("left out", {name: without})
    if args.folds:
        folds = [(Selection(fold=i, folds=args.folds), fitter.fit(args.out / f"fold-{i}", Selection(fold=i, folds=args.folds)))
                 for i in range(args.folds)]
        table.measure_folds(f"{args.folds} folds", folds, [name for name in measured if name in counts or name in titles])
    print(table.text())


def main():
    args = arguments()
    try:
        run(args)
    except Refused as refusal:
        sys.exit(f"fit.py: {refusal}")


if __name__ == "__main__":
    main()
