"""Lists of abbreviations, a language a file, each entry with what it does and a sentence that needs it."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Ending(StrEnum):
    """Whether a sentence may end with the stop of an abbreviation."""

    NEVER = "never ends"
    MAY = "may end"
    BEFORE_CAPITAL = "ends before a capital"
    BEFORE_NUMBER = "before a number"


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation without its last stop; `example` is a sentence in which it stands."""

    text: str
    ending: Ending
    example: str


@cache
def abbreviations(language: str) -> tuple[Abbreviation, ...]:
    """The list of one language (kk, ru, en)."""
    lines = (files(__name__) / f"{language}.tsv").read_text("utf-8").splitlines()
    fields = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(Abbreviation(text, Ending(ending), example) for text, ending, example in fields)
