from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing import active_children
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignments.errors import AlignmentsError
from alignments.index.queries import WordQuery
from alignments.index.recipe import recipe
from alignments.intake import Policy
from alignments.memory import Memory
from alignments.positions import runs
from alignments.review import Reviewer
from alignments.rows.units import positions_of
from alignments.selection import Selection
from alignments.store import Store
from alignments.units import Decision, InlineCode, Provenance, Status, TermEntry, TranslationUnit, Variant

Item = TypeVar("Item")


def test_units_come_back_as_they_were_stored(memory: Memory) -> None:
    when = datetime(2026, 11, 21, 5, 30, tzinfo=UTC)
    unit = TranslationUnit(
        id="full",
        variants=(
            Variant("kk", "Бірінші бап.", "жарғы", (3, 4, 9), (InlineCode(2, "ph", "<b>", (("x", "1"),)),)),
            Variant("ru", "Статья\u00a01.", "устав", (3,)),
            Variant("ru", "Первая статья."),
        ),
        probability=0.75,
        status=Status.ACCEPTED,
        provenance=Provenance("imported", "charter.tmx", 2, 7, "", when, "Айгүл", when, "Мұрат"),
        notes=("see annex", "сноска"),
        properties=(("x-field", "law"),),
    )
    memory.store.add_units([unit])
    assert list(memory.store.units()) == [unit]


def test_the_same_units_twice_are_stored_once(memory: Memory, units: list[TranslationUnit]) -> None:
    first, second = memory.store.add_units(units), memory.store.add_units(units)
    assert (first.created, second.created, second.skipped, memory.store.count()) == (10, 0, 10, 10)


def test_a_newer_unit_takes_the_place_of_an_older_one_only_by_policy(filled: Memory, units: list[TranslationUnit]) -> None:
    changed = replace(units[0], provenance=replace(units[0].provenance, changed=datetime(2026, 1, 1, tzinfo=UTC)), notes=("new",))
    assert filled.store.add_units([changed], Policy.SKIP).skipped == 1
    assert filled.store.add_units([changed], Policy.NEWER).updated == 1
    assert filled.store.add_units([units[0]], Policy.NEWER).skipped == 1
    assert filled.store.unit("u0").notes == ("new",)


def test_a_unit_that_cannot_be_kept_is_counted_with_its_reason(memory: Memory) -> None:
    counts = memory.store.add_units([TranslationUnit("bad", (Variant("kk", "а\x00б"),)), TranslationUnit("none", ())])
    assert (counts.failed, counts.created) == (2, 0)
    assert "NUL" in counts.failures[0]


@pytest.mark.parametrize(
    ("segments", "passage", "position"),
    [((-1,), 0, 0), ((3, 2), 0, 0), ((4, 4), 0, 0), ((1 << 40,), 0, 0), ((0,), -1, 0), ((0,), 0, -1), ((0,), 1 << 70, 0)],
)
def test_places_that_are_none_are_refused(memory: Memory, segments: tuple[int, ...], passage: int, position: int) -> None:
    provenance = Provenance("imported", "a", passage, position)
    counts = memory.store.add_units([TranslationUnit("bad", (Variant("kk", "бап", "", segments),), provenance=provenance)])
    assert (counts.failed, counts.created) == (1, 0)
    assert "unit bad" in counts.failures[0]


def test_a_selection_keeps_languages_probabilities_and_sources(filled: Memory) -> None:
    only = list(filled.store.units(Selection(languages=("ru",), ids=("u1", "u2"))))
    assert [(unit.id, unit.languages) for unit in only] == [("u1", ("ru",)), ("u2", ("ru",))]
    assert filled.store.count(Selection(min_probability=0.95)) == 0
    assert filled.store.count(Selection(source="order", max_probability=0.9)) == 10
    assert filled.store.count(Selection(document="order kk")) == 10
    assert filled.store.count(Selection(languages=("de",))) == 0


def test_groups_and_files_are_named_with_how_many_units_came_from_each(filled: Memory, units: list[TranslationUnit]) -> None:
    taken = replace(units[0], id="taken", provenance=Provenance("imported", "colleague.tmx"))
    filled.store.add_units([taken])
    assert sorted(filled.store.sources()) == [("aligned", "order", 10), ("imported", "colleague.tmx", 1)]
    with pytest.raises(AlignmentsError, match=r"colleague\.tmx"):
        filled.store.require(source="unknown.tmx")


