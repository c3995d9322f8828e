from collections import Counter

import pytest

from alignments.errors import AlignmentsError
from alignments.index.recipe import index_stems, index_words
from alignments.memory import Memory
from alignments.terms.extraction import extract_terms
from alignments.terms.forms import natural_form
from alignments.terms.lexicon_terms import known_parts, lexicon_terms
from alignments.terms.misspelt import likeliest_term
from alignments.terms.translations import term_translations
from alignments.terms.words import nameless_stems
from alignments.units import TermEntry, TranslationUnit, Variant


def first(memory: Memory, term: str, language: str, target: str) -> str:
    return term_translations(memory.store, term, language, (target,)).translations[0][1][0].text


@pytest.mark.parametrize(
    ("term", "language", "target", "translation"),
    [
        ("жер сілкінісі", "kk", "ru", "землетрясение"),
        ("келісімдерге", "kk", "en", "agreement"),
        ("earthquake", "en", "kk", "жер сілкінісі"),
        ("закон", "ru", "kk", "заң"),
    ],
)
def test_the_right_translation_comes_first(filled: Memory, term: str, language: str, target: str, translation: str) -> None:
    assert first(filled, term, language, target) == translation


def test_an_accepted_entry_comes_before_the_evidence(filled: Memory) -> None:
    filled.store.add_terms([TermEntry("1", (("kk", "заң"), ("ru", "законодательный акт")))])
    assert first(filled, "заңдар", "kk", "ru") == "законодательный акт"


WATERS = [
    ("Су ортасы зерттелді.", "Изучена водная среда."),
    ("Балықтар су ортасында өмір сүреді.", "Рыбы живут в водной среде."),
    ("Зауыт су ортасын ластады.", "Завод загрязнил водную среду."),
]


@pytest.mark.parametrize(
    ("term", "language", "target", "translation"),
    [("су ортасы", "kk", "ru", "водная среда"), ("водная среда", "ru", "kk", "су ортасы")],
)
def test_a_term_may_end_in_a_noun_with_the_stem_of_a_function_word(
    memory: Memory, term: str, language: str, target: str, translation: str
) -> None:
    units = (TranslationUnit(f"w{n}", (Variant("kk", kk), Variant("ru", ru))) for n, (kk, ru) in enumerate(WATERS))
    memory.store.add_units(units)
    assert first(memory, term, language, target) == translation


def test_a_known_term_is_counted_though_all_its_words_are_function_words(memory: Memory) -> None:
    memory.store.add_terms([TermEntry("1", (("kk", "бұған дейін"), ("ru", "до этого")))])
    pairs = [
        ("Бұған дейін мұнда бақ болған.", "До этого здесь был сад."),
        ("Олар бұған дейін таныс еді.", "Они до этого были знакомы."),
    ]
    memory.store.add_units(TranslationUnit(f"k{n}", (Variant("kk", kk), Variant("ru", ru))) for n, (kk, ru) in enumerate(pairs))
    best = term_translations(memory.store, "бұған дейін", "kk", ("ru",)).translations[0][1][0]
    assert (best.text, best.count) == ("до этого", 2)


def test_capitals_are_an_abbreviation_and_small_letters_a_word(filled: Memory) -> None:
    assert first(filled, "АТ", "kk", "en") == "IT"
    assert first(filled, "ат", "kk", "en") in {"name", "horse"}


def test_a_known_abbreviation_is_no_form_of_a_word(filled: Memory) -> None:
    assert [one.text for one in term_translations(filled.store, "ТОО", "ru", ("kk",)).translations[0][1]] == ["ЖШС"]


