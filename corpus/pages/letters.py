"""Letters with their boxes on a page, and the type in which they are printed."""

from typing import NamedTuple, Protocol


class Box(Protocol):
    """What has a lower and an upper edge, in points, y growing upwards."""

    @property
    def bottom(self) -> float:
        """The lower edge."""

    @property
    def top(self) -> float:
        """The upper edge."""


class Type(NamedTuple):
    """The type in which letters are printed: whether bold, and its size in points."""

    is_bold: bool
    size: float


class Letter(NamedTuple):
    """A letter, or letters that follow each other, and the box in points, y growing upwards; the box of a space says nothing."""

    text: str
    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    top: float = 0.0
    type: Type | None = None
    """Known of letters only, not of figures and signs."""

    @property
    def is_space(self) -> bool:
        """True for spaces and line ends, whose boxes say nothing."""
        return self.text.isspace()


def is_on_one_line(one: Box, other: Box) -> bool:
    """True when two boxes share at least half the height of the lower one: a raised ² stays on its line."""
    if one.bottom == other.bottom:
        return True
    shared = min(one.top, other.top) - max(one.bottom, other.bottom)
    return shared >= 0.5 * min(one.top - one.bottom, other.top - other.bottom)
