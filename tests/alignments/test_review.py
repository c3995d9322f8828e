import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from alignments.errors import AlignmentsError
from alignments.memory import Memory
from alignments.purging import Keep, purge_duplicates, purge_person, purge_source
from alignments.review import Reviewer, note_for_people
from alignments.selection import Selection
from alignments.units import Provenance, Status, TranslationUnit, Variant


@pytest.fixture
def reviewer(filled: Memory) -> Reviewer:
    return Reviewer(filled, "Айгүл")


def test_a_judgement_changes_the_status_and_is_kept(filled: Memory, reviewer: Reviewer) -> None:
    reviewer.accept("u0", "дұрыс")
    reviewer.reject("u0")
    assert filled.store.unit("u0").status is Status.REJECTED
    assert [(one.verdict, one.who, one.note) for one in filled.store.decisions("u0")] == [
        ("accept", "Айгүл", "дұрыс"),
        ("reject", "Айгүл", ""),
    ]


def test_an_edit_keeps_what_was_there(filled: Memory, reviewer: Reviewer) -> None:
    before = filled.store.unit("u4").variants[1].text
    edited = reviewer.edit("u4", "ru", "Правительство утвердило новый закон.")
    assert filled.store.unit(edited.id).variants[1].text == "Правительство утвердило новый закон."
    assert ["ru", before] in json.loads(filled.store.decisions("u4")[0].note)["before"]


def test_of_a_part_that_a_split_leaves_without_translation_nobody_says_how_likely_that_is(
    filled: Memory, reviewer: Reviewer
) -> None:
    first, second = reviewer.split("u9", {"kk": 17})
    assert first.probability == filled.store.unit(first.id).probability is not None
    assert second.languages == ("kk",)
    assert second.probability is None


def test_a_split_loses_no_letter(filled: Memory, reviewer: Reviewer) -> None:
    unit = filled.store.unit("u9")
    parts = reviewer.split("u9", {"kk": 17, "ru": 15})
    for language in ("kk", "ru", "en"):
        texts = [variant.text for part in parts for variant in part.variants if variant.language == language]
        whole = unit.variant(language)
        assert whole is not None
        assert " ".join(texts).replace(" ", "") == whole.text.replace(" ", "")
    assert filled.store.count() == 11


def test_two_halves_that_say_the_same_are_two_units(memory: Memory) -> None:
    memory.store.add_units([TranslationUnit("u", (Variant("kk", "Иә. Иә."), Variant("ru", "Да. Да.")))])
    parts = Reviewer(memory, "Айгүл").split("u", {"kk": 4, "ru": 4})
    assert memory.store.count() == len({part.id for part in parts}) == 2


def test_a_change_that_cannot_be_kept_changes_nothing(filled: Memory, reviewer: Reviewer) -> None:
    with pytest.raises(AlignmentsError, match="nothing was changed"):
        reviewer.edit("u0", "ru", "а" * 100_001)
    assert filled.store.unit("u0").status is Status.UNREVIEWED
    assert filled.store.decisions() == ()


def test_a_unit_is_known_by_the_beginning_of_its_id(filled: Memory) -> None:
    filled.store.add_units([replace(filled.store.unit("u0"), id="3f2a90bc"), replace(filled.store.unit("u1"), id="3f2b")])
    assert filled.store.unit("3f2a").id == "3f2a90bc"
    with pytest.raises(AlignmentsError, match="several ids begin so"):
        filled.store.unit("3f2")
    for too_short in ("", "3", "3f"):
        with pytest.raises(AlignmentsError, match="not in the memory"):
            filled.store.unit(too_short)


def test_a_split_is_made_where_the_second_part_begins(reviewer: Reviewer) -> None:
    _, second = reviewer.split("u9", {"kk": "ешкім"})
    assert [(variant.language, variant.text) for variant in second.variants] == [("kk", "ешкім зардап шекпеді.")]


def test_the_note_of_an_edit_says_what_was_there(filled: Memory, reviewer: Reviewer) -> None:
    before = filled.store.unit("u4").variants[1].text
    reviewer.edit("u4", "ru", "Правительство утвердило новый закон.", "қате сөз")
    note = note_for_people(filled.store.decisions("u4")[0])
    assert note.startswith("қате сөз; was kk «")
    assert f"ru «{before[:20]}" in note
    assert "{" not in note


def test_a_translation_that_was_missing_takes_its_place_among_the_languages(filled: Memory, reviewer: Reviewer) -> None:
    kazakh, _, english = filled.store.unit("u9").variants
    filled.store.add_units(
        [
            TranslationUnit("two", (kazakh, replace(english, document=kazakh.document)), 0.9),
            TranslationUnit("one", (kazakh,), 1.0),
        ]
    )
    full, both = (reviewer.edit(name, "ru", "Никто не пострадал.") for name in ("two", "one"))

    assert full.variants[1] == Variant("ru", "Никто не пострадал.", kazakh.document)
    assert (full.languages, full.probability, full.status) == (("kk", "ru", "en"), 0.9, Status.ACCEPTED)
    assert (both.languages, both.probability) == (("kk", "ru"), None)
    assert filled.store.unit("two").variants == full.variants


