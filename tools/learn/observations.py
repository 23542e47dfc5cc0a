"""What the programs observe of a set's pages, as arrays, kept between runs.

The cache needs no care: its names hold the versions of the program and of its tables.
"""
import hashlib
import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np

from learn import alignment
from learn.measures import squash

KEPT = 8  # versions of a set


def _pages(lines):
    """(id, its lines split into columns) of each page."""
    for line in lines:
        kind, name, count = line.split("\t")
        assert kind == "page", line
        yield name, [next(lines).split("\t") for _ in range(int(count))]


def _joined(parts):
    """What a program printed of parts of a set as of the whole: the lines that name its columns, once."""
    lines = parts[0].split("\n", 2)
    heads = sum(not line.startswith("page\t") for line in lines[:2])
    return parts[0] + "".join(part.split("\n", heads)[heads] for part in parts[1:])


def _numbers(columns, kind):
    return np.array(" ".join(columns).split(), kind)


class Rows:
    """Rows of small numbers, each as many as it has."""

    def __init__(self, items, counts):
        self.items = items
        self.starts = np.concatenate(([0], np.cumsum(counts, dtype=np.int64)))

    @staticmethod
    def of(columns):
        counts = [column.count(" ") + 1 if column else 0 for column in columns]
        return Rows(_numbers(columns, np.uint16), counts)

    def __len__(self):
        return len(self.starts) - 1

    def counts(self):
        return np.diff(self.starts)

    def select(self, mask):
        """The rows where the mask is set."""
        counts = self.counts()
        return Rows(self.items[np.repeat(mask, counts)], counts[mask])

    def without(self, numbers):
        """The same rows without these numbers."""
        mask = ~np.isin(self.items, list(numbers))
        kept = np.concatenate(([0], np.cumsum(mask)))
        return Rows(self.items[mask], np.diff(kept[self.starts]))

    @staticmethod
    def joined(parts):
        return Rows(np.concatenate([part.items for part in parts]), np.concatenate([part.counts() for part in parts]))


class Blocks:
    """Of each block of a set: page (its number in `ids`), words, own (hundredths), seen, traits, and
    share, how much of it is in the article, NaN where that is not known."""

    def __init__(self, names, trait_names, ids, page, words, own, seen, traits, share):
        self.names, self.trait_names, self.ids = list(names), list(trait_names), list(ids)
        self.page, self.words, self.own, self.seen, self.traits, self.share = page, words, own, seen, traits, share


class Regions:
    """Of each region of a set: page (its number in `ids`), first and end (its blocks), traits."""

    def __init__(self, trait_names, ids, page, first, end, traits):
        self.trait_names, self.ids = list(trait_names), list(ids)
        self.page, self.first, self.end, self.traits = page, first, end, traits


class Titles:
    """Of each candidate of a set: page, signs, text; is_right where the title of the page is known."""

    def __init__(self, names, ids, page, signs, is_right):
        self.names, self.ids, self.page, self.signs, self.is_right = list(names), list(ids), page, signs, is_right


def _shares_of_page(texts, page):
    is_known = page.get("main_content") is not None
    return (alignment.shares if is_known else alignment.shares_of_snippets)(texts, page)


def _shares(texts, dataset, cache):
    """The labels of all blocks, by the page's id; kept apart, as they change with the texts alone."""
    digest = hashlib.sha1(json.dumps(texts).encode())
    digest.update((dataset.folder / "ground-truth.jsonl").read_bytes())
    path = cache / f"shares.{dataset.name}.{len(dataset.pages)}.{digest.hexdigest()[:16]}.npy"
    if path.exists():
        return np.load(path)
    with ProcessPoolExecutor() as pool:
        shares = list(pool.map(_shares_of_page, texts.values(), [dataset.pages.get(name, {}) for name in texts], chunksize=8))
    shares.append(np.zeros(0, np.float32))
    _forget_old(cache, f"shares.{dataset.name}.*.npy")
    np.save(path, np.concatenate(shares))
    return np.concatenate(shares)


def _forget_old(cache, pattern):
    """Leaves the newest few."""
    for path in sorted(cache.glob(pattern), key=lambda path: path.stat().st_mtime)[:-KEPT]:
        path.unlink()


