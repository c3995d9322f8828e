import pytest

from aligner.lexicon.english_forms import english_forms


@pytest.mark.parametrize(
    ("term", "part_of_speech", "forms"),
    [
        ("take", "verb", ("took", "taken")),
        ("take part", "verb", ("took part", "taken part")),
        ("child", "noun", ("children",)),
        ("gifted child", "noun", ("gifted children",)),
        ("study", "verb", ()),
        ("article", "noun", ()),
    ],
)
def test_irregular_forms_are_listed(term: str, part_of_speech: str, forms: tuple[str, ...]) -> None:
    assert english_forms(term, part_of_speech) == forms
