"""A bulk load makes the same index as adding units one by one, and leaves it in order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignments.index.entries import columns_of, entries
from alignments.index.loading import EntryMaker, Made
from alignments.index.marked_stems import marked
from alignments.index.queries import WordQuery
from alignments.index.recipe import known_stem, loose_word, variant_number
from alignments.index.sqlite import FIRST_LOAD_MIB
from alignments.index.text_keys import text_keys
from alignments.intake import Policy
from alignments.memory import Memory, open_memory
from alignments.units import TranslationUnit, Variant
from corpus.storage.database import CACHE_MIB

TEXTS = ("Кітапханаға жаңа кітаптар келді.", "", "—", "Кітаптарды 12 оқырман алды.", "кітап Кітап КІТАП", "ёлка и ель")


def same_as_apart(made: Made, texts: Sequence[str], language: str) -> None:
    """A load knows of texts what is known of each by itself."""
    apart = entries(list(enumerate(texts)), language)
    assert made.keys.tolist() == text_keys(texts)
    assert (made.columns.lengths, *made.columns.texts()) == ([entry.length for entry in apart], *columns_of(apart)[1:])
    expected = marked([entry.stems for entry in apart])
    assert np.array_equal(made.marked.marks, expected.marks)
    assert np.array_equal(made.marked.counts, expected.counts)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@given(
    st.lists(st.lists(st.one_of(st.sampled_from(TEXTS), st.text(max_size=20)), min_size=1, max_size=5), min_size=1, max_size=3)
)
def test_a_load_tells_of_every_word_and_stem_once(language: str, batches: list[list[str]]) -> None:
    make = EntryMaker()
    words, stems = [], []
    for texts in batches:
        made = make({language: texts})[language]
        same_as_apart(made, texts, language)
        counts = Counter(word for entry in entries(list(enumerate(texts)), language) for word in entry.words.split())
        fresh = made.fresh.words.split()
        assert made.fresh.stems.split() == [known_stem(word, language) for word in fresh]
        assert (made.fresh.loose or made.fresh.words).split() == [loose_word(word) for word in fresh]
        assert made.fresh.counts == [counts[word] for word in fresh]
        words += fresh
        stems += made.fresh.fresh_stems.split()
    every = [entry for texts in batches for entry in entries(list(enumerate(texts)), language)]
    assert sorted(words) == sorted({word for entry in every for word in entry.words.split()})
    assert sorted(stems) == sorted({stem for entry in every for stem in entry.stems.split()})


def test_a_load_that_forgets_its_words_counts_the_same(
    memory: Memory, units: list[TranslationUnit], monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.store.add_units(units)
    kept = {language: sorted(memory.store.index.vocabulary.words(language)) for language in memory.store.index.languages()}
    memory.store.remove_units([unit.id for unit in units])
    monkeypatch.setattr("alignments.store.BATCH", 1)
    monkeypatch.setattr("alignments.index.known_words.MOST_KNOWN", 2)
    memory.store.add_units(units)
    assert kept == {
        language: sorted(memory.store.index.vocabulary.words(language)) for language in memory.store.index.languages()
    }


@pytest.fixture
def beside(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second process makes entries for batches of two units."""
    monkeypatch.setattr("alignments.store.BATCH", 2)
    monkeypatch.setattr("alignments.index.loading.WORTH_SHARING", 1)


def numbered_unit(name: str, number: int) -> TranslationUnit:
    return TranslationUnit(name, (Variant("kk", f"Кітап {number}."), Variant("ru", f"Книга {number}.")))


def texts_found(memory: Memory, word: str) -> list[str]:
    """The Kazakh texts that the index finds for a word."""
    numbers = memory.store.index.page(WordQuery("kk", ((word,),)))
    return list(memory.store.texts(numbers).values())


@pytest.mark.usefixtures("beside")
def test_a_batch_that_is_skipped_in_a_load_leaves_the_others_whole(memory: Memory) -> None:
    units = [numbered_unit(f"u{number}", number) for number in (1, 2, 1, 2, 3, 4)]
    counts = memory.store.add_units(units)
    assert (counts.created, counts.skipped) == (4, 2)
    assert texts_found(memory, "кітап") == ["Кітап 1.", "Кітап 2.", "Кітап 3.", "Кітап 4."]
    assert [unit.id for unit in memory.store.units()] == ["u1", "u2", "u3", "u4"]


