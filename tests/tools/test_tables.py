"""The C files of the fitted tables, read and written."""
import re
import unittest

from learn import tables
from learn.datasets import Refused
from learn.programs import source_of


class Tables(unittest.TestCase):
    def test_a_table_of_weights_is_written_as_it_is_checked_in(self):
        for name in ("model.c", "title_model.c"):
            text = source_of(name).read_text()
            self.assertEqual(tables.write_weights(text, tables.read_weights(text)), text)

    def test_the_bias_is_written_beside_the_weights(self):
        text = source_of("model.c").read_text()
        written = tables.write_weights(text, tables.read_weights(text), 7)
        self.assertEqual(tables.read_bias(written), 7)
        self.assertEqual(tables.write_weights(written, tables.read_weights(text), tables.read_bias(text)), text)

    def test_reasons_stay_beside_new_weights(self):
        text = source_of("model.c").read_text()
        written = tables.write_weights(text, {name: -1 for name in tables.read_weights(text)})
        self.assertEqual(set(tables.read_weights(written).values()), {-1})
        self.assertEqual(re.findall(r"/\*.*?\*/", written, re.S), re.findall(r"/\*.*?\*/", text, re.S))

    def test_an_observation_without_a_row_is_named(self):
        text = source_of("model.c").read_text()
        weights = dict(tables.read_weights(text), BRAND_NEW=1)
        with self.assertRaisesRegex(Refused, "BRAND_NEW"):
            tables.write_weights(text, weights)

    def test_a_row_without_an_observation_is_named(self):
        text = source_of("model.c").read_text()
        weights = tables.read_weights(text)
        del weights["ENDS_COLON"]
        with self.assertRaisesRegex(Refused, "ENDS_COLON"):
            tables.write_weights(text, weights)

    def test_a_weight_beyond_the_table_is_bounded(self):
        self.assertIn("ROW(A, 32767)", tables.write_weights("ROW(A, 0)", {"A": 99999}))

    def test_trees_are_written_as_they_are_checked_in(self):
        text = source_of("forest_trees.c").read_text()
        names = sorted({name for name, _ in tables.ASK.findall(text)})
        trees = tables.read_forest(text, names)
        shape = tables.forest_shape()
        self.assertEqual(len(trees), shape.trees)
        self.assertTrue(all(len(tree.asks) == shape.depth and len(tree.leaves) == 1 << shape.depth for tree in trees))
        self.assertEqual(tables.write_forest(text, trees, names), text)


unittest.main()
