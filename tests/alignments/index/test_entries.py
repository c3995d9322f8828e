"""Texts that are cut together give the same words and stems as each by itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.words import tokens, tokens_by_line, tokens_of_lines
from alignments.index.entries import Entry, entries
from alignments.index.recipe import LONGEST_WORD, index_stems, index_words, plain_text
from alignments.index.text_keys import text_keys

TEXTS = (
    "Қазақстан Республикасының Конституциясы 1995 жылғы 30 тамызда қабылданды.",
    "",
    "—",
    "eGov.kz 5 % бір-біріне",
    "\u0301ё İ",
)


def apart(text: str, language: str) -> Entry:
    words = index_words(text)
    return Entry(1, len(plain_text(text)), " ".join(words), " ".join(index_stems(words, language)))


@pytest.mark.parametrize("language", ["kk", "ru", "en", "kk-Latn", "ar", "und"])
@given(st.lists(st.one_of(st.sampled_from(TEXTS), st.text(max_size=40)), min_size=1, max_size=5))
def test_entries_made_together_are_those_made_apart(language: str, texts: list[str]) -> None:
    assert entries([(1, text) for text in texts], language) == [apart(text, language) for text in texts]


@pytest.mark.parametrize("text", ["а" * (LONGEST_WORD + 1), "сөз " * 20_000, "ﷺ " * 9_000])
def test_an_endless_word_or_text_is_cut(text: str) -> None:
    assert entries([(1, "Бап."), (1, text)], "kk") == [apart("Бап.", "kk"), apart(text, "kk")]


@given(st.lists(st.text().map(plain_text), max_size=5))
def test_lines_are_cut_as_their_texts_are(texts: list[str]) -> None:
    expected = [word for text in texts for word in ("\n", *tokens(text))][1:]
    assert tokens_of_lines(texts) == expected
    assert list(tokens_by_line(texts)) == [tokens(text) for text in texts or [""]]


@given(st.lists(st.text(), min_size=1, max_size=5))
def test_keys_made_together_are_those_made_apart(texts: list[str]) -> None:
    assert text_keys(texts) == [text_keys((text,))[0] for text in texts]


def test_a_key_knows_neither_case_nor_spacing() -> None:
    one, same, other = text_keys(("Бап  5\n", "бап\u00a05", "бап 6"))
    assert one == same != other


@given(st.text(st.sampled_from("аб \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u200b\u2028\u2029\u202f\u205f\u3000\ufeff")))
def test_a_plain_text_has_single_spaces_whatever_the_white_space(text: str) -> None:
    assert plain_text(text) == " ".join(text.split())
