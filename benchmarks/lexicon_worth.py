"""What the built-in lexicon is worth to the aligner: gold files aligned with it and without it.

usage: python benchmarks/lexicon_worth.py GOLD.jsonl …
Three rows a file and pair: the documents of the file aligned together, so that they teach each other words; each by itself, as a
user's single document is; and each cut to its first 12 segments (as `cut_gold.py` does), the case of an abstract. Each is aligned
with all its sides at once, and with the two sides of the pair alone.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from cut_gold import cut

from aligner.evaluation.agreement import Agreement
from aligner.evaluation.gold import GoldDocument, Pair, parse_gold
from aligner.evaluation.gold_scores import score_gold
from aligner.lexicon import Lexicon, builtin_lexicon

ABSTRACT = 12
"""Segments of an abstract."""


def main() -> None:
    """Print strict F1 of every set and pair, without and with the lexicon."""
    print(
        f"{'set':<12} {'documents':<10} {'sides':<6} {'pair':<6} {'beads':>6} {'without':>8} {'with':>8} {'gain':>7}   strict F1"
    )
    for path in map(Path, sys.argv[1:]):
        for kind, groups in arrangements(path):
            for two_sides in (False, True):
                print_rows(f"{path.stem:<12} {kind:<10} {'two' if two_sides else 'all':<6}", groups, two_sides=two_sides)


def print_rows(head: str, groups: list[tuple[GoldDocument, ...]], *, two_sides: bool) -> None:
    """Print strict F1 of every pair without and with the lexicon."""
    without, within = (scores(groups, lexicon, two_sides=two_sides) for lexicon in (None, builtin_lexicon()))
    for pair, agreement in without.items():
        before, after = agreement.strict.f1, within[pair].strict.f1
        figures = f"{agreement.wanted.total:6} {before:8.3f} {after:8.3f} {after - before:+7.3f}"
        print(f"{head} {'-'.join(pair):<6} {figures}", flush=True)


def arrangements(path: Path) -> Iterator[tuple[str, list[tuple[GoldDocument, ...]]]]:
    """The documents of a file in the groups that are aligned together: all, each alone, the beginning of each alone."""
    lines = path.read_text(encoding="utf-8").splitlines()
    documents = parsed(lines, path)
    beginnings = parsed((json.dumps(cut(json.loads(line), ABSTRACT)) for line in lines), path)
    yield "together", [documents]
    yield "alone", [(document,) for document in documents]
    yield f"first {ABSTRACT}", [(document,) for document in beginnings]


def parsed(lines: Iterable[str], path: Path) -> tuple[GoldDocument, ...]:
    """The documents of the lines of a gold file."""
    return tuple(parse_gold(lines, str(path)))


def scores(groups: list[tuple[GoldDocument, ...]], lexicon: Lexicon | None, *, two_sides: bool) -> dict[Pair, Agreement]:
    """The agreement of each pair over all groups, each of which is aligned together."""
    found: dict[Pair, Agreement] = {}
    for group in groups:
        for score in score_gold(group, lexicon=lexicon, two_sides=two_sides):
            found[score.pair] = found.get(score.pair, Agreement()) + score.agreement
    return found


if __name__ == "__main__":
    main()
