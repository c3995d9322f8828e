from dataclasses import replace
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from alignments.errors import AlignmentsError
from alignments.matching import matches, pretranslation
from alignments.matching.differences import differences, marked
from alignments.matching.matches import Matcher, MatchRequest, best_matches
from alignments.matching.numbers import substitute_numbers
from alignments.matching.pretranslation import analysis, pretranslate
from alignments.matching.pretranslation_xliff import xliff
from alignments.memory import Memory, open_memory
from alignments.units import Match, Status, TranslationUnit, Variant


def match(memory: Memory, text: str, **options: object) -> Match:
    return best_matches(memory.store, MatchRequest(text, "kk", "ru", **options))[0]  # type: ignore[arg-type]


def test_the_same_text_is_exact(filled: Memory) -> None:
    found = match(filled, "Үкімет  жаңа заң қабылдады.")
    assert (found.kind, found.similarity, found.target) == ("exact", 1.0, "Правительство приняло новый закон.")


def test_neighbours_that_agree_make_a_context_match(filled: Memory) -> None:
    text = "Үкімет жаңа заң қабылдады."
    before, after = "Ол келісімін берді.", "Заң жарияланған күні күшіне енеді."
    assert match(filled, text, before=before, after=after).kind == "context"
    assert match(filled, text, before="Басқа сөйлем.").kind == "exact"


def test_a_fuzzy_match_has_the_documented_similarity(filled: Memory) -> None:
    text = "Үкімет жаңа заңдар қабылдады."
    found = match(filled, text)
    assert found.kind == "fuzzy"
    assert found.similarity == round(Levenshtein.normalized_similarity(text, "Үкімет жаңа заң қабылдады."), 4)


def test_inflected_variants_are_found(filled: Memory) -> None:
    assert match(filled, "Үкіметтер жаңа заңдарды қабылдады.", least=0.6).unit == "u4"


def test_numbers_are_put_in_and_that_is_said(filled: Memory) -> None:
    found = match(filled, "Келісімдер тізімі 15 беттен тұрады.")
    assert found.target == "Список соглашений занимает 15 страниц."
    assert (found.substituted, found.similarity) == ((("12", "15"),), 0.99)


def test_rejected_units_are_not_offered(filled: Memory, units: list[TranslationUnit]) -> None:
    filled.store.replace_units(["u4"], [replace(units[4], status=Status.REJECTED)])
    assert best_matches(filled.store, MatchRequest("Үкімет жаңа заң қабылдады.", "kk", "ru", 0.9)) == ()


def test_units_that_offer_nothing_hide_none_that_do(memory: Memory) -> None:
    text, near = "Кітапхана жексенбі күні де ашық болады.", "Кітапхана жексенбі күні де ашық болмайды."
    memory.store.add_units(TranslationUnit(f"alone{n}", (Variant("kk", text.replace("де", f"де {n}")),)) for n in range(9))
    memory.store.add_units([TranslationUnit("same", (Variant("kk", text),))])
    memory.store.add_units([TranslationUnit("near", (Variant("kk", near), Variant("ru", "В воскресенье библиотека закрыта.")))])
    assert match(memory, text, limit=1).unit == "near"
    (found,) = pretranslate(memory.store, [text], "kk", "ru")
    assert found.match is not None
    assert found.match.unit == "near"


def test_the_same_words_in_capitals_hide_no_nearer_text_from_a_document(memory: Memory) -> None:
    texts = {"capitals": "ҮКІМЕТ жаңа ЗАҢ қабылдады.", "near": "Үкімет жаңа заң қабылдады!"}
    memory.store.add_units(TranslationUnit(name, (Variant("kk", text), Variant("ru", name))) for name, text in texts.items())
    (found,) = pretranslate(memory.store, ["Үкімет жаңа заң қабылдады."], "kk", "ru", 0.5)
    assert found.match == match(memory, "Үкімет жаңа заң қабылдады.", least=0.5)
    assert found.match == replace(match(memory, texts["near"]), similarity=0.9615, kind="fuzzy")


WORDS = st.lists(st.sampled_from(["Кітап", "кітап", "дәптер", "қалам", "12", "15", "үстелде", "жатыр"]), min_size=2, max_size=7)


