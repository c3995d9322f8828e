"""What a segmentation rule is: a pattern before the place, a pattern behind it, and whether a sentence ends there."""

import re
from dataclasses import dataclass
from functools import cache
from typing import TypedDict, Unpack

REACH = 24
"""How many characters before the place a rule usually sees."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named rule, as SRX has it: `before` matches up to the place, `after` from it on, white space included.

    Both patterns mean the same in Python and Java; `before` has no unbounded repetition, so that it can look behind.
    `languages` is empty for a rule of all; `example` shows the place as `¦` where a sentence ends and as `·` where none does.
    """

    name: str
    before: str
    after: str
    example: str
    breaks: bool
    languages: tuple[str, ...] = ()
    reach: int = REACH

    def matches(self, text: str, place: int) -> bool:
        """True when the rule speaks about this place."""
        before, after = _compiled(self.before, self.after)
        if after.match(text, place) is None:
            return False
        return before.search(text, max(0, place - self.reach), place) is not None


@cache
def _compiled(before: str, after: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(f"(?:{before})\\Z"), re.compile(after)


class Options(TypedDict, total=False):
    """What a rule may say beside its patterns and example."""

    languages: tuple[str, ...]
    reach: int


def ends(name: str, before: str, after: str, example: str, **options: Unpack[Options]) -> Rule:
    """A rule by which a sentence ends."""
    return Rule(name, before, after, example, breaks=True, **options)


def goes_on(name: str, before: str, after: str, example: str, **options: Unpack[Options]) -> Rule:
    """A rule by which a sentence goes on."""
    return Rule(name, before, after, example, breaks=False, **options)
