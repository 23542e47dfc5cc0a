"""The fits, on numbers whose best fit is known."""
import unittest

import numpy as np

from learn import forest, linear
from learn.observations import Rows

CHANCE = np.random.default_rng(3)


def rows_of(table):
    """Rows of a table of yes and no."""
    return Rows(np.nonzero(table)[1].astype(np.uint16), table.sum(1))


class Learning(unittest.TestCase):
    def test_weights_that_made_the_answers_are_found_again(self):
        table = CHANCE.random((40000, 4)) < 0.5
        truth = np.array([2.0, -1.0, 0.5, 0.0])
        share = linear.probability(table @ truth - 1)
        weights, bias = linear.fit_logistic(rows_of(table), share, np.ones(len(table)), 4, 0.01)
        np.testing.assert_allclose(np.append(weights, bias), [2, -1, 0.5, 0, -1], atol=0.01)

    def test_a_penalty_keeps_weights_small(self):
        table = CHANCE.random((200, 2)) < 0.5
        share = table[:, 0].astype(float)
        near, far = (linear.fit_logistic(rows_of(table), share, np.ones(200), 2, penalty)[0] for penalty in (50, 1))
        self.assertLess(abs(near[0]), abs(far[0]))

    def test_a_row_without_weight_says_nothing(self):
        table = np.array([[True], [True], [False]])
        weights, _ = linear.fit_logistic(rows_of(table), np.array([1.0, 0.0, 0.5]), np.array([1.0, 0.0, 1.0]), 1, 0.1)
        self.assertGreater(weights[0], 0)

    def test_the_sign_of_right_candidates_weighs_most(self):
        page = np.repeat(np.arange(300), 4)
        is_right = np.arange(1200) % 4 == CHANCE.integers(0, 4, 300)[page]
        table = np.column_stack([is_right, ~is_right, CHANCE.random(1200) < 0.5])
        weights = linear.fit_choice(rows_of(table), page, is_right, 3, 1, {2: 0.25})
        self.assertGreater(weights[0], 1)
        self.assertLess(weights[1], -1)
        self.assertEqual(weights[2], 0.25)

    def test_pages_without_a_right_candidate_say_nothing(self):
        page = np.array([0, 0, 1, 1])
        table = np.array([[1, 0], [0, 1], [0, 1], [0, 1]], bool)
        some = linear.fit_choice(rows_of(table), page, np.array([1, 0, 0, 0], bool), 2, 1, {})
        alone = linear.fit_choice(rows_of(table[:2]), page[:2], np.array([1, 0], bool), 2, 1, {})
        np.testing.assert_allclose(some, alone, atol=1e-6)

    def test_trees_learn_what_no_sum_of_weights_can(self):
        traits = CHANCE.integers(-50, 50, (4000, 3)).astype(np.int16)
        share = ((traits[:, 0] > 0) != (traits[:, 1] > 0)).astype(float)
        trees = forest.fit(traits, np.zeros(4000), share, np.ones(4000), forest.Shape(40, 3), 1)
        is_right = (forest.predict(trees, traits) > 0) == (share > 0)
        self.assertGreater(is_right.mean(), 0.95)

    def test_trees_are_the_same_for_the_same_seed_alone(self):
        traits = CHANCE.integers(-50, 50, (500, 4)).astype(np.int16)
        share = (traits[:, 0] > 10).astype(float)
        one, same, other = (forest.fit(traits, np.zeros(500), share, np.ones(500), forest.Shape(5, 2), seed)
                            for seed in (1, 1, 2))
        self.assertEqual(one, same)
        self.assertNotEqual(one, other)

    def test_a_trait_that_never_differs_is_not_asked_about(self):
        traits = np.column_stack([np.full(300, 7), CHANCE.integers(0, 2, 300)]).astype(np.int16)
        trees = forest.fit(traits, np.zeros(300), traits[:, 1].astype(float), np.ones(300), forest.Shape(4, 2), 1)
        self.assertEqual({trait for tree in trees for trait, _ in tree.asks}, {1})

    def test_steps_are_few_and_reach_the_lowest_value(self):
        steps = forest.steps_of(np.concatenate([np.full(10, -32768), np.arange(5000)]).astype(np.int16))
        self.assertEqual(steps[0], -32768)
        self.assertLess(len(steps), forest.STEPS)
        np.testing.assert_array_equal(forest.steps_of(np.array([3, 3, 5])), [3])

    def test_a_set_of_an_extractors_output_is_not_fitted(self):
        from learn.datasets import MEASURED_ONLY, Dataset, Refused
        dataset = Dataset.__new__(Dataset)
        for dataset.name in MEASURED_ONLY:
            with self.assertRaisesRegex(Refused, dataset.name):
                dataset.require_fittable()


unittest.main()
