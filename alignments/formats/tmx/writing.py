"""Units to TMX 1.4b: UTF-8 without a mark, a concrete source language, the source variant first."""

from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from itertools import chain, islice
from typing import IO

from alignments.exchange.escaping import attribute, attributes, content
from alignments.exchange.options import WriteOptions
from alignments.exchange.times import compact
from alignments.formats.tmx import fields
from alignments.formats.tmx.inline import marked_up
from alignments.units import Provenance, Status, TranslationUnit, Variant
from corpus.languages import WORKING_LANGUAGES

BATCH = 500
"""Units written with one call."""

DEFAULT = WriteOptions()


def write(units: Iterable[TranslationUnit], stream: IO[str], options: WriteOptions = DEFAULT) -> None:
    """Write units as one TMX document; inline codes only when the options ask for them (level 2)."""
    incoming = iter(units)
    first = list(islice(incoming, 1))
    source = options.languages[0] if options.languages else _source_of(first)
    stream.write(_header(options.tag(source)))
    written = (_unit(unit, source, options) for unit in chain(first, incoming))
    while batch := list(islice(written, BATCH)):
        stream.write("".join(batch))
    stream.write("</body>\n</tmx>\n")


def _source_of(units: Iterable[TranslationUnit]) -> str:
    """Kazakh, Russian or English, the first of them that a unit has; else its first language."""
    for unit in units:
        return min(
            unit.languages, key=lambda language: (*WORKING_LANGUAGES, language).index(language), default=WORKING_LANGUAGES[0]
        )
    return WORKING_LANGUAGES[0]


def _header(source: str) -> str:
    try:
        tool = version(fields.TOOL)
    except PackageNotFoundError:
        tool = "0"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
        f'<header creationtool="{fields.TOOL}" creationtoolversion="{attribute(tool)}" segtype="sentence" o-tmf="{fields.TOOL}"'
        f' adminlang="en" srclang="{attribute(source)}" datatype="plaintext"/>\n<body>\n'
    )


def _unit(unit: TranslationUnit, source: str, options: WriteOptions) -> str:
    own_source = source
    variants: Iterable[Variant] = unit.variants
    if unit.variants and unit.variants[0].language != source:
        if source in unit.languages:
            variants = sorted(unit.variants, key=lambda variant: variant.language != source)
        else:
            own_source = unit.variants[0].language
    where = "" if own_source == source else f' srclang="{attribute(options.tag(own_source))}"'
    notes = "".join(f"<note>{content(note)}</note>\n" for note in unit.notes)
    props = "".join(f'<prop type="{attribute(kind)}">{content(text)}</prop>\n' for kind, text in _props(unit))
    texts = "".join(_variant(variant, options, is_source=variant.language == own_source) for variant in variants)
    return f'<tu tuid="{attribute(unit.id)}"{_times(unit.provenance)}{where}>\n{notes}{props}{texts}</tu>\n'


def _times(provenance: Provenance) -> str:
    return attributes(
        ("creationdate", compact(provenance.created) if provenance.created else ""),
        ("creationid", provenance.created_by),
        ("changedate", compact(provenance.changed) if provenance.changed else ""),
        ("changeid", provenance.changed_by),
    )


def _props(unit: TranslationUnit) -> Iterator[tuple[str, str]]:
    provenance = unit.provenance
    if unit.probability is not None:
        yield f"x-{fields.QUALITY}", fields.percent(unit.probability)
    if unit.status is not Status.UNREVIEWED:
        yield f"x-{fields.STATUS}", unit.status.value
    if provenance.origin != "imported":
        yield f"x-{fields.ORIGIN}", provenance.origin
    if provenance.source:
        yield f"x-{fields.SOURCE}", provenance.source
    if provenance.passage:
        yield f"x-{fields.PASSAGE}", str(provenance.passage)
    if provenance.position:
        yield f"x-{fields.POSITION}", str(provenance.position)
    if provenance.signature:
        yield f"x-{fields.SIGNATURE}", provenance.signature
    for name, value in unit.properties:
        yield fields.type_of(name), value


def _variant(variant: Variant, options: WriteOptions, *, is_source: bool) -> str:
    props = ""
    if variant.document:
        kind = fields.SOURCE_FILE if is_source else fields.TARGET_FILE
        props = f'<prop type="x-{kind}">{content(variant.document)}</prop>'
    if variant.segments:
        props += f'<prop type="x-{fields.SEGMENTS}">{fields.runs(variant.segments)}</prop>'
    text = marked_up(variant) if options.codes and variant.codes else content(variant.text)
    return f'<tuv xml:lang="{attribute(options.tag(variant.language))}">{props}<seg>{text}</seg></tuv>\n'
