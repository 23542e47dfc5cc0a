"""The regions of a page: how well each goes with the known text, and the trees that tell the best."""
import unittest

import numpy as np

from learn import forest, regions
from learn.tables import Shape

CHANCE = np.random.default_rng(5)


class Page:
    """Two pages of three blocks and of two."""
    ids = ["one", "two"]
    page = np.array([0, 0, 0, 1, 1])
    words = np.array([10, 30, 20, 5, 5])
    share = np.array([1, 0.5, 0, np.nan, 1])


class Regions(unittest.TestCase):
    def test_a_region_goes_with_the_text_as_far_as_its_words_are_in_it(self):
        fits = regions.fits(Page, np.array([0, 0, 1]), np.array([0, 0, 0]), np.array([3, 1, 2]))
        np.testing.assert_allclose(fits, [2 * 25 / (60 + 25), 2 * 10 / (10 + 25), 1])

    def test_trees_find_the_region_that_goes_best(self):
        pages, each = 300, 5
        page = np.repeat(np.arange(pages), each)
        traits = CHANCE.integers(0, 20, (pages * each, 3)).astype(np.int16)
        fit_of = np.where(traits[:, 1] > 10, 0.9, 0.1)
        trees = regions.fit(traits, page, fit_of, np.ones(pages), Shape(30, 2), seed=1)
        score = forest.predict(trees, traits).reshape(pages, each)
        chosen = fit_of.reshape(pages, each)[np.arange(pages), score.argmax(1)]
        best = fit_of.reshape(pages, each).max(1)
        self.assertGreater((chosen == best).mean(), 0.99)


unittest.main()
