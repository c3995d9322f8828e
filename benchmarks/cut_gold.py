"""Gold documents cut to their first segments: the case of an abstract, which is too short to teach words about itself.

usage: python benchmarks/cut_gold.py GOLD.jsonl 12 > CUT.jsonl
Every side keeps its first segments, so that sides may end at different places, as they do; of a gold bead that is cut through the
segments that are left stay.
"""

import json
import sys
from pathlib import Path
from typing import Any


def main() -> None:
    """Print the documents of a gold file with so many segments a side."""
    path, limit = Path(sys.argv[1]), int(sys.argv[2])
    for line in path.read_text(encoding="utf-8").splitlines():
        print(json.dumps(cut(json.loads(line), limit), ensure_ascii=False))


def cut(document: dict[str, Any], limit: int) -> dict[str, Any]:
    """The document with at most `limit` segments a side."""
    langs = {language: segments[:limit] for language, segments in document["langs"].items()}
    return {
        "id": document["id"],
        "langs": langs,
        "gold": {pair: cut_beads(beads, limit) for pair, beads in document["gold"].items()},
    }


def cut_beads(beads: list[list[list[int]]], limit: int) -> list[list[list[int]]]:
    """The beads without the positions from `limit` on, and without those that then have no position at all."""
    left = [[[position for position in side if position < limit] for side in bead] for bead in beads]
    return [bead for bead in left if any(bead)]


if __name__ == "__main__":
    main()
