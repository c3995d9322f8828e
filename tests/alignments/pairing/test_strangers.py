"""Texts of one group that hardly translate each other are said to be strangers."""

from collections.abc import Sequence
from itertools import count

from alignments.pairing.strangers import strangers, warning
from alignments.units import Provenance, TranslationUnit, Variant


def units_of(rows: Sequence[tuple[str, float]]) -> list[TranslationUnit]:
    """A unit for every row: the languages it has a segment in, and its probability."""
    places = {language: count() for language in ("kk", "ru", "en")}
    return [
        TranslationUnit(
            str(number),
            tuple(Variant(language, "…", language, (next(places[language]),)) for language in languages.split()),
            probability,
            provenance=Provenance("aligned", "minutes"),
        )
        for number, (languages, probability) in enumerate(rows)
    ]


def test_an_excerpt_is_no_stranger_to_the_whole_text() -> None:
    assert strangers(units_of([("kk ru", 0.9)] * 4 + [("kk", 1.0)] * 30)) == ()


def test_the_one_text_of_three_that_translates_nothing_is_named() -> None:
    units = units_of([("kk ru", 0.9)] * 6 + [("kk ru en", 0.1)] + [("en", 1.0)] * 5)
    assert strangers(units) == ("en",)
    said = warning("minutes", units)
    assert said is not None
    assert said.startswith(
        "minutes: the en text hardly translates the others (0 of 1 units have a chance of 80% or more to be right); look"
    )


def test_the_warning_says_what_where_and_what_to_do() -> None:
    said = warning("office minutes", units_of([("kk ru", 0.9)] + [("kk ru", 0.6)] * 8))
    assert said == (
        "office minutes: the texts hardly translate each other (1 of 9 units has a chance of 80% or more to be right); "
        "look with `tilmash show --group 'office minutes'`, take them out with `tilmash purge --group 'office minutes'`"
    )
