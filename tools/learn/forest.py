"""Boosted trees for the second look.

All nodes of a level ask the same question, so that a tree is a line of questions and a line of
answers (indexer/content/forest.h).  Traits are numbers of 16 bits, of which the trees see up to 64 steps.
"""
from dataclasses import dataclass

import numpy as np

from learn.linear import probability

STEPS = 64


@dataclass
class Tree:
    asks: list  # (number of the trait, value it must be above), the first decides the highest bit
    leaves: list  # hundredths


@dataclass
class Shape:
    trees: int
    depth: int


def steps_of(column):
    """The values that a question about a trait may name, none that all or no rows are above."""
    values = np.unique(column)
    if len(values) > STEPS:
        values = np.unique(np.quantile(column, np.linspace(0, 1, STEPS - 2), method="lower"))
    return values[values < column.max()]


def _best_question(bins, limits, leaf, leaves, slope, bend, penalty):
    """(gain, row of bins, step) of the question that lowers the loss most."""
    best = (-1.0, 0, 0)
    keys = leaf * STEPS
    for number, column in enumerate(bins):
        index = keys + column
        g = np.bincount(index, slope, minlength=leaves * STEPS).reshape(leaves, STEPS).cumsum(1)
        h = np.bincount(index, bend, minlength=leaves * STEPS).reshape(leaves, STEPS).cumsum(1)
        low = g ** 2 / (h + penalty)
        high = (g[:, -1:] - g) ** 2 / (h[:, -1:] - h + penalty)
        gain = (low + high)[:, :limits[number]].sum(0)
        step = int(gain.argmax())
        if gain[step] > best[0]:
            best = (float(gain[step]), number, step)
    return best


def _grow(bins, limits, slope, bend, depth, penalty):
    """(rows of bins and steps that are asked, leaf of each row)"""
    leaf = np.zeros(len(slope), np.int64)
    asked = []
    for level in range(depth):
        _, number, step = _best_question(bins, limits, leaf, 1 << level, slope, bend, penalty)
        asked.append((number, step))
        leaf = leaf << 1 | (bins[number] > step)
    return asked, leaf


def fit(traits, own, share, weight, shape, seed, rate=0.12, penalty=3.0, scale=100):
    """Trees that add to the first look's score `own`, so that it predicts `share`.

    Each is fitted to a random half of the rows and of the traits; the same for the same seed."""
    chance = np.random.default_rng(seed)
    steps = [steps_of(column) for column in traits.T]
    bins = np.array([np.searchsorted(values, column) for values, column in zip(steps, traits.T)], np.uint8)
    limits = np.array([len(values) for values in steps])
    useful = np.flatnonzero(limits)
    score = own.astype(np.float64)
    trees = []
    for _ in range(shape.trees):
        rows = np.flatnonzero(chance.random(len(score)) < 0.5)
        some = np.sort(chance.choice(useful, size=-(-len(useful) // 2), replace=False))
        p = probability(score[rows])
        slope, bend = weight[rows] * (share[rows] - p), weight[rows] * p * (1 - p)
        asked, leaf = _grow(bins[some][:, rows], limits[some], slope, bend, shape.depth, penalty)
        leaves = 1 << shape.depth
        g, h = np.bincount(leaf, slope, minlength=leaves), np.bincount(leaf, bend, minlength=leaves)
        answers = np.rint(scale * rate * g / (h + penalty)).astype(int)
        asks = [(int(some[number]), step) for number, step in asked]
        at = np.zeros(len(score), np.int64)
        for trait, step in asks:
            at = at << 1 | (bins[trait] > step)
        score += answers[at] / scale
        trees.append(Tree([(trait, int(steps[trait][step])) for trait, step in asks], answers.tolist()))
    return trees


def predict(trees, traits, scale=100):
    """What indexer/content/forest.c makes of the same traits."""
    total = np.zeros(len(traits))
    for tree in trees:
        at = np.zeros(len(traits), np.int64)
        for trait, above in tree.asks:
            at = at << 1 | (traits[:, trait] > above)
        total += np.array(tree.leaves)[at]
    return total / scale
