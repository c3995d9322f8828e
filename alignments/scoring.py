"""An alignment made elsewhere scored against gold: its units or positions brought back to the segments of the gold."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from aligner.evaluation.agreement import Agreement, Rung, agreement
from aligner.evaluation.gold import GoldDocument, Pair
from alignments.alignment_files import LADDERS, holds_positions, read_units, text_of
from alignments.errors import AlignmentsError
from alignments.files.rungs import rungs
from alignments.units import TranslationUnit


def score_file(path: Path, documents: Sequence[GoldDocument], pair: Pair) -> Agreement:
    """How well the alignment in a file agrees with the gold of one pair of languages.

    A ladder holds one document, JSON lines of `align-files` a document a line in the order of the gold; of units the texts
    are looked for in the gold's segments, in order. Raises AlignmentsError when the file does not fit the gold.
    """
    chosen = [document for document in documents if pair in document.rungs]
    if holds_positions(path):
        rungs = list(_ladder(path) if path.suffix.lower() in LADDERS else _lines(path, pair))
    else:
        rungs = _of_units(read_units(path), chosen, pair)
    if len(rungs) != len(chosen):
        hint = f"{len(rungs)} documents, the gold has {len(chosen)} with {'-'.join(pair)}"
        raise AlignmentsError(f"{path}: {hint}; score each document's alignment against its own gold")
    return sum((agreement(own, document.rungs[pair]) for own, document in zip(rungs, chosen, strict=True)), Agreement())


def _ladder(path: Path) -> Iterator[list[Rung]]:
    starts = [rung.starts for rung in rungs(text_of(path).split("\n"), str(path))]
    if any(len(places) != 2 for places in starts):
        raise AlignmentsError(f"{path}: a ladder over {len(starts[0])} sides; one over two can be scored")
    yield [(tuple(range(a, c)), tuple(range(b, d))) for (a, b), (c, d) in pairwise(starts)]


def _lines(path: Path, pair: Pair) -> Iterator[list[Rung]]:
    for number, line in enumerate(text_of(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            beads = json.loads(line)["beads"]
            yield [(tuple(bead[pair[0]]), tuple(bead[pair[1]])) for bead in beads]
        except (ValueError, LookupError, TypeError) as error:
            raise AlignmentsError(f"{path}, line {number}: no beads of {'-'.join(pair)} there") from error


def _of_units(units: Iterable[TranslationUnit], documents: Sequence[GoldDocument], pair: Pair) -> list[list[Rung]]:
    """The units of each document as rungs; segments that no unit has are omissions and insertions nobody claimed."""
    finders = [[_Finder(document.side(language).segments) for language in pair] for document in documents]
    rungs: list[list[Rung]] = [[] for _ in documents]
    here = 0
    for unit in units:
        texts = [(variant.text if (variant := unit.variant(language)) else "") for language in pair]
        for number in [*range(here, len(documents)), *range(here)]:
            spans = [finder.find(text) for finder, text in zip(finders[number], texts, strict=True)]
            if all(span is not None for span in spans) and any(spans):
                for finder, span in zip(finders[number], spans, strict=True):
                    finder.take(span or ())
                rungs[number].append((spans[0] or (), spans[1] or ()))
                here = number
                break
        else:
            shown = next((text for text in texts if text), "")[:50]
            raise AlignmentsError(f"unit {unit.id}: «{shown}…» is not made of whole segments of the gold; was it cut anew?")
    return rungs


class _Finder:
    """Finds texts among the segments of one side, from where the last one ended."""

    def __init__(self, segments: Sequence[str]) -> None:
        self._bare = ["".join(segment.split()) for segment in segments]
        self._reached = 0

    def find(self, text: str) -> tuple[int, ...] | None:
        """The positions of the segments that make up a text; none for an empty text, None when there are none such."""
        bare = "".join(text.split())
        if not bare:
            return ()
        for start in range(self._reached, len(self._bare)):
            if self._bare[start] and bare.startswith(self._bare[start]):
                stop, length = start, 0
                while stop < len(self._bare) and length < len(bare):
                    length += len(self._bare[stop])
                    stop += 1
                if "".join(self._bare[start:stop]) == bare:
                    return tuple(range(start, stop))
        return None

    def take(self, span: Sequence[int]) -> None:
        """Go on behind these segments."""
        if span:
            self._reached = span[-1] + 1
