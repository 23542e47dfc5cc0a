#!/usr/bin/env python3
"""Score extracted articles against the truth of a set of labelled pages.

usage: score_extraction.py SET PREDICTIONS

SET          a folder as tools/README.md describes it
PREDICTIONS  what palpate-index --extract prints: a JSON object a line, with the page's id and
             text and, where they are to be scored, title, byline and date

Two measures of the text that others publish, so that figures compare:
  shingle F1  of runs of four words: F1 of the mean precision and the mean recall of all pages, as
              the article-extraction-benchmark of Zyte takes it
  word F1     of the bag of words: the mean F1 of all pages, as WCXB takes it
"""
import json
import sys

from learn.datasets import Dataset, Refused, page_id
from learn.measures import report


def read_guesses(path):
    with open(path, encoding="utf-8") as lines:
        return {page_id(page["id"]): page for page in map(json.loads, lines)}


def row_text(name, figures, count):
    if isinstance(figures, tuple):
        kind = "shingle" if name == "shingle" else "word"
        end = "" if name == "shingle" else f"  {name} ({count})"
        return f"{kind:8} F1 {figures[2]:.4f}  precision {figures[0]:.4f}  recall {figures[1]:.4f}{end}"
    if name in ("kept", "leaked"):
        return f"snippets that must{'' if name == 'kept' else ' not'} appear, {name}: {figures:.1%}"
    return f"{name}: {figures:.1%} of {count}"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    try:
        dataset = Dataset(sys.argv[1])
    except Refused as refusal:
        sys.exit(f"score_extraction.py: {refusal}")
    guesses = read_guesses(sys.argv[2])
    missing = sum(name not in guesses for name in dataset.pages)
    print(f"pages {len(dataset.pages)}, without a prediction {missing}")
    for row in report(dataset.pages.values(), guesses):
        print(row_text(*row))


if __name__ == "__main__":
    main()
