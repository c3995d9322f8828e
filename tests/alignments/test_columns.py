"""Columns hold what the checks look at, whether they come from units or from the database."""

import pytest

from alignments.columns import NAMES, Columns, columns_of, joined
from alignments.examination import examine, judge
from alignments.memory import Memory
from alignments.rows import units_in_columns
from alignments.units import InlineCode, Provenance, TranslationUnit, Variant

UNITS = [
    TranslationUnit(
        f"u{number}",
        (
            Variant("kk", f"Кітапхана {number} жылы ашылды.", "жарғы", tuple(range(number % 3))),
            Variant("ru", f"Библиотека открылась в {number % 4} году.", codes=(InlineCode(0, "ph", "<b/>"),) * (number % 2)),
        )[: 1 + number % 5],
        None if number % 3 else number / 10,
        provenance=Provenance("aligned", f"group {number // 4}", 1, number),
    )
    for number in range(10)
]


def plain(columns: Columns) -> list[list[object]]:
    return [list(getattr(columns, name)) for name in NAMES]


def test_the_database_gives_the_same_columns_as_its_units(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units_in_columns, "BATCH", 4)
    memory.store.add_units(UNITS)
    stored = memory.store.columns()
    assert plain(joined(stored)) == plain(joined(stored)) == plain(columns_of(UNITS))
    assert len(stored) == len(list(stored)) == 3


def test_the_database_is_judged_as_its_units_are(memory: Memory) -> None:
    memory.store.add_units(UNITS)
    judged = list(judge(memory.store.columns()))
    assert judged == [one.judgement for one in examine(UNITS)]
    assert any(one.issues for one in judged)


def test_an_empty_database_has_no_columns(memory: Memory) -> None:
    assert list(memory.store.columns()) == []
    assert list(judge(memory.store.columns())) == []


def test_some_units_of_columns_are_the_columns_of_these_units() -> None:
    places = [0, 4, 5, 9]
    assert plain(columns_of(UNITS).at(places)) == plain(columns_of([UNITS[place] for place in places]))


def test_columns_in_parts_are_joined_in_order() -> None:
    assert plain(joined([columns_of(UNITS[:3]), columns_of([]), columns_of(UNITS[3:])])) == plain(columns_of(UNITS))


def test_a_unit_of_columns_has_its_texts_and_its_place() -> None:
    unit = columns_of(UNITS).unit(6, sum(columns_of(UNITS).sizes[:6]))
    assert (unit.id, unit.probability, unit.provenance) == ("u6", UNITS[6].probability, UNITS[6].provenance)
    assert [(one.language, one.text, one.document, one.codes) for one in unit.variants] == [
        (one.language, one.text, one.document, one.codes) for one in UNITS[6].variants
    ]
