"""The measures of relevance, on a run whose figures can be counted by hand."""
import os
import re
import subprocess
import sys
import tempfile
import unittest
from math import log2
from pathlib import Path

SCORER = Path(os.environ["PALPATE_SOURCE"]) / "tools/score_run.py"
BEIR = "query-id\tcorpus-id\tscore\nq1\ta\t2\nq1\tb\t1\nq1\tc\t0\nq2\td\t1\nq3\te\t0\n"
TREC = "q1 0 a 2\nq1 0 b 1\nq1 0 c 0\nq2 0 d 1\nq3 0 e 0\n"
RUN = "q1 Q0 c 1 9.5 x\nq1 Q0 b 2 8 x\nq1 Q0 b 3 7 x\nq1 Q0 a 4 6 x\n"


def score(judgments, *runs):
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for number, text in enumerate((judgments, *runs)):
            names.append(f"{folder}/{number}")
            Path(names[-1]).write_text(text)
        return subprocess.run([sys.executable, SCORER, *names], capture_output=True, text=True)


class ScoreRun(unittest.TestCase):
    def test_a_document_counts_at_its_first_place(self):
        ndcg = (1 / log2(3) + 2 / log2(4)) / (2 + 1 / log2(3)) / 2  # nothing is found for q2
        self.assertIn(f"nDCG@10 {ndcg:.4f}  MAP {(1 / 2 + 2 / 3) / 4:.4f}  R@100 0.5000  MRR 0.2500  P@10 0.1000",
                      score(BEIR, RUN).stdout)

    def test_queries_without_a_relevant_document_do_not_count(self):
        self.assertTrue(score(BEIR, RUN).stdout.startswith("queries 2 "))

    def test_both_forms_of_judgments_say_the_same(self):
        self.assertEqual(score(BEIR, RUN).stdout, score(TREC, RUN).stdout)

    def test_equal_scores_are_ordered_by_rank(self):
        tied = "q1 Q0 c 2 1 x\nq1 Q0 a 1 1 x\n"
        self.assertIn("MRR 0.5000", score(BEIR, tied).stdout)

    def test_a_run_is_no_better_than_itself(self):
        self.assertIn("nDCG@10 +0.0000 [+0.0000, +0.0000], better 0, worse 0", score(BEIR, RUN, RUN).stdout)

    def test_a_better_run_is_better_at_its_queries(self):
        better = RUN + "q2 Q0 d 1 1 x\n"
        self.assertTrue(re.search(r"nDCG@10 \+0\.5000 .* better 1, worse 0", score(BEIR, better, RUN).stdout))

    def test_judgments_without_a_relevant_document_are_refused(self):
        out = score("q1 0 a 0\n", RUN)
        self.assertEqual(out.returncode, 1)
        self.assertIn("relevant", out.stderr)


unittest.main()
