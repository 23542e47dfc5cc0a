#!/usr/bin/python3
"""How often the language of a page is right: language.py PALPATE_INDEX COUNT SET...

Each SET is a folder of labelled pages (ground-truth.jsonl, html/).  The language of a page is
that of its labelled text, or of its paragraphs where a set labels none, as python3-langdetect
finds it.  That is wrong at times, too, so pages where it differs are listed, to be read.  Of
sets with more pages than are left of COUNT, every n-th is taken."""
import gzip
import html
import json
import re
import subprocess
import sys
from pathlib import Path

from langdetect import DetectorFactory, LangDetectException, detect

DetectorFactory.seed = 0


def plain(code):
    code = "zh" if code.lower().startswith("zh") else code.lower().split("-")[0]
    return {"nb": "no", "nn": "no", "iw": "he"}.get(code, code)


def find_page(folder, name):
    for end in (".html", ".html.gz"):
        if (folder / "html" / (name + end)).exists():
            return folder / "html" / (name + end)
    return None


def paragraphs(path):
    data = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
    found = re.search(rb"charset=[\"']?([\w-]+)", data[:4000])
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode(found.group(1).decode() if found else "latin1", "replace")
    text = re.sub(r"(?is)<(script|style|noscript)\b.*?</\1>", " ", text)
    texts = re.findall(r"(?is)<p(?:\s[^>]*)?>(.*?)</p>", text)
    return html.unescape(re.sub(r"(?s)<[^>]+>", " ", " ".join(texts)))


def judge(text):
    try:
        return plain(detect(" ".join(text.split())[:3000]))
    except LangDetectException:
        return "-"


def take(folders, count):
    sets = []
    for folder in sorted(folders, key=lambda at: sum(1 for _ in open(at / "ground-truth.jsonl"))):
        sets.append([(folder, json.loads(line)) for line in open(folder / "ground-truth.jsonl")])
    for pages in sets:
        step = max(1, -(-len(pages) // count)) if count else 0
        for folder, page in pages[::step] if step else []:
            yield folder, page
            count -= 1


def main():
    program, count = sys.argv[1], int(sys.argv[2])
    pages = agreed = 0
    for folder, page in take([Path(name) for name in sys.argv[3:]], count):
        path = find_page(folder, page["id"])
        if path is None:
            continue
        text = page.get("main_content") or paragraphs(path)
        said = subprocess.run([program, "--extract", path], capture_output=True, text=True).stdout
        own = plain(json.loads(said.split("\n")[0])["language"]) if said else ""
        judged = judge(text)
        pages += 1
        agreed += own == judged
        if own != judged:
            print(folder.name, page["id"], "judged", judged, "palpate", own or "-",
                  " ".join(text.split())[:60], sep="\t")
    print(f"{pages} pages, {agreed} as judged")


main()
