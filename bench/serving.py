#!/usr/bin/env python3
"""What serving.sh measures beside wrk.

serving.py pages PASSAGES.tsv.gz PAGES.ndjson OMEGA.txt   a page for each passage, for both programs
serving.py edition NUMBER PASSAGES.tsv.gz EDITION.ndjson  twenty pages that all name the edition
serving.py watch PORT                asks for those until it is stopped; says how many answers failed,
                                     and how many were of two editions
serving.py start ROUNDS PROGRAM...   milliseconds from the start of a server to its first answer
"""
import gzip
import html
import http.client
import json
import re
import signal
import subprocess
import sys
import time

EDITION_PAGES = 20


def passages(path, most=None):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for i, line in enumerate(lines):
            if i == most:
                return
            yield line.rstrip("\n").split("\t", 1)


def page(url, text):
    title = html.escape(" ".join(text.split()[:8]))
    body = html.escape(text)
    return json.dumps({"url": url, "html": f"<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title>"
                                           f"<body><article><h1>{title}</h1><p>{body}</p></article></body></html>"})


def write_pages(source, pages, omega):
    with open(pages, "w", encoding="utf-8") as ours, open(omega, "w", encoding="utf-8") as theirs:
        for name, text in passages(source):
            print(page(name, text), file=ours)
            print(f"url={name}\ntitle={' '.join(text.split()[:8])}\ntext={text}\n", file=theirs)


def write_edition(number, source, pages):
    with open(pages, "w", encoding="utf-8") as out:
        for name, text in passages(source, EDITION_PAGES):
            print(page("edition:" + name, f"Palpatebench edition{number} {name} {text}"), file=out)


def watch(port):
    counts = {"answers": 0, "failed": 0, "mixed": 0, "editions": 0}
    seen = set()
    is_over = []
    signal.signal(signal.SIGTERM, lambda *_: is_over.append(True))
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    while not is_over:
        counts["answers"] += 1
        # By turns a question that may be kept, and one that has to be searched.
        other = "" if counts["answers"] % 2 else f"&disable={counts['answers']}"
        try:
            connection.request("GET", f"/search?q=palpatebench&group=none&limit={EDITION_PAGES}{other}")
            reply = connection.getresponse()
            body = reply.read().decode()
            editions = set(re.findall(r"edition\d+", body))
            counts["failed"] += reply.status != 200 or not editions
            counts["mixed"] += len(editions) > 1
            seen |= editions
        except OSError:
            counts["failed"] += 1
            connection.close()
        time.sleep(0.02)
    counts["editions"] = len(seen)
    print(" ".join(str(counts[name]) for name in ("answers", "failed", "mixed", "editions")))


def first_answer(program):
    started = time.perf_counter()
    server = subprocess.Popen(program, stdout=subprocess.PIPE, text=True)
    port = int(re.search(r":(\d+)/", server.stdout.readline()).group(1))
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/search?q=knee+pain")
    reply = connection.getresponse()
    reply.read()
    took = time.perf_counter() - started
    server.terminate()
    server.wait()
    assert reply.status == 200
    return took * 1e3


def main():
    verb, words = sys.argv[1], sys.argv[2:]
    if verb == "pages":
        write_pages(*words)
    elif verb == "edition":
        write_edition(*words)
    elif verb == "watch":
        watch(int(words[0]))
    elif verb == "start":
        times = sorted(first_answer(words[1:]) for _ in range(int(words[0])))
        print(f"{times[len(times) // 2]:.0f} {times[-1]:.0f}")
    else:
        sys.exit(__doc__)


main()
