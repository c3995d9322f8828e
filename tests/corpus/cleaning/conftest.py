from collections.abc import Callable

import pytest

from corpus.cleaning import clean
from corpus.documents import Repair
from corpus.reading import read_bytes

Cleaned = Callable[..., list[str]]
Repaired = Callable[[str], dict[str, Repair]]


@pytest.fixture
def cleaned() -> Cleaned:
    """The paragraphs of a plain text after cleaning."""

    def run(text: str, *skip: str) -> list[str]:
        pieces, _ = clean(read_bytes("a.txt", text.encode()), frozenset(skip))
        return [piece.text for piece in pieces]

    return run


@pytest.fixture
def repaired() -> Repaired:
    """The repairs of a plain text by the name of their step."""

    def run(text: str) -> dict[str, Repair]:
        _, repairs = clean(read_bytes("a.txt", text.encode()))
        return {repair.step: repair for repair in repairs}

    return run
