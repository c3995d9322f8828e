"""The distinct words of a language as one text: what is inside words is found in one scan of it."""

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from alignments.errors import AlignmentsError

if TYPE_CHECKING:
    import polars as pl


class WordList:
    """Words to search inside, made of one text with a word a line, the most frequent first: a scan ends when it has enough."""

    def __init__(self, words: str) -> None:
        self._text = f"\n{words}\n"

    def fitting(self, wildcard: str, most: int) -> tuple[str, ...]:
        """The words a wildcard stands for, the most frequent first: `*` is any letters, or none."""
        parts = wildcard.split("*")
        found = self._containing(max(parts, key=len))
        return tuple(islice((word for word in found if _fits(word, parts)), most))

    def _containing(self, letters: str) -> Iterator[str]:
        place = self._text.find(letters)
        while place >= 0:
            end = self._text.index("\n", place)
            yield self._text[self._text.rindex("\n", 0, place) + 1 : end]
            place = self._text.find(letters, end)

    def matching(self, expression: str, most: int) -> tuple[str, ...]:
        """The words an expression matches as a whole, the most frequent first. Raises AlignmentsError for a broken one.

        Polars' engine takes linear time whatever the expression, so that none can hang the search.
        """
        import polars as pl  # noqa: PLC0415 - only expressions need it

        whole = f"(?i)^(?:{expression.replace('ё', 'е')})$"
        try:
            found = self._series.filter(self._series.str.contains(whole, strict=True))
        except pl.exceptions.ComputeError as error:
            raise AlignmentsError(f"{expression!r}: not a regular expression ({_reason(error)})") from None
        return tuple(found.head(most))

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
