"""A sign that survives translation, other than numbers and dates: what it stands for in any language, and where it stands."""

from dataclasses import dataclass
from enum import StrEnum


class SignKind(StrEnum):
    """What a sign is; the value is the mark before its key."""

    ABBREVIATION = "="
    NAME = "~"
    TERM = "%"
    ADDRESS = "&"
    LIST_MARK = "^"


@dataclass(frozen=True, slots=True)
class Sign:
    """`value` is the same in every language; `start` and `stop` are code point offsets into the text."""

    kind: SignKind
    value: str
    start: int
    stop: int

    @property
    def key(self) -> str:
        """Kind and value in one, such as `=LLP` or `~tkv`, to be compared across languages."""
        return self.kind.value + self.value
