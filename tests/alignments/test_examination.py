"""Collections as a whole: order, choice of checks, dismissals, and input nobody hopes for."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignments.errors import AlignmentsError
from alignments.examination import check_units, examine
from alignments.inspection import batching
from alignments.units import Dismissal, Provenance, Severity, TranslationUnit, Variant

CHANGED = TranslationUnit("a", (Variant("kk", "2019 жылы ашылды."), Variant("ru", "Открылась в 2018 году.")))


def test_unknown_check_names_the_known_ones() -> None:
    with pytest.raises(AlignmentsError, match=r"number.*choose from numbers"):
        list(check_units([CHANGED], only=["number"]))


def test_skipped_check_finds_nothing() -> None:
    assert not any(issue.check == "numbers" for issue in check_units([CHANGED], skip=["numbers"]))


@pytest.mark.parametrize(("language", "left"), [("", set()), ("kk", set()), ("ru", {"kk"})])
def test_dismissed_issue_is_not_raised_again(language: str, left: set[str]) -> None:
    dismissal = Dismissal("a", "numbers", language, "aigul", datetime(2026, 11, 21, tzinfo=UTC))
    found = check_units([CHANGED], only=["numbers"], dismissals=[dismissal])
    assert {issue.language for issue in found} == left


def test_units_come_back_in_their_order_from_a_collection_and_from_an_iterator() -> None:
    units = [TranslationUnit(str(number), CHANGED.variants) for number in range(7)]
    assert [one.unit.id for one in examine(units)] == [one.unit.id for one in examine(iter(units))] == list("0123456")


def test_collection_that_can_be_gone_through_again_is_not_kept() -> None:
    class Stream:
        rounds = 0

        def __iter__(self) -> Iterator[TranslationUnit]:
            self.rounds += 1
            yield CHANGED

    stream = Stream()
    list(examine(stream))
    assert stream.rounds == 2


PIECES = {
    "kk": ["Кітапхана ашылды.", "Мұражай жексенбіде жабық.", "Бағасы 500 теңге.", "Көктемде өзен тасыды.", ""],
    "ru": ["Библиотека открылась.", "Музей закрыт в воскресенье.", "Цена 500 тенге.", "Весной река разлилась.", ""],
    "en": ["The library opened.", "The museum is closed on Sundays.", "It costs 500 tenge.", "The river rose in spring."],
}

Sides = tuple[tuple[str, str], ...]
SIDES = st.permutations([(name, text) for name, texts in PIECES.items() for text in texts]).map(
    lambda drawn: tuple({name: (name, text) for name, text in drawn}.values())
)


@given(st.lists(st.tuples(SIDES, st.integers(1, 3), st.floats(0.1, 0.9)), min_size=1, max_size=24), st.integers(2, 5))
@settings(max_examples=30)
def test_where_a_batch_ends_changes_nothing(drawn: list[tuple[Sides, int, float]], size: int) -> None:
    units = [
        TranslationUnit(
            f"u{number}",
            tuple(Variant(language, text, segments=(number,)) for language, text in sides[:count]),
            probability,
            provenance=Provenance("aligned", "order", 0, number),
        )
        for number, (sides, count, probability) in enumerate(drawn)
    ]
    with pytest.MonkeyPatch.context() as patch:
        whole = list(examine(units))
        patch.setattr(batching, "BATCH", size)
        assert list(examine(units)) == whole


def test_processes_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batching, "BATCH", 3)
    variants = [
        tuple(Variant(language, PIECES[language][(number * step) % 4]) for step, language in enumerate(PIECES, start=1))
        for number in range(20)
    ]
    units = [TranslationUnit(str(number), own, 0.5) for number, own in enumerate(variants)]
    assert list(examine(units, processes=2)) == list(examine(units))


@pytest.mark.parametrize("place", [2, 3])
def test_an_omission_at_the_edge_of_a_batch_is_seen(place: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batching, "BATCH", 3)
    languages = [("kk",) if number == place else ("kk", "ru") for number in range(6)]
    units = [
        TranslationUnit(
            str(number),
            tuple(Variant(language, PIECES[language][number % 4]) for language in here),
            provenance=Provenance("aligned", "order", 0, number),
        )
        for number, here in enumerate(languages)
    ]
    (issue,) = check_units(units, only=["empty"])
    assert (issue.unit, issue.severity) == (str(place), Severity.WARNING)


def test_empty_collection_has_no_issues() -> None:
    assert list(examine([])) == []


def test_one_language_only_is_remarked_and_no_more() -> None:
    units = [TranslationUnit(str(number), (Variant("kk", "Кітапхана ашылды."),)) for number in range(3)]
    assert {issue.check for issue in check_units(units)} == {"empty"}


def test_unit_without_variants_is_let_through() -> None:
    (examined,) = examine([TranslationUnit("none", ())])
    assert examined.issues == ()
    assert examined.doubt == 0


def test_identical_units_are_said_to_be_so() -> None:
    same = (Variant("kk", "Кітапхана ашылды."), Variant("ru", "Библиотека открылась."))
    units = [TranslationUnit(str(number), same) for number in range(3_000)]
    found = {issue.message for issue in check_units(units, only=["duplicates", "inconsistent"])}
    assert found == {"the same unit stands here 3,000 times"}


def test_text_of_a_hundred_thousand_characters_is_checked() -> None:
    long = "кітапхана " * 10_000
    (examined,) = examine([TranslationUnit("long", (Variant("kk", long), Variant("ru", "Библиотека открылась.")))])
    assert any(issue.check == "lengths" for issue in examined.issues)
    assert examined.doubt > 0.5


@settings(max_examples=40)
@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=60), st.none() | st.floats(0, 1)), max_size=4))
def test_any_texts_give_spans_inside_and_doubt_between_0_and_1(rows: list[tuple[str, str, float | None]]) -> None:
    units = [
        TranslationUnit(str(number), (Variant("kk", first), Variant("en", second)), probability)
        for number, (first, second, probability) in enumerate(rows)
    ]
    for examined in examine(units):
        assert 0 <= examined.doubt <= 1
        for issue in examined.issues:
            variant = examined.unit.variant(issue.language)
            assert variant is not None
            assert 0 <= issue.start <= issue.stop <= len(variant.text)
