"""Which words of a page's blocks are in the known text of its article.

Blocks and truth are both in the order of the page, so the best matching is a chain: each block takes
a stretch of the truth behind that of the block before, and no word of the truth is taken twice.  So
"Home" in a menu does not count because an article says "home" somewhere.
"""
from collections import defaultdict

import numpy as np

from learn.datasets import space_signs, words_of

RUN = 3  # words that must follow each other for a longer block to match
MAX_PLACES = 40  # of one run in the truth
MAX_STRETCHES = 6  # that are considered for one block
STRAY_WORDS = 6  # from which a block may match out of order
STRAY_SHARE = 0.7


def _places(words, size):
    places = defaultdict(list)
    for i, run in enumerate(zip(*(words[k:] for k in range(size)))):
        places[run].append(i)
    return places


def _stretches(words, places):
    """(first, end, covered words) of the truth that a block may be, the best first."""
    size = min(RUN, len(words))
    shifts = defaultdict(list)  # the truth's place less the block's -> places in the block
    for i, run in enumerate(zip(*(words[k:] for k in range(size)))):
        for place in places[size].get(run, ())[:MAX_PLACES]:
            shifts[place - i].append(i)
    slack = 3 + len(words) // 5  # words put in or left out within a block
    found = []
    for shift in sorted(shifts, key=lambda s: (-len(shifts[s]), s))[:MAX_STRETCHES]:
        runs = [(i, i + near) for near in range(shift - slack, shift + slack + 1) if near in shifts for i in shifts[near]]
        covered = {i + k for i, _ in runs for k in range(size)}
        found.append((min(p for _, p in runs), max(p for _, p in runs) + size, covered))
    return found


def _best_chain(candidates, length):
    """The chain of (block, first, end, covered) that covers most words; `candidates` in the order of blocks."""
    best = np.zeros(length + 1)  # of chains that end at or before a place; never falls
    last = np.full(length + 1, -1)  # the candidate each of these ends with
    before, waiting = [], []

    def place(waiting):
        for value, end, number in waiting:
            reach = np.searchsorted(best, value)
            if reach > end:
                best[end:reach], last[end:reach] = value, number

    block = None
    for number, (owner, first, end, covered) in enumerate(candidates):
        if owner != block:
            place(waiting)
            block, waiting = owner, []
        before.append(last[first])
        # Of equal chains the one of fewer and denser blocks.
        waiting.append((best[first] + len(covered) - 0.3 - 0.01 * (end - first - len(covered)), end, number))
    place(waiting)
    chain, number = [], last[length]
    while number >= 0:
        chain.append(candidates[number])
        number = before[number]
    return chain


def covered_words(blocks, truth):
    """How many words of each block, a list of words, are in `truth`, another.

    A block that says again what another one says, which was taken, is None: whether it belongs
    to the article cannot be known."""
    places = {size: _places(truth, size) for size in range(1, RUN + 1)}
    stretches = [_stretches(words, places) if words else [] for words in blocks]
    candidates = [(i, *stretch) for i, found in enumerate(stretches) for stretch in found]
    chain = _best_chain(candidates, len(truth))
    counts = [0] * len(blocks)
    used = np.zeros(len(truth), bool)
    for block, first, end, covered in chain:
        counts[block] = len(covered)
        used[first:end] = True
    for block, first, end, covered in candidates:  # what the truth has in another order
        is_stray = counts[block] == 0 and len(blocks[block]) >= STRAY_WORDS
        if is_stray and len(covered) > STRAY_SHARE * len(blocks[block]) and not used[first:end].any():
            counts[block] = len(covered)
            used[first:end] = True
    taken = {tuple(words) for words, count in zip(blocks, counts) if count and len(words) >= STRAY_WORDS}
    return [None if not count and tuple(words) in taken else count for words, count in zip(blocks, counts)]


def shares(texts, page):
    """The share of each block's words that is in the page's truth; NaN where it cannot be known."""
    is_unspaced = page.get("lang") == "cjk"
    split = (lambda text: words_of(space_signs(text))) if is_unspaced else words_of
    blocks = [split(text) for text in texts]
    counts = covered_words(blocks, split(page["main_content"]))
    return np.array([np.nan if count is None else count / len(words) if words else 0.0
                     for words, count in zip(blocks, counts)], np.float32)


def shares_of_snippets(texts, page):
    """The same where only snippets of the article are known, and others that are not of it: 1, 0, or NaN.

    Snippets may be of the title, which other sets have apart: of a block that says it nothing is known."""
    def tidy(text):
        return f" {' '.join(words_of(text))} "

    inside, outside = ([tidy(snippet) for snippet in page.get(key) or () if words_of(snippet)] for key in ("with", "without"))
    title = tidy(page.get("title"))
    result = np.full(len(texts), np.nan, np.float32)
    for i, words in enumerate(map(tidy, texts)):
        is_inside = any(snippet in words for snippet in inside)
        is_outside = any(snippet in words for snippet in outside)
        if is_inside != is_outside and words not in title:
            result[i] = is_inside
    return result
