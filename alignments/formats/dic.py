"""hunalign dictionaries: `target phrase @ source phrase` a line, the target first as hunalign wants it."""

from collections.abc import Iterable, Iterator
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.lines import lines_of
from alignments.files.options import ReadOptions, WriteOptions
from alignments.files.word_lists import entry_of, named_pair
from alignments.units import TermEntry

_BETWEEN = " @ "


def write(entries: Iterable[TermEntry], stream: IO[str], options: WriteOptions) -> None:
    """Write every pair of terms of the two languages that the options name, the source first there."""
    if len(options.languages) != 2:
        raise AlignmentsError("dic holds two languages; say which with --pair, the source first, such as --pair kk-ru")
    source, target = options.languages
    for entry in entries:
        for language, term in entry.terms:
            if language == target:
                others = (other for tag, other in entry.terms if tag == source)
                stream.write("".join(f"{_plain(term)}{_BETWEEN}{_plain(other)}\n" for other in others))


def _plain(term: str) -> str:
    return " ".join(term.replace("@", " ").split())


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TermEntry]:
    """The pairs of a dictionary as entries; `--languages` names the source and the target as on writing."""
    source, target = named_pair(options)
    for number, line in enumerate(lines_of(stream, options), start=1):
        left, sign, right = (part.strip() for part in line.partition("@"))
        if left and right:
            yield entry_of([(source, right), (target, left)], options.name)
        elif sign or line.strip():
            options.report.fail(f"{options.name}, line {number}: no `target @ source`")
