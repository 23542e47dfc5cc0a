#!/usr/bin/env python3
"""serving.py PORT CLIENTS COUNT QUERIES: asks palpate-serve the queries (id TAB query a line) in
turns over CLIENTS kept connections, and prints a row of Markdown: clients, answers a second,
milliseconds as clients see them (median, 95 %), and what of them is not the search itself."""
import http.client
import json
import sys
import threading
import time
import urllib.parse


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1e3


def ask(port, paths, whole, outside):
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for path in paths:
        start = time.perf_counter()
        connection.request("GET", path)
        reply = connection.getresponse()
        body = reply.read()
        took = time.perf_counter() - start
        if reply.status != 200:
            sys.exit(f"{path}: {reply.status}")
        whole.append(took)
        outside.append(took - json.loads(body)["took_us"] / 1e6)


def main():
    port, clients, count = (int(word) for word in sys.argv[1:4])
    with open(sys.argv[4], encoding="utf-8") as file:
        queries = [line.rstrip("\n").split("\t")[1] for line in file]
    paths = ["/search?q=" + urllib.parse.quote_plus(queries[i % len(queries)]) for i in range(count)]
    whole, outside = [], []
    threads = [threading.Thread(target=ask, args=(port, paths[i::clients], whole, outside))
               for i in range(clients)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rate = len(whole) / (time.perf_counter() - start)
    if len(whole) != count:
        sys.exit("an answer is missing")
    print(f"| {clients} | {rate:.0f} | {percentile(whole, .5):.1f} | {percentile(whole, .95):.1f} "
          f"| {percentile(outside, .5):.2f} | {percentile(outside, .95):.2f} |")


main()