def test_nothing_of_a_failed_transaction_is_kept(memory: Memory, units: list[TranslationUnit]) -> None:
    def broken() -> object:
        memory.store.add_units(units[:3])
        raise KeyError

    with pytest.raises(KeyError), memory.transaction():
        broken()
    assert memory.store.count() == 0
    assert memory.store.add_units(units).created == 10
    assert dict(memory.store.index.vocabulary.words("en"))["agreement"] == 2


def test_aligning_a_group_again_changes_nothing_that_was_reviewed(filled: Memory, units: list[TranslationUnit]) -> None:
    accepted = replace(units[3], status=Status.ACCEPTED)
    filled.store.replace_units(["u3"], [accepted])
    counts = filled.store.replace_alignment("order", units[:3])
    assert {unit.id for unit in filled.store.units()} == {"u0", "u1", "u2", "u3"}
    assert counts.updated == 3
    filled.store.replace_alignment("order", units[:3])
    assert filled.store.count() == 4
    assert list(filled.store.aligned_groups()) == ["order"]


def test_a_text_that_changed_is_beside_the_reviewed_unit_of_before(filled: Memory, units: list[TranslationUnit]) -> None:
    filled.store.replace_units(["u0"], [replace(units[0], status=Status.ACCEPTED)])
    changed = replace(units[0], id="new", variants=(Variant("kk", "Келісімге үш тарап қол қойды."), *units[0].variants[1:]))
    moved = replace(units[0], id="moved")
    filled.store.replace_alignment("order", [changed, moved])
    assert {unit.id for unit in filled.store.units()} == {"u0", "new"}


def test_what_was_edited_merged_or_split_is_not_made_again(filled: Memory, units: list[TranslationUnit]) -> None:
    reviewer = Reviewer(filled, "Айгүл")
    reviewer.edit("u0", "ru", "Обе стороны подписали соглашение.")
    merged = reviewer.merge(["u1", "u2"])
    parts = reviewer.split("u3", {"ru": 5})
    filled.store.replace_alignment("order", [replace(unit, id=f"again {unit.id}") for unit in units[:4]])
    assert {unit.id for unit in filled.store.units()} == {"u0", merged.id, *(part.id for part in parts)}


def test_an_unknown_unit_is_one_clear_line(memory: Memory) -> None:
    with pytest.raises(AlignmentsError, match="unit nobody: not in the memory"):
        memory.store.unit("nobody")


def test_decisions_and_dismissals_are_kept(filled: Memory) -> None:
    when = datetime(2026, 11, 21, tzinfo=UTC)
    filled.store.add_decision(Decision("u0", "accept", "Айгүл", when, "дұрыс"))
    filled.store.dismiss("u0", "numbers", "Айгүл")
    filled.store.dismiss("u0", "numbers", "Мұрат", note="жоқ")
    assert filled.store.decisions("u0") == (Decision("u0", "accept", "Айгүл", when, "дұрыс"),)
    assert [(one.check, one.who, one.note) for one in filled.store.dismissals()] == [("numbers", "Мұрат", "жоқ")]


def test_term_entries_replace_those_of_the_same_id(memory: Memory) -> None:
    memory.store.add_terms([TermEntry("1", (("kk", "бап"), ("ru", "статья")))])
    memory.store.add_terms([TermEntry("1", (("kk", "бап"), ("en", "article")), "noun", "law", "own")])
    assert memory.store.terms() == (TermEntry("1", (("kk", "бап"), ("en", "article")), "noun", "law", "own"),)


def test_removed_units_leave_the_index(filled: Memory) -> None:
    query = WordQuery("en", (("museum",),))
    assert filled.store.index.count(query) == 1
    assert filled.store.remove_units(["u6", "unknown"]) == 1
    assert filled.store.index.count(query) == 0
    assert "museum" not in dict(filled.store.index.vocabulary.words("en"))


