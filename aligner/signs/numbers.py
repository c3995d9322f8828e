"""Numbers of a text in one canonical form: 1 500, 1,500 and «мың бес жүз» are the same, and so are 19,8 and 19.8."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from aligner.signs.digits import Digits, canonical, runs_of_digits
from aligner.signs.measures import is_converted, unit_behind
from aligner.signs.number_words import candidate_words, number_of, scale
from aligner.signs.roman_numerals import roman_numerals

_GAP = re.compile(r"(?:[\s\u00a0\u2009\u202f.-]{0,2}|[\s-]and\s)")
"""What may stand between the parts of one number: 380 мың, 2 млн. 500, twenty-five, a hundred and five."""


@dataclass(frozen=True, slots=True)
class NumberSign:
    """A number and where it stands.

    `value` is canonical: `1500`, `19.8`, with thousands and millions multiplied out; `others` are further values that it may
    have; `start` and `stop` are code point offsets into the text; `is_in_digits` is false for words and Roman numerals, which
    a translation often turns into something that is no number; `unit` is a unit of measure behind it that translators convert.
    """

    value: str
    start: int
    stop: int
    others: tuple[str, ...] = ()
    is_in_digits: bool = True
    unit: str = ""

    @property
    def values(self) -> tuple[str, ...]:
        """All that the number may mean, the likeliest first."""
        return (self.value, *self.others)


@dataclass(frozen=True, slots=True)
class _Word:
    """A number word, or the word for a power of ten (then `power` is above 0)."""

    value: str
    start: int
    stop: int
    power: int


_Run = Sequence[Digits | _Word]
"""Parts of one number that follow each other: 11 млн, twenty-five, бір мың тоғыз жүз."""


def number_signs(text: str, language: str) -> tuple[NumberSign, ...]:
    """The numbers of a text in order: in digits, in words of kk, ru and en, and Roman."""
    numbers = (_number(run, text) for run in _runs(text, language.partition("-")[0]))
    romans = (NumberSign(str(value), start, stop, (), is_in_digits=False) for value, start, stop in roman_numerals(text))
    return tuple(sorted(chain(numbers, romans), key=lambda sign: sign.start))


def number_values(text: str, language: str) -> list[str]:
    """The values of the numbers of a text, in any order: what there is to know for who counts them, in two thirds of the time."""
    numbers = [_value(run) for run in _runs(text, language.partition("-")[0])]
    return numbers + [str(value) for value, _, _ in roman_numerals(text)]


def is_number_word(word: str, language: str) -> bool:
    """True when a small-letter word with е for ё names a number or a power of ten."""
    pattern = candidate_words(language)
    return bool(pattern and pattern.match(word)) and (scale(word, language) > 0 or number_of(word, language) is not None)


def differences(
    source: Sequence[NumberSign], target: Sequence[NumberSign]
) -> tuple[tuple[NumberSign, ...], tuple[NumberSign, ...]]:
    """The numbers in digits of each text that the other one has in no form.

    Words and Roman numerals count as the number they name, 11 млн as 11,000,000, and 10 inches as 25 cm.
    """
    first, second = _unmatched(source, target), _unmatched(target, source)
    return _without_conversions(first, second, source), _without_conversions(second, first, target)


def _unmatched(signs: Sequence[NumberSign], elsewhere: Sequence[NumberSign]) -> tuple[NumberSign, ...]:
    main = {sign.value for sign in elsewhere}
    every = {value for sign in elsewhere for value in sign.values}
    return tuple(sign for sign in signs if sign.is_in_digits and sign.value not in every and main.isdisjoint(sign.others))


def _without_conversions(
    unmatched: Sequence[NumberSign], others: Sequence[NumberSign], beside: Sequence[NumberSign]
) -> tuple[NumberSign, ...]:
    """Leaves out amounts that the other text has in another unit, or need not have: 45 miles (72 km), but only 72 km there."""
    told = [sign for sign in beside if sign not in unmatched]
    units = {sign.unit for sign in others}
    return tuple(
        sign
        for sign in unmatched
        if not (sign.unit and (_has_conversion(sign, others) or (sign.unit not in units and _has_conversion(sign, told))))
    )


def _has_conversion(sign: NumberSign, others: Sequence[NumberSign]) -> bool:
    return any(is_converted(sign.value, sign.unit, other.value, other.unit) for other in others if other.unit)


def _runs(text: str, language: str) -> Sequence[_Run]:
    """The parts of every number in digits or words, in order."""
    parts: list[Digits | _Word] = [*runs_of_digits(text, language)]
    if words := list(_words(text, language)):
        parts = sorted(chain(parts, words), key=lambda part: part.start)
    runs: list[list[Digits | _Word]] = []
    for part in parts:
        if words and runs and _GAP.fullmatch(text, runs[-1][-1].stop, part.start) and _continues(runs[-1], part):
            runs[-1].append(part)
        else:
            runs.append([part])
    return runs


def _words(text: str, language: str) -> Iterator[_Word]:
    pattern = candidate_words(language)
    lowered = text.lower().replace("ё", "е")
    if pattern is None or len(lowered) != len(text):
        return
    for match in pattern.finditer(lowered):
        power = scale(match[0], language)
        value = None if power else number_of(match[0], language)
        if power or value is not None:
            yield _Word(str(value), match.start(), match.end(), power)


def _continues(run: _Run, part: Digits | _Word) -> bool:
    """True when a part makes the number before it larger or more precise: 20 and 5, 2 and hundred, 380 and thousand."""
    before = run[-1]
    if part.power:
        return all(part.power < other.power or not other.power for other in run)
    if before.power:
        return _size(part) <= before.power
    if isinstance(part, Digits) or isinstance(before, Digits):
        return False
    first, second = Decimal(before.value), Decimal(part.value)
    return (second == 100 and first < 10) or (first >= 10 and first % 10 == 0 and second < 10 ** _trailing_zeros(first))


def _size(part: Digits | _Word) -> int:
    return len(part.value.partition(".")[0])


def _trailing_zeros(value: Decimal) -> int:
    digits = str(int(value))
    return len(digits) - len(digits.rstrip("0"))


def _number(run: _Run, text: str) -> NumberSign:
    first, stop = run[0], run[-1].stop
    if len(run) == 1 and isinstance(first, Digits):
        return NumberSign(first.value, first.start, stop, first.others, unit=unit_behind(text, stop))
    in_digits = any(isinstance(part, Digits) for part in run)
    others = (first.value, *(first.others if isinstance(first, Digits) else ())) if in_digits and len(run) == 2 else ()
    return NumberSign(_value(run), first.start, stop, others, is_in_digits=in_digits)


def _value(run: _Run) -> str:
    """The value of a number in canonical form."""
    if len(run) == 1 and isinstance(run[0], Digits):
        return run[0].value
    total, current = Decimal(0), None
    for part in run:
        if part.power:
            total += (Decimal(1) if current is None else current) * 10**part.power
            current = None
        else:
            amount = Decimal(part.value)
            current = amount if current is None else current * amount if amount == 100 and current < 10 else current + amount
    return canonical(f"{total + (current or 0):f}")