@pytest.mark.usefixtures("beside")
@pytest.mark.parametrize(("policy", "kept"), [(Policy.SKIP, 2), (Policy.REPLACE, 7)])
def test_an_id_that_comes_again_in_the_next_batch_of_a_load_is_one_unit(memory: Memory, policy: Policy, kept: int) -> None:
    units = [numbered_unit("u1", 1), numbered_unit("u2", 2), numbered_unit("u3", 3), numbered_unit("u2", 7)]
    memory.store.add_units(units, policy)
    assert sorted(texts_found(memory, "кітап")) == ["Кітап 1.", *sorted(("Кітап 3.", f"Кітап {kept}."))]
    assert dict(memory.store.index.vocabulary.words("kk")) == {"кітап": 3, "1": 1, "3": 1, str(kept): 1}
    assert memory.store.same_texts([f"кітап {kept}."], "kk") == [[variant_number(2, 0)]]


def pieces(path: Path) -> tuple[int, int]:
    """Pieces of the index of Kazakh words, and how many of one age are merged by themselves."""
    with open_memory(f"sqlite:///{path}") as memory:
        fetch = memory.database.fetch
        merged: int = fetch("SELECT v FROM words_kk_config WHERE k = 'automerge'")[0][0]
        return len(fetch("SELECT DISTINCT segid FROM words_kk_idx")), merged


def test_the_pieces_of_a_load_are_merged_at_its_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignments.store.BATCH", 1)
    monkeypatch.setattr("alignments.store.BATCHES_A_TRANSACTION", 1)
    seen: list[tuple[int, int]] = []
    path = tmp_path / "memory.db"

    with open_memory(f"sqlite:///{path}") as memory:

        def watched() -> Iterator[TranslationUnit]:
            for number in range(20):
                yield TranslationUnit(f"u{number}", (Variant("kk", f"Кітап {number}."), Variant("ru", f"Книга {number}.")))
            seen.append(pieces(path))

        memory.store.add_units(watched())
        assert memory.store.index.first(WordQuery("kk", (("кітап",),))).total == 20
    assert seen == [(20, 0)]
    assert pieces(path) == (1, 16)


def column_indexes(memory: Memory) -> set[str]:
    """The indexes of columns, other than those of the keys of tables."""
    return {row[0] for row in memory.database.fetch("SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")}


def test_a_first_load_makes_indexes_of_columns_at_its_end_and_finds_texts_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alignments.store.BATCH", 1)
    monkeypatch.setattr("alignments.store.BATCHES_A_TRANSACTION", 1)
    url = f"sqlite:///{tmp_path}/memory.db"
    late = {"ix_variants_text_key", "ix_vocabulary_stem", "ix_vocabulary_loose"}
    with open_memory(url) as memory:
        described = column_indexes(memory)

        def cut_short() -> Iterator[TranslationUnit]:
            yield from (numbered_unit(f"u{number}", number) for number in range(5))
            raise InterruptedError

        with pytest.raises(InterruptedError):
            memory.store.add_units(cut_short())
        assert column_indexes(memory) == described - late
        assert memory.store.same_texts(["кітап 2."], "kk") == [[variant_number(3, 0)]]
        assert memory.store.index.vocabulary.forms("kk", "кітап", 5) == (("кітап", 1),)
    with open_memory(url) as memory:
        assert memory.store.add_units(numbered_unit(f"u{number}", number) for number in range(6)).created == 1
        assert column_indexes(memory) == described >= late
        assert memory.store.same_texts(["кітап 2."], "kk") == [[variant_number(3, 0)]]


def test_a_long_load_into_a_filled_memory_keeps_the_indexes_of_columns(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignments.store.BATCH", 1)
    monkeypatch.setattr("alignments.store.BATCHES_A_TRANSACTION", 1)
    with open_memory(f"sqlite:///{tmp_path}/memory.db") as memory:
        memory.store.add_units([numbered_unit("u0", 0)])
        described, held = column_indexes(memory), []

        def watched() -> Iterator[TranslationUnit]:
            for number in range(1, 4):
                held.append(column_indexes(memory))
                yield numbered_unit(f"u{number}", number)

        memory.store.add_units(watched())
        assert held == [described] * 3


def test_a_load_of_nothing_leaves_no_index_out(tmp_path: Path) -> None:
    with open_memory(f"sqlite:///{tmp_path}/memory.db") as memory:
        described = column_indexes(memory)
        memory.store.add_units([])
        assert column_indexes(memory) == described


def test_a_first_load_holds_less_of_the_file_than_a_search_after_it(tmp_path: Path) -> None:
    held: list[int] = []
    with open_memory(f"sqlite:///{tmp_path}/memory.db") as memory:

        def watched() -> Iterator[TranslationUnit]:
            held.append(memory.database.fetch("PRAGMA cache_size")[0][0])
            yield numbered_unit("u1", 1)

        memory.store.add_units(watched())
        held.append(memory.database.fetch("PRAGMA cache_size")[0][0])
    assert held == [-FIRST_LOAD_MIB << 10, -CACHE_MIB << 10]
