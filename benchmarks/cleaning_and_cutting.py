"""Measures reading, cleaning, language recognition and segmentation against a folder of gold and a folder of raw texts.

usage: python benchmarks/cleaning_and_cutting.py GOLD TEXTS            the table
       python benchmarks/cleaning_and_cutting.py GOLD TEXTS --draw N   N random decisions of each sort to judge by eye

GOLD holds sentence_breaks.txt (`category|language|text`, `¦` a true end), seed_gold.json (units with their lines) and news.jsonl
(`{"langs": {"kk": [...], "ru": [...], "en": [...]}}`); TEXTS holds the plain texts that seed_gold.json names, and others.
"""

import argparse
import json
import random
import re
import resource
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from corpus.cleaning import clean
from corpus.cleaning.hyphenation import Vocabulary, hyphen_belongs
from corpus.cleaning.ledger import Ledger
from corpus.cleaning.letter_spacing import LETTER_SPACING
from corpus.cleaning.line_hyphens import BROKEN
from corpus.cleaning.pieces import pieces_of
from corpus.cleaning.registry import STEPS
from corpus.documents import Reading
from corpus.languages import WORKING_LANGUAGES
from corpus.preparation import prepare
from corpus.reading import read
from corpus.recognition.language_id import recognise
from corpus.recognition.language_scores import score
from corpus.segmentation import decisions


def main() -> None:
    """Print the table, or a drawing."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("texts", type=Path)
    arguments.add_argument("--draw", type=int, metavar="N")
    arguments.add_argument("--seed", type=int, default=11)
    chosen = arguments.parse_args()
    if chosen.draw:
        draw(chosen.texts, chosen.draw, chosen.seed)
        return
    breaks(chosen.gold / "sentence_breaks.txt")
    units(chosen.gold / "seed_gold.json", chosen.texts)
    languages(chosen.gold / "news.jsonl")
    speed(chosen.texts)


def breaks(path: Path) -> None:
    """Precision, recall and F1 of the decisions in marked snippets."""
    counts: Counter[str] = Counter()
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        _, language, marked = line.split("|", 2)
        parts = [part.strip() for part in marked.split("¦")]
        ends, place = set(), 0
        for part in parts[:-1]:
            place += len(part)
            ends.add(place)
            place += 1
        found = {decision.offset for decision in decisions(" ".join(parts), language) if decision.breaks}
        counts.update(right=len(found & ends), wrong=len(found - ends), missed=len(ends - found))
    precision = counts["right"] / (counts["right"] + counts["wrong"])
    recall = counts["right"] / (counts["right"] + counts["missed"])
    f1 = 2 * precision * recall / (precision + recall)
    print(f"sentence breaks   P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  {dict(counts)}")


def units(path: Path, texts: Path) -> None:
    """How many units of the gold come out of the raw texts with their text, language and lines."""
    for document in json.loads(path.read_text("utf-8"))["documents"]:
        reading = read(str(texts / document["seed"]))
        starts = [0, *(match.end() for match in re.finditer("\n", reading.text))]
        found = [
            (one.language, segment.text, bisect_right(starts, segment.start), bisect_right(starts, segment.stop - 1))
            for one in prepare(reading).documents
            for segment in one.segments
        ]
        wanted = [
            {(language, text, *unit["lines"]) for text in (unit["text"], unit.get("normalized", unit["text"]))}
            for language, listed in document["languages"].items()
            for unit in listed
        ]
        reproduced = sum(1 for forms in wanted if not forms.isdisjoint(found))
        print(f"units             {document['id']}: {reproduced} of {len(wanted)}")


def languages(path: Path) -> None:
    """The share of pieces of lines recognised among kk, ru and en."""
    rows = [json.loads(line)["langs"] for line in path.read_text("utf-8").splitlines()]
    for length in (1, 2, 3, 5, 8, 0):
        pieces = [
            (language, piece)
            for row in rows
            for language in WORKING_LANGUAGES
            for line in row[language]
            for piece in _pieces(line, length)
        ]
        right = sum(1 for language, piece in pieces if max(WORKING_LANGUAGES, key=score(piece).__getitem__) == language)
        print(f"language          {f'{length} words' if length else 'lines'}: {right / len(pieces):.4f} of {len(pieces):,}")


def _pieces(line: str, length: int) -> list[str]:
    words = line.split()
    return [" ".join(words[at : at + length]) for at in range(0, len(words) - length + 1, length)] if length else [line]


def speed(texts: Path) -> None:
    """Seconds, characters a second and peak memory for each text, and what was repaired."""
    for path in sorted(texts.iterdir()):
        began = time.process_time()
        reading = read(str(path))
        preparation = prepare(reading)
        spent = time.process_time() - began
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        pace = len(reading.text) / spent
        sizes = ", ".join(f"{one.language} {len(one.segments):,}" for one in preparation.documents)
        print(f"speed             {path.name[:12]}: {spent:.2f} s of one core, {pace:,.0f} characters/s, {peak} MB; {sizes}")
        print("                  " + ", ".join(f"{repair.step} {repair.count:,}" for repair in preparation.repairs))


def draw(texts: Path, count: int, seed: int) -> None:
    """Random sentence ends, vetoes, line-end hyphens and closed lines, each with its surroundings."""
    chance = random.Random(seed)  # noqa: S311 - a drawing, no secret
    readings = [read(str(path)) for path in sorted(texts.iterdir())]
    for name, found in (("end", list(_decided(readings, breaks=True))), ("veto", list(_decided(readings, breaks=False)))):
        for line in chance.sample(found, min(count, len(found))):
            print(f"{name}\t{line}")
    for name, found in (("hyphen", [one for each in readings for one in _hyphens(each)]), ("closed", list(_closed(readings)))):
        for line in chance.sample(found, min(count, len(found))):
            print(f"{name}\t{line}")


def _decided(readings: list[Reading], *, breaks: bool) -> Iterator[str]:
    for reading in readings:
        for piece in clean(reading)[0]:
            for decision in decisions(piece.text, recognise(piece.text)):
                if decision.breaks is breaks:
                    at = decision.offset
                    yield f"{decision.rule}\t{piece.text[max(0, at - 55) : at]} ¦¦ {piece.text[at : at + 35].strip()}"


def _hyphens(reading: Reading) -> list[str]:
    pieces = pieces_of(reading)
    for step in STEPS[: [step.name for step in STEPS].index("line-end hyphens")]:
        pieces = step.work(pieces, Ledger())
    vocabulary = Vocabulary(piece.text for piece in pieces)
    matches = [match for piece in pieces for match in BROKEN.finditer(piece.text)]
    return [
        f"{one['left']}{'-' if hyphen_belongs(one['left'], one['right'], vocabulary) else '|'}{one['right']}" for one in matches
    ]


def _closed(readings: list[Reading]) -> Iterator[str]:
    for reading in readings:
        pieces = pieces_of(reading)
        for before, after in zip(pieces, LETTER_SPACING.work(pieces, Ledger()), strict=True):
            if before.text != after.text:
                yield f"{before.text.strip()} → {after.text.strip()}"


if __name__ == "__main__":
    main()
