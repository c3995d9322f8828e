"""Groups of documents that may translate each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.library import StoredDocument, current

JOINED_BY = " + "
"""Stands between the names of the groups that turned out to be companions."""


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that may translate each other, under the name they were added with."""

    name: str
    documents: tuple[StoredDocument, ...]


def groups_of(documents: Sequence[StoredDocument]) -> tuple[Group, ...]:
    """The documents by the group they were added under, in the order of adding; of a file that changed its last version."""
    by_name: dict[str, list[StoredDocument]] = {}
    for one in current(documents):
        by_name.setdefault(one.document.group, []).append(one)
    return tuple(Group(name, tuple(members)) for name, members in by_name.items())
