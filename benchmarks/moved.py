"""How many segments of a section that was moved in the translation are paired, and how many sections are found that none moved.

usage: python benchmarks/moved.py GOLD/news.jsonl GOLD/news_hard.jsonl
Of every document of the first file a section is put at the beginning or the end of one of its languages; the documents of the
second file, damaged but in order, hold none. Both are paired and aligned as `tilmash align` does.
"""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from alignments.pairing.bitexts import PairedGroup, pair_groups
from alignments.pairing.groups import Group
from alignments.pairing.knowledge import Knowledge
from corpus.documents import BlockKind, Document, Segment, SourceFile
from corpus.library import StoredDocument

PAIRS = (("kk", "ru"), ("ru", "en"), ("kk", "en"))
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Print the counts."""
    true, damaged = ([json.loads(line)["langs"] for line in Path(name).read_text().splitlines()] for name in sys.argv[1:])
    chance = Random(4)  # noqa: S311 - a reproducible draw
    for size in (4, 8, 16):
        found = [moved(one, *chance.choice(PAIRS), size, chance) for one in true]
        right, wrong = (sum(counts) for counts in zip(*found, strict=True))
        print(f"moved {size:2} segments: of {size * len(true)} right {right}, wrong {wrong}", flush=True)
    groups = [aligned(one, pair) for one in damaged for pair in (*PAIRS, ("kk", "ru", "en"))]
    print(f"of {len(groups)} groups in order {sum(len(group.passages) > 1 for group in groups)} said to hold a moved section")


def moved(texts: dict[str, list[str]], here: str, there: str, size: int, chance: Random) -> tuple[int, int]:
    """Segments of a section, moved in the second language, that are paired as in gold, and with strangers only."""
    order = list(range(len(texts[there])))
    start = chance.randrange(5, len(order) - size)
    section, rest = order[start : start + size], order[:start] + order[start + size :]
    order = section + rest if chance.random() < 0.5 else rest + section
    group = aligned({here: texts[here], there: [texts[there][place] for place in order]}, (here, there))
    right = wrong = 0
    for unit in group.units:
        places = {variant.language: set(variant.segments) for variant in unit.variants}
        lines = {order[place] for place in places.get(there, ())}
        held = len(lines & set(section)) if here in places else 0
        right += held * (places.get(here) == lines)
        wrong += held * lines.isdisjoint(places.get(here, ()))
    return right, wrong


def aligned(texts: dict[str, list[str]], languages: Sequence[str]) -> PairedGroup:
    """The texts in these languages as a group of files."""
    documents = tuple(stored(number, language, texts[language]) for number, language in enumerate(languages))
    (group,) = pair_groups([Group("group", documents)], Knowledge())
    return group


def stored(number: int, language: str, texts: Sequence[str]) -> StoredDocument:
    """A file in one language, a paragraph a segment."""
    segments = tuple(Segment(n, text, n, BlockKind.PARAGRAPH, 0, len(text)) for n, text in enumerate(texts))
    return StoredDocument(
        number, Document(language, language, SourceFile(language, language, "text"), segments), NOW, len(segments)
    )


if __name__ == "__main__":
    main()
