"""The corridor in which beads are looked for first."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.search.coarse import REACH, SLACK, corridor
from aligner.vectors import Vectors, measured, rows_of_matrix


def segments(numbers: list[int]) -> Vectors:
    """Segments of one word each, the words given by their numbers."""
    rows = np.zeros((len(numbers), 1000), dtype=np.float32)
    rows[np.arange(len(numbers)), numbers] = 1
    return measured(rows_of_matrix(rows))


@given(st.lists(st.integers(0, 5), max_size=40), st.lists(st.integers(0, 5), max_size=40))
def test_a_corridor_leads_from_the_beginning_to_the_end(first: list[int], second: list[int]) -> None:
    band = corridor((segments(first), segments(second)))
    assert band.lengths == (len(first), len(second))
    assert band.holds(0, 0)
    assert all(band.low[i] <= band.high[i] for i in range(len(first) + 1))
    assert all(band.low[i + 1] <= band.high[i] + 1 for i in range(len(first)))
    assert (np.diff(band.low) >= 0).all()
    assert (np.diff(band.high) >= 0).all()


def test_a_corridor_is_narrow_where_the_texts_are_sure() -> None:
    same = list(range(60))
    band = corridor((segments(same), segments(same)))
    assert np.diff(band.offset).max() <= 2 * (SLACK + 1) + 1


def test_a_corridor_is_wide_where_nothing_is_alike() -> None:
    band = corridor((segments(list(range(60))), segments(list(range(100, 160)))))
    assert np.diff(band.offset)[30] > REACH


@pytest.mark.parametrize("count", [60, 700])
def test_a_corridor_goes_around_what_only_one_side_has(count: int) -> None:
    second = [number for number in range(count) if not 20 <= number < 40]
    band = corridor((segments(list(range(count))), segments(second)))
    assert all(band.holds(number, place) for place, number in enumerate(second))
