import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.words import fold, kazakh_spellings, loose_letters, romanise, stem, stems, token_spans, tokens


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Қазақстан", "қазақстан"),
        ("ЁЛКА ёлка", "елка елка"),
        ("за\u0301мок", "замок"),
        ("маи\u0306ор", "майор"),
        ("шаб\u00adдалы", "шабдалы"),
        ("People’s ʼ ` \u00b4", "people's ' ' '"),
        ("İSTANBUL", "istanbul"),
        ("ﬁn", "fin"),
        ("H₂O", "h2o"),
    ],
)
def test_what_is_written_in_several_ways_folds_alike(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_loose_letters_serve_people_without_kazakh_letters() -> None:
    assert loose_letters(fold("Әңгіме, Құрық, Өңір, Үй, Ұлт, Һәм, Ғылым")) == "ангиме, курык, онир, уй, улт, хам, гылым"


def test_letters_typed_without_a_kazakh_keyboard_may_be_several() -> None:
    assert set(kazakh_spellings("тук")) == {"тук", "туқ", "тұк", "тұқ", "түк", "түқ"}
    assert {loose_letters(spelling) for spelling in kazakh_spellings("гаухана")} == {"гаухана"}


def test_tokens_are_runs_of_letters_and_digits() -> None:
    assert tokens("АҚШ-тың eGov.kz, 1332/5; бір_біріне!") == ["ақш", "тың", "egov", "kz", "1332", "5", "бір", "біріне"]


@pytest.mark.parametrize("text", ["Straße 😀 сло\u00adво", "маи\u0306ор за\u0301мок", "İ ﬁ ½ Ⅻ", "각\u11a8 x", "", "ок"])
def test_spans_point_into_the_text_as_given(text: str) -> None:
    for word, start, stop in token_spans(text):
        assert word in fold(text[start:stop])


@given(st.text())
def test_token_spans_and_tokens_agree(text: str) -> None:
    spans = token_spans(text)
    assert [word for word, _, _ in spans] == tokens(text)
    assert all(0 <= start < stop <= len(text) for _, start, stop in spans)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("kk", "кітап кітабы кітаптың кітаптардан"),
        ("kk-Cyrl-KZ", "үй үйіміз үйінде"),
        ("ru", "договор договора договором договорами"),
        ("ru", "зеленый зелёный зелёного"),
        ("ru", "встречаться встречается встречались"),
        ("en", "agreement agreements"),
        ("en", "publishing published publishes"),
        ("de", "vertrag vertrage"),
        ("xx", "пример примерный"),
    ],
)
def test_forms_of_a_word_share_a_stem(language: str, forms: str) -> None:
    assert len(set(stems(forms, language))) == 1


def test_words_of_a_language_without_rules_are_cut() -> None:
    assert stem("ақпараттандыру", "xx") == "ақпара"


def test_an_english_possessive_is_a_word_of_its_own() -> None:
    assert stems("the minister’s decision", "en") == ["the", "minist", "s", "decis"]


@pytest.mark.parametrize(
    ("written", "latin"),
    [
        ("Қазақстан Үкіметі", "kazakstan ukimeti"),
        ("Ұлы һәм әңгіме", "uly ham angime"),
        ("Щёкино, объект", "shekino, obekt"),
        ("Qazaqstan Şymkent", "kazakstan shymkent"),
        ("Żółw café", "zolw cafe"),
    ],
)
def test_kazakh_russian_and_marked_latin_letters_become_plain_latin(written: str, latin: str) -> None:
    assert romanise(written) == latin


def test_no_kazakh_letter_is_left_in_cyrillic() -> None:
    assert romanise("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя").isascii()
