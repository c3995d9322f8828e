"""What web pages write on their buttons and beside them: `Басып шығару`, `Другие новости`, `Views: 1,245`."""

import re
from functools import cache
from importlib.resources import files

LONGEST = 60
"""Letters of a button and of what stands beside it."""

_COUNTED = re.compile(r"[\W\d_]*\Z")


def is_control(text: str) -> bool:
    """True for the words of a button, alone or with a number or sign behind them."""
    plain = " ".join(text.split()).casefold()
    return len(plain) <= LONGEST and _COUNTED.sub("", plain) in _controls()


def is_label_of_control(text: str) -> bool:
    """True where a button's words stand before a colon: `Теги: қала, құрылыс`."""
    label, colon, _ = text.partition(":")
    return bool(colon) and is_control(label)


@cache
def _controls() -> frozenset[str]:
    """The words of `page_controls.tsv`: a line a button, a column a language."""
    table = files(__package__).joinpath("page_controls.tsv").read_text("utf-8")
    return frozenset(word.casefold() for line in table.splitlines() for word in line.split("\t"))
