"""Units to TMX 1.4b: UTF-8 without a mark, a concrete source language, the source variant first."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from itertools import chain, islice
from typing import IO

from alignments.files.escaping import attribute, attributes, content
from alignments.files.options import WriteOptions
from alignments.files.times import compact
from alignments.formats.tmx import fields
from alignments.formats.tmx.inline import marked_up
from alignments.formats.tmx.places import place_text
from alignments.units import Provenance, Status, TranslationUnit, Variant
from corpus.languages import WORKING_LANGUAGES

BATCH = 500
"""Units written with one call."""

DEFAULT = WriteOptions()

_SHARED = (fields.ORIGIN, fields.SOURCE, fields.SIGNATURE)


def write(units: Iterable[TranslationUnit], stream: IO[str], options: WriteOptions = DEFAULT) -> None:
    """Write units as one TMX document; inline codes only when the options ask for them (level 2)."""
    incoming = iter(units)
    first = next(incoming, None)
    writer = TmxWriter(first, options)
    stream.write(writer.header())
    written = map(writer.unit, chain([first] if first else [], incoming))
    while batch := list(islice(written, BATCH)):
        stream.write("".join(batch))
    stream.write("</body>\n</tmx>\n")


class TmxWriter:
    """Writes the units of one document; the header says what most units share, which is what the first one says."""

    def __init__(self, first: TranslationUnit | None, options: WriteOptions) -> None:
        self._options = options
        self._source = options.languages[0] if options.languages else _source_of(first)
        self._origin = _origin(first.provenance if first else Provenance())
        self._tags = _Tags(options)

    def header(self) -> str:
        """Everything before the first unit."""
        shared = zip(_SHARED, self._origin, _origin(Provenance()), strict=True)
        props = "".join([_prop(name, value) for name, value, usual in shared if value != usual])
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
            f'<header creationtool="{fields.TOOL}" creationtoolversion="{_version()}" segtype="sentence" o-tmf="{fields.TOOL}"'
            f' adminlang="en" srclang="{self._tags[self._source]}" datatype="plaintext">\n{props}</header>\n<body>\n'
        )

    def unit(self, unit: TranslationUnit) -> str:
        """One `tu`."""
        source, variants = self._ordered(unit)
        where = "" if source == self._source else f' srclang="{self._tags[source]}"'
        document = _shared_document(variants)
        tags = [self._tags[variant.language] for variant in variants]
        props = self._props(unit, variants, tags, document)
        texts = "".join([self._variant(*one, source, document) for one in zip(variants, tags, strict=True)])
        return f'<tu tuid="{attribute(unit.id)}"{_times(unit.provenance)}{where}>\n{props}{texts}</tu>\n'

    def _ordered(self, unit: TranslationUnit) -> tuple[str, Sequence[Variant]]:
        """The source language of a unit, and its variants with that language first."""
        if not unit.variants or unit.variants[0].language == self._source:
            return self._source, unit.variants
        if self._source in unit.languages:
            return self._source, sorted(unit.variants, key=lambda variant: variant.language != self._source)
        return unit.variants[0].language, unit.variants

    def _props(self, unit: TranslationUnit, variants: Sequence[Variant], tags: Sequence[str], document: str) -> str:
        """Notes and properties; `document` is what all variants share."""
        provenance = unit.provenance
        place = place_text(provenance.passage, provenance.position, tags, [variant.segments for variant in variants])
        origin = _origin(provenance)
        written = [f"<note>{content(note)}</note>\n" for note in unit.notes]
        if unit.probability is not None:
            written.append(_prop(fields.QUALITY, fields.percent(unit.probability)))
        if unit.status is not Status.UNREVIEWED:
            written.append(_prop(fields.STATUS, unit.status.value))
        if origin != self._origin:
            names = zip(_SHARED, origin, self._origin, strict=True)
            written += [_prop(name, own) for name, own, shared in names if own != shared]
        if place:
            written.append(f'<prop type="x-{fields.PLACE}">{place}</prop>\n')
        if document:
            written.append(_prop(fields.SOURCE_FILE, document))
        for name, value in unit.properties:
            written.append(f'<prop type="{attribute(fields.type_of(name))}">{content(value)}</prop>\n')
        return "".join(written)

    def _variant(self, variant: Variant, tag: str, source: str, shared: str) -> str:
        """One `tuv`; `shared` is the document of all variants, if they share one."""
        prop = ""
        if variant.document != shared:
            kind = fields.SOURCE_FILE if variant.language == source else fields.TARGET_FILE
            prop = f'<prop type="x-{kind}">{content(variant.document)}</prop>'
        text = marked_up(variant) if self._options.codes and variant.codes else content(variant.text)
        return f'<tuv xml:lang="{tag}">{prop}<seg>{text}</seg></tuv>\n'


class _Tags(dict[str, str]):
    """The tags of languages as they stand in an attribute."""

    def __init__(self, options: WriteOptions) -> None:
        super().__init__()
        self._options = options

    def __missing__(self, language: str) -> str:
        tag = self[language] = attribute(self._options.tag(language))
        return tag


def _shared_document(variants: Sequence[Variant]) -> str:
    """The document in which all variants stand, of a unit that has several."""
    is_shared = len(variants) > 1 and len({variant.document for variant in variants}) == 1
    return variants[0].document if is_shared else ""


def _source_of(unit: TranslationUnit | None) -> str:
    """Kazakh, Russian or English, the first of them that the unit has; else its first language."""
    languages = unit.languages if unit else ()
    return min(languages, key=lambda language: (*WORKING_LANGUAGES, language).index(language), default=WORKING_LANGUAGES[0])


def _version() -> str:
    try:
        return attribute(version(fields.TOOL))
    except PackageNotFoundError:
        return "0"


def _origin(provenance: Provenance) -> tuple[str, str, str]:
    """What many units share, in the order of _SHARED."""
    return provenance.origin, provenance.source, provenance.signature


@lru_cache(maxsize=1000)
def _prop(name: str, value: str) -> str:
    """A field of ours; neighbours say the same of most."""
    return f'<prop type="x-{name}">{content(value)}</prop>\n'


def _times(provenance: Provenance) -> str:
    if not (provenance.created or provenance.changed or provenance.created_by or provenance.changed_by):
        return ""
    return attributes(
        ("creationdate", compact(provenance.created) if provenance.created else ""),
        ("creationid", provenance.created_by),
        ("changedate", compact(provenance.changed) if provenance.changed else ""),
        ("changeid", provenance.changed_by),
    )
