"""The distinct words of a language as one text: what is inside words is found in one scan of it."""

from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, islice
from typing import TYPE_CHECKING

from alignments.errors import AlignmentsError

if TYPE_CHECKING:
    import polars as pl


class WordList:
    """Words to search inside, made of one text with a word a line in their order, and one with the number of variants of each."""

    def __init__(self, words: str, counts: str) -> None:
        self._text = f"\n{words}\n" if words else ""
        self._counts = counts.split()

    def fitting(self, wildcard: str, most: int) -> tuple[str, ...]:
        """The words a wildcard stands for, the most frequent first: `*` is any letters, or none."""
        parts = wildcard.split("*")
        letters = max(parts, key=len)
        places = self._containing(letters)
        found = (self._word_at(places[number]) for number in self._ranked(places))
        is_inside_only = parts == ["", letters, ""]
        return tuple(islice(found if is_inside_only else (word for word in found if _fits(word, parts)), most))

    def _containing(self, letters: str) -> dict[int, int]:
        """The numbers of the words that contain the letters, for as many line ends stand before, and where the letters end."""
        before = self._text.split(letters)[:-1]
        numbers = accumulate((piece.count("\n") for piece in before), initial=-1)
        ends = accumulate(len(piece) + len(letters) for piece in before)
        return dict(zip(islice(numbers, 1, None), ends, strict=True))

    def _word_at(self, place: int) -> str:
        return self._text[self._text.rindex("\n", 0, place) + 1 : self._text.index("\n", place)]

    def _ranked(self, numbers: Iterable[int]) -> list[int]:
        return sorted(numbers, key=lambda number: int(self._counts[number]), reverse=True)

    def matching(self, expression: str, most: int) -> tuple[str, ...]:
        """The words an expression matches as a whole, the most frequent first. Raises AlignmentsError for a broken one.

        Polars' engine takes linear time whatever the expression, so that none can hang the search.
        """
        import polars as pl  # noqa: PLC0415 - only expressions need it

        whole = f"(?i)^(?:{expression.replace('ё', 'е')})$"
        try:
            found = self._series.str.contains(whole, strict=True).arg_true()
        except pl.exceptions.ComputeError as error:
            raise AlignmentsError(f"{expression!r}: not a regular expression ({_reason(error)})") from None
        return tuple(self._series[self._ranked(found)[:most]])

    @cached_property
    def _series(self) -> "pl.Series":
        import polars as pl  # noqa: PLC0415 - as above

        return pl.Series(self._text.split(), dtype=pl.String)


def _reason(error: Exception) -> str:
    """What the engine says is wrong: the last line before it shows the expression again."""
    said = str(error).partition("\n\nThis error")[0].strip().splitlines()[-1]
    return said.removeprefix("regex error: ").removeprefix("error: ").rstrip(".")


def _fits(word: str, parts: list[str]) -> bool:
    """True when the parts stand one after another in the word, the first at its beginning and the last at its end."""
    first, *middle, last = parts
    if len(word) < len(first) + len(last) or not (word.startswith(first) and word.endswith(last)):
        return False
    place, end = len(first), len(word) - len(last)
    for part in middle:
        place = word.find(part, place, end)
        if place < 0:
            return False
        place += len(part)
    return True
