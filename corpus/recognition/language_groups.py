"""Groups of one to four letters, and what each says about the language of a word."""

from functools import cache
from importlib.resources import files

LONGEST = 4
TABLE_FILE = "language_groups.tsv"
"""One line a group: the letters (`_` is the edge of a word) and its weight in hundredths of a nat, above 0 for Kazakh.

Learnt by scripts/compile_language_table.py from the project's own lexicon.
"""


def groups(word: str) -> list[str]:
    """The letter groups of a word in small letters, its edges written `_`."""
    edged = f"_{word}_"
    return [edged[start : start + length] for length in range(1, LONGEST + 1) for start in range(len(edged) - length + 1)]


@cache
def weights() -> dict[str, float]:
    """The weight of every known group, in nats."""
    lines = (files("corpus.recognition") / TABLE_FILE).read_text("utf-8").splitlines()
    return {group: int(weight) / 100 for group, weight in (line.split("\t") for line in lines)}
