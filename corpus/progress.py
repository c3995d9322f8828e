"""How a person is told how far long work is, by whoever talks to people."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Progress(Protocol):
    """Passes the items on and may show a person how far the work is."""

    def __call__(self, iterable: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:
        """The same items; `total` where their number is known."""
        ...


def no_progress(iterable: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:  # noqa: ARG001 - as Progress
    """Pass the items on in silence."""
    return iter(iterable)
