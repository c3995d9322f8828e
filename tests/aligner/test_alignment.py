"""What must hold of every alignment, and small texts that a reader can judge."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner import Bead, Side, align, align_bitexts, signature
from aligner.alignment import alignments
from aligner.beads import check_beads
from aligner.errors import AlignerError

SURE = 0.6

KAZAKH = Side(
    "kk",
    (
        "Ауылда жаңа кітапхана ашылды.",
        "Онда он мыңнан астам кітап бар.",
        "Балалар кешке дейін оқу залында отырады.",
        "Кітапхана аптасына алты күн жұмыс істейді.",
        "Былтыр 1 250 оқырман тіркелді.",
        "Кітапханашы Сәуле Ахметова мұнда 1998 жылдан бері қызмет етеді.",
    ),
)
RUSSIAN = Side(
    "ru",
    (
        "В селе открылась новая библиотека, в ней более десяти тысяч книг.",
        "Дети до вечера сидят в читальном зале.",
        "Библиотека работает шесть дней в неделю.",
        "По воскресеньям здесь тихо.",
        "В прошлом году записалось 1250 читателей.",
        "Библиотекарь Сауле Ахметова служит здесь с 1998 года.",
    ),
)
ENGLISH = Side(
    "en",
    (
        "A new library has opened in the village.",
        "It has more than ten thousand books.",
        "Children sit in the reading room until evening.",
        "The library is open six days a week.",
        "It is quiet here on Sundays.",
        "Last year 1,250 readers registered.",
        "The librarian, Saule Akhmetova, has worked here since 1998.",
    ),
)

CYRILLIC = ("жер", "су", "от", "ауа", "тау", "дом", "река", "лес")
WORDS = st.sampled_from((*CYRILLIC, "house", "river", "1998", "25", ",", ".", "–", "«", "»"))
SEGMENTS = st.lists(st.lists(WORDS, max_size=6).map(" ".join), max_size=12)


def kinds(beads: tuple[Bead, ...]) -> str:
    return " ".join(bead.kind for bead in beads)


def rungs(beads: tuple[Bead, ...]) -> set[tuple[tuple[int, ...], ...]]:
    return {tuple(span.positions for span in bead.spans) for bead in beads}


IN_LATIN = Side(
    "kk-Latn",
    (
        "Auylda jaña k\u0131taphana aşyldy.",
        "Onda on myñnan astam k\u0131tap bar.",
        "Balalar keşke dei\u0131n oqu zalynda otyrady.",
        "K\u0131taphana aptasyna alty kün jūmys \u0131steid\u0131.",
        "Byltyr 1 250 oqyrman t\u0131rkeld\u0131.",
        "K\u0131taphanaşy Säule Ahmetova mūnda 1998 jyldan ber\u0131 qyzmet eted\u0131.",
    ),
)


def test_kazakh_in_latin_letters_is_aligned_as_in_cyrillic_ones() -> None:
    (alignment,) = alignments([(IN_LATIN, RUSSIAN, ENGLISH)])
    assert rungs(alignment.beads) == rungs(align(KAZAKH, RUSSIAN, ENGLISH))
    assert alignment.sides[0] is IN_LATIN
    examples = [{"kk-Latn": "Köp\u0131r salyndy.", "ru": "Мост построен."}]
    assert len(align(IN_LATIN, KAZAKH, examples=examples)) == len(KAZAKH)


def test_a_short_text_is_aligned_as_a_reader_would() -> None:
    assert kinds(align(KAZAKH, RUSSIAN)) == "2-1 1-1 1-1 0-1 1-1 1-1"
    assert kinds(align(RUSSIAN, ENGLISH)) == "1-2 1-1 1-1 1-1 1-1 1-1"


def test_three_sides_are_aligned_at_once() -> None:
    assert kinds(align(KAZAKH, RUSSIAN, ENGLISH)) == "2-1-2 1-1-1 1-1-1 0-1-1 1-1-1 1-1-1"


def test_pairs_of_three_sides_are_cut_wherever_the_whole_is_and_may_be_finer() -> None:
    (alignment,) = alignments([(KAZAKH, RUSSIAN, ENGLISH)])
    assert kinds(alignment.pair("kk", "en")) == "1-1 1-1 1-1 1-1 0-1 1-1 1-1"
    assert alignment.pair("en", "kk") == tuple(Bead(bead.spans[::-1], bead.probability) for bead in alignment.pair("kk", "en"))
    for (first, second), beads in alignment.pairs.items():
        cuts = {(bead.spans[0].stop, bead.spans[1].stop) for bead in beads}
        assert {(bead.spans[first].stop, bead.spans[second].stop) for bead in alignment.beads} <= cuts


def test_four_sides_are_the_same_code() -> None:
    beads = align(KAZAKH, RUSSIAN, ENGLISH, Side("tr", KAZAKH.segments))
    check_beads(beads, [KAZAKH, RUSSIAN, ENGLISH, KAZAKH])


def test_three_empty_sides_have_no_beads() -> None:
    assert align([], [], []) == ()


def test_lists_of_strings_are_sides() -> None:
    beads = align(["Hello world.", "How are you?"], ["Hello world.", "How are you?"])
    assert kinds(beads) == "1-1 1-1"


@settings(max_examples=40)
@given(st.lists(SEGMENTS, min_size=2, max_size=3))
def test_beads_cover_all_sides_once_and_in_order(texts: list[list[str]]) -> None:
    beads = align(*texts)
    check_beads(beads, [Side("und", tuple(text)) for text in texts])
    assert all(0 <= bead.probability <= 1 for bead in beads)
    assert all(any(len(span) for span in bead.spans) for bead in beads)


@settings(max_examples=20)
@given(st.permutations(range(6)), st.permutations(range(6)))
def test_swapping_the_sides_mirrors_the_beads(kazakh: list[int], russian: list[int]) -> None:
    """Sure beads only: what stands alone on both sides is said in one order, and that turns with the sides."""
    first = Side("kk", tuple(KAZAKH.segments[place] for place in kazakh[:4]))
    second = Side("ru", tuple(RUSSIAN.segments[place] for place in russian[:5]))
    there, back = align(first, second), align(second, first)
    mirrored = {tuple(reversed(rung)) for rung in rungs(back)}
    sure = rungs(tuple(bead for bead in there if bead.probability >= SURE and all(map(len, bead.spans))))
    assert sure <= mirrored


def test_the_same_input_gives_the_same_beads() -> None:
    assert align(KAZAKH, RUSSIAN, ENGLISH) == align(KAZAKH, RUSSIAN, ENGLISH)


def test_documents_may_have_different_sides() -> None:
    first, second = align_bitexts([(KAZAKH, RUSSIAN), (ENGLISH, RUSSIAN, KAZAKH)])
    check_beads(first, [KAZAKH, RUSSIAN])
    check_beads(second, [ENGLISH, RUSSIAN, KAZAKH])


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([], [], ""),
        ([], ["a", "b"], "0-1 0-1"),
        (["a"], [], "1-0"),
        ([""], [""], "1-1"),
    ],
)
def test_empty_sides_are_aligned(first: list[str], second: list[str], expected: str) -> None:
    assert kinds(align(first, second)) == expected


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (["One line."], [f"Line {place}." for place in range(1000)]),
        (["Same."] * 3000, ["Same."] * 2500),
        (["x" * 300_000, "b"], ["a", "b", "c"]),
        (["слово " * 50_000], ["word " * 50_000, "end"]),
    ],
    ids=["1 against 1000", "identical segments", "one long word", "one long segment"],
)
def test_strange_texts_lose_no_segment(first: list[str], second: list[str]) -> None:
    check_beads(align(first, second), [Side("und", tuple(first)), Side("und", tuple(second))])


def test_a_missing_block_costs_the_rest_nothing() -> None:
    both = [f"Section {number} of the report deals with item {number * 37}." for number in range(60)]
    beads = align(both, both[:20] + both[38:])
    assert kinds(beads) == " ".join(["1-1"] * 20 + ["1-0"] * 18 + ["1-1"] * 22)


def test_paragraphs_decide_where_the_words_do_not() -> None:
    first = Side("xx", ("aa bb cc dd.", "ee ff gg hh.", "ii jj kk ll."), frozenset({0, 1}))
    second = Side("yy", ("mm nn oo pp qq rr ss tt.", "uu vv ww xx."), frozenset({0, 1}))
    turned = Side("yy", ("mm nn oo pp.", "qq rr ss tt uu vv ww xx."), frozenset({0, 1}))
    assert (1, 1) in {(bead.spans[0].start, bead.spans[1].start) for bead in align(first, turned)}
    check_beads(align(first, second), [first, second])


def test_paragraphs_that_begin_everywhere_say_nothing() -> None:
    first = ["The old man came.", "He sat down.", "Berlin was far.", "Then 25 guests left Warsaw.", "It rained."]
    second = ["The old man came and sat down.", "Berlin was far away.", "25 guests left.", "Warsaw slept.", "It rained."]
    everywhere = frozenset(range(5))
    beads = align(Side("xx", tuple(first), everywhere), Side("yy", tuple(second), everywhere))
    assert beads == align(Side("xx", tuple(first)), Side("yy", tuple(second)))


def test_paragraphs_of_one_side_alone_say_nothing() -> None:
    texts = tuple(f"Item {number * 37} of the report was sold." for number in range(12))
    here, there = frozenset(range(0, 12, 3)), frozenset(range(0, 12, 2))
    assert align(Side("xx", texts, here), Side("yy", texts, there)) == align(Side("xx", texts), Side("yy", texts))


def test_known_translations_teach_words() -> None:
    first, second = ["bar kel", "tak mun", "sol pir"], ["quo rem", "sic dum", "lex via"]
    without, with_examples = (
        align(first, second),
        align(
            Side("xx", tuple(first)),
            Side("yy", tuple(second)),
            examples=[{"xx": a, "yy": b} for a, b in zip(first, second, strict=True)] * 3,
        ),
    )
    assert kinds(with_examples) == "1-1 1-1 1-1"
    assert min(bead.probability for bead in with_examples) > min(bead.probability for bead in without)


def test_sentence_vectors_decide_where_the_words_do_not() -> None:
    first, second = ["aaa", "bbb", "ccc"], ["kkk", "lll"]
    beads = align(first, second, vectors=[np.eye(3), np.eye(3)[[0, 2]]])
    assert rungs(beads) == {((0,), (0,)), ((1,), ()), ((2,), (1,))}


@pytest.mark.parametrize(
    ("vectors", "reason"),
    [
        ([np.eye(3)], "1 sides, but 2"),
        ([np.eye(3), np.eye(3)], "3 rows for 2 segments"),
        ([np.eye(3), np.full((2, 3), np.nan)], "NaN"),
        ([np.eye(3), np.ones((2, 4))], "3 and 4 dimensions"),
        ([np.eye(3), np.array([["a"], ["b"]])], "not a table of numbers"),
        ([np.eye(3), np.ones(2)], "not a table of numbers"),
    ],
)
def test_vectors_that_do_not_fit_are_refused(vectors: list[object], reason: str) -> None:
    with pytest.raises(AlignerError, match=reason):
        align(["a", "b", "c"], ["d", "e"], vectors=vectors)


def test_one_side_cannot_be_aligned() -> None:
    with pytest.raises(AlignerError, match="at least two"):
        align(["a"])


def test_the_signature_names_the_weights_and_the_lexicon() -> None:
    assert "lexicon:builtin" in str(signature())
    assert "lexicon:none" in str(signature(lexicon=None))
    assert signature(vectors=True) != signature()
