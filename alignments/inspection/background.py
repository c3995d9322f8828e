"""What is usual in a collection: seen once in full before its units are checked one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from aligner.lexicon import builtin_concepts
from aligner.lexicon.entries import LANGUAGES
from alignments.inspection.kinship import KinshipModel, learn_kinship
from alignments.inspection.lengths import LengthNorms, LengthRecorder
from alignments.inspection.repeats import RepeatRecorder, Repeats
from alignments.inspection.sample import Sample
from alignments.inspection.termbase import Termbase, termbase_of
from alignments.inspection.views import TextView, UnitView
from alignments.units import TermEntry, TranslationUnit
from corpus.languages import primary_language


@dataclass(frozen=True, slots=True)
class Background:
    """What a check may know besides the unit it looks at."""

    lengths: LengthNorms = field(default_factory=LengthNorms)
    kinship: KinshipModel | None = None
    repeats: Repeats = field(default_factory=Repeats)
    terms: Termbase = field(default_factory=Termbase)
    fixed_names: Termbase = field(default_factory=Termbase)


def background_of(units: Iterable[TranslationUnit], terms: Iterable[TermEntry] = ()) -> Background:
    """Look at a whole collection once."""
    lengths, repeats, sample = LengthRecorder(), RepeatRecorder(), Sample()
    for unit in units:
        lengths.see(unit)
        repeats.see(unit)
        sample.see(unit)
    kinship = learn_kinship(sample.units)
    return Background(lengths.norms(), kinship, repeats.repeats(), termbase_of(terms), _fixed_names())


@cache
def _fixed_names() -> Termbase:
    """Names and abbreviations of the built-in lexicon, which have one translation only; short ones mean many things."""
    entries = []
    for number, concept in enumerate(builtin_concepts()):
        if concept.field in {"geography-and-peoples", "abbreviations-and-names"} and concept.part_of_speech in {"name", "abbr"}:
            terms = [(language, term) for language in LANGUAGES for term in concept.in_language(language) if len(term) > 2]
            entries.append(TermEntry(str(number), tuple(terms), concept.part_of_speech))
    return termbase_of(entries)


def views_of(units: Sequence[TranslationUnit], background: Background, first: int = 0) -> list[UnitView]:
    """The units as the checks see them, each related to its neighbours among them; `first` is the place of the first."""
    views = [UnitView(unit, number) for number, unit in enumerate(units, start=first)]
    for place, view in enumerate(views):
        view.neighbours = tuple(views[max(place - 1, 0) : place] + views[place + 1 : place + 2])
    if background.kinship is not None:
        for languages in dict.fromkeys(_languages(first, second) for view in views for first, second in view.pairs):
            _relate(views, languages, background.kinship)
    return views


def _languages(first: TextView, second: TextView) -> tuple[str, str]:
    return first.language, second.language


def _relate(views: Sequence[UnitView], languages: tuple[str, str], model: KinshipModel) -> None:
    """Work out what the texts in two languages share; a text that stands alone is set beside an empty one."""
    places: dict[int, tuple[int | None, int | None]] = {}
    for number, view in enumerate(views):
        first, second = (view.place_of(language) for language in languages)
        if (first is not None and second is not None and first < second) or (
            len(view.filled) == 1 and (first, second) != (None, None)
        ):
            places[number] = first, second
    texts = [
        (number, views[number].words_at(first), views[number].words_at(second)) for number, (first, second) in places.items()
    ]
    primaries = primary_language(languages[0]), primary_language(languages[1])
    for number, kinship in model.relate(primaries, texts).items():
        first, second = places[number]
        if first is not None and second is not None:
            views[number].kinships[first, second] = kinship
        elif (known := views[number].alone) is None or kinship.rival > known.rival:
            views[number].alone = kinship
