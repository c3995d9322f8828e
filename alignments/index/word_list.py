"""The distinct words of a language as one text: what is inside words is found in one scan of it."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from alignments.errors import AlignmentsError

if TYPE_CHECKING:
    import polars

Counted = tuple[str, int]


class WordList:
    """Words with the number of variants that have each; made of one text, a line `word number` each."""

    def __init__(self, text: str) -> None:
        self._text = f"\n{text}\n" if text else ""

    def fitting(self, wildcard: str) -> list[Counted]:
        """The words a wildcard stands for, the most frequent first: `*` is any letters, or none."""
        parts = wildcard.split("*")
        return _ranked(pair for pair in self._containing(max(parts, key=len)) if _fits(pair[0], parts))

    def _containing(self, letters: str) -> Iterator[Counted]:
        text, place = self._text, self._text.find(letters)
        while place >= 0:
            stop = text.index("\n", place)
            word, _, count = text[text.rindex("\n", 0, place) + 1 : stop].partition(" ")
            yield word, int(count)
            place = text.find(letters, stop)

    def matching(self, expression: str) -> list[Counted]:
        """The words an expression matches as a whole, the most frequent first. Raises AlignmentsError for a broken one.

        Polars' engine takes linear time whatever the expression, so that none can hang the search.
        """
        import polars as pl  # noqa: PLC0415 - only expressions need it

        whole = f"(?i)^(?:{expression.replace('ё', 'е')})$"
        try:
            found = self._table.filter(pl.col("word").str.contains(whole, strict=True))
        except pl.exceptions.ComputeError as error:
            reason = str(error).strip().splitlines()[-1]
            raise AlignmentsError(
                f"{expression!r}: not a regular expression ({reason}); look-around and \\1 are not supported"
            ) from None
        return _ranked((word, int(count)) for word, count in found.rows())

    @cached_property
    def _table(self) -> "polars.DataFrame":
        import polars as pl  # noqa: PLC0415 - as above

        pieces = self._text.split()
        return pl.DataFrame({"word": pieces[::2], "count": pieces[1::2]}, schema={"word": pl.String, "count": pl.String})


def _ranked(found: Iterator[Counted]) -> list[Counted]:
    return sorted(found, key=lambda pair: (-pair[1], pair[0]))


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
