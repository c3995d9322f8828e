"""Sentence vectors handed in: one array a side, one row a segment, from any model."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from aligner.beads import Side
from aligner.errors import AlignerError
from aligner.vectors import Rows, rows_of_matrix

Vectors = NDArray[np.floating]


def rows_of_vectors(arrays: Sequence[object], sides: Sequence[Side]) -> list[Rows]:
    """The vectors of a document as unit rows.

    Raises AlignerError when an array does not fit its side, the arrays do not fit each other, or a value is no number.
    """
    if len(arrays) != len(sides):
        raise AlignerError(f"vectors for {len(arrays)} sides, but {len(sides)} sides given; give one array a side")
    checked = [_checked(array, side, place) for place, (array, side) in enumerate(zip(arrays, sides, strict=True), start=1)]
    widths = {rows.shape[1] for rows in checked if len(rows)}
    if len(widths) > 1:
        raise AlignerError(f"vectors of {' and '.join(map(str, sorted(widths)))} dimensions; take all sides from one model")
    return [rows_of_matrix(_unit(rows) if len(rows) else np.zeros((0, max(widths, default=1)))) for rows in checked]


def _checked(array: object, side: Side, place: int) -> Vectors:
    where = f"vectors of side {place} ({side.language})"
    rows = np.asarray(array)
    if rows.ndim != 2 or not np.issubdtype(rows.dtype, np.number) or np.iscomplexobj(rows):
        raise AlignerError(f"{where}: not a table of numbers; give one row of real numbers a segment")
    if len(rows) != len(side):
        raise AlignerError(f"{where}: {len(rows)} rows for {len(side)} segments; give one row a segment")
    if not np.isfinite(rows).all():
        raise AlignerError(
            f"{where}: row {int(np.argmin(np.isfinite(rows).all(axis=1))) + 1} holds NaN or infinity; compute it again"
        )
    return rows.astype(np.float64)


def _unit(rows: Vectors) -> Vectors:
    """Every row divided by its length; rows of zeros stay."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return rows / np.where(lengths > 0, lengths, 1.0)