def test_a_bulk_load_counts_the_same_vocabulary(
    memory: Memory, units: list[TranslationUnit], monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.store.add_units(units)
    together = sorted(memory.store.index.vocabulary.words("kk"))
    memory.store.remove_units([unit.id for unit in units])
    monkeypatch.setattr("alignments.store.BATCH", 1)
    memory.store.add_units(units)
    assert sorted(memory.store.index.vocabulary.words("kk")) == together


def test_a_second_process_changes_nothing_of_what_a_load_keeps(
    memory: Memory, units: list[TranslationUnit], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("alignments.store.BATCH", 2)
    monkeypatch.setattr("alignments.store.BATCHES_A_TRANSACTION", 2)
    monkeypatch.setattr("alignments.index.loading.WORTH_SHARING", 1)
    edited = replace(units[0], variants=(Variant("en", "The museum moved."), *units[0].variants[1:]))
    memory.store.add_units([*units, edited], Policy.REPLACE)
    kept = [sorted(memory.store.index.vocabulary.words(language)) for language in memory.store.index.languages()]
    monkeypatch.undo()
    memory.store.remove_units([unit.id for unit in units])
    memory.store.add_units([edited, *units[1:]])
    assert kept == [sorted(memory.store.index.vocabulary.words(language)) for language in memory.store.index.languages()]
    assert memory.store.index.count(WordQuery("en", (("moved",),))) == 1


def test_a_load_that_breaks_off_ends_its_second_process(
    memory: Memory, units: list[TranslationUnit], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> Iterator[TranslationUnit]:
        yield from units
        raise AlignmentsError("the file ends here")

    monkeypatch.setattr("alignments.store.BATCH", 2)
    monkeypatch.setattr("alignments.index.loading.WORTH_SHARING", 1)
    with pytest.raises(AlignmentsError, match="ends here"), memory.transaction():
        memory.store.add_units(broken())
    assert not active_children()
    assert not memory.store.count()
    assert memory.store.add_units(units).created == len(units)
    assert memory.store.index.count(WordQuery("en", (("museum",),))) == 1


def test_a_language_that_comes_late_in_a_bulk_load_is_counted(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignments.store.BATCH", 1)
    monkeypatch.setattr("alignments.store.BATCHES_A_TRANSACTION", 1)
    first = [TranslationUnit(f"u{n}", (Variant("kk", "Келісім бекітілді."), Variant("ru", "Соглашение."))) for n in range(3)]
    memory.store.add_units([*first, TranslationUnit("late", (Variant("kk", "Келісім."), Variant("tr", "Anlaşma.")))])
    assert memory.store.index.vocabulary.words("tr") == [("anlaşma", 1)]
    assert dict(memory.store.index.vocabulary.words("kk")) == {"келісім": 4, "бекітілді": 3}


def test_an_index_made_by_other_rules_is_built_anew(filled: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignments.index.languages.recipe", lambda _language: "other rules")
    assert set(filled.store.index.outdated()) == {"kk", "ru", "en"}
    filled.store.bring_index_up_to_date()
    assert not filled.store.index.outdated()
    assert filled.store.index.count(WordQuery("en", (("museum",),))) == 1


def test_other_kazakh_roots_are_other_rules_for_kazakh(filled: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe.cache_clear()
    monkeypatch.setattr("alignments.index.recipe.roots_mark", lambda: "other roots")
    assert set(filled.store.index.outdated()) == {"kk"}
    recipe.cache_clear()


def test_an_index_built_anew_says_how_far_it_is(filled: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[str, int | None]] = []

    def progress(iterable: Iterable[Item], label: str, total: int | None = None) -> Iterator[Item]:
        told.append((label, total))
        return iter(iterable)

    before = {language: sorted(filled.store.index.vocabulary.words(language)) for language in ("kk", "ru", "en")}
    monkeypatch.setattr("alignments.index.languages.recipe", lambda _language: "other rules")
    Store(filled.database, progress).bring_index_up_to_date()
    assert told == [("building the index of en, kk, ru anew", 1)]
    assert before == {language: sorted(filled.store.index.vocabulary.words(language)) for language in ("kk", "ru", "en")}


@given(st.lists(st.integers(0, 50), unique=True).map(sorted))
@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_positions_survive_being_written_as_runs(positions: list[int]) -> None:
    assert positions_of(runs(positions)) == tuple(positions)
