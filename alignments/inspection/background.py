"""What is usual in a collection: seen once in full before its units are checked batch by batch."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from aligner.lexicon import builtin_concepts
from aligner.lexicon.entries import LANGUAGES
from alignments.columns import Columns
from alignments.inspection.kinship import KinshipModel, learn_kinship
from alignments.inspection.lengths import LengthNorms, LengthRecorder, Measured, measured
from alignments.inspection.repeats import Keyed, RepeatRecorder, Repeats, keyed
from alignments.inspection.sample import Sample
from alignments.inspection.spreading import spread
from alignments.inspection.termbase import Termbase, termbase_of
from alignments.inspection.texts import Texts
from alignments.units import TermEntry


@dataclass(frozen=True, slots=True)
class Background:
    """What a check may know besides the unit it looks at."""

    lengths: LengthNorms = field(default_factory=LengthNorms)
    kinship: KinshipModel | None = None
    repeats: Repeats = field(default_factory=Repeats)
    terms: Termbase = field(default_factory=Termbase)
    fixed_names: Termbase = field(default_factory=Termbase)


def background_of(batches: Iterable[Columns], terms: Iterable[TermEntry] = (), processes: int = 1) -> Background:
    """Look at a whole collection once."""
    lengths, repeats, sample = LengthRecorder(), RepeatRecorder(), Sample()
    for columns, (measures, keys) in spread(_seen, batches, processes):
        lengths.see(measures)
        repeats.see(keys)
        sample.see(columns)
    return Background(lengths.norms(), learn_kinship(sample.units), repeats.repeats(), termbase_of(terms), _fixed_names())


def _seen(columns: Columns) -> tuple[Measured, Keyed]:
    texts = Texts(columns)
    return measured(texts), keyed(texts)


@cache
def _fixed_names() -> Termbase:
    """Names and abbreviations of the built-in lexicon, which have one translation only; short ones mean many things."""
    entries = []
    for number, concept in enumerate(builtin_concepts()):
        if concept.field in {"geography-and-peoples", "abbreviations-and-names"} and concept.part_of_speech in {"name", "abbr"}:
            terms = [(language, term) for language in LANGUAGES for term in concept.in_language(language) if len(term) > 2]
            entries.append(TermEntry(str(number), tuple(terms), concept.part_of_speech))
    return termbase_of(entries)