@pytest.mark.parametrize(
    ("term", "language", "target", "own_and_related"),
    [
        ("білім", "kk", "ru", "знание – образованный"),
        ("білімді", "kk", "ru", "образованный – знание"),
        ("суд", "ru", "kk", "сот – пайымдау"),
        ("судьи", "ru", "kk", "судья – сот"),
        ("objectivity", "en", "ru", "объективность – цель"),
        ("minerals", "en", "ru", "полезные ископаемые – шахтер"),
    ],
)
def test_a_word_comes_before_others_of_its_stem_and_they_are_said_to_be_such(
    memory: Memory, term: str, language: str, target: str, own_and_related: str
) -> None:
    found = term_translations(memory.store, term, language, (target,), 20).translations[0][1]
    own, related = ({one.text: one for one in found}[text] for text in own_and_related.split(" – "))
    assert (own.sources, related.sources) == (("lexicon",), ("stem",))
    assert own.score > related.score


def test_a_word_of_the_same_stem_is_weak_among_units_too(memory: Memory) -> None:
    texts = (("Білім керек.", "Нужны знания."), ("Білімді адам.", "Образованный человек."), ("Білім – күш.", "Знание – сила."))
    memory.store.add_units(TranslationUnit(f"b{n}", tuple(map(Variant, ("kk", "ru"), pair))) for n, pair in enumerate(texts))
    answers = term_translations(memory.store, "білім", "kk", ("ru",)).translations[0][1]
    assert answers[0].text == "знание"
    assert ("units", "stem") in [one.sources for one in answers if one.text == "образованный"]


@pytest.mark.parametrize(
    ("term", "language", "target", "translations"),
    [
        ("решений", "ru", "en", "decision – solution"),
        ("выборах", "ru", "kk", "сайлау – таңдау"),
        ("білім", "kk", "ru", "образование – знание"),
        ("мектептерде", "kk", "ru", "школа – школьный"),
    ],
)
def test_of_several_senses_nouns_come_first_and_of_these_what_longer_terms_have(
    term: str, language: str, target: str, translations: str
) -> None:
    found = [one.text for one in lexicon_terms(term, language, target)]
    first, second = map(found.index, translations.split(" – "))
    assert first < second


@pytest.mark.parametrize(
    ("typed", "taken"), [("каулы", "қаулы"), ("qaýly", "қаулы"), ("мемлекеттик кызметши", "мемлекеттік қызметші")]
)
def test_a_term_typed_without_kazakh_letters_is_found_and_it_is_said_as_what(filled: Memory, typed: str, taken: str) -> None:
    found = term_translations(filled.store, typed, "kk", ("ru",))
    assert (found.query, found.taken) == (typed, taken)
    assert found.translations == term_translations(filled.store, taken, "kk", ("ru",)).translations


def test_a_term_that_is_known_as_typed_is_taken_as_it_is(filled: Memory) -> None:
    assert term_translations(filled.store, "белім", "kk", ("ru",)).taken == ""
    assert term_translations(filled.store, "бурундук", "kk", ("ru",)).taken == ""


def test_kazakh_in_latin_letters_needs_no_units(memory: Memory) -> None:
    assert term_translations(memory.store, "za\u0144", "kk-Latn", ("ru",)).translations[0][1][0].text == "закон"


@pytest.mark.parametrize(
    ("typed", "language", "meant"),
    [
        ("учереждение", "ru", "учреждение"),
        ("goverment", "en", "government"),
        ("государственные закупик", "ru", "государственные закупки"),
        ("Бертольд", "ru", ""),
        ("кот", "ru", ""),
    ],
)
def test_a_misspelt_term_leads_to_the_one_that_was_meant(typed: str, language: str, meant: str) -> None:
    assert likeliest_term(typed, language) == meant


def test_units_with_other_words_of_the_stem_are_not_units_with_the_term(memory: Memory) -> None:
    texts = (("Сот болды.", "Был суд."), ("Сотта айтылды.", "Сказано в суде."), ("Судья келді.", "Пришёл судья."))
    memory.store.add_units(TranslationUnit(f"s{n}", tuple(map(Variant, ("kk", "ru"), pair))) for n, pair in enumerate(texts))
    court, judge = (term_translations(memory.store, word, "ru", ("kk",)) for word in ("суда", "судьи"))
    assert (court.hits, court.translations[0][1][0].text) == (2, "сот")
    assert (judge.hits, judge.translations[0][1][0].text) == (1, "судья")


