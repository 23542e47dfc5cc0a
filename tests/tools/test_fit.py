"""The whole way from pages to tables, on the pages that come with palpate.

Their truth is what palpate extracts, so the figures say nothing of how good it is, only that it can
be learned.  The form of the tables is what counts here.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from learn import tables
from learn.observations import extracted
from learn.datasets import Dataset
from learn.programs import TABLES, Programs, source_of

SOURCE, BUILD = Path(os.environ["PALPATE_SOURCE"]), Path(os.environ["PALPATE_BUILD"])
NUMBER = re.compile(r"-?\b\d+\b")


def write_truth(folder, rows):
    (folder / "ground-truth.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def make_sets(data):
    """corpus: every other article of corpus/; golden: the pages of tests/golden."""
    corpus, golden = data / "corpus", data / "golden"
    for folder in (corpus, golden):
        (folder / "html").mkdir(parents=True)
    for page in sorted((SOURCE / "corpus/articles").iterdir())[::2]:
        if ".amp." not in page.name:
            shutil.copy(page, corpus / "html")
    write_truth(corpus, ())
    guesses = extracted(Dataset(corpus), Programs(BUILD))
    write_truth(corpus, ({"id": name, "main_content": guess["text"], "title": guess["title"]}
                         for name, guess in guesses.items()))
    rows = []
    for page in sorted((SOURCE / "tests/golden").glob("*/page.html")):
        shutil.copy(page, golden / "html" / f"{page.parent.name}.html")
        wanted = json.loads((page.parent / "expected.json").read_text())
        rows.append({"id": page.parent.name, "main_content": wanted["text"], "title": wanted["title"]})
    write_truth(golden, rows)


def fit(data, out, *options):
    command = [sys.executable, "-B", SOURCE / "tools/fit.py", "--data", data, "--build", BUILD, "--out", out,
               "--fit", "corpus,golden=2/3", "--fit-titles", "corpus,golden", *options]
    return subprocess.run(command, capture_output=True, text=True)


class Fit(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        try:
            import numpy  # noqa: F401
        except ImportError:
            print("SKIPPED: fitting needs numpy", file=sys.stderr)
            os._exit(77)
        cls.scratch = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        make_sets(cls.scratch / "data")
        cls.done = fit(cls.scratch / "data", cls.scratch / "out", "--leave-out", "golden", "--folds", "2")

    def table(self, name, out="out"):
        return (self.scratch / out / name).read_text()

    def figures(self):
        """(set, tables) -> cells of the printed table."""
        rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in self.done.stdout.splitlines()[2:]]
        return {(row[0], row[1]): row[2:] for row in rows}

    def test_it_ends_well(self):
        self.assertEqual(self.done.returncode, 0, self.done.stderr)

    def test_only_the_numbers_of_the_weights_change(self):
        for name in ("model.c", "title_model.c"):
            old, new = source_of(name).read_text(), self.table(name)
            self.assertNotEqual(new, old)
            self.assertEqual(tables.ROW.sub(r"ROW(\1)", tables.BIAS.sub("", new)),
                             tables.ROW.sub(r"ROW(\1)", tables.BIAS.sub("", old)))

    def test_the_trees_have_the_shape_of_those_that_are_checked_in(self):
        old, new = source_of("forest_trees.c").read_text(), self.table("forest_trees.c")
        self.assertNotEqual(new, old)
        self.assertEqual(re.sub(r"ASK\(\w+, ", "ASK(", NUMBER.sub("", new)), re.sub(r"ASK\(\w+, ", "ASK(", NUMBER.sub("", old)))

    def test_weights_set_by_hand_stay(self):
        old, new = (tables.read_weights(text) for text in (source_of("title_model.c").read_text(), self.table("title_model.c")))
        for name in ("LEADS_TO_FRONT", "UNLABELLED", "STUB_2", "TAIL"):
            self.assertEqual(new[name], old[name])

    def test_the_programs_extract_with_the_tables(self):
        """They compile without a warning against the headers as they are, or fit.py would have stopped."""
        programs = Programs(BUILD).with_tables(self.scratch / "out")
        guesses = extracted(Dataset(self.scratch / "data/golden"), programs)
        self.assertEqual(len(guesses), len(list((SOURCE / "tests/golden").glob("*/page.html"))))

    def test_other_tables_extract_otherwise(self):
        folder = self.scratch / "nothing"
        folder.mkdir()
        text = source_of("model.c").read_text()
        (folder / "model.c").write_text(tables.write_weights(text, tables.read_weights(text), -30000))
        golden = Dataset(self.scratch / "data/golden")
        kept, lost = (sum(len(page["text"]) for page in extracted(golden, programs).values())
                      for programs in (Programs(BUILD), Programs(BUILD).with_tables(folder)))
        self.assertNotEqual(kept, lost)

    def test_the_pages_are_learned(self):
        self.assertGreater(float(self.figures()["corpus", "fitted"][1]), 0.95)

    def test_each_set_has_a_row_for_each_kind_of_tables(self):
        columns = {"corpus": ("checked in", "fitted", "2 folds"), "golden": ("checked in", "fitted", "left out", "2 folds")}
        self.assertEqual(set(self.figures()), {(name, column) for name in columns for column in columns[name]})

    def test_the_tables_that_are_checked_in_extract_what_is_expected(self):
        self.assertEqual(self.figures()["golden", "checked in"][:2], ["1.0000", "1.0000"])

    def test_a_set_that_is_left_out_does_not_touch_the_tables(self):
        """So two runs with the same seed give the same, too."""
        alone = fit(self.scratch / "data", self.scratch / "alone", "--fit", "corpus", "--fit-titles", "corpus",
                    "--measure", "golden")
        self.assertEqual(alone.returncode, 0, alone.stderr)
        for name in TABLES:
            self.assertEqual(self.table(name, "alone"), self.table(name, "out/without-golden"))

    def test_a_fit_to_some_pages_measures_all(self):
        few = fit(self.scratch / "data", self.scratch / "few", "--pages", "12", "--leave-out", "golden", "--left-out-only",
                  "--only", "regions,blocks", "--measure", "golden")
        self.assertEqual(few.returncode, 0, few.stderr)
        self.assertIn(" of 12 pages", few.stderr)
        rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in few.stdout.splitlines()[2:]]
        self.assertEqual([row[:2] for row in rows], [["golden", "left out"]])
        self.assertNotEqual(self.table("model.c", "few/without-golden"), self.table("model.c", "out/without-golden"))

    def test_titles_of_which_no_other_set_is_fitted_have_no_figure(self):
        without = fit(self.scratch / "data", self.scratch / "titles", "--fit-titles", "golden", "--leave-out", "golden",
                      "--only", "titles", "--measure", "golden")
        titles = {row.split("|")[2].strip(): row.split("|")[8].strip() for row in without.stdout.splitlines()[2:]}
        self.assertEqual(titles["left out"], "")
        self.assertNotEqual(titles["fitted"], "")

    def test_another_seed_changes_the_trees_and_what_sees_them(self):
        other = fit(self.scratch / "data", self.scratch / "seed", "--seed", "2", "--fit", "corpus", "--fit-titles", "corpus",
                    "--measure", "golden")
        self.assertEqual(other.returncode, 0, other.stderr)
        for name in TABLES:
            is_same = self.table(name, "seed") == self.table(name, "out/without-golden")
            self.assertEqual(is_same, name == "title_model.c", name)

    def test_what_is_ignored_weighs_nothing_and_is_not_asked_about(self):
        without = fit(self.scratch / "data", self.scratch / "without", "--measure", "golden",
                      "--ignore", "seen:OUTER_*,trait:BRANCH*,sign:LIKE_*")
        self.assertEqual(without.returncode, 0, without.stderr)
        for name, pattern in (("model.c", "OUTER_"), ("title_model.c", "LIKE_")):
            weights = tables.read_weights(self.table(name, "without"))
            self.assertEqual({weight for sign, weight in weights.items() if sign.startswith(pattern)}, {0})
            self.assertNotEqual(set(weights.values()), {0})
        self.assertIn("ASK(BRANCH", source_of("forest_trees.c").read_text())
        self.assertNotIn("ASK(BRANCH", self.table("forest_trees.c", "without"))

    def test_what_observations_say_is_compared_between_sets(self):
        done = subprocess.run([sys.executable, "-B", SOURCE / "tools/signals.py", "--data", self.scratch / "data", "--build", BUILD,
                               "--out", self.scratch / "out", "corpus", "golden"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        rows = {line.split("|")[1].strip(): [cell.strip() for cell in line.split("|")[2:-1]] for line in done.stdout.splitlines()}
        self.assertEqual(rows.pop("observation"), ["spread", "corpus", "golden"])
        self.assertEqual(set(rows) - {"---"}, set(tables.read_weights(source_of("model.c").read_text())))
        self.assertRegex(rows["ENDS_SENTENCE"][1], r"^\+\d\.\d\d \(\d+\.\d %\)$")  # speaks for the article
        self.assertRegex(rows["IN_NAV"][1], r"^-")
        spreads = [float(row[0]) for row in list(rows.values())[1:] if row[0]]
        self.assertEqual(spreads, sorted(spreads, reverse=True))

    def test_what_cannot_be_fitted_is_refused_by_name(self):
        (self.scratch / "other").mkdir()
        shutil.copytree(self.scratch / "data/golden", self.scratch / "other/dragnet-dev")
        for data, options, words in (("none", (), "none"), ("data", ("--fit", "no-such-set"), "no-such-set"),
                                     ("data", ("--leave-out", "dragnet-dev"), "dragnet-dev"),
                                     ("data", ("--only", "dates"), "dates"),
                                     ("other", ("--fit", "dragnet-dev", "--fit-titles", ""), "may be measured but not fitted")):
            refused = fit(self.scratch / data, self.scratch / "refused", *options)
            self.assertEqual(refused.returncode, 1)
            self.assertIn(words, refused.stderr)
            self.assertFalse((self.scratch / "refused/model.c").exists())


unittest.main()
