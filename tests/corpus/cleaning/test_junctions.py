"""Which lines of a page belong together: a table of pages (`junctions.txt`), and that no rule is without a page that needs it."""

from itertools import pairwise
from pathlib import Path

import pytest

from corpus.cleaning import junction_rules
from corpus.cleaning.junction_rules import RULES, continues
from corpus.cleaning.junctions import junctions
from corpus.cleaning.pieces import pieces_of
from corpus.reading import read_bytes

GOES_ON = {"¶": False, "→": True}
PAGES = [
    (heading, page)
    for heading, page in (
        section.split("\n", 1) for section in (Path(__file__).parent / "junctions.txt").read_text("utf-8").split("\n## ")[1:]
    )
]
NAMES = {rule.__name__.strip("_").replace("_", " "): rule for rule in RULES}


def taken(page: str) -> dict[str, bool]:
    """Every line of a page but the first one, and whether it goes on with the one before."""
    text = "\n".join(line[2:] for line in page.rstrip("\n").split("\n"))
    return {junction.after.strip(): continues(junction) for junction in junctions(pieces_of(read_bytes("a.txt", text.encode())))}


def expected(page: str) -> dict[str, bool]:
    """The same as the table has it."""
    lines = [line for line in page.split("\n") if line]
    return {line[2:].strip(): GOES_ON[line[0]] for _, line in pairwise(lines)}


@pytest.mark.parametrize(("heading", "page"), PAGES)
def test_lines_belong_together_where_the_table_says(heading: str, page: str) -> None:
    assert heading in NAMES
    assert taken(page) == expected(page)


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_has_a_page_that_needs_it(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(junction_rules, "RULES", tuple(rule for rule in RULES if rule is not NAMES[name]))
    assert any(taken(page) != expected(page) for heading, page in PAGES if heading == name)
