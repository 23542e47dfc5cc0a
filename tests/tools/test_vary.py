"""Pages with other parts put beside their articles."""
import gzip
import json
import random
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import os

import vary_pages

TOOL = Path(os.environ["PALPATE_SOURCE"]) / "tools/vary_pages.py"
TEXT = "\n".join(f"Paragraph {i} is about knees, and it has a few words more than twelve of them. It ends here with number {i}, as each one does." for i in range(6))


def page_of(number):
    return f"<html><body><div><main><h1>Knees {number}</h1>" + "".join(
        f"<p>{number} {line}</p>" for line in TEXT.split("\n")) + "</main></div><footer>End</footer></body></html>"


class Vary(unittest.TestCase):
    def make(self, out):
        subprocess.run([sys.executable, TOOL, self.source, out], check=True)
        return {page["id"]: page for page in map(json.loads, open(out / "ground-truth.jsonl", encoding="utf-8"))}

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.source = Path(self.folder.name) / "set"
        (self.source / "html").mkdir(parents=True)
        with open(self.source / "ground-truth.jsonl", "w", encoding="utf-8") as truths:
            for i in range(12):
                (self.source / f"html/p{i}.html").write_text(page_of(i))
                text = "\n".join(f"{i} {line}" for line in TEXT.split("\n"))
                truths.write(json.dumps({"id": f"p{i}", "main_content": text}) + "\n")

    def tearDown(self):
        self.folder.cleanup()

    def test_what_is_known_of_a_page_is_still_on_it_and_more(self):
        out = Path(self.folder.name) / "out"
        for name, page in self.make(out).items():
            html = gzip.decompress((out / f"html/{name}.html.gz").read_bytes()).decode()
            for line in page["main_content"].split("\n"):
                self.assertIn(line, html)
            self.assertGreater(len(html), len(page_of(0)) / 2)

    def test_the_same_set_varies_the_same_way(self):
        first, second = Path(self.folder.name) / "first", Path(self.folder.name) / "second"
        self.assertEqual(self.make(first), self.make(second))
        for path in (first / "html").iterdir():
            self.assertEqual(path.read_bytes(), (second / "html" / path.name).read_bytes())

    def test_a_short_article_is_the_beginning_of_a_long_one(self):
        for seed in range(5):
            html, text = vary_pages.shorten(page_of(0), "\n".join(f"0 {line}" for line in TEXT.split("\n")), random.Random(seed))
            self.assertTrue(text.startswith("0 Paragraph 0"))
            self.assertLess(len(text.split("\n")), 6)
            self.assertNotIn("Paragraph 5", html)
            self.assertIn("<footer>", html)


unittest.main()
