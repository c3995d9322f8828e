"""How much of a text another one explains, counted by hand."""

import numpy as np
import pytest

from alignments.inspection.associations import Associations
from alignments.inspection.overlap import explained_weight, explained_words, shared_weight, slipped_weight
from alignments.inspection.rows import Rows

OFFSETS = np.array([0, -1, 1], dtype=np.int64)
WEIGHTS = np.ones(8, dtype=np.float32)


def rows(*numbers: list[int]) -> Rows:
    sizes = np.array([len(row) for row in numbers], dtype=np.int64)
    values = np.array([number for row in numbers for number in row], dtype=np.int32)
    return Rows(values, np.cumsum(sizes) - sizes, np.cumsum(sizes))


def translating(pairs: dict[int, int]) -> Associations:
    """Each number with the one that translates it."""
    starts = np.cumsum([0, *(int(number in pairs) for number in range(8))])
    others = np.array([pairs[number] for number in sorted(pairs)], dtype=np.int32)
    return Associations(others, starts, np.ones(len(others), dtype=np.float32))


def test_a_row_explains_what_it_translates_and_its_neighbours_do_not() -> None:
    first, second = rows([0, 1], [2, 3]), rows([4, 5], [6, 0])
    words = explained_words(first, second, OFFSETS, translating({0: 4, 1: 5, 2: 6}))
    found = explained_weight(words, second, WEIGHTS, OFFSETS)
    assert found[:, 0] == pytest.approx([1, 0.5], abs=1e-5)
    assert np.nan_to_num(found[:, 1:]).tolist() == [[0, 0], [0, 0]]


def test_what_stands_at_an_edge_and_belongs_to_the_neighbour_has_slipped() -> None:
    first, second = rows([0], [1, 2]), rows([4, 5], [6])
    words = explained_words(first, second, OFFSETS, translating({0: 4, 1: 5, 2: 6}))
    assert slipped_weight(words[0], words[2], words[1], second, WEIGHTS).tolist() == [1, 0]


def test_rows_with_the_same_numbers_share_all_and_leave_no_trace() -> None:
    same, other = rows([0, 1], [2, 3]), rows([0, 1], [4, 5])
    for _ in range(2):
        assert shared_weight(same, other, WEIGHTS, OFFSETS)[:, 0] == pytest.approx([1, 0], abs=1e-5)
