"""Fits of sums of weights: the first look at blocks and the model of titles.

Both have few weights and rows of few numbers, so that a step costs two walks over the numbers; the
minimum is found by L-BFGS.
"""
import numpy as np


def minimize(function, start, unit=1.0, rounds=300, memory=12, tolerance=1e-3, change=1e-7):
    """The minimum of a smooth convex function, which gives its value and gradient at a point.

    It ends where a step changes nothing, times `unit`, by more than the tolerance."""
    point = np.array(start, np.float64)
    value, slope = function(point)
    steps = []
    for _ in range(rounds):
        direction = -slope
        kept = []
        for step, turn, scale in reversed(steps):
            share = scale * step @ direction
            direction = direction - share * turn
            kept.append(share)
        if steps:
            step, turn, scale = steps[-1]
            direction = direction / (scale * turn @ turn)
        else:
            direction = direction / max(1.0, np.abs(slope).sum())
        for (step, turn, scale), share in zip(steps, reversed(kept)):
            direction = direction + (share - scale * turn @ direction) * step
        length, fall = 1.0, slope @ direction
        while True:
            new_value, new_slope = function(point + length * direction)
            if new_value <= value + 1e-4 * length * fall or length < 1e-10:
                break
            length /= 2
        step, turn = length * direction, new_slope - slope
        point, slope = point + step, new_slope
        is_done = np.abs(step * unit).max() < tolerance and value - new_value < change * abs(value)
        value = new_value
        if is_done:
            break
        if step @ turn > 1e-12:
            steps = (steps + [(step, turn, 1 / (step @ turn))])[-memory:]
    return point


def row_sums(rows, weights):
    """The sum of the weights of each row's numbers."""
    sums = np.concatenate(([0.0], np.cumsum(weights[rows.items])))
    return sums[rows.starts[1:]] - sums[rows.starts[:-1]]


def column_sums(rows, values, size):
    """For each number the sum of the values of the rows that have it."""
    return np.bincount(rows.items, np.repeat(values, rows.counts()), minlength=size)


def probability(score):
    return 1 / (1 + np.exp(-np.clip(score, -30, 30)))


def merge_equal(rows, share, weight):
    """Rows of the same numbers as one, of their mean share and all their weight: menus are alike."""
    numbers = {}
    of = np.fromiter((numbers.setdefault(rows.items[first:end].tobytes(), len(numbers))
                      for first, end in zip(rows.starts, rows.starts[1:])), np.int64, len(rows))
    total = np.bincount(of, weight)
    mean = np.bincount(of, weight * share) / np.maximum(total, 1e-300)
    first_of = np.unique(of, return_index=True)[1]
    mask = np.zeros(len(rows), bool)
    mask[first_of] = True
    return rows.select(mask), mean, total


def fit_logistic(rows, share, weight, size, penalty, start=None):
    """(weights, bias) of a logistic regression on shares, 0 to 1; an L2 penalty on all but the bias.

    `start`, the weights and the bias of a fit to similar rows, saves steps and changes nothing else."""
    rows, share, weight = merge_equal(rows, share, weight)
    # Steps of about the same length for frequent and for rare numbers.
    often = np.append(column_sums(rows, weight, size), weight.sum())
    unit = 1 / np.sqrt(penalty + 0.1 * often)

    def loss(scaled):
        point = scaled * unit
        score = row_sums(rows, point[:-1]) + point[-1]
        value = weight @ (np.logaddexp(0, score) - share * score) + penalty / 2 * point[:-1] @ point[:-1]
        excess = weight * (probability(score) - share)
        slope = np.append(column_sums(rows, excess, size) + penalty * point[:-1], excess.sum())
        return value, slope * unit

    begin = np.zeros(size + 1) if start is None else np.append(*start)
    point = minimize(loss, begin / unit, unit=unit) * unit
    return point[:-1], point[-1]


def _softmax(score, page, pages):
    highest = np.full(pages, -np.inf)
    np.maximum.at(highest, page, score)
    power = np.exp(score - highest[page])
    return power / np.bincount(page, power, minlength=pages)[page]


def fit_choice(rows, page, is_right, size, penalty, fixed):
    """Weights of a conditional logit: the probability of a candidate is the softmax of its page's scores.

    Pages of which no candidate is right say nothing; `fixed` holds weights that are not fitted."""
    pages = int(page.max()) + 1
    has_right = np.bincount(page, is_right, minlength=pages)[page] > 0
    rows, page, is_right = rows.select(has_right), page[has_right], is_right[has_right]
    free = np.ones(size, bool)
    free[list(fixed)] = False
    set_by_hand = np.zeros(size)
    set_by_hand[list(fixed)] = list(fixed.values())

    def loss(point):
        weights = np.where(free, point, set_by_hand)
        chance = _softmax(row_sums(rows, weights), page, pages)
        right = np.bincount(page, chance * is_right, minlength=pages)
        wanted = np.where(is_right, chance / np.maximum(right, 1e-300)[page], 0)
        value = -np.log(right[right > 0]).sum() + penalty / 2 * point[free] @ point[free]
        return value, np.where(free, column_sums(rows, chance - wanted, size) + penalty * point, 0)

    return np.where(free, minimize(loss, np.zeros(size)), set_by_hand)
