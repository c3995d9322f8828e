import pytest

from aligner.lexicon.russian_forms import russian_forms


@pytest.mark.parametrize(
    ("term", "part_of_speech", "form"),
    [
        ("рынок", "noun", "рынка"),
        ("значок", "noun", "значка"),
        ("боец", "noun", "бойца"),
        ("владелец", "noun", "владельца"),
        ("конец", "noun", "конца"),
        ("уровень", "noun", "уровня"),
        ("оценка", "noun", "оценок"),
        ("точка", "noun", "точек"),
        ("копейка", "noun", "копеек"),
        ("время", "noun", "времени"),
        ("орган", "noun", "органа"),
        ("государственный орган", "noun", "государственный органа"),
        ("проблема", "noun", "проблем"),
        ("Иран", "name", "Ирана"),
        ("рынок труда", "noun", "рынка труда"),
        ("уровень жизни", "noun", "уровня жизни"),
        ("рабочий день", "noun", "рабочий дня"),  # its stems are those of "рабочего дня"
        ("подпись", "noun", "подписи"),
        ("выявить", "verb", "выявлен"),
        ("разместить", "verb", "размещен"),
        ("наградить", "verb", "награжден"),
        ("отметить", "verb", "отмечен"),
        ("запретить", "verb", "запрещен"),
        ("повысить", "verb", "повышен"),
        ("реализовать", "verb", "реализует"),
        ("создавать", "verb", "создает"),
        ("кивнуть", "verb", "кивнул"),
        ("оглянуться", "verb", "оглянет"),
        ("провести", "verb", "проведен"),
        ("произойти", "verb", "произошел"),
        ("начать", "verb", "начнет"),
        ("казаться", "verb", "кажется"),
        ("хороший", "adj", "лучше"),
    ],
)
def test_a_form_with_another_stem_is_made(term: str, part_of_speech: str, form: str) -> None:
    assert form in russian_forms(term, part_of_speech)


@pytest.mark.parametrize(("term", "part_of_speech"), [("решение", "noun"), ("важный", "adj"), ("сегодня", "adv")])
def test_a_word_whose_forms_share_their_stem_gets_none(term: str, part_of_speech: str) -> None:
    assert russian_forms(term, part_of_speech) == ()
