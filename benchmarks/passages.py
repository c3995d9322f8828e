"""How well passages that translate each other are found inside files that hold more.

usage: python benchmarks/passages.py NEWS.jsonl [--documents 60] [--first 60] [--no-lexicon] [--facing]
Builds synthetic files from a trilingual gold file (a Kazakh body; shuffled Kazakh, Russian and English passages of 5–12 segments;
Russian and English distractors), finds the stretches between every two languages, and prints how many of the true
passages were found, how many false ones, and how many segment pairs inside were right. With --facing: how many of 200 short texts
that stand beside their translation are paired, and how many that stand beside what follows their translation in its article.
"""

import argparse
import json
import random
from itertools import combinations
from pathlib import Path

from aligner.beads import Side
from aligner.lexicon import Lexicon, builtin_lexicon
from aligner.search.stretches import are_facing, find_stretches

LANGUAGES = ("kk", "ru", "en")
Placed = tuple[str, int]  # the text of a segment and the gold line it comes from


def synthetic_file(lines: list[dict[str, str]], seed: int) -> dict[str, list[Placed]]:
    """One stream of segments a language: passages all three have, and text that only one has."""
    chance = random.Random(seed)  # noqa: S311 - a reproducible draw
    start = chance.randrange(len(lines))
    order = [(start + step) % len(lines) for step in range(len(lines))]
    streams: dict[str, list[list[Placed]]] = {language: [] for language in LANGUAGES}

    def take(languages: tuple[str, ...], least: int, most: int) -> None:
        numbers = [order.pop(0) for _ in range(chance.randint(least, most))]
        for language in languages:
            streams[language].append([(lines[number][language], number) for number in numbers])

    for _ in range(chance.randint(1, 3)):
        take(LANGUAGES, 5, 12)
    take(("kk",), 40, 120)
    take(("ru",), 5, 20)
    take(("en",), 5, 20)
    for blocks in streams.values():
        chance.shuffle(blocks)
    return {language: [placed for block in blocks for placed in block] for language, blocks in streams.items()}


def main() -> None:
    """Print recall of passages, false passages and the share of right pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--first", type=int, default=0, help="first seed; 0 to 179 were seen when thresholds were chosen")
    parser.add_argument("--no-lexicon", action="store_true")
    parser.add_argument("--facing", action="store_true")
    options = parser.parse_args()
    lexicon = None if options.no_lexicon else builtin_lexicon()
    documents = [json.loads(line)["langs"] for line in options.gold.read_text(encoding="utf-8").splitlines()]
    lines = [
        dict(zip(LANGUAGES, texts, strict=True)) for one in documents for texts in zip(*(one[x] for x in LANGUAGES), strict=True)
    ]
    if options.facing:
        facing(lines, lexicon)
        return
    true = found = false = right = pairs = 0
    for seed in range(options.first, options.first + options.documents):
        streams = synthetic_file(lines, seed)
        for a, b in combinations(LANGUAGES, 2):
            expected = {number for _, number in streams[a]} & {number for _, number in streams[b]}
            sides = [Side(x, tuple(text for text, _ in streams[x])) for x in (a, b)]
            reached = set()
            for stretch in find_stretches(*sides, lexicon):
                numbers = [(streams[a][i][1], streams[b][j][1]) for i, j in stretch.pairs]
                good = [x for x, y in numbers if x == y]
                false += not good
                right, pairs = right + len(good), pairs + len(numbers)
                reached.update(good)
            blocks = passages_of(streams[a], expected)
            true += len(blocks)
            found += sum(len(block & reached) >= len(block) / 2 for block in blocks)
    print(f"passages found {found} of {true} ({found / true:.3f}); false {false}")
    print(f"segment pairs right {right} of {pairs} ({right / pairs:.4f})")


def facing(lines: list[dict[str, str]], lexicon: Lexicon | None, draws: int = 200) -> None:
    """Print how many short texts are paired with their translation, and with a stranger of the same article."""
    chance = random.Random(5)  # noqa: S311 - a reproducible draw
    for size in (2, 3, 5, 1):
        for a, b in combinations(LANGUAGES, 2):
            right = wrong = 0
            for start in (chance.randrange(len(lines) - 2 * size) for _ in range(draws)):
                text, translation, stranger = (
                    Side(x, tuple(line[x] for line in lines[first : first + size]))
                    for x, first in ((a, start), (b, start), (b, start + size))
                )
                right += are_facing(text, translation, lexicon)
                wrong += are_facing(text, stranger, lexicon)
            print(f"facing {size} segments {a}-{b}: translations paired {right / draws:.3f}, strangers {wrong / draws:.3f}")


def passages_of(stream: list[Placed], expected: set[int]) -> list[set[int]]:
    """The gold lines of every passage both languages have, a set a passage."""
    blocks: list[set[int]] = []
    last = None
    for _, number in stream:
        if number not in expected:
            last = None
            continue
        if last is None or number != last + 1:
            blocks.append(set())
        blocks[-1].add(number)
        last = number
    return blocks


if __name__ == "__main__":
    main()
