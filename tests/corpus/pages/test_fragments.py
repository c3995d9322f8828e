from corpus.pages.fragments import common_type
from corpus.pages.letters import Type

BOLD, PLAIN = Type(is_bold=True, size=10.0), Type(is_bold=False, size=10.0)


def test_the_type_of_a_line_is_that_of_its_letters_whatever_stands_between_them() -> None:
    assert common_type([BOLD, None, BOLD]) == BOLD
    assert common_type([BOLD, PLAIN]) is None
    assert common_type([None]) is None