def test_of_equally_good_candidates_the_lexicon_has_the_first_word(memory: Memory) -> None:
    texts = (("Бір дауыс берілді.", "One vote was cast."), ("Дауыс естілді.", "A voice was heard."))
    memory.store.add_units(TranslationUnit(f"j{n}", tuple(map(Variant, ("kk", "en"), pair))) for n, pair in enumerate(texts))
    answers = term_translations(memory.store, "дауыс", "kk", ("en",)).translations[0][1]
    assert [(one.text, one.score) for one in answers[:2]] == [("vote", answers[0].score), ("voice", answers[0].score)]


@pytest.mark.parametrize("form", ["подпись", "подписи", "подписью"])
def test_a_noun_that_ends_like_a_gerund_is_found_in_all_its_forms(memory: Memory, form: str) -> None:
    texts = (("Қолы бар.", "Есть подпись."), ("Қолсыз.", "Без подписи."), ("Қол қойылды.", "Скреплено подписью."))
    memory.store.add_units(TranslationUnit(f"p{n}", tuple(map(Variant, ("kk", "ru"), pair))) for n, pair in enumerate(texts))
    assert term_translations(memory.store, form, "ru", ("kk",)).hits == 3


def test_thin_evidence_is_said(filled: Memory) -> None:
    assert term_translations(filled.store, "музей", "kk", ("ru",)).is_thin
    assert not term_translations(filled.store, "келісім", "kk", ("ru",)).is_thin


def test_examples_have_both_terms(filled: Memory) -> None:
    best = term_translations(filled.store, "келісім", "kk", ("en",)).translations[0][1][0]
    assert best.count == 3
    assert set(best.examples) <= {"u0", "u1", "u2"}


def test_a_word_of_the_lexicon_comes_before_what_happens_to_stand_in_the_only_unit(filled: Memory) -> None:
    unit = TranslationUnit("only", (Variant("kk", "Көпір салынды."), Variant("ru", "Строители завершили дорогу через реку.")))
    filled.store.add_units([unit])
    answers = term_translations(filled.store, "көпір", "kk", ("ru",)).translations[0][1]
    assert answers[0].text == "мост"
    assert answers[0].count == 0


def test_a_term_does_not_go_across_a_comma(filled: Memory) -> None:
    texts = (("Шарт, кепіл бекітілді.", "Утверждены договор, залог."), ("Шарт, кепіл керек.", "Нужны договор, залог."))
    filled.store.add_units(
        TranslationUnit(f"c{number}", (Variant("kk", kk), Variant("ru", ru))) for number, (kk, ru) in enumerate(texts)
    )
    answers = term_translations(filled.store, "шарт кепіл", "kk", ("ru",)).translations[0][1]
    assert answers
    assert not any("," in one.text for one in answers)


def test_a_known_term_comes_before_the_longer_run_around_it(memory: Memory) -> None:
    texts = (
        ("Есеп екі жұмыс күні ішінде дайындалады.", "Отчёт готовится в течение двух рабочих дней."),
        ("Хатқа екі жұмыс күні ішінде жауап беріледі.", "Ответ на письмо даётся в течение двух рабочих дней."),
    )
    memory.store.add_units(TranslationUnit(f"d{n}", tuple(map(Variant, ("kk", "ru"), pair))) for n, pair in enumerate(texts))
    best = term_translations(memory.store, "жұмыс күні", "kk", ("ru",)).translations[0][1][0]
    assert (best.text, best.count, best.sources) == ("рабочий день", 2, ("units", "lexicon"))


