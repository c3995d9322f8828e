"""Which way PostgreSQL is told to look for a word; that all ways find the same is told by `test_both_databases.py`."""

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from alignments.index.postgresql import MANY, PostgresqlIndex
from alignments.index.queries import WordQuery
from alignments.index.recipe import PLACE_BITS

if TYPE_CHECKING:
    from alignments.index.vocabulary import Vocabulary
    from corpus.storage.database import Database

TEXTS = 10_000


def asked(words: tuple[tuple[str, ...], ...], held: int, wanted: int) -> list[str]:
    """The statements for a page of the texts that have words, of which `held` are expected."""
    statements: list[str] = []

    def fetch(statement: str, _values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        statements.append(statement)
        return [(TEXTS << PLACE_BITS,)] if "max(variant)" in statement else []

    database = cast("Database", SimpleNamespace(fetch=fetch))
    index = PostgresqlIndex(database, cast("Vocabulary", SimpleNamespace(total=lambda _query: held)))
    index.page(WordQuery("kk", words), "kk", (), 0, wanted)
    return statements


@pytest.mark.parametrize(("held", "wanted", "in_order"), [(2_000, 50, True), (500, 50, False), (2_000, 1_000, False)])
def test_a_frequent_word_is_met_in_order_and_a_rare_one_looked_up(held: int, wanted: int, in_order: bool) -> None:  # noqa: FBT001 - a parameter
    statement = asked((("кітап",),), held, wanted)[-1]
    assert ("IS TRUE" in statement) is in_order
    assert ("OFFSET 0)" in statement) is not in_order


@pytest.mark.parametrize(("held", "way"), [(2_000, "tsvector_to_array"), (500, "CROSS JOIN LATERAL")])
def test_many_words_are_tested_as_a_set_or_looked_up_one_by_one(held: int, way: str) -> None:
    words = tuple(f"сөз{number}" for number in range(MANY + 1))
    assert way in asked((words,), held, 50)[-1]
    assert way not in asked((words[1:],), held, 50)[-1]


def test_words_one_after_another_are_left_to_the_planner() -> None:
    (statement,) = asked((("өзен",), ("жол",)), 2_000, 50)
    assert "OFFSET 0)" not in statement
    assert "IS TRUE" not in statement
