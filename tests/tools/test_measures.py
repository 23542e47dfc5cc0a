"""The measures of extraction, on pages whose figures can be counted by hand."""
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from learn import measures
from learn.datasets import Dataset, Refused, page_id

SCORER = Path(os.environ["PALPATE_SOURCE"]) / "tools/score_extraction.py"


def score(truths, guesses):
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "html").mkdir()
        for name, rows in (("ground-truth.jsonl", truths), ("guesses.ndjson", guesses)):
            (Path(folder) / name).write_text("".join(json.dumps(row) + "\n" for row in rows))
        return subprocess.run([sys.executable, SCORER, folder, f"{folder}/guesses.ndjson"],
                              capture_output=True, text=True, check=True).stdout.splitlines()


class Measures(unittest.TestCase):
    def test_words_are_compared_as_a_bag(self):
        precision, recall, f1 = measures.word_f1("ice the knee, the knee", "The knee needs ice now")
        self.assertAlmostEqual(precision, 3 / 5)
        self.assertAlmostEqual(recall, 3 / 5)
        self.assertAlmostEqual(f1, 3 / 5)

    def test_a_page_without_text_is_right_only_when_nothing_is_found(self):
        self.assertEqual(measures.word_f1("", "")[2], 1)
        self.assertEqual(measures.word_f1("", "menu")[2], 0)
        self.assertEqual(measures.word_f1("knee", "")[2], 0)

    def test_shingles_are_runs_of_four_words(self):
        self.assertEqual(len(measures.shingles("one two three four five")), 2)
        self.assertEqual(list(measures.shingles("one two")), [("one", "two")])
        self.assertEqual(len(measures.shingles("")), 0)

    def test_the_shingle_f1_is_that_of_the_mean_precision_and_recall(self):
        pairs = [("a b c d e", "a b c d e"), ("a b c d", "a b c d x"), ("a b c d", "")]
        precision, recall, f1 = measures.shingle_f1(pairs)
        self.assertAlmostEqual(precision, (1 + 1 / 2) / 2)  # the third page has no guess
        self.assertAlmostEqual(recall, 2 / 3)
        self.assertAlmostEqual(f1, 2 * precision * recall / (precision + recall))

    def test_signs_count_as_words_where_no_spaces_stand(self):
        truths = [{"id": "1", "lang": "cjk", "main_content": "膝盖疼痛"}]
        self.assertIn("word     F1 0.5000  precision 0.5000  recall 0.5000  all (1)",
                      score(truths, [{"id": "1", "text": "膝盖治疗"}]))

    def test_a_missing_page_counts_as_empty(self):
        truths = [{"id": "1", "main_content": "knee"}, {"id": "2", "main_content": "hip", "title": "Hip"}]
        out = score(truths, [{"id": "folder/1.html", "text": "knee"}])
        self.assertEqual(out[0], "pages 2, without a prediction 1")
        self.assertIn("word     F1 0.5000  precision 0.5000  recall 0.5000  article (2)", out)
        self.assertIn("title: 0.0% of 1", out)

    def test_titles_and_dates_are_compared_without_punctuation_and_hours(self):
        truths = [{"id": "1", "title": "Knee pain - causes", "publish_date": "2020-03-05"}]
        out = score(truths, [{"id": "1", "text": "", "title": "knee pain: Causes", "date": "2020-03-05T08:00"}])
        self.assertIn("title: 100.0% of 1", out)
        self.assertIn("publish_date: 100.0% of 1", out)

    def test_snippets_may_cross_blocks_only_in_a_set_without_texts(self):
        page = {"id": "1", "with": ["knee pain"], "without": ["menu"]}
        guess = {"id": "1", "text": "Knee\npain\nMenu"}
        self.assertEqual(score([page], [guess])[1:],
                         ["snippets that must appear, kept: 100.0%", "snippets that must not appear, leaked: 100.0%"])
        self.assertIn("snippets that must appear, kept: 0.0%", score([dict(page, main_content="x")], [guess]))

    def test_types_are_scored_apart(self):
        truths = [{"id": "1", "type": "forum", "main_content": "a"}, {"id": "2", "type": "product", "main_content": "b"}]
        out = score(truths, [{"id": "1", "text": "a"}, {"id": "2", "text": "c"}])
        self.assertTrue(any(line.endswith("forum (1)") and " F1 1.0000" in line for line in out))
        self.assertTrue(any(line.endswith("product (1)") and " F1 0.0000" in line for line in out))

    def test_a_folder_that_is_no_set_is_refused_by_name(self):
        with tempfile.TemporaryDirectory() as folder, self.assertRaisesRegex(Refused, folder):
            Dataset(folder)

    def test_the_id_of_a_page_ends_at_the_first_dot(self):
        self.assertEqual(page_id("set/html/0001.html.gz"), "0001")


unittest.main()
