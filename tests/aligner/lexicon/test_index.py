from importlib import resources

import pytest

from aligner.lexicon import Concept, builtin_concepts, builtin_lexicon
from aligner.lexicon.index import INDEX_FILE, icu_lexicon, written_index
from aligner.words import stems


def concept(kk: str, ru: str, en: str) -> Concept:
    return Concept("own", "noun", ((kk,), (ru,), (en,)))


def terms_in(text: str, language: str) -> set[str]:
    lexicon = builtin_lexicon()
    numbers = [number for span in lexicon.spans(stems(text, language), language) for number in span.concepts]
    return {term for number in numbers for term in lexicon.concepts[number].in_language(language)}


def test_the_index_is_current() -> None:
    stored = (resources.files("aligner.lexicon") / INDEX_FILE).read_text(encoding="utf-8")
    assert stored == written_index(builtin_concepts()), (
        "entries or stemmers have changed: run `python scripts/compile_lexicon.py`"
    )


@pytest.mark.parametrize(
    ("language", "text", "term"),
    [
        ("kk", "Комиссия мүшелері сайлау учаскелерін түстен кейін аралап шықты.", "сайлау учаскесі"),
        ("kk", "Осы тармақшаның талаптары жергілікті атқарушы органдарға қолданылмайды.", "жергілікті атқарушы орган"),
        ("kk", "Ауылдағы мектептердің шатыры жазда жөнделді.", "мектеп"),
        ("kk", "Шартты бұзуға екі тарап та құқылы.", "шартты бұзу"),
        ("ru", "Жители двух сельских округов пожаловались на качество питьевой воды.", "питьевая вода"),
        ("ru", "О внесении поправок в законодательные акты сообщили вчера.", "законодательный акт"),
        ("ru", "Новыми учебниками обеспечены все школы района.", "учебник"),
        ("en", "Two joint ventures opened their production lines in spring.", "joint venture"),
        ("en", "The ministries agreed on roads and railways.", "ministry"),
        ("en", "She was awarded three academic degrees.", "academic degree"),
    ],
)
def test_a_term_is_found_in_inflected_text(language: str, text: str, term: str) -> None:
    assert term in terms_in(text, language)


def test_the_longest_term_wins_and_terms_do_not_overlap() -> None:
    lexicon = builtin_lexicon()
    spans = lexicon.spans(stems("Supreme Court of the Republic of Kazakhstan", "en"), "en")
    assert [(span.start, span.stop) for span in spans] == [(0, 7)]
    assert lexicon.concepts[spans[0].concepts[0]].in_language("ru") == ("Верховный Суд Республики Казахстан",)


def test_function_words_are_found_but_tell_nothing() -> None:
    lexicon = builtin_lexicon()
    assert "pron" in {one.part_of_speech for one in lexicon.find("we", "en")}
    assert lexicon.spans(stems("we and you", "en"), "en") == ()


@pytest.mark.parametrize("term", ["жоғарғы сот", "сот", "біз", "жоғарғы", "құрық сот"])
def test_the_concepts_of_a_term_are_those_of_the_span_that_it_fills(term: str) -> None:
    lexicon, stemmed = builtin_lexicon(), stems(term, "kk")
    filled = [span.concepts for span in lexicon.spans(stemmed, "kk") if span.stop - span.start == len(stemmed)]
    assert lexicon.concepts_of(" ".join(stemmed), "kk") == (filled[0] if filled else ())


def test_one_concept_is_found_from_each_of_its_languages() -> None:
    lexicon = builtin_lexicon()
    found = [
        set(lexicon.find(term, language)) for term, language in (("тармақша", "kk"), ("подпункта", "ru"), ("subparagraphs", "en"))
    ]
    assert len(set.intersection(*found)) == 1


def test_an_unknown_word_and_an_unknown_language_are_found_nowhere() -> None:
    lexicon = builtin_lexicon()
    assert lexicon.find("xyzzy", "en") == ()
    assert lexicon.find("Artikel", "de") == ()
    assert lexicon.spans(["xyzzy"], "en") == ()
    assert lexicon.spans([], "kk") == ()


def test_a_term_base_of_ones_own_is_used_beside_the_built_in_entries() -> None:
    own = builtin_lexicon().extended([concept("тілмаш", "толмач", "dragoman"), concept("бап", "изложение", "clause")])
    assert [one.in_language("en") for one in own.find("толмача", "ru")] == [("dragoman",)]
    assert {one.in_language("en")[0] for one in own.find("бап", "kk")} >= {"article", "clause"}
    assert builtin_lexicon().find("dragoman", "en") == ()


def test_concepts_that_are_known_already_are_not_added_twice() -> None:
    known = builtin_lexicon().find("тармақша", "kk")
    assert builtin_lexicon().extended(known) is builtin_lexicon()
    assert builtin_lexicon().extended(builtin_concepts()).find("тармақша", "kk") == known


def test_a_word_list_makes_no_evidence_of_function_words() -> None:
    own = builtin_lexicon().extended([Concept("own", "", (("һәм",), ("и",), ())), concept("тілмаш", "толмач", "dragoman")])
    assert len(own.find("һәм", "kk")) == 1
    assert own.spans(stems("һәм толмач", "kk"), "kk") == ()
    assert len(own.spans(stems("и толмач", "ru"), "ru")[-1].concepts) == 1


def test_an_extended_lexicon_has_a_name_that_tells_its_terms_apart() -> None:
    names = [builtin_lexicon().extended([concept("тілмаш", "толмач", word)]).name for word in ("dragoman", "interpreter")]
    assert all(name.startswith("builtin+1 terms ") for name in names)
    assert names[0] != names[1]


def test_the_names_of_icu_are_found_beside_the_built_in_entries() -> None:
    lexicon = icu_lexicon()
    assert [one.in_language("ru") for one in lexicon.find("Маврикийде", "kk")] == [("Маврикий",)]
    assert {one.field for one in lexicon.find("долларов США", "ru")} == {"icu"}
    assert lexicon.find("тармақша", "kk") == builtin_lexicon().find("тармақша", "kk")
