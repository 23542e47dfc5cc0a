"""Boosted trees that tell the region of the article from the other regions of its page.

The chance of a region is the softmax of what its trees say over the regions of its page
(indexer/content/regions.c).  It is fitted to how well each goes with the known text: to the F1 of the
words that it holds.
"""
import numpy as np

from learn.forest import STEPS, Tree, _best_question, steps_of

NEAR = 0.05  # regions whose F1 is by less below the best one's share what is aimed at


def fits(blocks, page, first, end):
    """The F1 of the words of each region, from block `first` to `end` of its page."""
    words = np.where(np.isnan(blocks.share), 0, blocks.words).astype(float)
    known = np.concatenate(([0], np.cumsum(words * np.nan_to_num(blocks.share))))
    all_words = np.concatenate(([0], np.cumsum(words)))
    starts = np.searchsorted(blocks.page, np.arange(len(blocks.ids) + 1))
    first, end = starts[page] + first, starts[page] + end
    truth = known[starts[page + 1]] - known[starts[page]]
    return 2 * (known[end] - known[first]) / np.maximum(all_words[end] - all_words[first] + truth, 1)


def _softmax(score, page, pages):
    highest = np.full(pages, -np.inf)
    np.maximum.at(highest, page, score)
    power = np.exp(score - highest[page])
    return power / np.bincount(page, power, minlength=pages)[page]


def fit(traits, page, fit_of, weight, shape, seed, rate=0.15, penalty=2.0, scale=100):
    """Trees for the regions of pages, numbered from 0 and in order, of these weights."""
    chance = np.random.default_rng(seed)
    pages = len(weight)
    best = np.zeros(pages)
    np.maximum.at(best, page, fit_of)
    aim = np.exp((fit_of - best[page]) / NEAR)
    aim /= np.bincount(page, aim, minlength=pages)[page]
    steps = [steps_of(column) for column in traits.T]
    bins = np.array([np.searchsorted(values, column) for values, column in zip(steps, traits.T)], np.uint8)
    limits = np.array([len(values) for values in steps])
    useful = np.flatnonzero(limits)
    score = np.zeros(len(page))
    trees = []
    for _ in range(shape.trees):
        rows = np.flatnonzero((chance.random(pages) < 0.5)[page])
        some = np.sort(chance.choice(useful, size=-(-len(useful) // 2), replace=False))
        p = _softmax(score, page, pages)
        slope = (weight[page] * (aim - p))[rows]
        bend = (weight[page] * p * (1 - p))[rows] + 1e-6
        leaf, asks = np.zeros(len(rows), np.int64), []
        for level in range(shape.depth):
            _, number, step = _best_question(bins[some][:, rows], limits[some], leaf, 1 << level, slope, bend, penalty)
            asks.append((int(some[number]), step))
            leaf = leaf << 1 | (bins[some[number], rows] > step)
        leaves = 1 << shape.depth
        g, h = np.bincount(leaf, slope, minlength=leaves), np.bincount(leaf, bend, minlength=leaves)
        answers = np.rint(scale * rate * g / (h + penalty)).astype(int)
        at = np.zeros(len(score), np.int64)
        for trait, step in asks:
            at = at << 1 | (bins[trait] > step)
        score += answers[at] / scale
        trees.append(Tree([(trait, int(steps[trait][step])) for trait, step in asks], answers.tolist()))
    return trees


assert STEPS < 256
