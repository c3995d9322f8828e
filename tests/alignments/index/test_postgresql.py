"""Which way PostgreSQL is told to look for a word; that all ways find the same is told by `test_both_databases.py`."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from alignments.index.postgresql import BLOCK, BLOCK_BITS, TOGETHER, PostgresqlIndex
from alignments.index.queries import Condition, WordQuery

if TYPE_CHECKING:
    from alignments.index.vocabulary import Vocabulary
    from corpus.storage.database import Database

BLOCKS = 60
"""Blocks of the memory that is asked, a million units."""


class Asked:
    """An index whose database keeps what it is asked; `found` are its answers by the number of the question."""

    def __init__(self, held: int, found: Mapping[int, list[int]] | None = None, of_condition: int = 0) -> None:
        self.questions: list[tuple[str, tuple[object, ...]]] = []
        self._found = found or {}
        database = cast("Database", SimpleNamespace(fetch=self._fetch))
        held_by_language = {"kk": held, "ru": of_condition}
        vocabulary = SimpleNamespace(totals=lambda query: [held_by_language[query.language]] * len(query.slots))
        self.index = PostgresqlIndex(database, cast("Vocabulary", vocabulary))

    def _fetch(self, statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        if "max(variant)" in statement:
            return [((BLOCKS - 1) << BLOCK_BITS,)]
        self.questions.append((statement, values))
        return [(variant,) for variant in self._found.get(len(self.questions), [])]

    def page(self, words: tuple[tuple[str, ...], ...], *, first: int = 0, limit: int = 50, is_prefix: bool = False) -> list[int]:
        return self.index.page(WordQuery("kk", words, is_prefix=is_prefix), "kk", (), first, limit)


def counted(held: int, of_condition: int, *, is_negated: bool = False) -> str:
    """The question by which texts with a word are counted whose unit has a Russian word, or has it not."""
    asked = Asked(held, {1: [0]}, of_condition)
    condition = Condition(WordQuery("ru", (("книга",),)), is_negated)
    asked.index.count(WordQuery("kk", (("кітап",),)), "kk", [(condition, "ru")])
    return asked.questions[-1][0]


def blocks_of(values: tuple[object, ...]) -> list[str]:
    """The blocks that are given to a question."""
    return next(str(value)[1:-1].split(",") for value in values if str(value).startswith("{"))


@pytest.mark.parametrize("held", [0, 20, 300])
def test_a_rare_word_is_looked_up_at_once(held: int) -> None:
    asked = Asked(held)
    asked.page((("кітап",),))
    ((statement, _),) = asked.questions
    assert BLOCK not in statement
    assert "OFFSET 0)" in statement


@pytest.mark.parametrize(("held", "blocks"), [(2_000, 3), (10_000, 1)])
def test_a_word_of_middling_frequency_is_looked_up_in_some_blocks(held: int, blocks: int) -> None:
    asked = Asked(held, {1: list(range(50))})
    assert asked.page((("кітап",),)) == list(range(50))
    ((statement, values),) = asked.questions
    assert BLOCK in statement
    assert len(blocks_of(values)) == blocks


def test_where_blocks_do_not_fill_a_page_more_are_asked_and_then_the_rest() -> None:
    asked = Asked(10_000, {1: [1], 2: [2], 3: [3]})
    assert asked.page((("кітап",),)) == [1, 2, 3]
    windows = [len(blocks_of(values)) for statement, values in asked.questions if BLOCK in statement]
    assert windows == [1, 4, 16]
    rest, values = asked.questions[-1]
    assert BLOCK not in rest
    assert 21 << BLOCK_BITS in values


def test_a_later_page_begins_behind_the_first() -> None:
    asked = Asked(10_000, {1: list(range(45)), 2: [45, 46]})
    assert asked.page((("кітап",),), first=44, limit=3) == [44, 45, 46]


def test_a_frequent_word_is_met_in_order() -> None:
    asked = Asked(200_000)
    asked.page((("кітап",),))
    ((statement, _),) = asked.questions
    assert "IS TRUE" in statement


def test_beginnings_of_words_are_not_looked_up_in_blocks() -> None:
    for held in (2_000, 10_000, 200_000):
        asked = Asked(held)
        asked.page((("кіт",),), is_prefix=True)
        assert not any(BLOCK in statement for statement, _ in asked.questions)


@pytest.mark.parametrize(("held", "way"), [(600_000, "tsvector_to_array"), (500, "CROSS JOIN LATERAL")])
def test_many_words_are_tested_as_a_set_or_looked_up_some_at_a_time(held: int, way: str) -> None:
    words = tuple(f"сөз{number}" for number in range(4 * TOGETHER + 1))
    several, few = Asked(held), Asked(held)
    several.page((words,))
    few.page((words[:TOGETHER],))
    ((statement, values),) = several.questions
    assert way in statement
    assert str(values[0]).count("\n") == (len(words) - 1 if held > 500 else 4)
    assert not any(way in statement for statement, _ in few.questions)


def test_words_one_after_another_are_never_met_in_order() -> None:
    for held in (100, 600_000):
        asked = Asked(held)
        asked.page((("өзен",), ("жол",)))
        assert all("OFFSET 0)" in statement for statement, _ in asked.questions)


def test_a_condition_that_is_seldom_met_leads_to_the_words() -> None:
    assert "AS met CROSS JOIN LATERAL" in counted(100_000, 100)
    assert "AS met" not in counted(100_000, 100, is_negated=True)
    assert "AS met" not in counted(100, 100)


def test_conditions_are_looked_up_or_tested_by_how_often_they_are_met() -> None:
    assert ">> 6 IN (" in counted(1_000, 1_000)
    assert ">> 6 NOT IN (" in counted(1_000, 10, is_negated=True)
    assert " AND EXISTS (" in counted(1_000, 100_000)
    assert " AND NOT EXISTS (" in counted(1_000, 100_000, is_negated=True)
