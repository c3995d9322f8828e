"""SQLite and PostgreSQL give the same answers to the same questions."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

from alignments.concordance.lines import ConcordanceRequest, concordance, count_segments
from alignments.examination import judge
from alignments.index import postgresql
from alignments.index.queries import WordQuery
from alignments.matching.matches import MatchRequest, best_matches
from alignments.memory import Memory, open_memory
from alignments.store import Store
from alignments.terms.translations import term_translations
from alignments.units import Provenance, TranslationUnit, Variant

WORDS = (
    ("келісім", "соглашение"),
    ("кітапхана", "библиотека"),
    ("мектеп", "школа"),
    ("қала", "город"),
    ("өзен", "река"),
    ("жол", "дорога"),
    ("орман", "лес"),
    ("бала", "ребёнок"),
    ("көпір", "мост"),
    ("базар", "рынок"),
)
ENDINGS = ("", "лар", "да", "дың", "ға")


def units() -> Iterator[TranslationUnit]:
    dice = Random(3)  # noqa: S311 - texts, not secrets
    for number in range(400):
        pairs = dice.choices(WORDS, weights=range(len(WORDS), 0, -1), k=dice.randint(3, 9))
        kazakh = " ".join(word + dice.choice(ENDINGS) for word, _ in pairs).capitalize()
        russian = " ".join(word for _, word in pairs).capitalize()
        variants = (Variant("kk", f"{kazakh}."), Variant("ru", f"{russian}."))
        yield TranslationUnit(f"u{number}", variants, 0.9, provenance=Provenance("aligned", "text", 0, number))


NEVER = 1e9
"""Microseconds that keep PostgreSQL from going a way."""

WAYS: dict[str, dict[str, object]] = {
    "as costs least": {},
    "in blocks": {"BLOCK_BITS": 11, "BLOCK": "ARRAY[variant >> 11]", "LOOKED_UP": 0.0, "TESTED": NEVER, "TESTED_FOR_MANY": NEVER},
    "in blocks, some words at a time": {"BLOCK_BITS": 10, "BLOCK": "ARRAY[variant >> 10]", "LOOKED_UP": 0.0, "TOGETHER": 2},
    "text after text": {"BLOCK_BITS": 11, "TESTED": 0.0, "TESTED_FOR_MANY": 0.0, "TOGETHER": 2},
    "at once": {"READ": 0.0, "TOGETHER": 2},
}
"""Ways in which PostgreSQL may look for words, each made the only one by what it is said to cost."""


@pytest.fixture(scope="module", params=WAYS)
def both(
    request: pytest.FixtureRequest, server: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Memory, Memory]]:
    """The same units in either database."""
    psycopg = pytest.importorskip("psycopg", reason="PostgreSQL needs psycopg")
    name, folder = f"both_{uuid4().hex[:8]}", Path(tmp_path_factory.mktemp("both"))
    with psycopg.connect(f"host={server} user=tilmash dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    with (
        pytest.MonkeyPatch.context() as patch,
        open_memory(f"sqlite:///{folder}/memory.db") as one,
        open_memory(f"postgresql+psycopg://tilmash@/{name}?host={server}") as other,
    ):
        for constant, value in WAYS[request.param].items():
            patch.setattr(postgresql, constant, value)
        for memory in (one, other):
            memory.store.add_units(units())
        yield one, other


def page(text: str, **options: object) -> Callable[[Store], object]:
    return lambda store: concordance(store, ConcordanceRequest(text, "kk", **options))  # type: ignore[arg-type]


QUESTIONS: dict[str, Callable[[Store], object]] = {
    "a word": page("кітапханада", exact=True),
    "a word and its forms": page("мектеп"),
    "a phrase": page("өзен жол"),
    "a phrase as it is": page("өзенде жолдың", exact=True),
    "a beginning": page("кіт*"),
    "an end": page("*лар", sort="position"),
    "an inside": page("*ітапха*", sort="left"),
    "an inside of many words": page("*а*", sort="position"),
    "a count of many words": lambda store: count_segments(store, ConcordanceRequest("*а*", "kk")),
    "a short beginning": page("ө*"),
    "an expression": page("(өзен|көпір)(дың|ға)", regex=True),
    "a word without Kazakh letters": page("копир"),
    "a condition": page("келісім", where=(("ru", "!школа"),)),
    "a condition to be met": page("келісім", where=(("ru", "рынок"),), sort="position"),
    "two conditions": page("мектеп", where=(("ru", "лес"), ("ru", "!город")), sort="position"),
    "a rare word with a condition": page("базарға", exact=True, where=(("ru", "школа"),), sort="position"),
    "a frequent word with a rare condition": page("келісім", exact=True, where=(("ru", "рынок"),), sort="position"),
    "a frequent word with two conditions, one rare": page("келісім", exact=True, where=(("ru", "рынок"), ("ru", "!лес"))),
    "a count with a rare condition": lambda store: count_segments(
        store, ConcordanceRequest("келісім*", "kk", where=(("ru", '"рынок"'),))
    ),
    "a condition nothing meets": page("қала", where=(("ru", "!музей"),)),
    "a condition on a word as it is": page("келісім", where=(("ru", "рынок"),), exact=True),
    "a condition on a phrase": page("келісім", where=(("ru", "!школа город"),)),
    "a phrase with a condition": page("өзен жол", where=(("ru", "лес"),)),
    "a second page with a condition": page("қала", where=(("ru", "!лес"),), first=50, limit=20),
    "a condition on many words": page("*а*", where=(("ru", "!школа"),), sort="position"),
    "a condition on the text before": lambda store: concordance(
        store, ConcordanceRequest("рынок", "ru", where=(("kk", "мектеп"),))
    ),
    "a count with a condition": lambda store: count_segments(store, ConcordanceRequest("қала", "kk", where=(("ru", "!лес"),))),
    "a frequent word, far on": page("келісім", first=150, limit=50, sort="position"),
    "all of a frequent word": page("келісім", limit=1_000_000_000, sort="position"),
    "all with a condition": page("келісім", limit=1_000_000_000, where=(("ru", "!лес"),)),
    "a second page": page("қала", first=50, limit=20),
    "a count": lambda store: count_segments(store, ConcordanceRequest("*ала*", "kk")),
    "a count of any of two stems": lambda store: store.index.count(WordQuery("kk", (("көпір", "базар"),), of_stems=True)),
    "a match": lambda store: best_matches(store, MatchRequest("Келісім кітапханада мектеп қалаға.", "kk", "ru", 0.5)),
    "the checks": lambda store: list(judge(store.columns())),
    "a term": lambda store: term_translations(store, "көпірдің", "kk", ("ru",)),
    "a term of two words": lambda store: term_translations(store, "школа город", "ru", ("kk",)),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_both_databases_give_the_same_answer(both: tuple[Memory, Memory], name: str) -> None:
    one, other = (QUESTIONS[name](memory.store) for memory in both)
    assert one == other
    assert one
