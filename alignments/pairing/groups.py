"""Groups of documents that may translate each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.library import StoredDocument


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that may translate each other, under the name they were added with."""

    name: str
    documents: tuple[StoredDocument, ...]


def groups_of(documents: Sequence[StoredDocument]) -> tuple[Group, ...]:
    """The documents by the group they were added under, in the order of adding."""
    by_name: dict[str, list[StoredDocument]] = {}
    for one in documents:
        by_name.setdefault(one.document.group, []).append(one)
    return tuple(Group(name, tuple(members)) for name, members in by_name.items())
