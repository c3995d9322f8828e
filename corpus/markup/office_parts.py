"""The parts of an Office document (ECMA-376, part 2): what one part refers to, and the title in the core properties."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING

from corpus.files.archives import Archive
from corpus.markup.safe_markup import attribute, parsed_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_CORE = "docProps/core.xml"


@dataclass(frozen=True, slots=True)
class Part:
    """A member of the archive, and what it is to the part that refers to it: `slide`, `header` …"""

    member: str
    sort: str


def parts_of(archive: Archive, member: str, what: str) -> dict[str, Part]:
    """The parts that a member refers to, by the id of the reference; `what` is the sort of file for messages."""
    folder, _, name = member.rpartition("/")
    references = f"{folder}/_rels/{name}.rels"
    if references not in archive.members:
        return {}
    found = {
        one.get("Id", ""): Part(
            normpath(join(dirname(member), one.get("Target", ""))).lstrip("/"), one.get("Type", "").rpartition("/")[2]
        )
        for one in parsed_xml(archive.member(references), what)
    }
    return {reference: part for reference, part in found.items() if part.member in archive.members}


def core_title(archive: Archive, what: str) -> str:
    """The title that the document gives itself, on one line; empty where it has none."""
    title = parsed_xml(archive.member(_CORE), what).findtext("{*}title") if _CORE in archive.members else None
    return " ".join((title or "").split())


def diagram_paragraphs(archive: Archive, parts: Mapping[str, Part], reference: "_Element") -> "Iterator[_Element]":
    """The paragraphs of a diagram (SmartArt) that a `relIds` element refers to, in the order of its points."""
    part = parts.get(attribute(reference, "dm"))
    if part is not None:
        for point in parsed_xml(archive.member(part.member), "diagram").iterfind("{*}ptLst/{*}pt"):
            yield from point.iterfind("{*}t/{*}p")
