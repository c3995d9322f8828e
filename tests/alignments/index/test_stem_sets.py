"""Conditions on stems met in the postings."""

from alignments.index.queries import Condition, WordQuery
from alignments.index.recipe import unit_number
from alignments.index.stem_sets import StemSets
from alignments.memory import Memory

AGREEMENT = WordQuery("kk", (("келісім",),), of_stems=True)


def stems_of(memory: Memory, language: str, beginning: str) -> tuple[str, ...]:
    return tuple(stem for stem, _ in memory.store.index.vocabulary.frequent_stems(language, 1) if stem.startswith(beginning))


def met(memory: Memory, conditions: list[tuple[Condition, str]]) -> list[int] | None:
    found = StemSets(memory.database, memory.store.index.vocabulary).meeting(AGREEMENT, "kk", conditions)
    return None if found is None else [unit_number(variant) for variant in found.tolist()]


def on(memory: Memory, beginning: str, *, is_negated: bool = False) -> tuple[Condition, str]:
    return Condition(WordQuery("ru", (stems_of(memory, "ru", beginning),), of_stems=True), is_negated), "ru"


def test_texts_are_found_whose_units_meet_every_condition(filled: Memory) -> None:
    every = met(filled, [])
    agreed = met(filled, [on(filled, "соглашен")])
    assert every is not None
    assert agreed is not None
    assert set(agreed) < set(every)
    assert met(filled, [on(filled, "соглашен", is_negated=True)]) == sorted(set(every) - set(agreed))
    assert met(filled, [on(filled, "соглашен"), on(filled, "соглашен", is_negated=True)]) == []


def test_a_condition_on_stems_that_nobody_has_is_met_by_none(filled: Memory) -> None:
    nobody = Condition(WordQuery("ru", (("верблюд",),), of_stems=True))
    assert met(filled, [(nobody, "ru")]) == []


def test_postings_that_are_more_or_fewer_than_the_vocabulary_says_are_not_trusted(filled: Memory) -> None:
    filled.database.execute("UPDATE stems SET count = count + 1 WHERE language = 'ru'")
    assert met(filled, [on(filled, "соглашен")]) is None
    assert met(filled, []) is not None
