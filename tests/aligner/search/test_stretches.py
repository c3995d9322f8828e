"""Stretches that translate each other are found between text that has no translation."""

import tracemalloc

import pytest

from aligner.beads import Side, Span
from aligner.lexicon import builtin_lexicon
from aligner.search import stretches
from aligner.search.stretches import find_stretches

BEFORE_KK = (
    "Түнде боран басылып, таңға қарай аспан ашылды.",
    "Атам қораға барып, малға шөп салды.",
    "Әжем тандырға нан жауып жатты.",
)
PASSAGE_KK = (
    "Музейде 1 250 көне кітап сақталған.",
    "Олардың ең ескісі 1732 жылы Бұхара қаласында көшірілген.",
    "Ғалымдар қолжазбаларды қалпына келтіруге үш жыл жұмсады.",
    "Көрме қыркүйек айында ашылады, кіру тегін.",
)
PASSAGE_RU = (
    "В музее хранится 1 250 старинных книг.",
    "Самая древняя из них переписана в Бухаре в 1732 году.",
    "Учёные потратили на восстановление рукописей три года.",
    "Выставка откроется в сентябре, вход бесплатный.",
)
AFTER_RU = (
    "Команда проиграла в последнем туре и опустилась на шестое место.",
    "Тренер недоволен судейством.",
)


WORDS_KK = ["кітап", "мектеп", "өзен", "тау", "заң", "бала", "дәрігер", "нан", "су", "ұшақ", "пойыз", "дүкен"]
WORDS_RU = ["книгу", "школу", "реку", "гору", "закон", "ребёнка", "врача", "хлеб", "воду", "самолёт", "поезд", "магазин"]


def test_a_passage_is_found_between_text_without_translation() -> None:
    found = find_stretches(Side("kk", BEFORE_KK + PASSAGE_KK), Side("ru", PASSAGE_RU + AFTER_RU), builtin_lexicon())
    assert [stretch.spans for stretch in found] == [(Span(3, 7), Span(0, 4))]
    assert found[0].pairs == ((3, 0), (4, 1), (5, 2), (6, 3))


def test_texts_on_other_things_give_no_stretch() -> None:
    assert find_stretches(Side("kk", BEFORE_KK), Side("ru", AFTER_RU), builtin_lexicon()) == ()


def test_an_empty_side_gives_no_stretch() -> None:
    assert find_stretches(Side("kk", ()), Side("ru", PASSAGE_RU), builtin_lexicon()) == ()


def test_stretches_of_swapped_sides_mirror_each_other() -> None:
    there = find_stretches(Side("kk", BEFORE_KK + PASSAGE_KK), Side("ru", PASSAGE_RU + AFTER_RU), builtin_lexicon())
    back = find_stretches(Side("ru", PASSAGE_RU + AFTER_RU), Side("kk", BEFORE_KK + PASSAGE_KK), builtin_lexicon())
    assert [stretch.spans[::-1] for stretch in there] == [stretch.spans for stretch in back]


def test_a_passage_is_found_among_more_pairs_than_are_compared_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "MOST_PAIRS", 200)
    kazakh = [f"{number * 37}-бапта {word} туралы айтылған." for number, word in enumerate(WORDS_KK)]
    russian = [f"В статье {number * 37} говорится про {word}." for number, word in enumerate(WORDS_RU)]
    sides = Side("kk", (*BEFORE_KK, *kazakh)), Side("ru", (*russian, *AFTER_RU))
    found = find_stretches(*sides, builtin_lexicon())
    covered = [set[int]().union(*(stretch.spans[place].positions for stretch in found)) for place in (0, 1)]
    assert {4, *range(5, 14)} <= covered[0] <= set(range(2, 15))
    assert {*range(1, 11)} <= covered[1] <= set(range(13))


def test_memory_is_a_few_bytes_a_pair_of_segments() -> None:
    """Beside the matrix of the likeness (4 bytes a pair) and the way back (1) only some rows are held."""
    kazakh, russian = (tuple(f"{word} {number}" for number in range(2000)) for word in ("бап", "статья"))
    find_stretches(Side("kk", kazakh[:10]), Side("ru", russian[:10]))
    tracemalloc.start()
    try:
        find_stretches(Side("kk", kazakh), Side("ru", russian))
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 2000 * 2000 * 5 + 80_000_000


def test_works_cited_under_other_numbers_do_not_begin_a_stretch() -> None:
    cited_kk, cited_ru = "2. Ахметова Л. Музей ісі. – 2019. – 15 б.", "{}. Громов Д. Дело музея. – 2017. – 90 с."
    for number, start in (("2", 0), ("3", 1)):
        sides = Side("kk", (cited_kk, *PASSAGE_KK)), Side("ru", (cited_ru.format(number), *PASSAGE_RU))
        (stretch,) = find_stretches(*sides, builtin_lexicon())
        assert stretch.spans == (Span(start, 5), Span(start, 5))
