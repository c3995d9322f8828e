from aligner.lexicon.icu_concepts import icu_concepts


def test_icu_gives_several_hundred_names_in_all_three_languages() -> None:
    concepts = icu_concepts()
    assert len(concepts) > 700
    assert all(all(concept.terms) for concept in concepts)


def test_countries_currencies_months_and_weekdays_are_among_them() -> None:
    russian = {term for concept in icu_concepts() for term in concept.in_language("ru")}
    assert {"Маврикий", "долларов США", "март", "марта", "пятница", "квадратный метр"} <= russian


def test_names_that_no_text_has_are_left_out() -> None:
    terms = [term for concept in icu_concepts() for side in concept.terms for term in side]
    assert not [term for term in terms if any(sign in term for sign in "()&/.") or "о-в " in term]
