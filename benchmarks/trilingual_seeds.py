"""Whether the trilingual passages hidden in raw texts come out as units, and nothing that only looks like them.

usage: python benchmarks/trilingual_seeds.py SEEDS GOLD.json
SEEDS is a folder of raw texts; GOLD.json names the true groups of sentences and key words of some, by text, and the line ranges
(traps) that must not be paired with anything. Every text is prepared and paired alone. Only figures are printed.
"""

import argparse
import json
from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alignments.pairing.bitexts import PairedGroup, pair_groups
from alignments.pairing.groups import Group
from alignments.pairing.knowledge import Knowledge
from alignments.units import TranslationUnit, Variant
from corpus.library import StoredDocument
from corpus.preparation import prepare
from corpus.reading import read

Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Paired:
    """A raw text with its units in two or more languages; `starts` are the offsets at which its lines begin."""

    group: PairedGroup
    starts: tuple[int, ...]

    @property
    def units(self) -> list[TranslationUnit]:
        """The units that translate something."""
        return [unit for unit in self.group.units if len(unit.variants) > 1]

    def lines(self, variant: Variant) -> tuple[int, int]:
        """The first and last line (from 1) of a variant."""
        (segments,) = (one.document.segments for one in self.group.group.documents if one.document.language == variant.language)
        first, last = segments[variant.segments[0]], segments[variant.segments[-1]]
        return bisect_right(self.starts, first.start), bisect_right(self.starts, last.stop - 1)


def main() -> None:
    """Print for every text how many passages and units it gave, and for the gold what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("seeds", type=Path)
    parser.add_argument("gold", type=Path)
    options = parser.parse_args()
    gold = json.loads(options.gold.read_text("utf-8"))
    paired = {path.name: paired_text(path) for path in sorted(options.seeds.iterdir())}
    wanted = {document["seed"]: document for document in gold["documents"]}
    for name, one in paired.items():
        blocks = f"{len(one.group.passages)} passages, {len(one.units)} units in two or more languages"
        print(f"{name[:3]}  {blocks}" + ("" if name in wanted else " (all of them false)"))
    for name, document in wanted.items():
        report(name, document, paired[name])
    traps = gold["non_parallel_traps"]
    avoided = sum(not is_paired(paired[trap["seed"]], *trap["lines"]) for trap in traps)
    print(f"traps avoided: {avoided} of {len(traps)}")


def paired_text(path: Path) -> Paired:
    """A raw text, prepared and paired with itself."""
    reading = read(str(path))
    documents = tuple(
        StoredDocument(number, document, datetime(2026, 1, 1, tzinfo=UTC), len(document.segments))
        for number, document in enumerate(prepare(reading).documents, start=1)
    )
    (group,) = pair_groups([Group(path.stem, documents)], Knowledge())
    starts = (0, *(place + 1 for place, character in enumerate(reading.text) if character == "\n"))
    return Paired(group, starts)


def report(name: str, document: Gold, one: Paired) -> None:
    """What of the gold of one text was found, and what was paired beside it."""
    whole = [{variant.language: variant.text for variant in unit.variants} for unit in one.units if not unit.properties]
    words = [{variant.language: variant.text for variant in unit.variants} for unit in one.units if unit.properties]
    groups, key_words = document["groups"], document.get("keyword_groups", [])
    found = sum(any(is_group(unit, group, document) for unit in whole) for group in groups)
    print(f"{name[:3]}  groups found: {found} of {len(groups)}; units beside them: {len(whole) - found}")
    if key_words:
        found = sum(group in words for group in key_words)
        print(f"{name[:3]}  groups of key words found: {found} of {len(key_words)}; beside them: {len(words) - found}")


def is_group(unit: dict[str, str], group: Gold, document: Gold) -> bool:
    """True when a unit has exactly the texts of a group, as printed or as repaired."""
    for language, listed in document["languages"].items():
        entries = [one for one in listed if one["id"] in group[language]]
        printed = " ".join(one["text"] for one in entries)
        repaired = " ".join(one.get("normalized", one["text"]) for one in entries)
        if unit.get(language) not in {printed, repaired}:
            return False
    return True


def is_paired(one: Paired, first: int, last: int) -> bool:
    """True when a unit in two or more languages stands on any of these lines."""
    places = (one.lines(variant) for unit in one.units for variant in unit.variants)
    return any(start <= last and stop >= first for start, stop in places)


if __name__ == "__main__":
    main()
