"""Numbers and dates that one text has and another lacks: 1 500 is 1,500, «он бес» is 15, «XXI» is «ХХІ», «қазан» is October."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import permutations

import numpy as np
from numpy.typing import NDArray

from aligner.signs.dates import DateSign
from aligner.signs.numbers import NumberSign, differences
from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.rows import are_among
from alignments.inspection.texts import Flags, roots_of
from alignments.inspection.views import TextView, UnitView
from alignments.inspection.wording import listed
from alignments.units import Severity, Span

Sign = NumberSign | DateSign

_ROMAN_LETTERS = "IVXLІХ"
_ROMAN = re.compile(f"[{_ROMAN_LETTERS}]+")

_MONTHS = {
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "ru": "январь февраль март марта марте апрель май мая мае июнь июня июне июль июля июле август сентябрь октябрь ноябрь "
    "декабрь",
    "en": "january february march april may june july august september october november december jan feb mar apr aug sept oct "
    "nov dec",
}
"""Words whose roots tell where to look for a date."""


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """«2019 жылғы 5 қаңтар» beside «5 января 2018 года»."""
    texts = view.filled
    lacking: dict[_Place, dict[int, Sequence[Sign]]] = {}
    for (here, text), (there, other) in permutations(enumerate(texts), 2):
        for sign, instead in _missing(text, other):
            lacking.setdefault((here, sign.start, sign.stop), {}).setdefault(there, instead)
    for place in sorted(_told_once(_outermost(lacking))):
        here, start, stop = place
        others = [(texts[there], instead) for there, instead in lacking[place].items()]
        yield _told(texts[here], start, stop, others)


_Place = tuple[int, int, int]
"""Which text, and where a sign begins and stops in it."""


def _outermost(lacking: Mapping[_Place, Mapping[int, Sequence[Sign]]]) -> Mapping[_Place, Mapping[int, Sequence[Sign]]]:
    """What is lacking without the day and year of a date that is told anyway: «14.09.2026» is one thing and not three."""

    def is_told_by(outer: _Place, place: _Place) -> bool:
        (text, start, stop), (other, first, last) = outer, place
        is_inside = text == other and start <= first and last <= stop and (start, stop) != (first, last)
        return is_inside and all(there in lacking[outer] and not instead for there, instead in lacking[place].items())

    return {place: others for place, others in lacking.items() if not any(is_told_by(outer, place) for outer in lacking)}


def _told_once(lacking: Mapping[_Place, Mapping[int, Sequence[Sign]]]) -> Iterator[_Place]:
    """The places to tell of, so that no difference is told from both of its sides; what most texts lack comes first."""
    told: set[tuple[_Place, _Place]] = set()
    for place in sorted(lacking, key=lambda place: (-len(lacking[place]), place)):
        others = lacking[place].items()
        pairs = {((there, sign.start, sign.stop), place) for there, instead in others for sign in instead}
        if not (all(instead for _, instead in others) and pairs <= told):
            told |= {(place, other) for other, _ in pairs}
            yield place


def _missing(text: TextView, other: TextView) -> Iterator[tuple[Sign, Sequence[Sign]]]:
    """What one text has and the other lacks, with what the other has instead."""
    if text.has_digits or other.has_digits:  # words alone are too often no numbers: «бір» is also "a"
        here, there = differences(text.numbers, other.numbers)
        yield from ((sign, there) for sign in here)
    if _ROMAN.search(text.text):
        known = {value for sign in other.numbers for value in sign.values}
        for sign in text.numbers:
            if known.isdisjoint(sign.values) and _ROMAN.fullmatch(text.text, sign.start, sign.stop):
                yield sign, ()
    months, others = ({date.month for date in one.dates} for one in (text, other))
    instead = [date for date in other.dates if date.month not in months]
    yield from ((date, instead) for date in text.dates if date.month not in others and (instead or date.day))


def _told(text: TextView, start: int, stop: int, others: Sequence[tuple[TextView, Sequence[Sign]]]) -> Finding:
    """A number for which another stands was changed, an error; one that is just missing is a warning."""
    having: dict[str, list[str]] = {}
    for other, instead in others:
        has = ", ".join(dict.fromkeys(other.text[sign.start : sign.stop] for sign in instead))
        having.setdefault(has, []).append(other.name)
    parts = [f"{has or 'nothing like it'} in {listed(names)}" for has, names in having.items()]
    message = f"{text.text[start:stop]} in {text.name}, but {listed(parts)}"
    counterparts = tuple(Span(other.language, sign.start, sign.stop) for other, instead in others for sign in instead)
    return Finding(Severity.ERROR if any(having) else Severity.WARNING, message, text, start, stop, counterparts)


def suspects(batch: Batch) -> Flags:
    """Units with a digit, a word that may be a Roman numeral, or the name of a month, unless it is clear that all texts agree."""
    texts, letters = batch.texts, batch.texts.letters
    months = texts.roots.count(are_among(texts.roots.values, _month_roots())) > 0
    romans = letters.by_text(letters.words[0]).count(letters.all_are(frozenset(_ROMAN_LETTERS).__contains__)) > 0
    return batch.with_text(texts.has_digits | months | romans) & batch.with_pair(batch.same_numbers == 0)


@cache
def _month_roots() -> NDArray[np.uint64]:
    return np.unique(np.concatenate([roots_of(months.split(), language).values for language, months in _MONTHS.items()]))


CHECK = Check("numbers", "Numbers and dates", suspects, find)
