"""Which blocks of a page are in the known text of its article."""
import unittest

import numpy as np

from learn.alignment import covered_words, shares, shares_of_snippets


def covered(blocks, truth):
    return covered_words([block.split() for block in blocks], truth.split())


class Alignment(unittest.TestCase):
    def test_blocks_of_the_article_are_covered_and_others_are_not(self):
        blocks = ["home about contact", "frozen shoulder", "the shoulder is stiff and hurts", "all rights reserved"]
        self.assertEqual(covered(blocks, "frozen shoulder the shoulder is stiff and hurts"), [0, 2, 6, 0])

    def test_a_word_of_a_menu_is_not_covered_by_one_amid_the_article(self):
        blocks = ["home", "exercises at home help most people", "home"]
        self.assertEqual(covered(blocks, "exercises at home help most people"), [0, 6, 0])

    def test_a_heading_that_a_menu_says_too_is_the_one_before_its_text(self):
        blocks = ["causes", "treatment", "the knee hurts", "causes", "it is often overused", "treatment", "rest is best"]
        self.assertEqual(covered(blocks, "the knee hurts causes it is often overused treatment rest is best"),
                         [0, 0, 3, 1, 4, 1, 3])

    def test_a_block_of_which_the_truth_has_a_part_is_covered_in_part(self):
        self.assertEqual(covered(["photo by ana the knee bends only a little"], "the knee bends only a little"), [6])

    def test_words_left_out_within_a_block_do_not_part_it(self):
        blocks = ["the knee bends only a little see note one when it is swollen"]
        self.assertEqual(covered(blocks, "the knee bends only a little when it is swollen"), [10])

    def test_a_block_in_another_order_than_the_truth_is_covered(self):
        blocks = ["what we know about knees is this", "a short summary of all that follows here"]
        self.assertEqual(covered(blocks, "a short summary of all that follows here what we know about knees is this"), [7, 8])

    def test_of_a_repeated_block_one_is_covered_and_the_other_unknown(self):
        block = "the knee bends only a little when swollen"
        self.assertEqual(sorted(covered([block, "menu", block], block), key=str), [0, 8, None])

    def test_nothing_is_covered_by_an_empty_truth(self):
        self.assertEqual(covered(["a b c", "d"], ""), [0, 0])

    def test_shares_are_of_the_words_of_a_block(self):
        page = {"main_content": "The knee, bends!"}
        np.testing.assert_allclose(shares(["The knee bends", "…", "The end"], page), [1, 0, 0])

    def test_signs_are_words_where_no_spaces_stand(self):
        page = {"main_content": "膝盖疼痛", "lang": "cjk"}
        np.testing.assert_allclose(shares(["膝盖疼痛", "首页"], page), [1, 0])

    def test_of_blocks_without_a_snippet_nothing_is_known(self):
        page = {"with": ["the knee"], "without": ["Sign up"], "title": "On the knee: notes"}
        texts = ["So the knee, bends", "sign up!", "Home", "On the knee"]
        np.testing.assert_array_equal(shares_of_snippets(texts, page), [1, 0, np.nan, np.nan])


unittest.main()
