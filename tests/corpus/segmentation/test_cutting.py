import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.segmentation import cuts, cutting, decisions, segment
from corpus.segmentation.rule import Rule
from corpus.segmentation.rules import RULES

TABLE = [
    tuple(line.split("|", 1))
    for line in (Path(__file__).parent / "breaks.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
PHRASES = (
    *(
        "Мектеп ашылды",
        "Ол 1998 ж. Ақтөбеде туған",
        "«Алға!» ХП",
        "т.б.",
        "Н.Ә. Омаров",
        "[12].",
        "2016 жылы",
        "В г. Алматы",
        "см. п. 3",
    ),
    *(
        "Mr. Brown",
        "3.",
        "а)",
        "«...біз",
        "– деді ол",
        "5 млн.",
        "(еск.)",
        "келді",
        "келді!",
        "неге?",
        "Ол...",
        "😀",
        "www.example.kz",
        ";",
        ":",
    ),
)
TEXTS = st.lists(st.sampled_from((*PHRASES, ".", "?", "»", "«")), max_size=14).map(" ".join)


@pytest.mark.parametrize(("language", "marked"), TABLE)
def test_sentences_end_where_the_table_says(language: str, marked: str) -> None:
    sentences = tuple(part.strip() for part in marked.split("¦"))
    assert segment(_joined(sentences, language), language) == sentences


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_decides_in_its_own_example(rule: Rule) -> None:
    text = re.sub(r" ?[¦·] ?", " ", rule.example).replace("www.example.kz ", "www.example.kz")
    language = rule.languages[0] if rule.languages else "en" if rule.example.isascii() or "“" in rule.example else "kk"
    found = [decision for decision in decisions(text, language) if decision.rule == rule.name]
    assert found or rule.name == "no space follows"
    assert all(decision.breaks is rule.breaks for decision in found)


def _cut(language: str, marked: str) -> bool:
    """True when a text is cut where it is marked."""
    sentences = tuple(part.strip() for part in re.sub(" ?· ?", " ", marked).split("¦"))
    return segment(_joined(sentences, language), language) == sentences


def _joined(sentences: Iterable[str], language: str) -> str:
    """Chinese and Japanese sentences stand without a space between them."""
    return ("" if language in {"zh", "ja"} else " ").join(sentences)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_without_a_rule_its_example_or_a_line_of_the_table_is_cut_otherwise(rule: Rule, monkeypatch: pytest.MonkeyPatch) -> None:
    languages = rule.languages or ("kk", "en")
    needed = [*((language, rule.example) for language in languages), *TABLE]
    held = [one for one in needed if _cut(*one)]
    rules_of = cutting.rules_of
    monkeypatch.setattr(cutting, "rules_of", lambda language: tuple(other for other in rules_of(language) if other is not rule))
    assert not all(_cut(*one) for one in held)


def test_a_rule_is_named_for_every_decision() -> None:
    assert [decision.rule for decision in decisions("Ол 1998 ж. туған. Кейін оқыды.", "kk")] == [
        "small letter follows",
        "stop before a beginning",
    ]


def test_offsets_count_characters_beyond_the_basic_plane() -> None:
    text = "😀 Бұл бір. 😀 Бұл екі."
    assert [text[start:stop] for start, stop in cuts(text, "kk")] == ["😀 Бұл бір.", "😀 Бұл екі."]


def test_a_line_without_a_stop_is_one_sentence() -> None:
    assert segment("Кітапхана және қоғам", "kk") == ("Кітапхана және қоғам",)


def test_nothing_gives_nothing() -> None:
    assert segment("", "kk") == segment("  \n", "ru") == ()


def test_a_quotation_cut_at_one_place_is_cut_at_every_place() -> None:
    text = "«Кітап туралы айтылды. Қала туралы да жақсы айтылды. Соңы сол» деп аяқтады."
    assert segment(text, "kk") == ("«Кітап туралы айтылды.", "Қала туралы да жақсы айтылды.", "Соңы сол» деп аяқтады.")


@given(TEXTS | st.text(max_size=60), st.sampled_from(("kk", "ru", "en", "und")))
def test_cuts_cover_every_letter_in_order(text: str, language: str) -> None:
    found = cuts(text, language)
    assert "".join("".join(text[start:stop].split()) for start, stop in found) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(found))


@given(TEXTS, st.sampled_from(("kk", "ru", "en")))
def test_cutting_what_was_cut_changes_nothing(text: str, language: str) -> None:
    for sentence in segment(text, language):
        assert segment(sentence, language) == (sentence,)
