"""The C files of the fitted tables: read and written in the form in which they are checked in.

The tables of weights keep their text, with the reason of each weight beside it: only the numbers
change.  So a new observation is put into the table by hand, with a weight of 0 and its reason.
"""
import re

from learn.datasets import Refused
from learn.forest import Shape, Tree
from learn.programs import source_of

ROW = re.compile(r"\bROW\((\w+), (-?\d+)\)")
BIAS = re.compile(r"(MODEL_BIAS = )(-?\d+)")
ASK = re.compile(r"ASK\((\w+), (-?\d+)\)")
FOREST_START = "FOREST_TREES] = {\n"
LARGEST = 32767  # the tables are of 16 bits


def read_weights(text):
    return {name: int(weight) for name, weight in ROW.findall(text)}


def write_weights(text, weights, bias=None):
    """The text with these weights, whole hundredths, and this bias."""
    known = read_weights(text)
    if set(known) != set(weights):
        differing = ", ".join(sorted(set(known) ^ set(weights)))
        raise Refused(f"the table and what the programs observe differ in {differing}: "
                      "give each a row in the table, with a weight of 0, and build again")
    text = ROW.sub(lambda row: f"ROW({row[1]}, {_bounded(weights[row[1]])})", text)
    return text if bias is None else BIAS.sub(lambda found: f"{found[1]}{_bounded(bias)}", text)


def read_bias(text):
    return int(BIAS.search(text)[2])


def _bounded(weight):
    return max(-LARGEST, min(LARGEST, int(weight)))


def forest_shape(name="forest.h"):
    """How many trees of which depth a header of indexer/content has room for."""
    text = source_of(name).read_text()
    return Shape(*(int(re.search(rf"{what} = (\d+)", text)[1]) for what in ("FOREST_TREES", "FOREST_DEPTH")))


def read_forest(text, trait_names):
    trees = []
    for asks, leaves in re.findall(r"\{ \{ (ASK.*?) \},\s*\{ (.*?) \} \}", text[text.index(FOREST_START):], re.S):
        trees.append(Tree([(trait_names.index(name), int(above)) for name, above in ASK.findall(asks)],
                          [int(leaf) for leaf in leaves.split(",")]))
    return trees


def write_forest(text, trees, trait_names):
    head = text[:text.index(FOREST_START) + len(FOREST_START)]
    rows = []
    for tree in trees:
        asks = ", ".join(f"ASK({trait_names[trait]}, {above})" for trait, above in tree.asks)
        leaves = ", ".join(str(_bounded(leaf)) for leaf in tree.leaves)
        rows.append(f"    {{ {{ {asks} }},\n      {{ {leaves} }} }},\n")
    return head + "".join(rows) + "};\n"
