"""What single kinds of evidence say of single beads."""

import numpy as np
import pytest

from aligner.batch import Batch
from aligner.beads import Side
from aligner.evidence.agreement import AgreementEvidence
from aligner.evidence.habits import habits_of
from aligner.evidence.kinds import NOTHING, candidates_in, features_of
from aligner.pairs import Pair, evidence_for
from aligner.rounds import run_rounds
from aligner.search.lattice import SHAPES, band_around, cells_within, full_band, turned_cells
from aligner.vectors import measured, rows_of_matrix
from aligner.weights import frozen_weights


def said(first: tuple[str, ...], second: tuple[str, ...], shape: tuple[int, int], node: tuple[int, int]) -> dict[str, float]:
    """All features of the bead of a shape that starts at a node."""
    batch = Batch([(Side("xx", first), Side("yy", second))], None)
    candidates = candidates_in(full_band(len(first), len(second)))
    evidence = list(evidence_for(batch, Pair(0, (0, 1)), candidates, None))
    row = features_of(evidence, candidates)[SHAPES.index(shape), candidates.band.node(*node)]
    return dict(zip((name for kind in evidence for name in kind.names), row.tolist(), strict=True))


def test_a_segment_that_repeats_what_is_translated_adds_nothing() -> None:
    whole = ("Berlin, Amsterdam, Lisbon, Warsaw.",)
    title = said(("Berlin, Amsterdam", "Berlin, Amsterdam, Lisbon, Warsaw."), whole, (2, 1), (0, 0))
    parts = said(("Berlin, Amsterdam,", "Lisbon, Warsaw."), whole, (2, 1), (0, 0))
    assert title["words: least gain"] == pytest.approx(0)
    assert parts["words: least gain"] > 0.3
    assert parts["words: claimed twice"] == pytest.approx(0, abs=1e-6)
    assert title["words: claimed twice"] < -0.1


def test_the_weakest_segment_of_a_bead_is_the_one_that_has_no_translation() -> None:
    found = said(("Berlin, Amsterdam", "nothing known"), ("Berlin, Amsterdam",), (2, 1), (0, 0))
    assert found["words: weakest segment"] == 0
    assert found["words: less covered side"] > 0


def test_all_of_a_bead_is_told_alike_whichever_side_comes_first() -> None:
    first, second = ("Berlin, Lisbon", "and Warsaw 25", "Oslo"), ("Berlin 25", "Warsaw, Lisbon –", "so it is")
    for shape in ((1, 2), (2, 1), (2, 2), (1, 0)):
        here, there = said(first, second, shape, (0, 0)), said(second, first, (shape[1], shape[0]), (0, 0))
        assert here == pytest.approx(there, abs=1e-4)


@pytest.mark.parametrize(
    ("segments", "joined"),
    [
        (("“It is late,”", "said the old man."), 1),
        (("«Кеш болды»,", "– деді қарт."), 1),
        (("Тапсырылды:", "– ведомостар;", "– хаттама."), 0),
        (("It is late.", "The old man went home."), 0),
    ],
    ids=["small letter", "dash and small letter", "a list", "a new sentence"],
)
def test_a_segment_that_goes_on_with_the_one_before_joins_it(segments: tuple[str, ...], joined: int) -> None:
    found = said(segments, ("Whatever it may be.",), (len(segments), 1), (0, 0))
    assert found["marks: joined inside"] == joined


