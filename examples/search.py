"""search.py INDEX QUERY: searches by the library, and prints links and titles.

ctypes needs no more than what is declared here: the answer is rendered as JSON by the library, so
its structures need not be described again.  Where the library is at no usual place,
PALPATE_LIBRARY names its file.
"""

import ctypes
import json
import os
import sys


class View(ctypes.Structure):  # palpate/view.h
    _fields_ = [("data", ctypes.c_char_p), ("size", ctypes.c_size_t)]


class Bytes(ctypes.Structure):  # the same, for bytes that are freed again
    _fields_ = [("data", ctypes.c_void_p), ("size", ctypes.c_size_t)]


class Error(ctypes.Structure):  # palpate/status.h
    _fields_ = [("status", ctypes.c_int), ("message", ctypes.c_char * 512)]


class RenderOptions(ctypes.Structure):  # palpate/render.h
    _fields_ = [
        ("format", ctypes.c_int),
        ("color", ctypes.c_bool),
        ("explain", ctypes.c_bool),
        ("width", ctypes.c_uint32),
        ("query_id", View),
        ("first_rank", ctypes.c_uint32),
        ("reserved", ctypes.c_uint64 * 8),
    ]


JSON = 1  # PALPATE_FORMAT_JSON

palpate = ctypes.CDLL(os.environ.get("PALPATE_LIBRARY", "libpalpate.so.0.1"))
pointer = ctypes.c_void_p
palpate.palpate_searcher_open.argtypes = [ctypes.POINTER(pointer), ctypes.c_char_p, ctypes.POINTER(Error)]
palpate.palpate_searcher_close.argtypes = [pointer]
palpate.palpate_searcher_close.restype = None
palpate.palpate_search.argtypes = [ctypes.POINTER(pointer), pointer, View, pointer, ctypes.POINTER(Error)]
palpate.palpate_answer_free.argtypes = [pointer]
palpate.palpate_answer_free.restype = None
palpate.palpate_render.argtypes = [
    ctypes.POINTER(Bytes), pointer, ctypes.POINTER(RenderOptions), ctypes.POINTER(Error)]
palpate.palpate_rendering_free.argtypes = [Bytes]
palpate.palpate_rendering_free.restype = None


def checked(status, error):
    if status != 0:
        raise RuntimeError(error.message.decode())


class Searcher:
    """An open index; for one thread at a time."""

    def __init__(self, path):
        self.handle = pointer()
        error = Error()
        checked(palpate.palpate_searcher_open(self.handle, os.fsencode(path), error), error)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        palpate.palpate_searcher_close(self.handle)

    def search(self, query):
        """The answer as palpate-query --format json prints it."""
        typed = query.encode()
        answer, rendered, error = pointer(), Bytes(), Error()
        try:
            checked(palpate.palpate_search(answer, self.handle, View(typed, len(typed)), None, error), error)
            options = RenderOptions(format=JSON)
            checked(palpate.palpate_render(rendered, answer, options, error), error)
            return json.loads(ctypes.string_at(rendered.data, rendered.size))
        finally:
            palpate.palpate_rendering_free(rendered)
            palpate.palpate_answer_free(answer)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit("usage: search.py INDEX QUERY")
    with Searcher(sys.argv[1]) as searcher:
        for hit in searcher.search(sys.argv[2])["hits"]:
            print(hit["link"], hit["title"], sep="\t")
