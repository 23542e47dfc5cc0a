"""Sets of labelled pages.

A set is a folder with html/ID.html or html/ID.html.gz and ground-truth.jsonl, one object a line:

  id            the name of the page's file up to its first dot
  main_content  the text of the article, where the set has it
  title, author, publish_date
  with, without snippets that must and must not be in the extracted text
  type          the sort of page, where the set has several
  lang          "cjk" where words are written without spaces between them
"""
import copy
import json
import re
from pathlib import Path

# Never fitted: the truth of the first three is what another extractor gave, so that a fit would
# learn its mistakes; the fourth is under the AGPL, and what is fitted here is shipped.
MEASURED_ONLY = ("readability-dev", "goose-dev", "newspaper-dev", "dragnet-dev")

WORD = re.compile(r"\w+")
UNSPACED = re.compile(r"([\u3040-\u30ff\u3400-\u9fff])")


class Refused(Exception):
    """What a user asked for is not to be had; the message says why."""


class Dataset:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.name = self.folder.name
        self.pages_folder = self.folder / "html"
        self.only = None  # its pages that are read, where not all are
        truth = self.folder / "ground-truth.jsonl"
        if not truth.is_file() or not self.pages_folder.is_dir():
            raise Refused(f"{self.folder} is no set of labelled pages: it needs html/ and ground-truth.jsonl")
        with open(truth, encoding="utf-8") as lines:
            self.pages = {page["id"]: page for page in map(json.loads, lines)}

    def sampled(self, count):
        """The same with so many of its pages, spread over all of them, or with all where it has no more."""
        few, names = copy.copy(self), sorted(self.pages)
        if count and count < len(names):
            few.only = {names[i * len(names) // count] for i in range(count)}
            few.pages = {name: self.pages[name] for name in few.only}
        return few

    def files(self):
        """The files of its pages, also of those of which nothing is known."""
        return sorted(path for path in self.pages_folder.iterdir()
                      if not path.name.startswith(".") and (self.only is None or page_id(path.name) in self.only))

    @property
    def has_text(self):
        return any("main_content" in page for page in self.pages.values())

    @property
    def has_labels(self):
        """Whether anything is known of the blocks of its pages."""
        return self.has_text or any(page.get("with") or page.get("without") for page in self.pages.values())

    @property
    def has_titles(self):
        return any(page.get("title") for page in self.pages.values())

    def require_fittable(self):
        if self.name in MEASURED_ONLY:
            raise Refused(f"{self.name} may be measured but not fitted: tools/README.md says why")


def page_id(name):
    """The id of a page by the name of its file or its address."""
    return str(name).rsplit("/", 1)[-1].split(".", 1)[0]


def space_signs(text):
    """Chinese and Japanese with a space around each sign, so that each counts as a word."""
    return UNSPACED.sub(r" \1 ", text or "")


def is_unspaced(page):
    return page.get("lang") == "cjk"


def words_of(text):
    """Words in lower case, as all of this counts them."""
    return WORD.findall((text or "").lower())
