"""Predictions as people have them, made the CSV that a server takes.

Nothing of pandas, polars or NumPy is imported: what a thing can do says what it is.
"""

from __future__ import annotations

import csv
import io
import os
from typing import Any, BinaryIO, Callable, List, Mapping, Sequence, Tuple

from .problem import VoorwerpError

Opened = Callable[[], BinaryIO]


class TableError(VoorwerpError):
    """This is no table that can be sent."""


def csv_of(predictions: Any) -> Tuple[str, Opened]:
    """A file name, and how to open the CSV.

    ``predictions`` is the path of a CSV file, CSV as bytes, a pandas or polars frame (also a lazy one), an Arrow table,
    or a mapping of column names to columns of equal length.
    """
    if isinstance(predictions, (str, os.PathLike)):
        path = os.fspath(predictions)
        if isinstance(path, bytes):
            path = os.fsdecode(path)
        if not os.path.isfile(path):
            raise TableError(f"there is no file {path}")
        return os.path.basename(path), lambda: open(path, "rb")
    content = predictions if isinstance(predictions, bytes) else _text(predictions).encode("utf-8")
    return "predictions.csv", lambda: io.BytesIO(content)


def _text(predictions: Any) -> str:
    if isinstance(predictions, Mapping):
        return _of_columns(predictions)
    if hasattr(predictions, "to_csv") and hasattr(predictions, "columns"):
        return _of_pandas(predictions)
    if hasattr(predictions, "collect") and not hasattr(predictions, "write_csv"):
        predictions = predictions.collect()
    if hasattr(predictions, "write_csv") and hasattr(predictions, "columns"):
        text = predictions.write_csv()
        return text if isinstance(text, str) else _of_columns(predictions.to_dict(as_series=False))
    if hasattr(predictions, "to_pydict"):
        return _of_columns(predictions.to_pydict())
    raise TableError(
        f"a {type(predictions).__name__} is no table: give a path, a pandas or polars frame, or a dict of columns"
        ' such as {"id": ids, "label": labels}'
    )


def _of_pandas(frame: Any) -> str:
    index = getattr(frame, "index", None)
    names = [name for name in getattr(index, "names", []) if name is not None]
    # Ids are often the index; one without a name is only the number of the row.
    keep = bool(names) and not any(name in list(frame.columns) for name in names)
    text = frame.to_csv(index=keep)
    if not isinstance(text, str):
        raise TableError(f"a {type(frame).__name__} does not give its CSV as text")
    return text


def _of_columns(columns: Mapping[Any, Any]) -> str:
    if not columns:
        raise TableError("there are no columns")
    cells: List[Sequence[Any]] = []
    for name, column in columns.items():
        listed = column.tolist() if hasattr(column, "tolist") else column
        if isinstance(listed, (str, bytes, Mapping)) or not hasattr(listed, "__iter__"):
            raise TableError(f"the column {name!r} is a {type(column).__name__}; a list or an array is expected")
        values = list(listed)
        if any(isinstance(value, (list, tuple)) for value in values):
            raise TableError(f"the column {name!r} has several dimensions; give each column by itself")
        cells.append(values)
    lengths = {str(name): len(column) for name, column in zip(columns, cells)}
    if len(set(lengths.values())) > 1:
        raise TableError("the columns have different lengths: " + ", ".join(f"{n} {k}" for n, k in lengths.items()))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    # Python writes the shortest digits that give the same number again.
    writer.writerows([_plain(cell) for cell in row] for row in zip(*cells))
    return out.getvalue()


def _plain(cell: Any) -> Any:
    """A scalar of NumPy as Python's: the former says of itself what it is (``np.float64(0.5)``)."""
    return cell.item() if hasattr(cell, "item") and not isinstance(cell, (str, bytes)) else cell
