import pytest

from aligner.lexicon.listed_forms import listed_forms


@pytest.mark.parametrize("name", ["english", "russian"])
def test_every_line_has_a_word_and_forms_and_no_word_stands_twice(name: str) -> None:
    forms = listed_forms(name)
    assert forms
    assert all(forms.values())
    assert all(word not in others for word, others in forms.items())


def test_the_first_word_of_a_line_leads_to_the_others() -> None:
    assert listed_forms("english")["go"] == ("went", "gone", "goes")
    assert listed_forms("russian")["мать"] == ("матери",)
