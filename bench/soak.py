#!/usr/bin/env python3
"""soak.py PORT SLOW GIGABYTES: plays bad clients of palpate-serve, one kind after another, while a good
client asks on; says what became of each, and fails where the good client was not served."""
import http.client
import json
import random
import socket
import sys
import threading
import time
import urllib.parse

PORT, SLOW, GIGABYTES = int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3])
HOSTILE = ["a*", "a* b* c* d* e* s*", '"the of and"' * 50, "(" * 4000, ")" * 4000, "-" * 4000, "+a -a " * 600,
           "a NEAR/999999999 b", '"', '"a' * 2000, "title:heading:kind:", "kind:exercises OR " * 400,
           "\x00" * 100, "\u202e\u0301" * 500, "NOT " * 1000, "date:9999..0000", "x" * 8000, "pain " * 1600]


class Good(threading.Thread):
    """Asks a question after another until it is stopped."""

    def __init__(self):
        super().__init__(daemon=True)
        self.served = self.failed = 0
        self.longest = 0.0
        self.is_over = False

    def run(self):
        while not self.is_over:
            start = time.perf_counter()
            try:
                connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=10)
                connection.request("GET", f"/search?q=knee+pain&disable={random.random()}")
                is_good = connection.getresponse().read().startswith(b"{")
                connection.close()
            except OSError:
                is_good = False
            self.served += is_good
            self.failed += not is_good
            self.longest = max(self.longest, time.perf_counter() - start)
            time.sleep(0.02)


def connect():
    return socket.create_connection(("127.0.0.1", PORT), timeout=30)


def slow_clients():
    """Each sends a byte now and then, until the server has enough."""
    start = time.perf_counter()
    clients = [connect() for _ in range(SLOW)]
    for client in clients:
        client.sendall(b"GET /search?q=knee HTTP/1.1\r\nHost: x\r\nX-Slow: ")
    count = len(clients)
    while clients and time.perf_counter() - start < 60:
        time.sleep(0.2)
        for client in list(clients):
            try:
                client.sendall(b"a")
            except OSError:
                client.close()
                clients.remove(client)
    return f"{count} slow clients: {count - len(clients)} closed within {time.perf_counter() - start:.0f} s"


def giant_header():
    sent, most, block = 0, int(GIGABYTES * 2**30), b"a" * 65536
    client = connect()
    answer = b""
    try:
        client.sendall(b"GET /search?q=knee HTTP/1.1\r\nHost: x\r\nX-Giant: ")
        while sent < most:
            sent += client.send(block)
    except OSError:
        pass
    try:
        answer = client.recv(64)
    except OSError:
        pass
    client.close()
    return f"a header of {GIGABYTES:g} GB: {sent / 2**20:.1f} MB taken, then {answer[:40].decode('latin1').split(chr(13))[0]!r}"


def hostile_queries():
    worst, codes = 0.0, {}
    for words in HOSTILE:
        for route in ("search", "suggest", "", "similar"):
            name = "url" if route == "similar" else "q"
            start = time.perf_counter()
            connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=30)
            connection.request("GET", f"/{route}?{name}={urllib.parse.quote(words)}&limit=100&group=none")
            reply = connection.getresponse()
            body = reply.read()
            if reply.getheader("Content-Type", "").endswith("json"):
                json.loads(body)
            codes[reply.status] = codes.get(reply.status, 0) + 1
            worst = max(worst, time.perf_counter() - start)
    return f"{len(HOSTILE) * 4} hostile queries: {codes}, {worst * 1e3:.0f} ms at most"


def main():
    is_well = True
    for play in (slow_clients, giant_header, hostile_queries):
        good = Good()
        good.start()
        said = play()
        good.is_over = True
        good.join()
        print(f"{said}; meanwhile {good.served} good answers, {good.failed} failed, {good.longest * 1e3:.0f} ms at most",
              flush=True)
        is_well &= good.failed == 0 and good.served > 0
    sys.exit(0 if is_well else 1)


main()
