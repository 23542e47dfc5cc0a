"""From labelled pages to the three tables."""
import hashlib
from dataclasses import dataclass
from fnmatch import fnmatchcase
from urllib.parse import urlsplit

import numpy as np

from learn import forest, linear, regions, tables
from learn.datasets import Refused
from learn.observations import Rows
from learn.programs import TABLES, source_of

SCALE = 100  # the tables hold hundredths
FIRST_LOOK_PENALTY = 5.0
TITLE_PENALTY = 2.0
CLEARLY_NOT = -5  # at the first look; such blocks get no second (indexer/content/content.c)

# Set by hand, and why: beside each in title_model.c.
TITLE_SIGNS_BY_HAND = ("LEADS_TO_FRONT", "UNLABELLED", "STUB_2", "TAIL", "PLACEHOLDER")


def site_of(page):
    """What pages of one site share: they are fitted or measured together."""
    host = page.get("site") or urlsplit(page.get("url") or "").hostname or page["id"]
    return host.removeprefix("www.")


def in_hundredths(names, weights):
    return {name: round(SCALE * weight) for name, weight in zip(names, weights)}


@dataclass(frozen=True)
class Selection:
    """Which pages are fitted: all, all but those of a set, or all but the sites of one part of several."""
    without: str = ""
    fold: int = -1
    folds: int = 0

    def has(self, dataset, name):
        if dataset.name == self.without:
            return False
        return not self.folds or self.fold_of(dataset, name) != self.fold

    def fold_of(self, dataset, name):
        site = site_of(dataset.pages[name])
        return int(hashlib.sha1(site.encode()).hexdigest(), 16) % self.folds


