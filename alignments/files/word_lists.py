"""Word lists: entries of terms from rows of two or more words."""

from collections.abc import Iterator, Sequence
from hashlib import blake2b

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions
from alignments.units import TermEntry


def entry_of(terms: Sequence[tuple[str, str]], source: str, *, part_of_speech: str = "", subject: str = "") -> TermEntry:
    """An entry whose id follows from its terms, so that reading a list twice adds nothing."""
    text = "\x1f".join(f"{language}\x1f{term}" for language, term in terms)
    name = blake2b(f"{source}\x1f{text}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
    return TermEntry(name, tuple(terms), part_of_speech, subject, source)


def named_pair(options: ReadOptions) -> tuple[str, str]:
    """The two languages that the caller names. Raises AlignmentsError when there are not two."""
    if len(options.languages) != 2:
        raise AlignmentsError(f"{options.name}: does not say its languages; give --languages, the left one first, such as kk,ru")
    return options.languages[0], options.languages[1]


def alternatives(cell: str) -> Iterator[str]:
    """The terms of a cell, separated by semicolons."""
    for term in cell.split(";"):
        if plain := " ".join(term.split()):
            yield plain
