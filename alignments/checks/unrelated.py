"""Texts that share no content, or less than a neighbour's text would: a bead that slipped by one."""

from collections.abc import Iterator

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.kinship import content_of
from alignments.inspection.texts import Flags
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity

LEAD = 0.06
"""So much more content (0…2) must a neighbour share before it is said to fit better."""

NOTHING = 0.035
"""Texts of ENOUGH words that share less content than this have next to nothing in common."""

DIGITS = 4
"""So many digits are not the same by chance."""

ENOUGH = 5

_PLACES = {-2: "two units before", -1: "of the unit before", 1: "of the next unit", 2: "two units further on"}


def find(view: UnitView, background: Background) -> Iterator[Finding]:  # noqa: ARG001 - a check's signature
    """The Kazakh sentence beside the Russian translation of the next one."""
    for first, second, kinship in view.related:
        if _say_the_same_in_numbers(first, second):
            continue
        if kinship.rival > kinship.content + LEAD:
            ours, theirs = (second, first) if kinship.rival_is_first else (first, second)
            message = f"the {theirs.name} text {_PLACES[kinship.rival_offset]} fits this {ours.name} text better"
            yield Finding(Severity.WARNING, message, second, 0, len(second.text))
        elif kinship.content < NOTHING and min(len(first.words), len(second.words)) >= ENOUGH:
            message = f"no word, name or number of the {first.name} text was recognised in the {second.name} text"
            yield Finding(Severity.WARNING, message, second, 0, len(second.text))


def _say_the_same_in_numbers(first: TextView, second: TextView) -> bool:
    """True for «Факс: +7 (7172) 75-20-21» and «Fax: +7 (7172) 75-20-21»."""
    here, there = ([sign.value for sign in text.numbers if sign.is_in_digits] for text in (first, second))
    return here == there and len("".join(here)) >= DIGITS


def suspects(batch: Batch) -> Flags:
    """Units of which a neighbour's text fits better, or whose texts share next to nothing."""
    content = content_of(batch.kinships)
    return batch.with_pair((batch.kinships["rival"] > content + LEAD) | (content < NOTHING))


CHECK = Check("unrelated", "Content not found", suspects, find)
