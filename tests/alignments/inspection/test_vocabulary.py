"""Texts as numbers are the same words, letters and lengths that strings give."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aligner.words import fold, tokens
from alignments.columns import columns_of
from alignments.inspection.letters import Letters, beginning, codes_of, folded_codes, numbered_beginnings
from alignments.inspection.texts import Texts, roots_of
from alignments.inspection.vocabulary import FoldedLetters
from alignments.units import TranslationUnit, Variant

TEXTS = st.lists(st.text(max_size=40), max_size=5)


@given(TEXTS)
def test_words_are_those_of_the_tokeniser(texts: list[str]) -> None:
    rows = FoldedLetters(folded_codes(Letters(codes_of(texts)))).identities
    words = [word for text in texts for word in tokens(text.replace("\0", "\x1f"))]
    assert rows.sizes.tolist() == [len(tokens(text.replace("\0", "\x1f"))) for text in texts]
    numbers: dict[int, str] = {}
    assert all(numbers.setdefault(number, word) == word for number, word in zip(rows.values.tolist(), words, strict=True))


@given(TEXTS)
def test_letters_folded_one_by_one_are_those_of_the_folded_texts(texts: list[str]) -> None:
    written = [text.replace("\0", "\x1f") for text in texts]
    assert folded_codes(Letters(codes_of(texts))).tolist() == [code for text in written for code in (*map(ord, fold(text)), 0)]


@given(TEXTS)
def test_letters_are_counted_text_by_text(texts: list[str]) -> None:
    counted = Texts(columns_of([TranslationUnit(str(number), (Variant("kk", text),)) for number, text in enumerate(texts)]))
    assert counted.count("aә").tolist() == [text.count("a") + text.count("ә") for text in texts]


def test_same_text_has_the_same_key_whatever_its_case_and_spaces() -> None:
    units = [TranslationUnit("u", (Variant("kk", "Кітап  бар."), Variant("kk", "кітап бар. "), Variant("kk", "Кітап жоқ.")))]
    first, second, third = Texts(columns_of(units)).keys.tolist()
    assert first == second != third


def test_forms_of_a_word_share_the_root_in_one_language_only() -> None:
    (first, second), (other,) = roots_of(["кітапхана", "кітапты"], "kk").values, roots_of(["кітапхана"], "ru").values
    assert first == second != other


@given(st.lists(st.text(alphabet="k\u0131taphanş İIí.@-5 ", max_size=30), max_size=4))
def test_kazakh_in_latin_letters_has_a_root_for_each_word(texts: list[str]) -> None:
    units = [TranslationUnit(str(number), (Variant("kk-Latn", text),)) for number, text in enumerate(texts)]
    read = Texts(columns_of(units))
    assert read.roots.sizes.tolist() == read.words.sizes.tolist()


def test_kazakh_in_latin_letters_has_the_roots_of_cyrillic_ones() -> None:
    units = [TranslationUnit("u", (Variant("kk-Latn", "Jaña k\u0131taphana aşyldy."), Variant("ru", "Открыта.")))]
    read = Texts(columns_of(units)).roots
    assert read.values[read.begins[0] : read.ends[0]].tolist() == roots_of(["Жаңа кітапхана ашылды."], "kk").values.tolist()


def test_beginning_is_that_of_the_folded_word() -> None:
    texts = Texts(columns_of([TranslationUnit("u", (Variant("ru", "Ёлка и елка"),))]))
    assert texts.letters.begin_as(numbered_beginnings(["елк"]), np.arange(3)).tolist() == [0, 2]
    assert beginning("елка") == beginning("елк")


def test_texts_without_units_have_no_pairs() -> None:
    assert [len(side) for side in Texts(columns_of([])).pairs] == [0, 0]