@given(
    st.lists(st.tuples(WORDS, st.sampled_from(["", "Книга на столе.", "Тетрадь 12"]), st.booleans()), min_size=6, max_size=20),
    WORDS,
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_fewer_matches_are_the_first_of_more(tmp_path: Path, kept: list[tuple[list[str], str, bool]], words: list[str]) -> None:
    with open_memory(f"sqlite:///{tmp_path / uuid4().hex}.db") as memory:
        memory.store.add_units([TranslationUnit("other", (Variant("kk", "Сәлем!"), Variant("ru", "Привет!")))])
        memory.store.add_units(
            TranslationUnit(
                f"u{number}",
                (Variant("kk", " ".join(text)), *([Variant("ru", target)] if target else [])),
                status=Status.REJECTED if is_rejected else Status.UNREVIEWED,
                probability=0.5 + number / 20,
            )
            for number, (text, target, is_rejected) in enumerate(kept)
        )
        matcher = Matcher(memory.store)
        request = MatchRequest(" ".join(words), "kk", "ru", 0.4, 99)
        every = matcher.matches(request)
        assert all(matcher.matches(replace(request, limit=limit)) == every[:limit] for limit in range(1, len(every) + 1))


def test_a_document_has_the_matches_of_its_segments_one_by_one(memory: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pretranslation, "PORTION", 7)
    monkeypatch.setattr(matches, "TOGETHER", 3)
    dice = Random(5)  # noqa: S311 - texts, not secrets
    words = ["кітап", "дәптер", "қалам", "үстел", "терезе", "жол", "өзен", "қала", "бала", "мектеп", "12", "15"]
    texts = [" ".join(dice.choices(words, k=dice.randint(3, 7))) for _ in range(80)]
    memory.store.add_units(
        TranslationUnit(f"u{number}", (Variant("kk", text), Variant("ru", f"Перевод {number}")))
        for number, text in enumerate(texts[:60])
    )
    segments = [*texts[50:], "", "…", texts[55].upper(), f" {texts[56]}  ", texts[79], "мүлде бөтен сөйлем"]
    matcher = Matcher(memory.store)
    for segment in pretranslate(memory.store, segments, "kk", "ru", 0.5):
        one = matcher.matches(MatchRequest(segment.source, "kk", "ru", 0.5, 1)) if segment.source else ()
        assert (segment.match,) == (one or (None,))


def test_every_equal_variant_is_shown_once_with_its_count(filled: Memory, units: list[TranslationUnit]) -> None:
    again = replace(units[4], id="again")
    other = replace(units[4], id="other", variants=(units[4].variants[0], Variant("ru", "Принят новый закон.")))
    filled.store.add_units([again, other])
    found = best_matches(filled.store, MatchRequest("Үкімет жаңа заң қабылдады.", "kk", "ru"))
    assert [(one.target, one.repeats) for one in found] == [
        ("Правительство приняло новый закон.", 2),
        ("Принят новый закон.", 1),
    ]


def test_a_source_can_cost_something(filled: Memory) -> None:
    found = match(filled, "Үкімет жаңа заң қабылдады.", penalties={"order": 0.05})
    assert (found.similarity, found.penalties) == (0.95, (("source order", 0.05),))


@pytest.mark.parametrize("text", ['"; DROP TABLE units; --', "a* NEAR(b, c) OR d", "%_%", "'|&!<->:*", "…", "\u0000"])
def test_syntax_of_databases_matches_nothing(filled: Memory, text: str) -> None:
    assert best_matches(filled.store, MatchRequest(text, "kk", "ru")) == ()
    assert filled.store.count() == 10


def test_a_text_of_more_than_a_hundred_thousand_letters_is_refused(filled: Memory) -> None:
    with pytest.raises(AlignmentsError, match="one sentence at a time"):
        match(filled, "сөз " * 50_000)


def test_an_empty_text_is_refused(filled: Memory) -> None:
    with pytest.raises(AlignmentsError, match="empty"):
        match(filled, "  ")


@pytest.mark.parametrize(
    ("text", "source", "target", "result"),
    [
        ("5-бап", "7-бап", "статья 7", "статья 5"),
        ("5-бап және 6-бап", "7-бап және 8-бап", "статьи 8 и 7", "статьи 6 и 5"),
        ("5-бап", "7-бап", "седьмая статья", None),
        ("5-бап", "5-бап", "статья 5", None),
        ("5-бап", "7-бөлім", "часть 7", None),
    ],
)
def test_numbers_are_changed_only_where_that_is_safe(text: str, source: str, target: str, result: str | None) -> None:
    changed = substitute_numbers(text, source, target)
    assert (changed and changed[0]) == result


@given(st.text(max_size=40), st.text(max_size=40))
def test_differences_hold_both_texts(text: str, source: str) -> None:
    pieces = list(differences(text, source))
    assert "".join(piece for kind, piece in pieces if kind != "-") == text
    assert "".join(piece for kind, piece in pieces if kind != "+") == source


def test_differences_are_marked_by_words() -> None:
    assert marked("Жаңа заң", "Ескі заң") in {"[-Ескі-]{+Жаңа+} заң", "{+Жаңа+}[-Ескі-] заң"}


def test_a_document_is_counted_by_bands(filled: Memory) -> None:
    segments = ["Ол келісімін берді.", "Үкімет жаңа заң қабылдады.", "Мүлде бөтен сөйлем осы.", "Мүлде бөтен сөйлем осы."]
    done = list(pretranslate(filled.store, segments, "kk", "ru"))
    counts = {band: number for band, number, _ in analysis(done)}
    assert (counts["repetition"], counts["new"], counts["100 %"] + counts["101 %"]) == (1, 1, 2)
    page = "".join(xliff(done, "a&b.txt", "kk", "ru"))
    assert page.count("<trans-unit") == 4
    assert 'original="a&amp;b.txt"' in page
