"""What is found out about two sides of a document."""

import numpy as np

from aligner.batch import Batch
from aligner.beads import Side
from aligner.pairs import Pair, PairResult
from aligner.rounds import run_rounds
from aligner.search.lattice import INSERTION, OMISSION, SHAPES
from aligner.weights import frozen_weights

RUSSIAN = Side(
    "ru",
    (
        "Мост через Урал закрыли на ремонт.",
        "Рыбаки этому рады.",
        "Работы продлятся до октября 2024 года.",
        "Автобусы пойдут через посёлок Деркул.",
    ),
)
ENGLISH = Side(
    "en",
    (
        "The bridge across the Ural has been closed for repairs.",
        "Ticket prices are the same as before.",
        "The work will last until October 2024.",
        "Buses will go through the village of Derkul.",
    ),
)


def result() -> PairResult:
    return run_rounds(Batch([(RUSSIAN, ENGLISH)], None), frozen_weights())[Pair(0, (0, 1))]


def test_a_segment_is_in_one_bead_or_alone() -> None:
    found = result()
    rows, columns = found.band.nodes()
    held = [alone[:-1].copy() for alone in found.alone]
    for shape, (a, b) in enumerate(SHAPES):
        nodes, chances = found.of_shape(shape)
        for segments, size, within in ((rows, a, held[0]), (columns, b, held[1])):
            for step in range(size if a and b else 0):
                np.add.at(within, segments[nodes] + step, chances)
    assert np.allclose(np.concatenate(held), 1, atol=0.02)


def test_a_segment_is_as_likely_alone_wherever_the_other_side_stands() -> None:
    """The Russian and the English stranger may be said in either order."""
    found = result()
    assert found.probability((OMISSION, 1, 1)) == found.probability((OMISSION, 1, 2))
    assert found.probability((INSERTION, 1, 1)) == found.probability((INSERTION, 2, 1))
