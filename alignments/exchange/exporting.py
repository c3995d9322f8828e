"""The memory written out: selection, languages, variants and format put together."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import IO, TYPE_CHECKING

from alignments.errors import AlignmentsError
from alignments.exchange.outgoing import Tally, VariantChoice, outgoing
from alignments.exchange.parts import Part, of_part
from alignments.files.options import WriteOptions
from alignments.formats import FORMATS, Content, module_of
from alignments.garbage import looked_for_rarely
from alignments.metadata import Metadata, properties_of
from alignments.selection import Selection
from alignments.store import Store
from alignments.units import Severity, TermEntry, TranslationUnit

if TYPE_CHECKING:
    from alignments.examination import Examined


@dataclass(frozen=True, slots=True)
class Departure:
    """What goes out and how: which units, how they are written, what becomes of several variants in one language.

    `min_doubt` and `max_doubt` 0…1 leave out what the checks doubt less and more, `severity` what is neither probably wrong nor
    has an issue so severe, `part` what is of another part; `metadata` of the documents becomes properties of their units.
    """

    selection: Selection
    options: WriteOptions
    variants: VariantChoice = VariantChoice.TOGETHER
    min_doubt: float | None = None
    max_doubt: float | None = None
    severity: Severity | None = None
    part: Part | None = None
    metadata: Metadata = field(default_factory=dict)


class SelectedUnits:
    """The selected units of a store, streamed anew each time they are gone through."""

    def __init__(self, store: Store, selection: Selection) -> None:
        self._store = store
        self._selection = selection

    def __iter__(self) -> Iterator[TranslationUnit]:
        return self._store.units(self._selection)


@looked_for_rarely()
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
    tally = Tally(improbable=_improbable(store, departure.selection))
    selected = SelectedUnits(store, replace(departure.selection, languages=languages))
    if FORMATS[form].content is Content.REVIEW:
        written: Iterable[object] = _questions(store, selected, departure, tally)
    else:
        trusted = _trusted(store, selected, departure, tally)
        parted = of_part(trusted, selected, departure.part, tally) if departure.part else trusted
        leaving = outgoing(parted, languages, departure.variants, tally)
        written = _described(leaving, departure.metadata) if departure.metadata else leaving
    module_of(form).write(written, stream, departure.options)
    return tally


def _improbable(store: Store, selection: Selection) -> int:
    """How many units the bound of probability leaves out."""
    if selection.min_probability is None:
        return 0
    return store.count(replace(selection, min_probability=None)) - store.count(selection)


def _trusted(store: Store, units: SelectedUnits, departure: Departure, tally: Tally) -> Iterable[TranslationUnit]:
    """The units within the bounds; without bounds nothing is examined."""
    if departure.min_doubt is None and departure.max_doubt is None and departure.severity is None:
        return units
    return (one.unit for one in _judged(store, units, departure, tally))


def _judged(store: Store, units: SelectedUnits, departure: Departure, tally: Tally) -> "Iterator[Examined]":
    from alignments.examination import examine  # noqa: PLC0415 - the checks load the lexicon; only who asks for doubt pays

    least, most = departure.min_doubt or 0.0, 1.0 if departure.max_doubt is None else departure.max_doubt
    for one in examine(units, terms=store.terms(), dismissals=store.dismissals()):
        if not least <= one.doubt <= most:
            tally.doubted += 1
        elif departure.severity and not one.judgement.needs_look(departure.severity):
            tally.sound += 1
        else:
            yield one


def _questions(store: Store, units: SelectedUnits, departure: Departure, tally: Tally) -> Iterator[object]:
    """The units as questions to a reviewer: those to look at as `check` lists them, all of them in the order of their texts."""
    from alignments.formats.review import Question  # noqa: PLC0415 - needs a library of an extra

    asked: Iterable[Examined] = _judged(store, units, departure, tally)
    if departure.severity:
        asked = sorted(asked, key=lambda one: one.judgement.need, reverse=True)
    for one in asked:
        tally.written += 1
        sentences = tuple(f"{issue.language}: {issue.message}" for issue in one.issues)
        yield Question(one.unit, sentences, round(one.doubt, 4))


def _described(units: Iterable[TranslationUnit], metadata: Metadata) -> Iterator[TranslationUnit]:
    """The units with what is known of their documents as properties, where they do not say it themselves."""
    for unit in units:
        known = dict(unit.properties)
        fresh = tuple(one for one in properties_of(unit, metadata).items() if one[0] not in known)
        yield replace(unit, properties=(*unit.properties, *fresh)) if fresh else unit


def export_terms(entries: Iterable[TermEntry], form: str, options: WriteOptions, stream: IO[str] | IO[bytes]) -> Tally:
    """Write term entries in a format; of several languages asked for, an entry has terms in two at least.

    Raises AlignmentsError for a language in which no entry has a term.
    """
    tally = Tally()
    known = list(entries)
    for language in options.languages:
        if not any(language == tag for entry in known for tag, _ in entry.terms):
            raise AlignmentsError(f"no term entry has a term in {language}; `tilmash terms list` shows the entries")
    module_of(form).write(_counted(known, options.languages, tally), stream, options)
    return tally


def _counted(entries: Iterable[TermEntry], languages: Sequence[str], tally: Tally) -> Iterator[TermEntry]:
    wanted = min(2, len(languages))
    for entry in entries:
        if len({language for language, _ in entry.terms if language in languages}) >= wanted:
            tally.written += 1
            yield entry
        else:
            tally.one_sided += 1


def lexicon_entries() -> Iterator[TermEntry]:
    """The concepts of the built-in lexicon as term entries."""
    from aligner.lexicon.entries import LANGUAGES, builtin_concepts  # noqa: PLC0415 - read only when asked for

    for number, concept in enumerate(builtin_concepts(), start=1):
        terms = tuple((language, term) for language in LANGUAGES for term in concept.in_language(language))
        yield TermEntry(f"{concept.field}-{number}", terms, concept.part_of_speech, concept.field.replace("-", " "), "tilmash")
