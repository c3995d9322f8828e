"""Sides in, beads out: the door of the room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.metadata import version
from typing import Final, Literal

from aligner.bags import LexiconLike
from aligner.batch import Batch, Example
from aligner.beads import Bead, Side, Signature
from aligner.errors import AlignerError
from aligner.multiway import beads_of_path, joined
from aligner.pairs import PairResult
from aligner.rounds import run_rounds
from aligner.sentence_vectors import rows_of_vectors
from aligner.spelling.kazakh_latin import side_in_cyrillic
from aligner.weights import frozen_weights, weights_digest

METHOD = "rounds"

BUILTIN: Final = "builtin"
LexiconChoice = LexiconLike | Literal["builtin"] | None
"""A lexicon handed in, the one that tilmash ships, or none."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """One aligned document: its beads over all sides, and for every two sides beads that are as fine or finer.

    A cut of the beads is a cut of every pair. `pairs` is keyed by the places of two sides, the first smaller.
    """

    sides: tuple[Side, ...]
    beads: tuple[Bead, ...]
    pairs: Mapping[tuple[int, int], tuple[Bead, ...]]

    def by_languages(self) -> dict[tuple[str, str], tuple[Bead, ...]]:
        """The beads of every two sides by their languages, in the order of the sides."""
        return {(self.sides[a].language, self.sides[b].language): beads for (a, b), beads in self.pairs.items()}

    def pair(self, first: str, second: str) -> tuple[Bead, ...]:
        """The beads of the sides in two languages, in this order."""
        languages = [side.language for side in self.sides]
        a, b = languages.index(first), languages.index(second)
        if a < b:
            return self.pairs[a, b]
        return tuple(Bead(bead.spans[::-1], bead.probability) for bead in self.pairs[b, a])


def align(
    *sides: Side | Sequence[str],
    lexicon: LexiconChoice = BUILTIN,
    vectors: Sequence[object] | None = None,
    examples: Sequence[Example] = (),
) -> tuple[Bead, ...]:
    """Align two or more sides: beads that hold every segment of every side once and in order.

    A side is a list of segments, or a `Side` that also says its language and paragraphs; the built-in lexicon and the stemmers
    need the language. `vectors` are sentence vectors, one array a side; `examples` known translations to learn words from.
    Raises AlignerError when fewer than two sides are given or the vectors do not fit.
    """
    given = None if vectors is None else [vectors]
    return align_bitexts([tuple(map(_as_side, sides))], lexicon=lexicon, vectors=given, examples=examples)[0]


def align_bitexts(
    bitexts: Sequence[tuple[Side, ...]],
    *,
    lexicon: LexiconChoice = BUILTIN,
    vectors: Sequence[Sequence[object]] | None = None,
    examples: Sequence[Example] = (),
) -> tuple[tuple[Bead, ...], ...]:
    """Align several documents together, so that they teach each other words; `vectors` has one list of arrays a document."""
    found = alignments(bitexts, lexicon=lexicon, vectors=vectors, examples=examples)
    return tuple(alignment.beads for alignment in found)


def alignments(
    bitexts: Sequence[tuple[Side, ...]],
    *,
    lexicon: LexiconChoice = BUILTIN,
    vectors: Sequence[Sequence[object]] | None = None,
    examples: Sequence[Example] = (),
) -> tuple[Alignment, ...]:
    """As `align_bitexts`, with the beads of every pair of sides beside those over all sides."""
    for sides in bitexts:
        if len(sides) < 2:
            raise AlignerError(f"{len(sides)} side given; give at least two")
    rows = None if vectors is None else [rows_of_vectors(*given) for given in zip(vectors, bitexts, strict=True)]
    readable = [_told_apart(tuple(map(side_in_cyrillic, sides))) for sides in bitexts]
    batch = Batch(readable, _chosen(lexicon, readable), rows, list(map(_example_in_cyrillic, examples)))
    results: list[dict[tuple[int, int], PairResult]] = [{} for _ in bitexts]
    for pair, result in run_rounds(batch, frozen_weights()).items():
        results[pair.document][pair.sides] = result
    return tuple(alignment_of(sides, held) for sides, held in zip(bitexts, results, strict=True))


def signature(*, lexicon: LexiconChoice = BUILTIN, vectors: bool = False, examples: Sequence[Example] = ()) -> Signature:
    """The recipe of a result: the same input with the same signature gives the same beads."""
    chosen = lexicon if isinstance(lexicon, str) else "none" if lexicon is None else lexicon.name
    settings = (
        ("weights", weights_digest()),
        ("lexicon", chosen),
        ("vectors", "given" if vectors else "none"),
        *((("examples", f"{len(examples)} {_digest(examples)}"),) if examples else ()),
    )
    return Signature(METHOD, settings, version("tilmash"))


def _digest(examples: Sequence[Example]) -> str:
    """A short hash of examples."""
    texts = repr([sorted(example.items()) for example in examples])
    return sha256(texts.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _chosen(lexicon: LexiconChoice, bitexts: Sequence[tuple[Side, ...]]) -> LexiconLike | None:
    if not isinstance(lexicon, str):
        return lexicon
    from aligner.lexicon import builtin_lexicon  # noqa: PLC0415 - read only when a text may need it

    known = builtin_lexicon()
    return known if any(side.language in known.languages for sides in bitexts for side in sides) else None


def _example_in_cyrillic(example: Example) -> Example:
    """The example under the tags and in the letters in which the sides are read."""
    sides = (side_in_cyrillic(Side(language, (text,))) for language, text in example.items())
    return {side.language: side.segments[0] for side in sides}


def _as_side(side: Side | Sequence[str]) -> Side:
    return side if isinstance(side, Side) else Side("und", tuple(side))


def _told_apart(sides: tuple[Side, ...]) -> tuple[Side, ...]:
    """The sides with tags that differ, as those of lists of strings do not: words are learned from one tag to another."""
    tags = [side.language for side in sides]
    return tuple(
        replace(side, language=f"{side.language}-x-{place}") if tags.count(side.language) > 1 else side
        for place, side in enumerate(sides, start=1)
    )


def alignment_of(sides: tuple[Side, ...], results: Mapping[tuple[int, int], PairResult]) -> Alignment:
    """The beads of a document from what was found out about every two of its sides."""
    if len(sides) == 2:
        beads = beads_of_path(results[0, 1])
        return Alignment(sides, beads, {(0, 1): beads})
    return Alignment(sides, *joined(results, tuple(map(len, sides))))
