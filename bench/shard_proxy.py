#!/usr/bin/python3
"""Stands between palpate and xapian-tcpsrv: counts exchanges, and can delay them.

shard_proxy.py [--delay MS] COUNTS LISTEN:TARGET...

Listens on each port LISTEN of the loopback interface and passes on to port TARGET.  An exchange is what
a client waits for: it sends, then reads.  For each, a line with the port TARGET is added to the file
COUNTS.  A delay is added to each exchange, half of it in each direction.
"""
import argparse
import asyncio


async def pass_on(reader, writer, turns):
    while data := await reader.read(65536):
        await turns(data)
        writer.write(data)
        await writer.drain()
    writer.close()


class Connection:
    def __init__(self, target, counts, delay):
        self.target, self.counts, self.delay = target, counts, delay
        self.asks = True  # a server speaks first

    async def asked(self, _data):
        if not self.asks:
            self.counts.write(f"{self.target}\n")
            self.counts.flush()
            await asyncio.sleep(self.delay / 2)
        self.asks = True

    async def answered(self, _data):
        if self.asks:
            await asyncio.sleep(self.delay / 2)
        self.asks = False


async def serve(listen, target, counts, delay):
    async def connect(reader, writer):
        connection = Connection(target, counts, delay)
        there, back = await asyncio.open_connection("127.0.0.1", target)
        await asyncio.gather(
            pass_on(reader, back, connection.asked),
            pass_on(there, writer, connection.answered),
            return_exceptions=True,
        )

    server = await asyncio.start_server(connect, "127.0.0.1", listen)
    await server.serve_forever()


async def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--delay", type=float, default=0, metavar="MS")
    parser.add_argument("counts")
    parser.add_argument("ports", nargs="+", metavar="LISTEN:TARGET")
    options = parser.parse_args()
    with open(options.counts, "a", encoding="ascii") as counts:
        await asyncio.gather(
            *(serve(*map(int, pair.split(":")), counts, options.delay / 1000) for pair in options.ports)
        )


if __name__ == "__main__":
    asyncio.run(main())
