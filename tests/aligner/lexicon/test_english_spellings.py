import pytest

from aligner.lexicon import builtin_lexicon
from aligner.lexicon.english_spellings import other_spellings


@pytest.mark.parametrize(
    ("term", "others"),
    [
        ("labor market", ("labour market",)),
        ("Labour Code", ("labor code",)),
        ("public organization", ("public organisation",)),
        ("modernisation plan", ("modernization plan",)),
        ("labor organization", ("labour organization", "labor organisation", "labour organisation")),
        ("seize the size of a prize", ()),
    ],
)
def test_a_term_has_the_spellings_of_both_sides_of_the_ocean(term: str, others: tuple[str, ...]) -> None:
    assert other_spellings(term) == others


@pytest.mark.parametrize("term", ["labor law", "labour law", "civil defence", "digitalisation", "public service center"])
def test_a_term_is_found_in_either_spelling(term: str) -> None:
    assert builtin_lexicon().find(term, "en")
