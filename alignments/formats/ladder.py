"""hunalign ladders over two sides; the texts are elsewhere, a segment a line in one file a language."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.lines import lines_of
from alignments.files.options import ReadOptions, WriteOptions
from alignments.files.rungs import rungs
from alignments.unit_ids import unit_id
from alignments.units import Provenance, TranslationUnit, Variant


def write(units: Iterable[TranslationUnit], stream: IO[str], options: WriteOptions) -> None:
    """Write the rungs of one pair of documents; a gap between units becomes a rung of its own.

    Raises AlignmentsError when units do not say their segments, or come from several documents.
    """
    source, target = options.languages
    reached = (0, 0)
    documents: set[tuple[str, str]] = set()
    for unit in units:
        first, second = unit.variant(source), unit.variant(target)
        if first is None or second is None or unit.is_part:
            continue
        if not first.segments or not second.segments:
            raise AlignmentsError(f"unit {unit.id}: does not say which segments it is made of; a ladder is made of aligned units")
        documents.add((first.document, second.document))
        start = (first.segments[0], second.segments[0])
        if len(documents) > 1 or start[0] < reached[0] or start[1] < reached[1]:
            raise AlignmentsError("a ladder holds one pair of documents in order; choose them with --document or --group")
        if start != reached:
            stream.write(f"{reached[0]}\t{reached[1]}\t0\n")
        score = "" if unit.probability is None else repr(float(unit.probability))
        stream.write(f"{start[0]}\t{start[1]}\t{score}\n")
        reached = (first.segments[-1] + 1, second.segments[-1] + 1)
    stream.write(f"{reached[0]}\t{reached[1]}\t0\n")


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TranslationUnit]:
    """The units of a ladder over the two sides of the options; one-sided rungs give none.

    Raises AlignmentsError when the rungs go backwards or point beyond the texts.
    """
    if len(options.sides) != 2:
        raise AlignmentsError(f"{options.name}: a ladder holds no text; name both texts with --side kk=FILE --side ru=FILE")
    sides = {language: [line.rstrip("\r\n") for line in lines_of(text, options)] for language, text in options.sides.items()}
    for number, (rung, following) in enumerate(pairwise(rungs(lines_of(stream, options), options.name)), start=1):
        spans = tuple(map(range, rung.starts, following.starts))
        if len(spans) != len(sides):
            raise AlignmentsError(f"{options.name}: a ladder over {len(spans)} sides; only those over two can be imported")
        if any(span.start > span.stop or span.stop > len(side) for span, side in zip(spans, sides.values(), strict=True)):
            raise AlignmentsError(
                f"{options.name}, line {number}: points beyond the texts or backwards; do they belong together?"
            )
        if all(spans):
            variants = tuple(
                Variant(language, " ".join(side[place] for place in span), "", tuple(span))
                for (language, side), span in zip(sides.items(), spans, strict=True)
            )
            provenance = Provenance("imported", options.name, position=number - 1)
            name = unit_id(f"{options.name}:{number}", variants)
            yield TranslationUnit(name, variants, _probability(rung.score), provenance=provenance)


def _probability(score: str) -> float | None:
    """A score from 0 to 1 is taken for what it is; hunalign's own scores have no upper end and say nothing comparable."""
    try:
        value = float(score)
    except ValueError:
        return None
    return value if 0 <= value <= 1 else None
