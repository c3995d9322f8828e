"""Letters of another font, drawn after their line into the gaps that it left."""

from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from corpus.pages.fragments import fragments_of
from corpus.pages.letters import Letter

TEXT = "Мұғалімдердің сабағы көктемде ұзақ емес."
WIDTH, SPACE = 5.0, 3.0


def printed(text: str) -> list[Letter]:
    """The letters of a line, each with its box."""
    letters, left = list[Letter](), 50.0
    for sign in text:
        width = SPACE if sign == " " else WIDTH
        letters.append(Letter(sign, left, 700.0, left + width, 710.0))
        left += width
    return letters


def drawn(letters: list[Letter]) -> list[Letter]:
    """Letters as PDFium tells them: a space wherever there is a gap to the right or a step back, none of its own."""
    seen = [letter for letter in letters if not letter.is_space]
    told = seen[:1]
    for before, letter in pairwise(seen):
        told += [letter] if -1.5 < letter.left - before.right < 1 else [Letter(" "), letter]
    return told


def texts(letters: list[Letter]) -> list[str]:
    return [fragment.text for fragment in fragments_of(letters)]


@given(st.sets(st.sampled_from(range(len(TEXT))), max_size=12), st.booleans())
def test_a_line_reads_the_same_whichever_letters_are_drawn_behind_it(places: set[int], lies_over: bool) -> None:  # noqa: FBT001
    letters = printed(TEXT)
    marked = "".join(" " if sign == " " else "+" if place in places else "-" for place, sign in enumerate(TEXT))
    assume(not places or "+-" in marked or "-+" in marked)  # whole words alone are taken for cells
    own = [letter for place, letter in enumerate(letters) if place not in places]
    lent = [letter._replace(bottom=698.0, top=712.0) for place, letter in enumerate(letters) if place in places]
    if lies_over:
        lent = [letter._replace(left=letter.left - 0.5, right=letter.right + 0.5) for letter in lent]
    assert " ".join(texts(drawn([*own, *lent]))) == TEXT


def test_lent_letters_find_their_line_behind_others() -> None:
    letters = printed("өзен көлі")
    own, lent = ([letter for letter in letters if (letter.text in "өі") is is_lent] for is_lent in (False, True))
    below = [letter._replace(bottom=680.0, top=690.0) for letter in printed("келесі жол")]
    assert texts([*drawn(own), *drawn(below), *drawn(lent)]) == ["өзен көлі", "келесі жол"]


def test_a_heading_drawn_twice_to_look_bold_is_not_mixed() -> None:
    letters = printed("БҰЙРЫҚ")
    again = [letter._replace(left=letter.left + 0.3, right=letter.right + 0.3) for letter in letters]
    assert texts([*drawn(letters), *drawn(again)]) == ["БҰЙРЫҚ", "БҰЙРЫҚ"]


def test_a_cell_drawn_late_between_two_others_touches_neither_and_stays_apart() -> None:
    def cell(text: str, shift: float) -> list[Letter]:
        return [letter._replace(left=letter.left + shift, right=letter.right + shift) for letter in printed(text)]

    letters = [*drawn([*cell("Ақсу", 0), *cell("98", 200)]), *drawn(cell("Көксу", 100))]
    assert sorted(texts(letters)) == ["98", "Ақсу", "Көксу"]


def test_letters_of_the_line_itself_may_lie_over_each_other() -> None:
    stop = Letter(".", 73.0, 700.0, 76.0, 710.0)
    line = [Letter("На", 50.0, 700.0, 60.0, 710.0), Letter(" "), Letter("алу", 65.0, 700.0, 75.0, 710.0), stop]
    assert texts([*line, Letter(" "), Letter("ғ", 60.0, 698.0, 65.0, 710.0)]) == ["Нағалу."]
