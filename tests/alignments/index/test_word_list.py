"""Words to search inside, with their counts."""

import pytest

from alignments.errors import AlignmentsError
from alignments.index.word_list import WordList

WORDS = WordList("келісім\t120\n12-бап\t34\nкелісімде\t12\nтексеріс\t3")


def test_words_come_with_their_counts_in_the_order_given() -> None:
    assert WORDS.fitting("*ліс*", 5) == {"келісім": 120, "келісімде": 12}
    assert WORDS.fitting("*ліс*", 1) == {"келісім": 120}
    assert WORDS.matching("т.*с|келісімде", 5) == {"келісімде": 12, "тексеріс": 3}


def test_digits_are_looked_for_in_words_and_not_in_counts() -> None:
    assert WORDS.fitting("*12*", 5) == {"12-бап": 34}
    assert WORDS.fitting("3*", 5) == {}
    assert WORDS.matching(".*12.*", 5) == {"12-бап": 34}


def test_a_broken_expression_is_said_to_be_none() -> None:
    with pytest.raises(AlignmentsError, match="not a regular expression"):
        WORDS.matching("(", 5)
