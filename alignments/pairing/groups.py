"""Groups of documents that may translate each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.library import StoredDocument

JOINED_BY = " + "
"""Stands between the names of the groups that turned out to be companions."""


@dataclass(frozen=True, slots=True)
class Group:
    """Documents that may translate each other, under the name they were added with."""

    name: str
    documents: tuple[StoredDocument, ...]


def groups_of(documents: Sequence[StoredDocument]) -> tuple[Group, ...]:
    """The documents by the group they were added under, in the order of adding; of a file stored twice its last version."""
    last = {(one.document.group, one.document.source.path): one.document.source.sha256 for one in documents}
    by_name: dict[str, list[StoredDocument]] = {}
    for one in documents:
        if last[one.document.group, one.document.source.path] != one.document.source.sha256:
            continue
        by_name.setdefault(one.document.group, []).append(one)
    return tuple(Group(name, tuple(members)) for name, members in by_name.items())
