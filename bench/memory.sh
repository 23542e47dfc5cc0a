#!/bin/sh
# memory.sh: peak memory and time for one page of 12 MB, the most that is read, of each of
# several bad kinds: extracted, and indexed.
set -eu
. "$(dirname "$0")/lib.sh"

machine
echo
python3 - "$build/palpate-index" "$scratch" <<'PYTHON'
import os, shutil, sys, time
program, scratch = sys.argv[1:]
SIZE = 12 * 1024 * 1024 - 100
KINDS = {
    "inline elements, never closed": "<b>a",
    "paragraphs of a letter": "<p>a",
    "list items": "<li>item text here",
    "one paragraph": "word and more text. ",
    "prose with links": '<p>A paragraph of prose with some words in it, and a <a href="/x">link</a> too.</p>\n',
    "links with attributes": '<p><a class="x y" id=1 href="/a/b/c">w</a>',
    "table cells": "<tr><td>1<td>2",
    "entities": "<p>&amp;&lt;&eacute;&#x1F600; ",
    "headings": "<h2>Heading words </h2><p>Text of it.</p>",
}


def run(arguments):
    started = time.time()
    child = os.fork()
    if child == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.execv(program, [program, *arguments])
    _, status, usage = os.wait4(child, 0)
    if status != 0:
        sys.exit(f"{arguments}: exit {status}")
    return f"{usage.ru_maxrss / 1024:.0f} MB | {time.time() - started:.1f} s"


print("| 12 MB of | extracted: peak | time | indexed: peak | time |\n|---|---|---|---|---|")
for name, piece in KINDS.items():
    page = os.path.join(scratch, "page.html")
    with open(page, "w") as out:
        out.write(("<html><body><p>" + piece * (SIZE // len(piece) + 1))[:SIZE])
    index = os.path.join(scratch, "index")
    shutil.rmtree(index, ignore_errors=True)
    print(f"| {name} | {run(['--extract', page])} | {run(['--quiet', index, page])} |")
PYTHON
