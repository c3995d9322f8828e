"""Sides in, beads out: the door of the room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from itertools import pairwise
from typing import Final, Literal

from aligner.bags import Lexicon
from aligner.batch import Batch
from aligner.beads import Bead, Side, Signature, Span
from aligner.errors import AlignerError
from aligner.multiway import beads_of_path, best_inside, joined
from aligner.pairs import PairResult
from aligner.rounds import run_rounds
from aligner.weights import frozen_weights

METHOD = "rounds"

BUILTIN: Final = "builtin"
LexiconChoice = Lexicon | Literal["builtin"] | None
"""A lexicon handed in, the one that tilmash ships, or none."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """One aligned document: its beads over all sides, and for every two sides beads that are as fine or finer.

    A cut of the beads is a cut of every pair. `pairs` is keyed by the places of two sides, the first smaller.
    """

    sides: tuple[Side, ...]
    beads: tuple[Bead, ...]
    pairs: Mapping[tuple[int, int], tuple[Bead, ...]]

    def pair(self, first: str, second: str) -> tuple[Bead, ...]:
        """The beads of the sides in two languages, in this order."""
        languages = [side.language for side in self.sides]
        a, b = languages.index(first), languages.index(second)
        if a < b:
            return self.pairs[a, b]
        return tuple(Bead(bead.spans[::-1], bead.probability) for bead in self.pairs[b, a])


def align(
    *sides: Side | Sequence[str], vectors: Sequence[object] | None = None, lexicon: LexiconChoice = BUILTIN
) -> tuple[Bead, ...]:
    """Align two or more sides: beads that hold every segment of every side once and in order."""
    del vectors
    return align_bitexts([tuple(map(_as_side, sides))], lexicon=lexicon)[0]


def align_bitexts(bitexts: Sequence[tuple[Side, ...]], *, lexicon: LexiconChoice = BUILTIN) -> tuple[tuple[Bead, ...], ...]:
    """Align several documents together, so that they teach each other words."""
    return tuple(alignment.beads for alignment in alignments(bitexts, lexicon=lexicon))


def alignments(bitexts: Sequence[tuple[Side, ...]], *, lexicon: LexiconChoice = BUILTIN) -> tuple[Alignment, ...]:
    """As `align_bitexts`, with the beads of every pair of sides beside those over all sides."""
    for sides in bitexts:
        if len(sides) < 2:
            raise AlignerError(f"{len(sides)} side given; give at least two")
    batch = Batch(bitexts, _chosen(lexicon, bitexts))
    results: list[dict[tuple[int, int], PairResult]] = [{} for _ in bitexts]
    for pair, result in run_rounds(batch, frozen_weights()).items():
        results[pair.document][pair.sides] = result
    return tuple(_alignment(sides, held) for sides, held in zip(bitexts, results, strict=True))


def signature(*, lexicon: LexiconChoice = BUILTIN) -> Signature:
    """The recipe of this aligner."""
    return Signature(
        METHOD,
        (("lexicon", lexicon if isinstance(lexicon, str) else "none" if lexicon is None else "given"),),
        version("tilmash"),
    )


def _chosen(lexicon: LexiconChoice, bitexts: Sequence[tuple[Side, ...]]) -> Lexicon | None:
    if lexicon != BUILTIN:
        return lexicon
    from aligner.lexicon import builtin_lexicon  # noqa: PLC0415 - read only when a text may need it

    known = builtin_lexicon()
    return known if any(side.language in known.languages for sides in bitexts for side in sides) else None


def _as_side(side: Side | Sequence[str]) -> Side:
    return side if isinstance(side, Side) else Side("und", tuple(side))


def _alignment(sides: tuple[Side, ...], results: Mapping[tuple[int, int], PairResult]) -> Alignment:
    if len(sides) == 2:
        beads = beads_of_path(results[0, 1])
        return Alignment(sides, beads, {(0, 1): beads})
    beads = joined(results, tuple(map(len, sides)))
    return Alignment(sides, beads, {places: _pair_beads(result, beads, places) for places, result in results.items()})


def _pair_beads(result: PairResult, beads: Sequence[Bead], places: tuple[int, int]) -> tuple[Bead, ...]:
    """The most likely beads of two sides that are cut wherever the beads over all sides are."""
    first, second = places
    cuts = [(0, 0), *((bead.spans[first].stop, bead.spans[second].stop) for bead in beads)]
    found = [part for start, stop in pairwise(cuts) for part in best_inside(result, start, stop)]
    return tuple(Bead((Span(start[0], stop[0]), Span(start[1], stop[1])), sure) for start, stop, sure in found)
