"""Of how many groups `tilmash align` says that their texts hardly translate each other: true ones, damaged ones, strangers.

usage: python benchmarks/strangers.py GOLD.jsonl …
A row for the documents of every file with each of their pairs of languages, and rows for texts of the first file put beside texts
that do not belong to them, cut to their first segments.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from aligned_gold import judged_units

from aligner.beads import Side
from aligner.evaluation.gold import GoldDocument, parse_gold
from alignments.pairing.strangers import strangers
from alignments.units import TranslationUnit

LENGTHS = ((6, 6), (6, 40), (12, 12), (12, 60), (40, 40))
"""Segments of strangers."""


def main() -> None:
    """Print the counts."""
    files = [(path.stem, list(parse_gold(path.read_text(encoding="utf-8").splitlines()))) for path in map(Path, sys.argv[1:])]
    print(f"{'texts':<28} {'pairs':>6} {'warned':>7}")
    for name, documents in files:
        report(name, (sides for one in documents for sides in combinations(one.sides, 2)))
    for here, there in LENGTHS:
        report(f"strangers of {here} and {there}", unrelated(files[0][1], here, there))


def report(name: str, bitexts: Iterable[Sequence[Side]]) -> None:
    """Print how many of the bitexts, each aligned alone, are said to hardly translate each other."""
    warned = [bool(strangers(list(units_of(sides)))) for sides in bitexts]
    print(f"{name:<28} {len(warned):6} {sum(warned):7}", flush=True)


def units_of(sides: Sequence[Side]) -> Iterator[TranslationUnit]:
    """What the aligner makes of two sides."""
    pair = (sides[0].language, sides[1].language)
    return (one.unit for one in judged_units([GoldDocument("group", tuple(sides), {pair: ()})], pair))


def unrelated(documents: Sequence[GoldDocument], here: int, there: int) -> Iterator[tuple[Side, Side]]:
    """Texts of two documents in two languages, cut; every document meets the two behind it."""
    for number, one in enumerate(documents):
        for step in (1, 2):
            other = documents[(number + step) % len(documents)]
            for first, second in combinations([side.language for side in one.sides], 2):
                yield cut(one.side(first), here), cut(other.side(second), there)


def cut(side: Side, length: int) -> Side:
    """The first segments of a side."""
    return Side(side.language, side.segments[:length])


if __name__ == "__main__":
    main()
