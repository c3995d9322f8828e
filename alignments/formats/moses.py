"""Moses: one plain file a language, a segment a line, line by line the same sense; texts only."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.lines import lines_of
from alignments.files.options import ReadOptions, WriteOptions
from alignments.unit_ids import unit_id
from alignments.units import Provenance, TranslationUnit, Variant

_SPACES = str.maketrans(dict.fromkeys("\n\r", " "))


def write(units: Iterable[TranslationUnit], _stream: IO[str] | None, options: WriteOptions) -> None:
    """Write the first text of every language to its side; an empty line where a unit has none."""
    for unit in units:
        for language, side in options.sides.items():
            variant = unit.variant(language)
            side.write((variant.text.translate(_SPACES) if variant else "") + "\n")


def read(_stream: IO[bytes] | None, options: ReadOptions) -> Iterator[TranslationUnit]:
    """The units of the sides. Raises AlignmentsError when they have not equally many lines."""
    sides = [lines_of(side, options) for side in options.sides.values()]
    languages = tuple(options.sides)
    for number, lines in enumerate(zip_longest(*sides), start=1):
        if None in lines:
            short = ", ".join(language for language, line in zip(languages, lines, strict=True) if line is None)
            raise AlignmentsError(
                f"{options.name}: the file in {short} ends before line {number}; the files do not belong together"
            )
        texts = [line.rstrip("\r\n") for line in lines if line is not None]
        variants = tuple(Variant(language, text) for language, text in zip(languages, texts, strict=True) if text.strip())
        if variants:
            name = unit_id(f"{options.name}:{number}", variants)
            yield TranslationUnit(name, variants, provenance=Provenance("imported", options.name, position=number - 1))
