"""What the built-in lexicon is worth to the aligner: gold files aligned with it, without it, and with ICU's names besides.

usage: python benchmarks/lexicon_worth.py [--alone] GOLD.jsonl …
The documents of a file are aligned together, so that they teach each other words; with --alone each is aligned by itself,
as a user's single abstract is.
"""

import argparse
from pathlib import Path

from aligner.evaluation import Agreement
from aligner.gold import GoldDocument, Pair, parse_gold
from aligner.gold_scores import score_gold
from aligner.lexicon import Lexicon, builtin_lexicon, icu_lexicon


def main() -> None:
    """Print strict F1 of every set and pair, with each choice of lexicon."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--alone", action="store_true", help="align each document by itself")
    wanted = parser.parse_args()
    print(f"{'set':<16} {'pair':<6} {'without':>8} {'with':>8} {'gain':>7} {'with ICU':>9}   strict F1")
    for path in wanted.gold:
        with path.open(encoding="utf-8") as lines:
            documents = tuple(parse_gold(lines, str(path)))
        groups: list[tuple[GoldDocument, ...]] = [(document,) for document in documents] if wanted.alone else [documents]
        found = [scores(groups, lexicon) for lexicon in (None, builtin_lexicon(), icu_lexicon())]
        for pair in found[0]:
            without, within, icu = (one[pair].strict.f1 for one in found)
            print(f"{path.stem:<16} {'-'.join(pair):<6} {without:8.3f} {within:8.3f} {within - without:+7.3f} {icu:9.3f}")


def scores(groups: list[tuple[GoldDocument, ...]], lexicon: Lexicon | None) -> dict[Pair, Agreement]:
    """The agreement of each pair over all groups, each of which is aligned together."""
    found: dict[Pair, Agreement] = {}
    for group in groups:
        for score in score_gold(group, lexicon=lexicon):
            found[score.pair] = found.get(score.pair, Agreement()) + score.agreement
    return found


if __name__ == "__main__":
    main()
