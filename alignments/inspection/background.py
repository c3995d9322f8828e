"""What is usual in a collection: seen once in full before its units are checked batch by batch."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from aligner.lexicon import builtin_concepts
from aligner.lexicon.entries import LANGUAGES
from alignments.inspection.batching import in_batches
from alignments.inspection.kinship import KinshipModel, learn_kinship
from alignments.inspection.lengths import LengthNorms, LengthRecorder
from alignments.inspection.repeats import RepeatRecorder, Repeats
from alignments.inspection.sample import Sample
from alignments.inspection.termbase import Termbase, termbase_of
from alignments.inspection.texts import Texts
from alignments.units import TermEntry, TranslationUnit


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
    for batch in in_batches(units):
        texts = Texts(batch)
        lengths.see(batch, texts)
        repeats.see(texts, len(batch))
        for unit in batch:
            sample.see(unit)
    return Background(lengths.norms(), learn_kinship(sample.units), repeats.repeats(), termbase_of(terms), _fixed_names())


@cache
def _fixed_names() -> Termbase:
    """Names and abbreviations of the built-in lexicon, which have one translation only; short ones mean many things."""
    entries = []
    for number, concept in enumerate(builtin_concepts()):
        if concept.field in {"geography-and-peoples", "abbreviations-and-names"} and concept.part_of_speech in {"name", "abbr"}:
            terms = [(language, term) for language in LANGUAGES for term in concept.in_language(language) if len(term) > 2]
            entries.append(TermEntry(str(number), tuple(terms), concept.part_of_speech))
    return termbase_of(entries)
