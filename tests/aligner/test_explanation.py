"""Reasons as a reviewer reads them."""

from aligner.explanation import Text, reasons
from aligner.lexicon import builtin_lexicon

KAZAKH = Text("kk", "2014 жылғы 29 қазанда «Айбын» ЖШС министрлікке 15 млн теңге төледі.")
RUSSIAN = Text("ru", "29 октября 2014 года ТОО «Айбын» выплатило министерству 15 млн тенге.")


def test_shared_numbers_dates_abbreviations_and_words_speak_for_a_pair() -> None:
    found = {(reason.kind, reason.speaks_for): reason.what for reason in reasons(KAZAKH, RUSSIAN, builtin_lexicon())}
    assert "2014" in found["numbers", True]
    assert "29 қазан" in found["dates", True]
    assert "ЖШС – ТОО" in found["names and terms", True]


def test_a_word_of_the_lexicon_is_shown_beside_its_translation() -> None:
    words = [
        reason.what for reason in reasons(KAZAKH, RUSSIAN, builtin_lexicon()) if reason.kind == "words" and reason.speaks_for
    ]
    assert any("министрлікке – министерству" in what for what in words)


def test_a_phrase_of_the_lexicon_is_shown_whole_and_not_word_by_word() -> None:
    seen = reasons(Text("kk", "Су кодексі"), Text("ru", "Водный кодекс"), builtin_lexicon())
    assert next(reason.what for reason in seen if reason.kind == "words").startswith("Су кодексі – Водный кодекс")


def test_numbers_that_one_side_lacks_speak_against_it() -> None:
    found = reasons(KAZAKH, Text("ru", "ТОО «Айбын» выплатило 16 млн тенге."))
    assert any(reason.kind == "numbers" and not reason.speaks_for and "only in" in reason.what for reason in found)


def test_lengths_out_of_proportion_speak_against_a_pair() -> None:
    found = reasons(Text("kk", "Иә."), Text("ru", "Да, конечно, я завтра же приеду и всё вам расскажу."))
    assert ("lengths", False) in {(reason.kind, reason.speaks_for) for reason in found}


def test_what_speaks_for_a_pair_comes_first() -> None:
    verdicts = [reason.speaks_for for reason in reasons(KAZAKH, Text("ru", "В 2014 году было 77 дел."), builtin_lexicon())]
    assert verdicts == sorted(verdicts, reverse=True)


def test_items_of_a_list_under_other_numbers_speak_against_a_pair() -> None:
    first, second = Text("kk", "4. Қойма меңгерушісінің есебі."), Text("ru", "7. План ремонта склада.")
    assert ("list marks", False, "4. – 7.") in {(one.kind, one.speaks_for, one.what) for one in reasons(first, second)}


def test_the_number_of_an_item_is_a_list_mark_and_no_name() -> None:
    kinds = {one.kind for one in reasons(Text("kk", "б) есеп тапсыру."), Text("ru", "б) ведение журнала."))}
    assert "list marks" in kinds
    assert "names and terms" not in kinds
