"""What the vocabulary is asked, and how often."""

from typing import Any

import pytest

from alignments.index.queries import WordQuery
from alignments.memory import Memory


@pytest.fixture
def asked(filled: Memory, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The statements put to the memory's database."""
    statements: list[str] = []
    fetch = filled.database.fetch

    def kept(statement: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        statements.append(statement)
        return fetch(statement, values)

    monkeypatch.setattr(filled.database, "fetch", kept)
    return statements


def test_counts_are_read_once_in_one_moment(filled: Memory, asked: list[str]) -> None:
    vocabulary, query = filled.store.index.vocabulary, WordQuery("kk", (("заң", "жоқсөз"),))
    with filled.store.snapshot():
        assert [vocabulary.total(query), vocabulary.total(query), vocabulary.known("kk", ("заң",))] == [2, 2, {"заң"}]
    assert len(asked) == 1


def test_counts_are_read_anew_after_it(filled: Memory) -> None:
    vocabulary, query = filled.store.index.vocabulary, WordQuery("kk", (("заң",),))
    with filled.store.snapshot():
        before = vocabulary.total(query)
    filled.database.execute("UPDATE vocabulary SET count = count + 5 WHERE word = 'заң'")
    with filled.store.snapshot():
        assert vocabulary.total(query) == before + 5


def test_words_that_a_wildcard_stands_for_are_not_counted_again(filled: Memory, asked: list[str]) -> None:
    vocabulary = filled.store.index.vocabulary
    with filled.store.snapshot():
        words = vocabulary.fitting("kk", "*келіс*", 10)
        asked.clear()
        assert vocabulary.total(WordQuery("kk", (words,))) >= len(words) > 1
        assert asked == []


def test_every_word_of_a_query_is_counted(filled: Memory) -> None:
    totals = filled.store.index.vocabulary.totals
    assert totals(WordQuery("kk", (("жер",), ("сілкінісі", "сілкінісінен")))) == [2, 2]
    assert totals(WordQuery("kk", (("жер",), ("сілкін",)), is_prefix=True)) == [2, 2]