class Fitter:
    """Fits to `counts`, set -> how often a page counts at the first look and at the second, and to the
    titles of other sets; `ignored` are patterns as "seen:OUTER_*", "trait:SAME_NAMES" and "sign:WORDS_*"."""

    def __init__(self, datasets, counts, titles, parts, ignored, programs, observations, seed, say):
        for name in {*counts, *titles}:
            datasets[name].require_fittable()
        self.datasets, self.counts, self.titles, self.parts = datasets, counts, titles, parts
        self.ignored, self.seed, self.say = ignored, seed, say
        self.programs, self.observations = programs, observations

    def _ignored(self, kind, names):
        """The numbers of the names that are not to be used."""
        return [i for i, name in enumerate(names) if any(fnmatchcase(f"{kind}:{name}", pattern) for pattern in self.ignored)]

    def is_without(self, selection, name):
        """Whether a set is left out; with one go those made of its pages, "zyte-varied" with "zyte-dev"."""
        return bool(selection.without) and name.split("-")[0] == selection.without.split("-")[0]

    def fit(self, folder, selection):
        """Fits the tables to the selected pages, writes them into a folder, and gives the programs with them."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in TABLES:
            (folder / name).write_text(source_of(name).read_text())
        if "titles" in self.parts:
            self._fit_titles(folder, selection)
        if "regions" in self.parts:
            self._fit_regions(folder, selection)
        if "blocks" in self.parts:
            self._fit_first_look(folder, selection, self.programs.with_tables(folder))
            self._fit_second_look(folder, selection, self.programs.with_tables(folder))
        fitted = self.programs.with_tables(folder)
        if "titles" in self.parts and not set(self.titles) - {selection.without}:
            fitted.not_fitted = ("title",)
        return fitted

    def _blocks(self, programs, selection, look):
        """(blocks, which of them are fitted, their weights) of each set: a page's blocks weigh together as
        often as its set says, each by its words."""
        for name, often in self.counts.items():
            dataset = self.datasets[name]
            if self.is_without(selection, name) or not dataset.has_labels:
                continue
            blocks = self.observations.blocks(dataset, programs)
            is_known = np.array([page in dataset.pages and selection.has(dataset, page) for page in blocks.ids], bool)
            mask = is_known[blocks.page] & ~np.isnan(blocks.share)
            of_page = np.bincount(blocks.page, blocks.words, minlength=len(blocks.ids))
            yield blocks, mask, often[look] * blocks.words / np.maximum(of_page, 1)[blocks.page]

    def _fit_regions(self, folder, selection):
        traits, pages, fits, weights, first = [], [], [], [], 0
        for name, often in self.counts.items():
            dataset = self.datasets[name]
            if self.is_without(selection, name) or not dataset.has_text:
                continue
            found = self.observations.regions(dataset, self.programs)
            blocks = self.observations.blocks(dataset, self.programs)
            assert found.ids == blocks.ids
            fit_of = regions.fits(blocks, found.page, found.first, found.end)
            # Of a page that has no text, or of which no region holds any, nothing can be learned.
            best = np.zeros(len(found.ids))
            np.maximum.at(best, found.page, fit_of)
            is_known = np.array([page in dataset.pages and selection.has(dataset, page) for page in found.ids], bool)
            kept = is_known & (best > 0)
            number = np.cumsum(kept) - 1
            mask = kept[found.page]
            traits.append(found.traits[mask])
            pages.append(number[found.page[mask]] + first)
            fits.append(fit_of[mask])
            weights.append(np.full(kept.sum(), often[0]))
            first += int(kept.sum())
            names = found.trait_names
        if not traits:
            raise Refused("nothing is left to fit")
        traits = np.concatenate(traits)
        traits[:, self._ignored("region", names)] = 0
        shape = tables.forest_shape("region_forest.h")
        self.say(f"regions: {len(traits)} of {first} pages, {shape.trees} trees")
        trees = regions.fit(traits, np.concatenate(pages), np.concatenate(fits), np.concatenate(weights), shape, self.seed)
        path = folder / "region_trees.c"
        path.write_text(tables.write_forest(path.read_text(), trees, names))

    def _fit_first_look(self, folder, selection, programs):
        parts = list(self._blocks(programs, selection, 0))
        if not parts:
            raise Refused("nothing is left to fit")
        names = parts[0][0].names
        seen = Rows.joined([blocks.seen.select(mask) for blocks, mask, _ in parts])
        share = np.concatenate([blocks.share[mask] for blocks, mask, _ in parts])
        weight = np.concatenate([weight[mask] for _, mask, weight in parts])
        ignored = self._ignored("seen", names)
        self.say(f"first look: {len(share)} blocks, {len(names) - len(ignored)} observations")
        path = folder / "model.c"
        known = tables.read_weights(path.read_text())
        start = np.array([known.get(name, 0) / SCALE for name in names]), tables.read_bias(path.read_text()) / SCALE
        start[0][ignored] = 0
        weights, bias = linear.fit_logistic(seen.without(ignored), share, weight * len(weight) / weight.sum(), len(names),
                                            FIRST_LOOK_PENALTY, start)
        path.write_text(tables.write_weights(path.read_text(), in_hundredths(names, weights), round(SCALE * bias)))

    def _fit_second_look(self, folder, selection, programs):
        parts = list(self._blocks(programs, selection, 1))
        masks = [mask & (blocks.own > SCALE * CLEARLY_NOT) for blocks, mask, _ in parts]
        names = parts[0][0].trait_names
        traits = np.concatenate([blocks.traits[mask] for (blocks, _, _), mask in zip(parts, masks)])
        own = np.concatenate([blocks.own[mask] / SCALE for (blocks, _, _), mask in zip(parts, masks)])
        share = np.concatenate([blocks.share[mask] for (blocks, _, _), mask in zip(parts, masks)])
        weight = np.concatenate([weight[mask] for (_, _, weight), mask in zip(parts, masks)])
        shape = tables.forest_shape()
        ignored = self._ignored("trait", names)
        traits[:, ignored] = 0
        self.say(f"second look: {len(share)} blocks, {len(names) - len(ignored)} traits, {shape.trees} trees")
        trees = forest.fit(traits, own, share, weight * len(weight) / weight.sum(), shape, self.seed)
        path = folder / "forest_trees.c"
        path.write_text(tables.write_forest(path.read_text(), trees, names))

    def _fit_titles(self, folder, selection):
        signs, pages, rights, first = [], [], [], 0
        for name in self.titles:
            dataset = self.datasets[name]
            if name == selection.without:
                continue
            titles = self.observations.titles(dataset, self.programs)
            is_known = np.array([page in dataset.pages and selection.has(dataset, page) for page in titles.ids], bool)
            mask = is_known[titles.page]
            signs.append(titles.signs.select(mask))
            pages.append(titles.page[mask] + first)
            rights.append(titles.is_right[mask])
            first += len(titles.ids)
            names = titles.names
        if not signs:
            self.say("titles: no set is left to fit; the table stays as it is and is not measured")
            return
        path = folder / "title_model.c"
        known = tables.read_weights(path.read_text())
        by_hand = {names.index(name): known[name] / SCALE for name in TITLE_SIGNS_BY_HAND}
        by_hand.update((number, 0) for number in self._ignored("sign", names))
        self.say(f"titles: {sum(map(len, pages))} candidates, {len(names)} signs")
        weights = linear.fit_choice(Rows.joined(signs), np.concatenate(pages), np.concatenate(rights), len(names),
                                    TITLE_PENALTY, by_hand)
        path.write_text(tables.write_weights(path.read_text(), in_hundredths(names, weights)))
