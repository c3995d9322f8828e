from hypothesis import given
from hypothesis import strategies as st

from aligner.characters import count_kinds, folded_lines
from aligner.words import fold

KINDS = (" ", "«»", "")


def kind_of(character: str) -> int:
    return next((kind for kind, held in enumerate(KINDS) if character in held), len(KINDS) - 1)


@given(st.lists(st.text(alphabet=st.one_of(st.sampled_from(" «»а\n"), st.characters()))))
def test_characters_are_counted_in_the_line_in_which_they_stand(lines: list[str]) -> None:
    counts = count_kinds(lines, kind_of, len(KINDS)).T.tolist()
    expected = [[line.count(" "), line.count("«") + line.count("»")] for line in lines]
    assert [row[:2] for row in counts] == expected
    assert [sum(row) for row in counts] == [len(line) for line in lines]


def test_surrogates_and_the_highest_characters_are_counted() -> None:
    assert count_kinds(["\ud800 \U0010ffff", ""], kind_of, len(KINDS)).tolist() == [[1, 0], [0, 0], [2, 0]]


@given(
    st.lists(st.text())
    | st.lists(st.text(alphabet=st.one_of(st.sampled_from("…№ßЁΣİ\u00b4\n"), st.characters(exclude_categories=["M"]))))
)
def test_texts_folded_together_are_folded_as_each_alone(texts: list[str]) -> None:
    assert folded_lines(texts) == [fold(text.replace("\n", " ")) for text in texts]
