"""Two alignments side by side."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignments.alignment_files import read_beads
from alignments.comparison import ComparedBead, beads_of_lines, beads_of_units, compare
from alignments.errors import AlignmentsError
from alignments.units import TranslationUnit, Variant

LADDER = "0\t0\t0.9\n1\t1\t0.9\n3\t2\t0.8\n4\t3\t1\n"
OTHER = "0\t0\t0.9\n1\t1\t0.9\n2\t2\t0.8\n3\t2\t0.8\n4\t3\t1\n"


def keys(*names: str) -> list[ComparedBead]:
    return [ComparedBead((name,), (name,)) for name in names]


def test_alignment_agrees_with_itself() -> None:
    comparison = compare(keys("a", "b"), keys("a", "b"))
    assert comparison.agreement == 1
    assert comparison.differences == ()


def test_split_bead_is_one_place_with_both_sides() -> None:
    comparison = compare(list(beads_of_lines(LADDER.splitlines(), "a")), list(beads_of_lines(OTHER.splitlines(), "b")))
    (place,) = comparison.differences
    assert (len(place.first), len(place.second)) == (1, 2)
    assert (comparison.first, comparison.second, comparison.same) == (3, 4, 2)


POSITIONS = '{"beads": [{"kk": [0], "ru": [0]}, {"kk": [1, 2], "ru": [1]}, {"kk": [3], "ru": [2]}]}'
TURNED = '{"beads": [{"ru": [0], "kk": [0]}, {"ru": [1], "kk": [1, 2]}, {"ru": [2], "kk": [3]}]}'


@pytest.mark.parametrize("other", [LADDER, TURNED])
def test_positions_are_the_same_in_a_ladder_and_in_json_lines_of_any_order(other: str) -> None:
    comparison = compare(list(beads_of_lines([POSITIONS], "a")), list(beads_of_lines(other.splitlines(), "b")))
    assert (comparison.first, comparison.second, comparison.same) == (3, 3, 3)


def test_alignments_that_share_one_language_only_are_not_compared() -> None:
    other = POSITIONS.replace("ru", "en")
    with pytest.raises(AlignmentsError, match="kk, ru and kk, en: fewer than two languages in both"):
        compare(list(beads_of_lines([POSITIONS], "a")), list(beads_of_lines([other], "b")))


THREE = (
    '{"beads": [{"kk": [0], "ru": [0], "en": [0]}, {"kk": [1, 2], "ru": [1], "en": []}, {"kk": [], "ru": [], "en": [1]},'
    ' {"kk": [3], "ru": [2], "en": [2]}]}'
)


def test_of_three_languages_and_two_the_shared_ones_are_compared() -> None:
    comparison = compare(list(beads_of_lines([THREE], "a")), list(beads_of_lines([TURNED], "b")))
    assert (comparison.first, comparison.second, comparison.same) == (3, 3, 3)
    assert comparison.languages == ("kk", "ru")


def test_beads_that_a_third_language_joined_are_told_from_others_that_differ() -> None:
    joined = '{"beads": [{"kk": [0, 1], "ru": [0, 1], "en": [0]}, {"kk": [2, 3], "ru": [2], "en": [1]}]}'
    apart = '{"beads": [{"kk": [0], "ru": [0]}, {"kk": [1], "ru": [1]}, {"kk": [2], "ru": [2]}, {"kk": [3], "ru": []}]}'
    moved = '{"beads": [{"kk": [0], "ru": [0, 1]}, {"kk": [1, 2, 3], "ru": [2]}]}'

    def joins(other: str) -> list[bool]:
        comparison = compare(list(beads_of_lines([joined], "a")), list(beads_of_lines([other], "b")))
        return [place.is_join for place in comparison.differences]

    assert joins(apart) == [True, True]
    assert joins(moved) == [False]
    assert joins(apart.replace('{"kk": [2], "ru": [2]}, {"kk": [3], "ru": []}', '{"kk": [2, 3], "ru": [2]}')) == [True]


def test_of_units_in_three_languages_those_with_both_shared_ones_are_compared() -> None:
    kazakh, russian, english = Variant("kk", "Кітап бар."), Variant("ru", "Книга есть."), Variant("en", "There is a book.")
    three = [TranslationUnit("1", (kazakh, russian, english)), TranslationUnit("2", (kazakh, english))]
    comparison = compare(list(beads_of_units(three)), list(beads_of_units([TranslationUnit("3", (kazakh, russian))])))
    assert (comparison.first, comparison.second, comparison.same) == (1, 1, 1)


def test_a_ladder_over_fewer_sides_is_said_not_to_name_them() -> None:
    with pytest.raises(AlignmentsError, match="2 sides and 3: a ladder does not say which languages"):
        compare(list(beads_of_lines(LADDER.splitlines(), "a")), list(beads_of_lines([THREE], "b")))


def test_ladder_and_json_lines_are_told_by_line() -> None:
    with pytest.raises(AlignmentsError, match="a, line 2: no rung"):
        list(beads_of_lines(["0\t0\t1", "x\ty\tz"], "a"))
    with pytest.raises(AlignmentsError, match="a, line 1: no alignment"):
        list(beads_of_lines(['{"langs": 1}'], "a"))


@pytest.mark.parametrize("lines", [["0\t0\t1", "1\t1\t1\t1"], ["0\t1"], ["0", "1"], ["0\t-1\t1"]])
def test_rungs_of_uneven_length_are_told_by_line(lines: list[str]) -> None:
    with pytest.raises(AlignmentsError, match=r"a, line \d"):
        list(beads_of_lines(lines, "a"))


@pytest.mark.parametrize("name", ["a.ladder", "a.jsonl", "a.tsv"])
def test_an_alignment_that_is_not_utf_8_is_one_line(tmp_path: Path, name: str) -> None:
    place = tmp_path / name
    place.write_bytes('{"beads": "Кітап"}\n'.encode("cp1251"))
    with pytest.raises(AlignmentsError, match=name):
        read_beads(place)


def test_units_are_the_same_whatever_their_spaces_and_order_of_languages() -> None:
    one = TranslationUnit("1", (Variant("kk", "Кітап  бар."), Variant("ru", "Книга есть.")))
    other = TranslationUnit("2", (Variant("ru", "Книга есть."), Variant("kk", "Кітап бар.")))
    assert compare(list(beads_of_units([one])), list(beads_of_units([other]))).same == 1


def test_file_says_whether_it_holds_positions_or_texts(tmp_path: Path) -> None:
    beads, units = tmp_path / "beads.jsonl", tmp_path / "units.jsonl"
    beads.write_text('{"beads": [{"kk": [0], "ru": [0, 1], "probability": 0.9}]}\n', encoding="utf-8")
    units.write_text(
        '{"id": "1", "variants": [{"language": "kk", "text": "Кітап."}, {"language": "ru", "text": "Книга."}]}\n', "utf-8"
    )
    assert read_beads(beads)[0] == "positions"
    assert read_beads(beads)[1][0].shown == ("kk 1, ru 1–2",)
    assert read_beads(units)[0] == "texts"


@given(st.lists(st.sampled_from("abc")), st.lists(st.sampled_from("abc")))
def test_shared_and_differing_beads_are_all_beads(first: list[str], second: list[str]) -> None:
    comparison = compare(keys(*first), keys(*second))
    assert comparison.same + sum(len(place.first) for place in comparison.differences) == len(first)
    assert comparison.same + sum(len(place.second) for place in comparison.differences) == len(second)
