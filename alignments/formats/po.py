"""Gettext PO: source text as `msgid`, target as `msgstr`, the unit's id as `msgctxt`, the rest as `#.` comments."""

import json
from collections.abc import Iterable, Iterator
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
MAX_LETTERS = 200_000_000
"""Letters of a PO file; it is read as a whole."""

WIDE = 1_000_000_000
"""So that the library does not break lines."""

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
    """The units of a PO file; a plural form is a unit of its own, an untranslated entry is none.

    Raises AlignmentsError when the file is no PO or does not say its languages and nobody else does.
    """
    catalogue = _catalogue(stream, options)
    source, target = _languages(catalogue.metadata, options)
    for number, entry in enumerate(catalogue, start=1):
        if entry.obsolete:
            continue
        told = dict(_told(line) for line in entry.comment.split("\n") if ": " in line)
        pairs = [(entry.msgid, entry.msgstr)] if not entry.msgid_plural else _plurals(entry)
        for first, second in pairs:
            name = entry.msgctxt or "" if len(pairs) == 1 else ""
            try:
                yield unit_from(name, {source: first, target: second}, told, options.name)
            except AlignmentsError as error:
                options.report.fail(f"{options.name}, entry {number}: {error}")


def _catalogue(stream: IO[bytes], options: ReadOptions) -> Any:  # noqa: ANN401 - the library has no types
    library = required("polib", "reading PO")
    pieces, length = [], 0
    for line in lines_of(stream, options):
        length += len(line)
        if length > MAX_LETTERS:
            raise AlignmentsError(f"{options.name}: more than {MAX_LETTERS:,} letters; cut the file")
        pieces.append(line)
    try:
        return library.pofile("".join(["\n", *pieces]))
    except (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError, RecursionError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise AlignmentsError(f"{options.name}: no PO file, or damaged ({reason})") from None


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
