"""The pages that are made for measuring."""
import json
import gzip
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TOOLS = Path(os.environ["PALPATE_SOURCE"]) / "tools"
PASSAGES = [f"Passage {n} says that knee number {n} hurts. It gets better with rest. So it did." for n in range(60)]


def run(tool, *args):
    return subprocess.run([sys.executable, TOOLS / tool, *map(str, args)], capture_output=True, text=True)


class Pages(unittest.TestCase):
    def setUp(self):
        scratch = tempfile.TemporaryDirectory()
        self.addCleanup(scratch.cleanup)
        self.folder = Path(scratch.name)
        self.text = self.folder / "text.tsv"
        self.text.write_text("".join(f"id{n}\t{passage}\n" for n, passage in enumerate(PASSAGES)))

    def site(self, count, *options):
        out = self.folder / f"site{count}{''.join(options)}"
        made = run("make_site.py", self.text, count, out, *options)
        self.assertEqual(made.returncode, 0, made.stderr)
        return out

    def test_a_page_is_the_same_whatever_the_number_of_pages(self):
        few, many = self.site(2), self.site(9)
        for name in ("0000/0000000.html", "0000/0000001.html"):
            self.assertEqual((few / name).read_bytes(), (many / name).read_bytes())

    def test_files_gzip_and_lines_hold_the_same_pages(self):
        files, packed = self.site(3), self.site(3, "--gzip")
        lines = [json.loads(line) for line in open(self.site(3, "--ndjson"))]
        for number in range(3):
            page = (files / f"0000/{number:07}.html").read_bytes()
            self.assertEqual(gzip.decompress((packed / f"0000/{number:07}.html.gz").read_bytes()), page)
            self.assertEqual(lines[number]["html"].encode(), page)
            self.assertEqual(lines[number]["url"], f"https://site.example/{number}/")

    def test_no_page_repeats_another_when_the_text_is_used_up(self):
        pages = [json.loads(line)["html"] for line in open(self.site(40, "--ndjson"))]
        bodies = {page.split("<h2", 1)[1].split("share-buttons")[0] for page in pages}
        self.assertEqual(len(bodies), 40)

    def test_pages_have_the_size_of_real_ones(self):
        sizes = [len(json.loads(line)["html"]) for line in open(self.site(20, "--ndjson"))]
        self.assertGreater(min(sizes), 10_000)
        self.assertLess(max(sizes), 70_000)

    def test_a_text_that_cannot_be_read_is_named(self):
        made = run("make_site.py", self.folder / "none.tsv", 1, self.folder / "out")
        self.assertEqual(made.returncode, 1)
        self.assertIn("none.tsv", made.stderr)

    def test_a_document_becomes_a_page_with_its_paragraphs_escaped(self):
        corpus = self.folder / "corpus.jsonl"
        corpus.write_text(json.dumps({"_id": "d1", "title": "A & B", "text": "one < two\n\n \n\nthree"}) + "\n")
        page = json.loads(run("beir_pages.py", corpus).stdout)
        self.assertEqual(page["url"], "d1")
        self.assertIn("<h1>A &amp; B</h1>\n<p>one &lt; two</p>\n<p>three</p></article>", page["html"])


unittest.main()