def test_a_form_of_another_stem_counts_as_its_term(memory: Memory) -> None:
    texts = (
        ("Алты жыл өтті.", "Прошло шесть лет."),
        ("Жыл басталды.", "Начался год."),
        ("Сегіз жыл бұрын.", "Восемь лет назад."),
    )
    memory.store.add_units(TranslationUnit(f"y{n}", tuple(map(Variant, ("kk", "ru"), pair))) for n, pair in enumerate(texts))
    best = term_translations(memory.store, "жыл", "kk", ("ru",)).translations[0][1][0]
    assert (best.text, best.count) == ("год", 3)


@pytest.mark.parametrize("term", ["…", "", "а" * 100_000, "сөз " * 50_000])
def test_a_term_without_words_or_with_too_many_is_refused(filled: Memory, term: str) -> None:
    with pytest.raises(AlignmentsError, match="one to twenty words") as caught:
        first(filled, term, "kk", "ru")
    assert len(str(caught.value)) < 200


def test_a_phrase_nobody_knows_is_taken_apart_at_its_longest_known_parts() -> None:
    parts = known_parts("сот шешімін жедел орындау", "kk", "ru")
    assert [part for part, _ in parts] == ["сот шешімін", "жедел", "орындау"]
    assert parts[0][1][0] == "решение суда"
    assert known_parts("абракадабрус", "kk", "ru") == ()


def test_extracted_terms_translate_each_other_both_ways(filled: Memory) -> None:
    found = {(one.term, one.translation.text) for one in extract_terms(filled.store, "kk", "ru", least_count=2)}
    assert ("жер сілкінісі", "землетрясение") in found


@pytest.mark.parametrize(
    ("word", "language", "is_nameless"),
    [
        ("решать", "ru", True),
        ("важного", "ru", True),
        ("который", "ru", True),
        ("закона", "ru", False),
        ("бекіту", "kk", False),  # also a noun
        ("decided", "en", True),
        ("work", "en", False),
        ("Наурызбаева", "ru", False),  # not in the lexicon: nobody knows
    ],
)
def test_words_that_are_never_nouns_are_no_terms(word: str, language: str, is_nameless: bool) -> None:  # noqa: FBT001
    assert (index_stems(index_words(word), language)[0] in nameless_stems(language)) is is_nameless


def test_terms_of_the_lexicon_have_the_dots_that_the_texts_write(memory: Memory) -> None:
    texts = (("Есеп дайын.", "Отчёт готов."), ("Есеп берілді.", "Отчет сдан."), ("Есепті оқыды.", "Он прочёл отчёт."))
    memory.store.add_units(
        TranslationUnit(str(number), (Variant("kk", kazakh), Variant("ru", russian)))
        for number, (kazakh, russian) in enumerate(texts)
    )
    assert first(memory, "есеп", "kk", "ru") == "отчёт"


def test_the_lexicon_knows_kazakh_in_latin_letters() -> None:
    assert "библиотека" in {one.text for one in lexicon_terms("k\u0131taphanalar", "kk-Latn", "ru")}


@pytest.mark.parametrize(
    ("spellings", "language", "form"),
    [
        ({("Верховного суда", False): 9, ("Верховный суд", False): 2}, "ru", "Верховный суд"),
        ({("Закон", True): 3, ("закона", False): 5, ("закон", False): 1}, "ru", "закон"),
        ({("мектептердің", False): 4, ("Мектеп", True): 1}, "kk", "мектеп"),
        ({("NATO", False): 4}, "en", "NATO"),
        ({("Красной книги", False): 3, ("КРАСНОЙ КНИГИ", False): 1}, "ru", "Красная книга"),
        ({("отдел Красной книги", False): 2}, "ru", "отдел Красной книги"),
        ({("Устава ООН", False): 2, ("УСТАВА ООН", True): 3}, "ru", "Устав ООН"),
        ({("Заём", True): 1, ("заем", False): 3, ("заёма", False): 2}, "ru", "заём"),
        ({("elections", False): 4, ("election", False): 1}, "en", "election"),
    ],
)
def test_a_term_is_shown_as_a_dictionary_has_it(spellings: dict[tuple[str, bool], int], language: str, form: str) -> None:
    assert natural_form(Counter(spellings), language) == form