def test_merged_neighbours_follow_each_other(filled: Memory, reviewer: Reviewer) -> None:
    filled.store.replace_units(["u8"], [replace(filled.store.unit("u8"), properties=(("author", "А. Серікова"),))])
    filled.store.replace_units(["u9"], [replace(filled.store.unit("u9"), notes=("жер",))])
    merged = reviewer.merge(["u9", "u8"])
    assert merged.variants[0].text == "Жер сілкінісі түнде болды. Жер сілкінісінен ешкім зардап шекпеді."
    assert merged.variants[0].segments == (8, 9)
    assert (merged.notes, dict(merged.properties)) == (("жер",), {"author": "А. Серікова"})
    assert filled.store.count() == 9


@pytest.mark.parametrize(
    ("verdict", "arguments", "reason"),
    [
        ("edit", ("u0", "de", "Text"), "no units in de; there are units in"),
        ("edit", ("u0", "ru", " "), "empty ru"),
        ("split", ("u0", {"kk": 0}), "cut inside"),
        ("split", ("u0", {}), "give a place"),
        ("split", ("u0", {"kk": "жоқ сөз"}), "does not stand there; it says"),
        ("split", ("u0", {"kk": "е"}), "stands there . times, give more"),
        ("merge", (["u0"],), "two or more"),
        ("accept", ("unknown",), "not in the memory"),
    ],
)
def test_what_cannot_be_done_changes_nothing(
    filled: Memory, reviewer: Reviewer, verdict: str, arguments: tuple[object, ...], reason: str
) -> None:
    with pytest.raises(AlignmentsError, match=reason):
        getattr(reviewer, verdict)(*arguments)
    assert (filled.store.count(), filled.store.decisions()) == (10, ())


def test_a_person_is_forgotten_and_the_decisions_stay(filled: Memory, reviewer: Reviewer) -> None:
    reviewer.accept("u0")
    assert purge_person(filled, "Айгүл", dry_run=True).traces == 2
    assert purge_person(filled, "Айгүл").traces == 2
    assert purge_person(filled, "Айгүл").traces == 0
    assert [one.who for one in filled.store.decisions("u0")] == [""]


def test_a_source_goes_with_all_its_units(filled: Memory) -> None:
    assert purge_source(filled, "order", dry_run=True).units == 10
    assert filled.store.count() == 10
    with pytest.raises(AlignmentsError, match="give the name of a group or imported file"):
        purge_source(filled, "")
    purge_source(filled, "order")
    assert filled.store.count() == 0
    assert filled.store.index.vocabulary.words("kk") == []


def test_of_equal_units_the_accepted_one_stays(filled: Memory) -> None:
    unit = filled.store.unit("u0")
    filled.store.add_units([replace(unit, id="again", status=Status.ACCEPTED), replace(unit, id="third")])
    assert purge_duplicates(filled).units == 2
    assert filled.store.unit("again").status is Status.ACCEPTED
    assert filled.store.count() == 10


def test_of_equal_units_a_rejected_one_goes(filled: Memory) -> None:
    filled.store.add_units([replace(filled.store.unit("u0"), id="twin")])
    Reviewer(filled, "Айгүл").reject("u0")
    assert purge_duplicates(filled).alike == (("u0", "twin"),)


def test_near_duplicates_differ_in_capitals_spacing_and_punctuation_only(filled: Memory) -> None:
    unit = filled.store.unit("u2")
    near = tuple(replace(one, text=one.text.upper().replace(".", " !")) for one in unit.variants)
    other = tuple(replace(one, text=one.text.replace("12", "13")) for one in unit.variants)
    filled.store.add_units([replace(unit, id="near", variants=near), replace(unit, id="other", variants=other)])
    assert purge_duplicates(filled, dry_run=True).units == 0
    assert purge_duplicates(filled, near=True, dry_run=True).alike == (("near", "u2"),)
    assert filled.store.count() == 12
    purge_duplicates(filled, near=True)
    assert {"u2", "other"} < {unit.id for unit in filled.store.units()}


def test_what_numbers_mean_is_no_near_duplicate(memory: Memory) -> None:
    texts = ("5 %", "5", "-5", "≤ 5", "≥ 5", "2–5", "25 мм²")
    memory.store.add_units(TranslationUnit(f"u{n}", (Variant("kk", text), Variant("ru", text))) for n, text in enumerate(texts))
    assert purge_duplicates(memory, near=True).units == 0


def test_the_policy_says_which_duplicate_stays(memory: Memory) -> None:
    variants = (Variant("kk", "Бап."), Variant("ru", "Статья."))
    old, new = (Provenance(created=datetime(year, 1, 1, tzinfo=UTC)) for year in (2020, 2026))
    memory.store.add_units(
        [
            TranslationUnit("first", variants, 0.5, provenance=old),
            TranslationUnit("surest", variants, 0.9, provenance=old),
            TranslationUnit("newest", variants, None, provenance=new),
        ]
    )
    for keep in Keep:
        gone = purge_duplicates(memory, keep, dry_run=True).alike
        assert {kept for _, kept in gone} == {keep.value}
        assert len(gone) == 2


def test_what_a_review_makes_stands_where_it_stood(filled: Memory, reviewer: Reviewer) -> None:
    parts = reviewer.split("u1", {"kk": 5, "ru": 7, "en": 7})
    merged = reviewer.merge(["u4", "u5"])
    names = [unit.id for unit in filled.store.units(Selection(source="order"))]
    assert names == ["u0", *(part.id for part in parts), "u2", "u3", merged.id, "u6", "u7", "u8", "u9"]
    assert names == [unit.id for unit in filled.store.units()]
