"""Gettext PO: source text as `msgid`, target as `msgstr`, the unit's id as `msgctxt`, the rest as `#.` comments."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import count
from typing import IO, Any

from alignments.errors import AlignmentsError
from alignments.files.cells import paired, remarks_of, unit_from
from alignments.files.lines import lines_of
from alignments.files.options import ReadOptions, WriteOptions
from alignments.files.requirements import required
from alignments.units import TranslationUnit
from corpus.errors import CorpusError
from corpus.languages import canonical_tag

SOURCE_LANGUAGE = "X-Source-Language"
BLOCK = 2_000
"""Lines that are read together: the library wants whole texts, and a file of any size is read in blocks of entries."""

MAX_LETTERS = 16_000_000
"""Letters of a block; no entry has as many."""

WIDE = 1_000_000_000
"""So that the library does not break lines."""

_NO_HEADER = 'msgid ""\nmsgstr ""\n'
"""Stands before a block that is not the first, for the library takes the first entry without a text for the header."""

_LINE = re.compile(r"line (\d+)")

_SEPARATORS = dict.fromkeys((0x0B, 0x0C, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029), " ")
"""What the library takes for the end of a line."""


def write(units: Iterable[TranslationUnit], stream: IO[str], options: WriteOptions) -> None:
    """Write the pair of languages that the options name, entry by entry."""
    library = required("polib", "writing PO")
    source, target = options.languages
    catalogue = library.POFile(wrapwidth=WIDE)
    catalogue.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": options.tag(target),
        SOURCE_LANGUAGE: options.tag(source),
    }
    stream.write(f"{catalogue.metadata_as_entry().__unicode__(WIDE)}\n")
    for unit in paired(units, options.languages):
        comment = "\n".join(f"{name}: {_one_line(text)}" for name, text in remarks_of(unit).items())
        texts = [_without_separators(variant.text) for variant in unit.variants]
        entry = library.POEntry(msgctxt=unit.id, msgid=texts[0], msgstr=texts[1], comment=comment)
        stream.write(f"{entry.__unicode__(WIDE)}\n")


def _without_separators(text: str) -> str:
    """The text as the library can hold it; one that can be printed has no separators, and nearly every text can."""
    return text if text.isprintable() else text.translate(_SEPARATORS)


def _one_line(text: str) -> str:
    is_plain = text == text.strip() and text.isprintable() and not text.startswith('"')
    return text if is_plain else json.dumps(text)


def read(stream: IO[bytes], options: ReadOptions) -> Iterator[TranslationUnit]:
    """The units of a PO file; a plural form is a unit of its own, an entry without a text or a translation is none.

    Raises AlignmentsError when the file is no PO or does not say its languages and nobody else does.
    """
    languages: tuple[str, str] | None = None
    numbers = count(1)
    for catalogue in _catalogues(stream, options):
        languages = languages or _languages(catalogue.metadata, options)
        for entry in catalogue:
            where = f"entry {next(numbers)}"
            if entry.msgid and not entry.obsolete:
                yield from _units(entry, languages, where, options)
        catalogue.clear()  # the library's parser and its table of states hold each other, and would hold the entries


def _units(entry: Any, languages: tuple[str, str], where: str, options: ReadOptions) -> Iterator[TranslationUnit]:  # noqa: ANN401 - the library has no types
    told = dict(_told(line) for line in entry.comment.split("\n") if ": " in line)
    pairs = [(entry.msgid, entry.msgstr)] if not entry.msgid_plural else _plurals(entry)
    for pair in pairs:
        name = entry.msgctxt or "" if len(pairs) == 1 else ""
        try:
            yield unit_from(name, dict(zip(languages, pair, strict=True)), told, options.name)
        except AlignmentsError as error:
            options.report.fail(f"{options.name}, {where}: {error}")


def _catalogues(stream: IO[bytes], options: ReadOptions) -> Iterator[Any]:
    """The file block by block, the first one with its header."""
    library = required("polib", "reading PO")
    head = "\n\n"
    for line, text in _blocks(lines_of(stream, options), options.name):
        try:
            yield library.pofile(head + text)
        except (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError, RecursionError) as error:
            reason = _reason(error, line - 1 - head.count("\n"))
            raise AlignmentsError(f"{options.name}: no PO file, or damaged ({reason})") from None
        head = _NO_HEADER


def _blocks(lines: Iterable[str], name: str) -> Iterator[tuple[int, str]]:
    """Whole entries of about BLOCK lines, with the number of their first line; one begins at what follows a `msgstr`.

    The header is a block of its own: among others the library takes the last entry without a text for it.
    """
    block: list[str] = []
    most = 0
    letters = 0
    is_whole = False
    number = 0
    for number, line in enumerate(lines, start=1):
        word = line.strip().removeprefix("#~").lstrip()
        if word.startswith("msgstr"):
            is_whole = True
        elif word and not word.startswith('"'):
            if is_whole and len(block) >= most:
                yield number - len(block), "".join(block)
                block, letters, most = [], 0, BLOCK
            is_whole = False
        block.append(line)
        letters += len(line)
        if letters > MAX_LETTERS:
            raise AlignmentsError(f"{name}, line {number}: an entry of more than {MAX_LETTERS:,} letters; this is no PO file")
    yield number - len(block) + 1, "".join(block)


def _reason(error: Exception, lines_before: int) -> str:
    """What the library says, with the line counted from the beginning of the file."""
    said = (str(error).splitlines() or [type(error).__name__])[0]
    return _LINE.sub(lambda line: f"line {lines_before + int(line[1])}", said)


def _languages(metadata: dict[str, str], options: ReadOptions) -> tuple[str, str]:
    if len(options.languages) == 2:
        return options.languages[0], options.languages[1]
    try:
        return canonical_tag(metadata[SOURCE_LANGUAGE]), canonical_tag(metadata["Language"])
    except (KeyError, CorpusError):
        raise AlignmentsError(f"{options.name}: does not say both languages; give --languages, the source first") from None


def _told(line: str) -> tuple[str, str]:
    name, _, text = line.partition(": ")
    if text.startswith('"'):
        try:
            return name, str(json.loads(text))
        except ValueError:
            return name, text
    return name, text


def _plurals(entry: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - as above
    forms = list(entry.msgstr_plural.values())
    return [(entry.msgid if place == 0 else entry.msgid_plural, form) for place, form in enumerate(forms)]
