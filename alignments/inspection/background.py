"""What is usual in a collection: seen once in full before its units are checked one by one."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from alignments.inspection.kinship import KinshipModel, Words, learn_kinship
from alignments.inspection.lengths import LengthNorms, LengthRecorder
from alignments.inspection.sample import Sample
from alignments.inspection.views import UnitView
from alignments.units import TermEntry, TranslationUnit


@dataclass(frozen=True, slots=True)
class Background:
    """What a check may know besides the unit it looks at."""

    lengths: LengthNorms = field(default_factory=LengthNorms)
    kinship: KinshipModel | None = None
    terms: tuple[TermEntry, ...] = ()


def background_of(units: Iterable[TranslationUnit], terms: Iterable[TermEntry] = ()) -> Background:
    """Look at a whole collection once."""
    lengths, sample = LengthRecorder(), Sample()
    for unit in units:
        lengths.see(unit)
        sample.see(unit)
    return Background(lengths.norms(), learn_kinship(sample.units), tuple(terms))


def views_of(units: Sequence[TranslationUnit], background: Background) -> list[UnitView]:
    """The units as the checks see them, each related to its neighbours among them."""
    views = [UnitView(unit) for unit in units]
    if background.kinship is None:
        return views
    texts: dict[tuple[int, int, str, str], list[tuple[int, str, Words, str, Words]]] = defaultdict(list)
    for number, view in enumerate(views):
        for i, j in view.places:
            first, second = view.texts[i], view.texts[j]
            key = (i, j, first.primary, second.primary)
            texts[key].append((number, first.primary, first.words, second.primary, second.words))
    for (i, j, _, _), members in texts.items():
        for number, kinship in background.kinship.relate(members).items():
            views[number].kinships[i, j] = kinship
    return views
