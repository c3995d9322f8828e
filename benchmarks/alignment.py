"""The table of the aligner: gold files scored with two and with all sides, beside Gale and Church and rivals that are installed.

usage: python benchmarks/alignment.py GOLD.jsonl… [--without-lexicon] [--speed]

Written texts, such as benchmarks/held_out/*.txt, are measured without their paragraphs.
Weights trained on a text do not measure it: `benchmarks/train.py` prints what is reached on documents that trained nothing.
"""

import argparse
import platform
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from gale_church import align_lengths
from gold_texts import read_written, without_paragraphs
from hunalign import align_hunalign, is_installed

from aligner import Side, signature
from aligner.alignment import BUILTIN, alignments
from aligner.evaluation.agreement import Agreement, Rung, agreement
from aligner.evaluation.gold import GoldDocument, parse_gold
from aligner.evaluation.gold_scores import score_gold

Aligner = Callable[[Side, Side], Sequence[Rung]]
SIZES = (2_000, 5_000, 10_000, 20_000, 40_000)


def score_rival(documents: Sequence[GoldDocument], aligner: Aligner) -> dict[tuple[str, str], Agreement]:
    """The agreement of another aligner with gold, by pair."""
    totals: dict[tuple[str, str], Agreement] = {}
    for document in documents:
        for pair, rungs in document.rungs.items():
            found = aligner(*(document.side(language) for language in pair))
            totals[pair] = totals.get(pair, Agreement()) + agreement(found, rungs)
    return totals


def print_scores(name: str, documents: Sequence[GoldDocument], *, lexicon: bool) -> None:
    """A line a pair and aligner: strict and lax F1."""
    chosen = BUILTIN if lexicon else None
    rows = {("gale-church", pair): total for pair, total in score_rival(documents, align_lengths).items()}
    if is_installed():
        rows |= {("hunalign", pair): total for pair, total in score_rival(documents, align_hunalign).items()}
    for method, two_sides in (("tilmash, two sides", True), ("tilmash, all sides", False)):
        rows |= {(method, score.pair): score.agreement for score in score_gold(documents, two_sides=two_sides, lexicon=chosen)}
    for (method, pair), total in sorted(rows.items(), key=lambda row: (row[0][1], row[0][0])):
        print(f"{name:<17} {'-'.join(pair):<6} {method:<20} strict {total.strict.f1:.3f}  lax {total.lax.f1:.3f}", flush=True)


def repeated(documents: Sequence[GoldDocument], size: int) -> tuple[Side, Side]:
    """The first two sides of all the documents, one after the other and again, up to about so many segments."""
    sides = []
    for place in (0, 1):
        text = [segment for document in documents for segment in document.sides[place].segments]
        sides.append(Side(documents[0].sides[place].language, tuple((text * (size // len(text) + 1))[:size])))
    return sides[0], sides[1]


def print_speed(documents: Sequence[GoldDocument]) -> None:
    """Seconds of processor time and peak memory for one document of ever more segments, and for many documents of about 75."""
    alignments([repeated(documents, 100)])  # compiled and loaded
    small = [repeated([document], 75) for document in documents]
    many = (small * (200 // len(small) + 1))[:200]
    started = time.process_time()
    alignments(many)
    print(f"{len(many)} documents of 75 segments: {(time.process_time() - started) / len(many) * 1000:.1f} ms each", flush=True)
    for size in SIZES:
        bitext = repeated(documents, size)
        started = time.process_time()
        alignments([bitext])
        seconds, peak = time.process_time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"{size:>6} x {size:<6} segments: {seconds:6.1f} s, peak {peak:.0f} MB so far", flush=True)


def read(path: Path) -> list[GoldDocument]:
    """The documents of a file of gold, or the one of a written text."""
    if path.suffix == ".txt":
        return [without_paragraphs(read_written(path).document())]
    return list(parse_gold(path.open(encoding="utf-8"), path.name))


def main() -> None:
    """Print the tables asked for."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("gold", nargs="+", type=Path)
    options.add_argument("--without-lexicon", action="store_true")
    options.add_argument("--speed", action="store_true", help="time the first file instead of scoring")
    given = options.parse_args()
    recipe = signature(lexicon=None if given.without_lexicon else BUILTIN)
    print(f"{recipe}  {platform.machine()} Python {platform.python_version()}")
    sets = {path.stem: read(path) for path in given.gold}
    if given.speed:
        print_speed(next(iter(sets.values())))
        return
    for name, documents in sets.items():
        print_scores(name, documents, lexicon=not given.without_lexicon)


if __name__ == "__main__":
    sys.exit(main())
