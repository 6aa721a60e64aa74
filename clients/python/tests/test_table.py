"""What people have in a notebook becomes the CSV that they mean."""

import array
import unittest

from voorwerp.table import TableError, csv_of

try:
    import numpy
    import pandas
except ImportError:
    numpy = pandas = None


def text(predictions):
    with csv_of(predictions)[1]() as file:
        return file.read().decode("utf-8")


class Polars:
    """What polars' frames can do, as far as it matters."""

    columns = ["id", "p"]

    def write_csv(self):
        return "id,p\na,0.5\n"


class LazyPolars:
    def collect(self):
        return Polars()


class TableTest(unittest.TestCase):
    def test_columns_become_rows_with_all_their_digits(self):
        self.assertEqual(
            'id,p\n"a,1",0.1\n007,1e-300\n', text({"id": ["a,1", "007"], "p": array.array("d", [0.1, 1e-300])})
        )

    def test_lazy_frames_are_computed(self):
        self.assertEqual("id,p\na,0.5\n", text(Polars()))
        self.assertEqual("id,p\na,0.5\n", text(LazyPolars()))

    def test_what_is_no_table_is_said_to_be_none(self):
        for wrong, words in (
            (3, "int is no table"),
            ([1, 2], "list is no table"),
            ({}, "no columns"),
            ({"id": "abc"}, "a list or an array"),
            ({"id": [1, 2], "p": [0.5]}, "different lengths: id 2, p 1"),
            ({"id": [[1], [2]]}, "several dimensions"),
            ("nowhere.csv", "no file nowhere.csv"),
        ):
            with self.subTest(wrong), self.assertRaisesRegex(TableError, words):
                csv_of(wrong)

    @unittest.skipIf(pandas is None, "pandas is not here")
    def test_frames_of_pandas_keep_an_index_that_has_a_name(self):
        frame = pandas.DataFrame({"id": ["a", "b"], "p": [0.1, 0.2]})
        self.assertEqual("id,p\na,0.1\nb,0.2\n", text(frame))
        self.assertEqual("id,p\na,0.1\nb,0.2\n", text(frame.set_index("id")))
        self.assertEqual("id,p\nb,0.2\n", text(frame[frame.p > 0.15]))

    @unittest.skipIf(numpy is None, "NumPy is not here")
    def test_arrays_of_numpy_are_columns(self):
        self.assertEqual(
            "id,p\na,0.5\n1,0.25\n", text({"id": numpy.array(["a", "1"]), "p": numpy.float32([0.5, 0.25])})
        )
        self.assertEqual("p\n0.5\n", text({"p": [numpy.float64(0.5)]}))
        with self.assertRaisesRegex(TableError, "several dimensions"):
            text({"p": numpy.zeros((2, 2))})


if __name__ == "__main__":
    unittest.main()