def test_a_title_inside_a_bead_is_seen() -> None:
    assert said(("A title", "A sentence."), ("One sentence.",), (2, 1), (0, 0))["marks: title inside"] == -1
    assert said(("A sentence.", "A title"), ("One sentence.",), (2, 1), (0, 0))["marks: title inside"] == 0


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([[1, 0]], [[1, 0]], (1, 0, 0)),
        ([[1, 0]], [[0, 1]], (0, 1, 0)),
        ([[1, 0]], [[0, 0]], (0, 0, 1)),
        ([[0, 0]], [[0, 0]], (0, 0, 0)),
        ([[1, 0], [1, 0]], [[1, 0]], (1, 0, 0)),
        ([[1, 1], [0, 0]], [[1, 1]], (2**0.5, 0, 0)),
    ],
    ids=["the same", "strangers", "one has no partner", "neither has one", "two segments are one there", "one is two there"],
)
def test_links_to_another_side_agree(first: list[list[int]], second: list[list[int]], expected: tuple[float, ...]) -> None:
    candidates = candidates_in(full_band(len(first), len(second)))
    links = measured(rows_of_matrix(np.array(first))), measured(rows_of_matrix(np.array(second)))
    features = features_of([AgreementEvidence("third side", candidates, links)], candidates)
    found = features[SHAPES.index((len(first), len(second))), candidates.band.node(0, 0)]
    assert tuple(found.tolist()) == pytest.approx(expected, abs=1e-3)


def test_habits_are_those_of_the_document() -> None:
    counts = np.zeros(len(SHAPES), dtype=np.float32)
    assert habits_of(counts) == pytest.approx(np.zeros(len(SHAPES)), abs=1e-6)
    counts[SHAPES.index((2, 1))] = 40
    habits = habits_of(counts)
    assert habits[SHAPES.index((1, 2))] == habits[SHAPES.index((2, 1))] > 0 > habits[SHAPES.index((1, 1))]


def test_candidates_are_the_beads_whose_segments_meet_inside_the_band() -> None:
    band = band_around(np.array([0, 1, 2, 5, 6]), np.array([0, 1, 4, 5, 7]), (6, 7), 2)
    inside = candidates_in(band).inside
    for shape, (a, b) in enumerate(SHAPES):
        for i in range(7):
            for j in range(band.low[i], band.high[i] + 1):
                ends_inside = i + a <= 6 and band.holds(i + a, j + b)
                cells = all(band.holds(i + x, j + y) for x in range(a) for y in range(b)) if ends_inside else False
                assert inside[shape, band.node(i, j)] == (ends_inside and cells)


def test_what_is_weighed_is_what_is_kept_times_the_weights() -> None:
    first = ("A title", "– said he, 25 (twice).", "Berlin: “Lisbon, Warsaw”", "and so on;", "Is it Oslo?", "A title")
    second = ("A title", "“Berlin and Lisbon,", "– Warsaw 25!", "Oslo: 25 %?", "it is.")
    batch = Batch([(Side("xx", first), Side("yy", second))], None)
    result = run_rounds(batch, frozen_weights())[Pair(0, (0, 1))]
    candidates = candidates_in(band_around(np.array([0, 2, 6]), np.array([0, 1, 5]), (len(first), len(second)), 2))
    random = np.random.default_rng(1)
    for kind in evidence_for(batch, Pair(0, (0, 1)), candidates, result):
        weights = random.normal(size=len(kind.names)).astype(np.float32)
        scores = np.zeros((len(SHAPES), candidates.band.size), dtype=np.float32)
        kind.weigh(weights, scores, NOTHING)
        inside = candidates.inside
        assert scores[inside] == pytest.approx((features_of([kind], candidates) @ weights)[inside], abs=1e-4), kind.names


def test_of_the_whole_lattice_a_band_holds_its_nodes() -> None:
    band = band_around(np.array([0, 1, 2, 5, 6]), np.array([0, 1, 4, 5, 7]), (6, 7), 2)
    rows, columns = band.nodes()
    assert (cells_within(band, np.arange(7 * 8, dtype=np.float32)) == rows * 8 + columns).all()


def test_the_nodes_of_a_turned_band_are_found_again() -> None:
    band = band_around(np.array([0, 1, 2, 5, 6]), np.array([0, 1, 4, 5, 7]), (6, 7), 2)
    turned = band.turned()
    held = turned_cells(band, turned, np.arange(band.size, dtype=np.float32))
    nodes = [(i, j) for i in range(7) for j in range(8) if band.holds(i, j)]
    assert turned.size == band.size
    assert all(held[turned.node(j, i)] == band.node(i, j) for i, j in nodes)
