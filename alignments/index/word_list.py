"""The distinct words of a language as one text: what is inside words is found in one scan of it."""

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from alignments.errors import AlignmentsError

if TYPE_CHECKING:
    import polars as pl


COUNT = "\t"
"""What stands between a word and its count."""


class WordList:
    """Words to search inside, made of one text with a word and its count a line, the most frequent first.

    A scan ends when it has enough.
    """

    def __init__(self, words: str) -> None:
        self._text = f"\n{words}\n"

    def fitting(self, wildcard: str, most: int) -> dict[str, int]:
        """The words a wildcard stands for with their counts, the most frequent first: `*` is any letters, or none."""
        parts = wildcard.split("*")
        found = self._containing(max(parts, key=len))
        return dict(islice(((word, int(count)) for word, count in found if _fits(word, parts)), most))

    def _containing(self, letters: str) -> Iterator[list[str]]:
        """Words and counts of the lines that have these letters; digits may stand in the count alone."""
        place = self._text.find(letters)
        while place >= 0:
            end = self._text.index("\n", place)
            yield self._text[self._text.rindex("\n", 0, place) + 1 : end].split(COUNT)
            place = self._text.find(letters, end)

    def matching(self, expression: str, most: int) -> dict[str, int]:
        """The words an expression matches as a whole, with their counts. Raises AlignmentsError for a broken one.

        Polars' engine takes linear time whatever the expression, so that none can hang the search.
        """
        import polars as pl  # noqa: PLC0415 - only expressions need it

        whole = f"(?i)^(?:{expression.replace('ё', 'е')})$"
        words, counts = self._columns
        try:
            places = words.str.contains(whole, strict=True).arg_true().head(most)
        except pl.exceptions.ComputeError as error:
            raise AlignmentsError(f"{expression!r}: not a regular expression ({_reason(error)})") from None
        return dict(zip(words.gather(places), map(int, counts.gather(places)), strict=True))

    @cached_property
    def _columns(self) -> "tuple[pl.Series, pl.Series]":
        """Words and counts."""
        import polars as pl  # noqa: PLC0415 - as above

        both = pl.Series(self._text.split(), dtype=pl.String)
        return both.gather_every(2), both.gather_every(2, 1)


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
