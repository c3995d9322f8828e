import pytest

from aligner.lexicon.english_forms import english_forms, irregular_words


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


def test_one_s_stands_for_every_person() -> None:
    forms = english_forms("shake one's head", "verb")
    assert {"shake my head", "shook her head", "shaken their head"} <= set(forms)
    assert "enjoy themselves" in english_forms("enjoy oneself", "verb")


@pytest.mark.parametrize(
    ("form", "words"),
    [("teeth", ("tooth",)), ("tooth", ("tooth",)), ("weeps", ("weep",)), ("saw", ("see",)), ("window", ())],
)
def test_every_form_of_a_listed_word_leads_to_it(form: str, words: tuple[str, ...]) -> None:
    assert irregular_words(form) == words
