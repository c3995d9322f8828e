"""Gold documents: segments in several languages and, for pairs of them, the beads that people checked."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from aligner.beads import Side
from aligner.errors import AlignerError
from aligner.evaluation.agreement import Rung

Pair = tuple[str, str]
"""The languages of two sides, in the order of the gold."""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One document of a gold file: its sides, and the gold beads of each pair of languages that has them."""

    id: str
    sides: tuple[Side, ...]
    rungs: Mapping[Pair, tuple[Rung, ...]]

    def side(self, language: str) -> Side:
        """The side in this language, which must be there."""
        return next(side for side in self.sides if side.language == language)


def parse_gold(lines: Iterable[str], name: str = "gold") -> Iterator[GoldDocument]:
    """The documents of a gold file, one JSON object a line; `name` stands in the messages.

    Raises AlignerError with the line number when a line is no gold document.
    """
    for number, line in enumerate(_decoded(lines, name), start=1):
        if not line.strip():
            continue
        where = f"{name}, line {number}"
        try:
            yield _document(json.loads(line))
        except (AlignerError, LookupError, TypeError, ValueError, RecursionError) as error:
            hint = 'expected {"id": …, "langs": {"kk": […], …}, "gold": {"kk-ru": [[[0], [0, 1]], …]}}'
            raise AlignerError(f"{where}: not a gold document ({_reason(error)}); {hint}") from error


def _decoded(lines: Iterable[str], name: str) -> Iterator[str]:
    try:
        yield from lines
    except UnicodeDecodeError:
        raise AlignerError(f"{name}: not UTF-8; save it as UTF-8") from None


def _reason(error: Exception) -> str:
    """What is wrong, in the words of the file and not of Python."""
    if isinstance(error, json.JSONDecodeError):
        return f"no JSON from letter {error.colno} on"
    if isinstance(error, KeyError):
        return f"`{error.args[0]}` is missing"
    return str(error) if isinstance(error, AlignerError) else "a bead is a list of positions for each of the two sides"


def _document(fields: Mapping[str, object]) -> GoldDocument:
    if not isinstance(fields, dict):
        raise AlignerError("a line is one object")
    languages, gold = fields["langs"], fields["gold"]
    if not isinstance(languages, dict) or not isinstance(gold, dict):
        raise AlignerError("`langs` and `gold` must be objects")
    sides = {tag: Side(tag, _segments(segments)) for tag, segments in languages.items()}
    pairs = {_languages_of(pair, sides): rungs for pair, rungs in gold.items()}
    checked = {pair: tuple(_rung(rung, [len(sides[tag]) for tag in pair]) for rung in rungs) for pair, rungs in pairs.items()}
    return GoldDocument(str(fields.get("id", "")), tuple(sides.values()), checked)


def _segments(segments: object) -> tuple[str, ...]:
    if not isinstance(segments, list) or not all(isinstance(segment, str) for segment in segments):
        raise AlignerError("segments must be a list of strings")
    return tuple(segments)


def _languages_of(pair: str, sides: Mapping[str, Side]) -> Pair:
    for first in sides:
        for second in sides:
            if pair == f"{first}-{second}":
                return first, second
    raise AlignerError(f"pair {pair!r} names languages that are not in `langs`")


def _rung(positions: list[list[int]], lengths: list[int]) -> Rung:
    source, target = (tuple(map(int, side)) for side in positions)
    for side, length in zip((source, target), lengths, strict=True):
        if any(not 0 <= position < length for position in side):
            raise AlignerError(f"position {max(side)} in a side of {length} segments")
    return source, target
