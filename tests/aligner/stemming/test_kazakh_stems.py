from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.stemming.kazakh import kazakh_stem
from aligner.stemming.kazakh_roots import NO_ROOTS, Roots, known_roots
from aligner.stemming.kazakh_verbs import passives

FOLDER = Path(__file__).parent
Stem = Callable[[str], str]


def lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


FAMILIES = [line.replace(":", "").split() for line in lines("kazakh_forms.txt")]
WRONG_PAIRS = [tuple(line.split()) for line in lines("kazakh_wrong_pairs.txt")]


def pair_scores(stem: Stem, families: Iterable[list[str]]) -> tuple[float, float]:
    """Precision and recall of the pairs of forms that share a stem."""
    owners = defaultdict(list)
    right = wanted = 0
    for number, family in enumerate(families):
        found = [stem(form) for form in family]
        right += sum(one == other for one, other in combinations(found, 2))
        wanted += len(family) * (len(family) - 1) // 2
        for shared in found:
            owners[shared].append(number)
    shared_pairs = sum(len(numbers) * (len(numbers) - 1) // 2 for numbers in owners.values())
    return right / shared_pairs, right / wanted


def without(roots: Roots, hidden: set[str]) -> Roots:
    verbs = {root: infinitive for root, infinitive in roots.verbs.items() if infinitive not in hidden}
    return Roots(roots.words - hidden, roots.whole, verbs)


def test_the_table_is_large_enough_to_judge_by() -> None:
    assert len(FAMILIES) >= 100
    assert sum(len(family) - 1 for family in FAMILIES) >= 900


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family[0])
def test_forms_of_a_word_share_its_stem(family: list[str]) -> None:
    assert {form: kazakh_stem(form) for form in family} == dict.fromkeys(family, kazakh_stem(family[0]))


def test_no_two_words_of_the_table_meet() -> None:
    precision, recall = pair_scores(kazakh_stem, FAMILIES)
    assert precision == 1.0
    assert recall == 1.0


def test_words_of_which_nothing_is_known_are_mostly_stemmed_alike() -> None:
    heads = {family[0] for family in FAMILIES}
    nouns = [family for family in FAMILIES if family[0][-1] not in "ую"]
    roots = without(known_roots(), heads)
    precision, recall = pair_scores(lambda word: kazakh_stem(word, roots), nouns)
    assert precision >= 0.99
    assert recall >= 0.8
    assert pair_scores(lambda word: kazakh_stem(word, NO_ROOTS), nouns) > (0.99, 0.8)


@pytest.mark.parametrize(("first", "second"), WRONG_PAIRS)
def test_words_that_look_alike_stay_apart(first: str, second: str) -> None:
    assert kazakh_stem(first) != kazakh_stem(second)


@pytest.mark.parametrize(
    ("form", "stem"),
    [
        ("халқының", "халық"),
        ("жүрегі", "жүрек"),
        ("келісіміміз", "келісім"),
        ("мүлкін", "мүлік"),
        ("қаладағылардың", "қала"),
        ("тауып", "табу"),
        ("оқиды", "оқу"),
        ("қояды", "қою"),
        ("болатын", "болу"),
        ("бойынша", "бойынша"),
        ("туралы", "туралы"),
        ("қырғызстаннан", "қырғызстан"),
        ("нурлановтың", "нурланов"),
        ("2014", "2014"),
        ("covid", "covid"),
        ("н", "н"),
        ("", ""),
    ],
)
def test_stems_a_linguist_expects(form: str, stem: str) -> None:
    assert kazakh_stem(form) == stem


@given(st.text("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіьэюя", max_size=25))
def test_a_stem_is_never_longer_than_its_word_by_more_than_a_letter(word: str) -> None:
    assert len(kazakh_stem(word)) <= len(word) + 1
    assert bool(kazakh_stem(word)) == bool(word)


@pytest.mark.parametrize(
    ("word", "infinitive"),
    [("сат", "сату"), ("сату", "сату"), ("қой", "қою"), ("жою", "жою"), ("сатты", ""), ("тау", ""), ("су", "")],
)
def test_a_bare_root_and_an_infinitive_lead_to_the_infinitive(word: str, infinitive: str) -> None:
    assert known_roots().infinitive(word) == infinitive


@pytest.mark.parametrize(
    ("infinitive", "passive"),
    [
        ("сату", "сатылу"),
        ("жою", "жойылу"),
        ("беру", "берілу"),
        ("салу", "салыну"),
        ("тексеру", "тексерілу"),
        ("реттеу", "реттелу"),
        ("бағалау", "бағалану"),
    ],
)
def test_a_verb_has_a_passive(infinitive: str, passive: str) -> None:
    assert passive in passives(infinitive)
    assert kazakh_stem(f"{passive[:-1]}{'ған' if set(passive) & set('аоұы') else 'ген'}") == passive
