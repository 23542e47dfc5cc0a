#!/usr/bin/env python3
"""Make pages for palpate-index out of a collection in the form of BEIR.

usage: beir_pages.py CORPUS.jsonl >PAGES.ndjson

Each document becomes a line {"url", "html"}: its title as <title> and heading, its text as
paragraphs, which blank lines part.  The url is the document's id, so that a run can name it.
"""
import html
import json
import re
import sys

PAGE = ('<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title></head>'
        '<body><article><h1>{title}</h1>\n{body}</article></body></html>')


def page_of(document):
    parts = (part.strip() for part in re.split(r"\n\s*\n", document.get("text", "")))
    body = "\n".join(f"<p>{html.escape(part)}</p>" for part in parts if part)
    return PAGE.format(title=html.escape(document.get("title", "")), body=body)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as lines:
        for document in map(json.loads, lines):
            print(json.dumps({"url": document["_id"], "html": page_of(document)}))


if __name__ == "__main__":
    main()
