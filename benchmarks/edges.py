"""How many units at the edges of passages are right, in files that hold passages in three languages among other text.

usage: python benchmarks/edges.py NEWS.jsonl [FIRST LAST]
Builds the synthetic files of `passages.py`, the text of every language a paragraph a segment, and pairs and aligns them as
`tilmash align` does. A unit is right when it holds the same lines of gold in all its languages, strange when no two share one.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from passages import LANGUAGES, Placed, synthetic_file

from alignments.pairing.bitexts import pair_groups
from alignments.pairing.groups import Group
from alignments.pairing.knowledge import Knowledge
from alignments.units import TranslationUnit
from corpus.documents import BlockKind, Document, Segment, SourceFile
from corpus.library import StoredDocument

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Print the counts."""
    path, first, last = Path(sys.argv[1]), *(map(int, sys.argv[2:4] or ("0", "60")))
    documents = [json.loads(line)["langs"] for line in path.read_text(encoding="utf-8").splitlines()]
    lines = [
        dict(zip(LANGUAGES, texts, strict=True)) for one in documents for texts in zip(*(one[x] for x in LANGUAGES), strict=True)
    ]
    verdicts = Counter[str]()
    for seed in range(first, last):
        streams = synthetic_file(lines, seed)
        (paired,) = pair_groups([Group("file", tuple(stored(streams)))], Knowledge())
        verdicts.update(verdict(unit, streams) for unit in paired.units if len(unit.variants) > 1)
    print(f"units in several languages {verdicts.total()}: right {verdicts['right']}, strange {verdicts['strange']}")


def stored(streams: dict[str, list[Placed]]) -> Iterator[StoredDocument]:
    """The streams as documents of one file, one language behind the other."""
    paragraph = 0
    for number, (language, placed) in enumerate(streams.items()):
        segments = tuple(
            Segment(position, text, paragraph + position, BlockKind.PARAGRAPH, 0, len(text))
            for position, (text, _) in enumerate(placed)
        )
        paragraph += len(segments)
        yield StoredDocument(number, Document("file", language, SourceFile("file", "file", "text"), segments), NOW, len(segments))


def verdict(unit: TranslationUnit, streams: dict[str, list[Placed]]) -> str:
    """Whether the variants hold the same lines of gold: right, strange, or in between."""
    held = [{streams[variant.language][position][1] for position in variant.segments} for variant in unit.variants]
    if all(lines == held[0] for lines in held):
        return "right"
    return "in between" if any(one & other for n, one in enumerate(held) for other in held[n + 1 :]) else "strange"


if __name__ == "__main__":
    main()
