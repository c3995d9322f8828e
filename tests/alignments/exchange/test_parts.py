"""Parts of a memory: together they are all of it, and a text of an earlier one is in no later one."""

from hypothesis import given
from hypothesis import strategies as st

from alignments.exchange.outgoing import Tally
from alignments.exchange.parts import Part, of_part
from alignments.units import Provenance, TranslationUnit, Variant

KAZAKH = ("Кітапхана ашылды.", "кітапхана ашылды", "Су тасыды.", "Қар жауды.", "Жел тұрды.", "Күн шықты.", "")
RUSSIAN = ("Библиотека открылась.", "Вода вышла из берегов.", "Выпал снег.", "Поднялся ветер.", "Вышло солнце.")
DRAWN = st.tuples(st.sampled_from(KAZAKH), st.sampled_from(RUSSIAN), st.sampled_from(["", "бұйрық", "хат", "баяндама"]))


def units_of(drawn: list[tuple[str, str, str]]) -> list[TranslationUnit]:
    """Units of Kazakh and Russian texts, each with the title of its document."""
    pairs = ((title, (Variant("kk", kk, title), Variant("ru", ru, title))) for kk, ru, title in drawn)
    return [
        TranslationUnit(str(number), variants, provenance=Provenance("aligned", title))
        for number, (title, variants) in enumerate(pairs)
    ]


@given(st.lists(DRAWN, max_size=30), st.integers(1, 5))
def test_a_text_of_an_earlier_part_is_in_no_later_one_and_nothing_else_is_left_out(
    drawn: list[tuple[str, str, str]], total: int
) -> None:
    units, tally = units_of(drawn), Tally()
    parts = [list(of_part(units, units, Part(number, number, total), tally)) for number in range(1, total + 1)]
    seen: set[tuple[str, str]] = set()
    for part in parts:
        texts = {(variant.language, variant.text) for unit in part for variant in unit.variants}
        assert seen.isdisjoint(texts)
        seen |= texts
    assert sum(map(len, parts)) + tally.leaking == len(units)
    assert tally.elsewhere == len(units) * (total - 1)


def test_a_document_is_in_one_part_whole() -> None:
    units = units_of([(f"{number} бап", f"{number} статья", f"заң {number % 40}") for number in range(400)])
    for number in range(1, 5):
        part = Part(number, number, 4)
        titles = {unit.variants[0].document for unit in of_part(units, units, part, Tally())}
        assert 0 < len(titles) < 40
        assert all(part.number_of(unit) == number for unit in units if unit.variants[0].document in titles)


def test_the_parts_from_one_on_are_all_of_them() -> None:
    units = units_of([(f"{number} бап", f"{number} статья", f"заң {number % 40}") for number in range(400)])
    apart = [unit for number in (2, 3) for unit in of_part(units, units, Part(number, number, 3), Tally())]
    together = list(of_part(units, units, Part(2, 3, 3), Tally()))
    assert sorted(unit.id for unit in apart) == sorted(unit.id for unit in together)
