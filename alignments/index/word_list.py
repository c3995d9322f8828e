"""The distinct words of a language as one text: what is inside words is found in one scan of it."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from alignments.errors import AlignmentsError

if TYPE_CHECKING:
    import polars as pl


Counted = tuple[str, int]


class WordList:
    """Words to search inside, made of one text with a word a line and one with the number of variants of each."""

    def __init__(self, words: str, counts: str) -> None:
        self._text = f"\n{words}\n" if words else ""
        self._counts = counts.split()

    def fitting(self, wildcard: str) -> list[Counted]:
        """The words a wildcard stands for, the most frequent first: `*` is any letters, or none."""
        parts = wildcard.split("*")
        letters = max(parts, key=len)
        is_inside_only = parts == ["", letters, ""]
        return _ranked(one for one in self._containing(letters) if is_inside_only or _fits(one[0], parts))

    def _containing(self, letters: str) -> Iterator[Counted]:
        text, counts = self._text, self._counts
        line = reached = 0
        place = text.find(letters)
        while place >= 0:
            line += text.count("\n", reached, place)
            stop = text.index("\n", place)
            yield text[text.rindex("\n", 0, place) + 1 : stop], int(counts[line - 1])
            reached, place = place, text.find(letters, stop)

    def matching(self, expression: str) -> list[Counted]:
        """The words an expression matches as a whole, the most frequent first. Raises AlignmentsError for a broken one.

        Polars' engine takes linear time whatever the expression, so that none can hang the search.
        """
        import polars as pl  # noqa: PLC0415 - only expressions need it

        whole = f"(?i)^(?:{expression.replace('ё', 'е')})$"
        try:
            found = self._table.filter(pl.col("word").str.contains(whole, strict=True))
        except pl.exceptions.ComputeError as error:
            raise AlignmentsError(f"{expression!r}: not a regular expression ({_reason(error)})") from None
        return _ranked((word, int(count)) for word, count in found.rows())

    @cached_property
    def _table(self) -> "pl.DataFrame":
        import polars as pl  # noqa: PLC0415 - as above

        return pl.DataFrame({"word": self._text.split(), "count": self._counts}, schema={"word": pl.String, "count": pl.String})


def _ranked(found: Iterable[Counted]) -> list[Counted]:
    return sorted(found, key=lambda one: (-one[1], one[0]))


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
