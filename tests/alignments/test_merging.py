from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from alignments.files.options import Report
from alignments.intake import Policy
from alignments.memory import Memory, open_memory
from alignments.merging import merge
from alignments.review import Reviewer
from alignments.units import Provenance, Status, TermEntry, TranslationUnit, Variant


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Memory]:
    with open_memory(f"sqlite:///{tmp_path}/other.db") as opened:
        yield opened


def test_a_merged_memory_has_the_units_decisions_and_terms_of_both(
    filled: Memory, other: Memory, units: list[TranslationUnit]
) -> None:
    other.store.add_units([*units[:2], replace(units[2], id="own")])
    Reviewer(other, "Айгүл").accept("own")
    other.store.dismiss("u0", "numbers", "Айгүл")
    other.store.add_terms([TermEntry("1", (("kk", "бап"), ("ru", "статья")))])
    counts = merge(filled, other, Policy.SKIP, Report())
    assert (counts.read, counts.created, counts.skipped) == (3, 1, 2)
    assert filled.store.unit("own").status is Status.ACCEPTED
    assert filled.store.decisions() == other.store.decisions()
    assert [one.check for one in filled.store.dismissals()] == ["numbers"]
    assert filled.store.terms() == other.store.terms()
    assert merge(filled, other, Policy.SKIP, Report()).created == 0
    assert len(filled.store.decisions()) == 1


def test_the_policy_says_whose_unit_stays(filled: Memory, other: Memory, units: list[TranslationUnit]) -> None:
    newer = replace(units[0].provenance, changed=datetime(2026, 1, 1, tzinfo=UTC))
    text = replace(units[0].variants[0], text="Келісімге екі тарап та қол қойды.")
    other.store.add_units([replace(units[0], variants=(text, *units[0].variants[1:]), provenance=newer), units[1]])
    assert merge(filled, other, Policy.SKIP, Report()).updated == 0
    assert merge(filled, other, Policy.NEWER, Report()).updated == 1
    assert filled.store.unit("u0").variants[0] == text
    assert merge(filled, other, Policy.REPLACE, Report()).updated == 2


def test_what_only_the_aligner_made_is_never_newer_than_what_a_person_reviewed(
    filled: Memory, other: Memory, units: list[TranslationUnit]
) -> None:
    Reviewer(filled, "Айгүл").accept("u0")
    later = replace(units[0].provenance, created=datetime(2099, 1, 1, tzinfo=UTC))
    other.store.add_units([replace(units[0], provenance=later), replace(units[1], provenance=later)])
    assert merge(filled, other, Policy.NEWER, Report()).updated == 1
    assert filled.store.unit("u0").status is Status.ACCEPTED
    Reviewer(other, "Серік").reject("u1")
    assert merge(filled, other, Policy.NEWER, Report()).updated == 1


def test_units_merged_here_do_not_come_back_and_those_merged_there_go(
    filled: Memory, other: Memory, units: list[TranslationUnit]
) -> None:
    other.store.add_units(units)
    here = Reviewer(filled, "Айгүл").merge(["u0", "u1"])
    there = Reviewer(other, "Серік").merge(["u2", "u3"])
    for _ in range(2):
        merge(filled, other, Policy.NEWER, Report())
        assert {unit.id for unit in filled.store.units()} == {here.id, there.id, *(unit.id for unit in units[4:])}
    assert len(filled.store.decisions()) == 4


def test_the_same_id_of_another_source_is_another_unit(filled: Memory, other: Memory) -> None:
    stranger = TranslationUnit("u0", (Variant("kk", "Шарт."), Variant("ru", "Договор.")), provenance=Provenance(source="old.tmx"))
    other.store.add_units([stranger])
    Reviewer(other, "Айгүл").accept("u0")
    assert merge(filled, other, Policy.REPLACE, Report()).created == 1
    assert filled.store.unit("u0").status is Status.UNREVIEWED
    assert filled.store.decisions() == ()
    assert filled.store.count() == 11


def test_a_trial_changes_nothing(filled: Memory, other: Memory, units: list[TranslationUnit]) -> None:
    other.store.add_units([replace(units[0], id="own")])
    assert merge(filled, other, Policy.NEWER, Report(), is_trial=True).created == 1
    assert filled.store.count() == 10