def _read_blocks(text, dataset, cache):
    lines = iter(text.rstrip("\n").split("\n"))
    names = next(lines).split()[1:]
    trait_names = next(lines).split()[1:]
    page, rows, texts = [], [], {}
    for name, columns in _pages(lines):
        page += [len(texts)] * len(columns)
        texts[name] = [column[4] for column in columns]
        rows += [column[:4] for column in columns]
    words, own, seen, traits = zip(*rows) if rows else ((),) * 4
    return Blocks(names, trait_names, texts, np.array(page, np.int32), np.array(words, np.int32), np.array(own, np.int32),
                  Rows.of(seen), _numbers(traits, np.int16).reshape(-1, len(trait_names)), _shares(texts, dataset, cache))


def _read_regions(text, dataset, _):
    lines = iter(text.rstrip("\n").split("\n"))
    trait_names = next(lines).split()[1:]
    ids, page, rows = [], [], []
    for name, columns in _pages(lines):
        page += [len(ids)] * len(columns)
        ids.append(name)
        rows += columns
    first, end, traits = zip(*rows) if rows else ((),) * 3
    return Regions(trait_names, ids, np.array(page, np.int32), np.array(first, np.int32), np.array(end, np.int32),
                   _numbers(traits, np.int16).reshape(-1, len(trait_names)))


def _read_titles(text, dataset, _):
    lines = iter(text.rstrip("\n").split("\n"))
    names = next(lines).split()[1:]
    ids, page, signs, is_right = [], [], [], []
    for name, columns in _pages(lines):
        known = squash(dataset.pages.get(name, {}).get("title"))
        page += [len(ids)] * len(columns)
        ids.append(name)
        signs += [column[0] for column in columns]
        is_right += [bool(known) and squash(column[1]) == known for column in columns]
    return Titles(names, ids, np.array(page, np.int32), Rows.of(signs), np.array(is_right, bool))


class Observations:
    """Reads sets through a cache in a folder."""

    def __init__(self, cache):
        self.cache = Path(cache)
        self.cache.mkdir(parents=True, exist_ok=True)

    def _kept(self, kind, dataset, programs, program, read):
        version = programs.version(program)
        path = self.cache / f"{kind}.{dataset.name}.{len(dataset.pages)}.{version}.npz"
        if path.exists():
            with np.load(path) as kept:
                return {name: kept[name] for name in kept.files}
        result = read(_joined(programs.run_over(program, dataset.files())), dataset, self.cache)
        arrays = {}
        for name, value in vars(result).items():
            if isinstance(value, Rows):
                arrays[name + ".items"], arrays[name + ".counts"] = value.items, value.counts()
            else:
                arrays[name] = np.asarray(value)
        _forget_old(self.cache, f"{kind}.{dataset.name}.*.npz")
        np.savez(path, **arrays)
        return arrays

    def blocks(self, dataset, programs):
        kept = self._kept("blocks", dataset, programs, "observe_blocks", _read_blocks)
        seen = Rows(kept.pop("seen.items"), kept.pop("seen.counts"))
        names = {key: [str(name) for name in kept.pop(key)] for key in ("names", "trait_names", "ids")}
        return Blocks(**names, **kept, seen=seen)

    def regions(self, dataset, programs):
        kept = self._kept("regions", dataset, programs, "observe_regions", _read_regions)
        names = {key: [str(name) for name in kept.pop(key)] for key in ("trait_names", "ids")}
        return Regions(**names, **kept)

    def titles(self, dataset, programs):
        kept = self._kept("titles", dataset, programs, "observe_titles", _read_titles)
        signs = Rows(kept.pop("signs.items"), kept.pop("signs.counts"))
        names = {key: [str(name) for name in kept.pop(key)] for key in ("names", "ids")}
        return Titles(**names, **kept, signs=signs)


def extracted(dataset, programs):
    """id -> what the program extracts, with the tables that are tried."""
    parts = programs.run_over("extract_with_tables", dataset.files(), "--extract")
    return {page["id"]: page for part in parts for page in map(json.loads, filter(None, part.split("\n")))}
