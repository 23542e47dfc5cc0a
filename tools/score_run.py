#!/usr/bin/env python3
"""Score a run of a search engine against judgments of relevance.

usage: score_run.py JUDGMENTS RUN [BASELINE]

JUDGMENTS      lines of TREC (query 0 document grade) or of BEIR (query document grade, with a head)
RUN, BASELINE  lines of TREC: query Q0 document rank score tag; the highest score is the first,
               equal ones by rank, and of a document that comes again the first place counts

Means over the queries that have a relevant document: nDCG@10 with linear gain as trec_eval takes
it, MAP, recall of the first 100, MRR, precision of the first 10.  A query without an answer counts
as zero.  With a baseline also the difference of nDCG@10 with a paired 95 % bootstrap interval.
"""
import random
import sys
from math import log2
from statistics import mean

MEASURES = ("nDCG@10", "MAP", "R@100", "MRR", "P@10")
DEEPEST = 1000
BOOTSTRAPS = 2000


def is_number(text):
    return text.removeprefix("-").isdigit()


def read_judgments(path):
    """query -> document -> grade, of the queries that have a relevant document."""
    judgments = {}
    with open(path, encoding="utf-8") as lines:
        for fields in map(str.split, lines):
            if len(fields) in (3, 4) and is_number(fields[-1]):
                judgments.setdefault(fields[0], {})[fields[-2]] = int(fields[-1])
    return {query: grades for query, grades in judgments.items() if max(grades.values()) > 0}


def read_run(path):
    """query -> documents, the best first, each once."""
    hits = {}
    with open(path, encoding="utf-8") as lines:
        for query, _, document, rank, score, *_ in map(str.split, lines):
            hits.setdefault(query, []).append((-float(score), int(rank), document))
    return {query: list(dict.fromkeys(hit[2] for hit in sorted(found))) for query, found in hits.items()}


def gain(grades):
    return sum(grade / log2(place + 2) for place, grade in enumerate(grades[:10]))


def measure(documents, grades):
    """The measures of one query, in the order of MEASURES."""
    found = [max(0, grades.get(document, 0)) for document in documents]
    wanted = sorted((grade for grade in grades.values() if grade > 0), reverse=True)
    places = [place for place, grade in enumerate(found[:DEEPEST], 1) if grade > 0]
    precisions = [number / place for number, place in enumerate(places, 1)]
    return (gain(found) / gain(wanted), sum(precisions) / len(wanted),
            sum(place <= 100 for place in places) / len(wanted),
            1 / places[0] if places else 0.0, sum(place <= 10 for place in places) / 10)


def score(judgments, run):
    return {query: measure(run.get(query, []), grades) for query, grades in judgments.items()}


def bootstrap(differences):
    """The 95 % interval of their mean; the same in every run."""
    chance = random.Random(1)
    means = sorted(mean(chance.choices(differences, k=len(differences))) for _ in range(BOOTSTRAPS))
    return means[BOOTSTRAPS // 40], means[-BOOTSTRAPS // 40 - 1]


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    judgments = read_judgments(sys.argv[1])
    if not judgments:
        sys.exit(f"score_run.py: no query of {sys.argv[1]} has a relevant document")
    scores = score(judgments, read_run(sys.argv[2]))
    means = "  ".join(f"{name} {mean(column):.4f}" for name, column in zip(MEASURES, zip(*scores.values())))
    print(f"queries {len(scores)}  {means}")
    if len(sys.argv) == 4:
        baseline = score(judgments, read_run(sys.argv[3]))
        differences = [scores[query][0] - baseline[query][0] for query in scores]
        low, high = bootstrap(differences)
        print(f"against the baseline: nDCG@10 {mean(differences):+.4f} [{low:+.4f}, {high:+.4f}], "
              f"better {sum(d > 1e-9 for d in differences)}, worse {sum(d < -1e-9 for d in differences)}")


if __name__ == "__main__":
    main()
