"""Files added under unrelated names that translate each other from end to end: заң.txt and закон.txt."""

from collections.abc import Sequence
from itertools import combinations

from aligner.beads import Side
from aligner.lexicon import Lexicon
from aligner.search.stretches import Stretch, find_stretches
from alignments.pairing.groups import JOINED_BY, Group
from corpus.languages import UNKNOWN
from corpus.library import StoredDocument

SHARE = 0.5
"""The share of the segments of both files that must lie in stretches which translate each other."""

MOST_FILES = 60
"""Every two files are compared, so that more of them would take too long; their groups have to be named."""


def companions(groups: Sequence[Group], lexicon: Lexicon | None = None) -> tuple[Group, ...]:
    """New groups of two or more files of the given groups, each file in one language, that translate each other.

    Files are joined by how much of them is alike, the most alike first; a file is in one new group at most, and a language
    in a group once.
    """
    if uncompared(groups):
        return ()
    alone = _lone_documents(groups)
    joined: list[list[StoredDocument]] = []
    for _, first, second in sorted(_links(alone, lexicon), key=lambda link: -link[0]):
        _join(joined, first, second)
    return tuple(Group(JOINED_BY.join(one.document.group for one in members), tuple(members)) for members in joined)


def uncompared(groups: Sequence[Group]) -> int:
    """How many files have no other in their group, where these are too many to be compared with each other; otherwise 0."""
    alone = len(_lone_documents(groups))
    return alone if alone > MOST_FILES else 0


def _lone_documents(groups: Sequence[Group]) -> list[StoredDocument]:
    return [found for group in groups if (found := only_document(group)) is not None]


def only_document(group: Group) -> StoredDocument | None:
    """The document of a group that has one language only and one file only."""
    known = [one for one in group.documents if one.document.segments and one.document.language != UNKNOWN]
    return known[0] if len(known) == 1 else None


def _links(alone: Sequence[StoredDocument], lexicon: Lexicon | None) -> list[tuple[float, StoredDocument, StoredDocument]]:
    """Every two documents in different languages that are translations, with the smaller share that is alike."""
    links = []
    for first, second in combinations(alone, 2):
        if first.document.language != second.document.language:
            sides = _side(first), _side(second)
            share = _share(find_stretches(*sides, lexicon), sides)
            if share >= SHARE:
                links.append((share, first, second))
    return links


def _side(stored: StoredDocument) -> Side:
    return Side(stored.document.language, tuple(segment.text for segment in stored.document.segments))


def _share(stretches: Sequence[Stretch], sides: tuple[Side, Side]) -> float:
    covered = [sum(len(stretch.spans[place]) for stretch in stretches) for place in (0, 1)]
    return min(part / len(side) for part, side in zip(covered, sides, strict=True))


def _join(joined: list[list[StoredDocument]], first: StoredDocument, second: StoredDocument) -> None:
    """Put two documents into one group, unless that would bring a language into it twice."""
    touched = [members for members in joined if first in members or second in members]
    members = [*(one for group in touched for one in group), first, second]
    merged = list({one.id: one for one in members}.values())
    if len({one.document.language for one in merged}) == len(merged):
        joined[:] = [group for group in joined if group not in touched]
        joined.append(sorted(merged, key=lambda one: one.id))
