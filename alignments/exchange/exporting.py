"""The memory written out: selection, languages, variants and format put together."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import IO

from alignments.errors import AlignmentsError
from alignments.exchange.options import WriteOptions
from alignments.exchange.outgoing import Tally, VariantChoice, outgoing
from alignments.formats import FORMATS, module_of
from alignments.selection import Selection
from alignments.store import Store
from alignments.units import TermEntry


@dataclass(frozen=True, slots=True)
class Departure:
    """What goes out and how: which units, how they are written, what becomes of several variants in one language."""

    selection: Selection
    options: WriteOptions
    variants: VariantChoice = VariantChoice.TOGETHER


def export_units(store: Store, form: str, departure: Departure, stream: IO[str] | IO[bytes]) -> Tally:
    """Write the selected units in a format.

    Raises AlignmentsError for a language that no unit has, and for a pair that is missing where a format needs one.
    """
    languages = departure.options.languages
    for language in languages:
        if not store.count(Selection(languages=(language,))):
            raise AlignmentsError(f"no unit has text in {language}; `tilmash stats` shows the languages of the memory")
    if FORMATS[form].is_bilingual and len(languages) != 2:
        raise AlignmentsError(f"{form} holds two languages; say which with --pair, the source first, such as --pair kk-ru")
    tally = Tally()
    selected = store.units(replace(departure.selection, languages=languages))
    module_of(form).write(outgoing(selected, languages, departure.variants, tally), stream, departure.options)
    return tally


def export_terms(entries: Iterable[TermEntry], form: str, options: WriteOptions, stream: IO[str] | IO[bytes]) -> Tally:
    """Write term entries in a format."""
    tally = Tally()
    module_of(form).write(_counted(entries, options, tally), stream, options)
    return tally


def _counted(entries: Iterable[TermEntry], options: WriteOptions, tally: Tally) -> Iterable[TermEntry]:
    for entry in entries:
        if not options.languages or any(language in options.languages for language, _ in entry.terms):
            tally.written += 1
            yield entry


def lexicon_entries() -> Iterable[TermEntry]:
    """The concepts of the built-in lexicon as term entries."""
    from aligner.lexicon import builtin_concepts  # noqa: PLC0415 - thousands of entries, read only when asked for
    from aligner.lexicon.entries import LANGUAGES  # noqa: PLC0415 - as above

    for number, concept in enumerate(builtin_concepts(), start=1):
        terms = tuple((language, term) for language in LANGUAGES for term in concept.in_language(language))
        yield TermEntry(f"{concept.field}-{number}", terms, concept.part_of_speech, concept.field.replace("-", " "), "tilmash")
