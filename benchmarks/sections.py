"""How much is paired rightly where a translation has all its sections in another order, and how often texts in order are cut.

usage: python benchmarks/sections.py GOLD/news.jsonl GOLD/news_hard.jsonl
Of every document of the first file the second language is cut into three to six sections, which are put in another order; those
of the second file, damaged but in order, and the texts of tests/gold hold none. All are paired and aligned as `tilmash align`
does, the first ones also as if the texts were in order.
"""

import json
import sys
from itertools import chain, pairwise
from pathlib import Path
from random import Random
from unittest.mock import patch

from gold_texts import read_written
from moved import PAIRS, aligned

Texts = dict[str, list[str]]


def main() -> None:
    """Print the counts."""
    true, damaged = ([json.loads(line)["langs"] for line in Path(name).read_text().splitlines()] for name in sys.argv[1:])
    chance = Random(5)  # noqa: S311 - a reproducible draw
    mixed = [shuffled(one, pair, chance) for one in true for pair in PAIRS]
    total = sum(len(order) for *_, order in mixed)
    print(f"sections in another order: of {total} segments right {sum(right(*one) for one in mixed)}", flush=True)
    with patch("alignments.pairing.passages.sections", return_value=()):
        print(f"the same taken to be in order: right {sum(right(*one) for one in mixed)}", flush=True)
    written = [read_written(path).document() for path in sorted((Path(__file__).parents[1] / "tests" / "gold").glob("*.txt"))]
    ordered = [(one, pair) for one in damaged for pair in PAIRS]
    ordered += [({tag: list(one.side(tag).segments) for tag in pair}, pair) for one in written for pair in one.rungs]
    cut = sum(len({unit.provenance.passage for unit in aligned(*one).units}) > 1 for one in ordered)
    print(f"of {len(ordered)} groups in order {cut} cut into passages")


def shuffled(texts: Texts, pair: tuple[str, str], chance: Random) -> tuple[Texts, tuple[str, str], list[int]]:
    """The texts with the sections of the second language in another order, and the old place of each of its segments."""
    length = len(texts[pair[1]])
    cuts = sorted(chance.sample(range(5, length - 5), chance.randint(2, 5)))
    parts = [range(*bounds) for bounds in pairwise([0, *cuts, length])]
    chance.shuffle(parts)
    order = list(chain.from_iterable(parts))
    return {**texts, pair[1]: [texts[pair[1]][place] for place in order]}, pair, order


def right(texts: Texts, pair: tuple[str, str], order: list[int]) -> int:
    """Segments of the second language in units that hold just what they translate."""
    found = 0
    for unit in aligned(texts, pair).units:
        places = {variant.language: variant.segments for variant in unit.variants}
        if len(places) > 1 and sorted(order[place] for place in places[pair[1]]) == sorted(places[pair[0]]):
            found += len(places[pair[1]])
    return found


if __name__ == "__main__":
    main()
