"""Documents become units: whole files, passages of one file, lists of key words."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from aligner.lexicon import builtin_lexicon
from alignments.pairing import companions as companions_module
from alignments.pairing.bitexts import pair_groups
from alignments.pairing.companions import companions, uncompared
from alignments.pairing.groups import Group, groups_of
from alignments.pairing.knowledge import Knowledge
from alignments.pairing.passages import find_passages
from alignments.pairing.strangers import strangers
from alignments.units import TranslationUnit
from corpus.documents import BlockKind, Document, Segment, SourceFile
from corpus.library import StoredDocument

LETTER_KK = (
    "Құрметті әріптестер!",
    "Биыл мұрағатымызға 95 жыл толады.",
    "Мерейтой 24 қазанда қала театрында өтеді.",
    "Сізді отбасыңызбен бірге шақырамыз.",
)
LETTER_RU = (
    "Уважаемые коллеги!",
    "В этом году нашему архиву исполняется 95 лет.",
    "Юбилей пройдёт 24 октября в городском театре.",
    "Приглашаем вас вместе с семьёй.",
)
DIARY_KK = (
    "Қар ерте түсті де, жол жабылып қалды.",
    "Біз пештің жанында отырып, шай іштік.",
    "Кешке қарай жел тынды.",
    "Ит үріп, біреу есік қақты.",
    "Көрші екен, нан сұрап келіпті.",
    "Таңертең күн күліп шықты.",
    "Балалар сырғанаққа жүгірді.",
    "Мен де бірге бардым.",
)
WORDS_KK = "Түйінді сөздер: мұрағат, қолжазба, цифрландыру."
WORDS_RU = "Ключевые слова: архив, рукопись, оцифровка."


def stored(number: int, language: str, paragraphs: Sequence[tuple[int, str]], file: str) -> StoredDocument:
    segments = tuple(
        Segment(position, text, paragraph, BlockKind.PARAGRAPH, 100 * paragraph, 100 * paragraph + len(text))
        for position, (paragraph, text) in enumerate(paragraphs)
    )
    document = Document(f"{file} ({language})", language, SourceFile(file, file, "plain text"), segments, group="archive")
    return StoredDocument(number, document, datetime(2026, 1, 1, tzinfo=UTC), len(segments))


def numbered(texts: Sequence[str], first: int = 0) -> list[tuple[int, str]]:
    return list(enumerate(texts, start=first))


def units_of(*documents: StoredDocument) -> tuple[TranslationUnit, ...]:
    (paired,) = pair_groups([Group("archive", documents)], Knowledge())
    return paired.units


def test_two_files_in_two_languages_are_aligned_from_end_to_end() -> None:
    units = units_of(stored(1, "ru", numbered(LETTER_RU), "a.txt"), stored(2, "kk", numbered(LETTER_KK), "b.txt"))
    assert [tuple(variant.text for variant in unit.variants) for unit in units] == list(zip(LETTER_KK, LETTER_RU, strict=True))


LETTER_EN = (
    "Dear colleagues,",
    "This year our archive turns 95.",
    "The jubilee will be held in the city theatre on 24 October.",
    "We invite you together with your family.",
)


def test_a_file_in_two_languages_and_one_in_the_third_are_aligned_from_end_to_end() -> None:
    both = stored(1, "kk", numbered(LETTER_KK), "a.txt"), stored(2, "ru", numbered(LETTER_RU, first=4), "a.txt")
    units = units_of(*both, stored(3, "en", numbered(LETTER_EN), "b.txt"))
    texts = [tuple(variant.text for variant in unit.variants) for unit in units]
    assert texts == list(zip(LETTER_KK, LETTER_RU, LETTER_EN, strict=True))


def test_a_file_in_two_languages_is_not_drawn_to_a_stranger_in_the_third() -> None:
    both = stored(1, "kk", numbered(LETTER_KK), "a.txt"), stored(2, "ru", numbered(LETTER_RU, first=4), "a.txt")
    strange = ("The snow came early.", "We sat by the stove.", "A neighbour asked for bread.", "The children ran to the ice.")
    units = units_of(*both, stored(3, "en", numbered(strange), "b.txt"))
    assert {unit.languages for unit in units} == {("kk", "ru")}


def test_a_passage_of_a_mixed_file_is_paired_and_the_rest_is_left_alone() -> None:
    russian = numbered(LETTER_RU, first=len(LETTER_KK))
    kazakh = numbered(LETTER_KK) + numbered(DIARY_KK, first=len(LETTER_KK) + len(LETTER_RU))
    units = units_of(stored(1, "kk", kazakh, "c.txt"), stored(2, "ru", russian, "c.txt"))
    assert [unit.variants[0].segments for unit in units] == [(0,), (1,), (2,), (3,)]
    assert all(unit.languages == ("kk", "ru") for unit in units)


def test_a_file_in_one_language_has_no_passages() -> None:
    assert find_passages([stored(1, "kk", numbered(LETTER_KK + DIARY_KK), "d.txt")]) == ()


def test_two_versions_in_one_language_are_not_taken_for_translations() -> None:
    first, second = (stored(number, "kk", numbered(LETTER_KK), file) for number, file in ((1, "e.txt"), (2, "f.txt")))
    assert find_passages([first, second]) == ()


def test_units_say_where_each_text_came_from() -> None:
    units = units_of(stored(1, "kk", numbered(LETTER_KK), "a.txt"), stored(2, "ru", numbered(LETTER_RU), "b.txt"))
    assert [unit.provenance.position for unit in units] == [0, 1, 2, 3]
    assert {unit.provenance.source for unit in units} == {"archive"}
    assert [variant.document for variant in units[0].variants] == ["a.txt (kk)", "b.txt (ru)"]


def test_the_same_documents_give_the_same_unit_ids() -> None:
    documents = stored(1, "kk", numbered(LETTER_KK), "a.txt"), stored(2, "ru", numbered(LETTER_RU), "b.txt")
    assert [unit.id for unit in units_of(*documents)] == [unit.id for unit in units_of(*documents)]


def test_a_list_of_key_words_also_gives_a_unit_a_word() -> None:
    kazakh, russian = (*LETTER_KK, WORDS_KK), (*LETTER_RU, WORDS_RU)
    units = units_of(stored(1, "kk", numbered(kazakh), "a.txt"), stored(2, "ru", numbered(russian), "b.txt"))
    words = [tuple(variant.text for variant in unit.variants) for unit in units if unit.properties]
    assert words == [("мұрағат", "архив"), ("қолжазба", "рукопись"), ("цифрландыру", "оцифровка")]


def test_documents_are_grouped_by_the_name_they_were_added_under() -> None:
    (group,) = groups_of([stored(1, "kk", numbered(LETTER_KK), "a.txt"), stored(2, "ru", numbered(LETTER_RU), "b.txt")])
    assert (group.name, len(group.documents)) == ("archive", 2)


def test_files_of_unrelated_names_that_translate_each_other_become_companions() -> None:
    kazakh, russian = stored(1, "kk", numbered(LETTER_KK), "a.txt"), stored(2, "ru", numbered(LETTER_RU), "b.txt")
    diary = stored(3, "kk", numbered(DIARY_KK), "c.txt")
    groups = [Group("a", (kazakh,)), Group("b", (russian,)), Group("c", (diary,))]
    assert [group.documents for group in companions(groups, builtin_lexicon())] == [(kazakh, russian)]


def test_files_too_many_to_be_compared_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    groups = [Group(f"file {n}", (stored(n, "kk", numbered(DIARY_KK), f"file {n}"),)) for n in range(3)]
    assert uncompared(groups) == 0
    monkeypatch.setattr(companions_module, "MOST_FILES", 2)
    assert (uncompared(groups), companions(groups)) == (3, ())


def test_strangers_are_no_companions() -> None:
    groups = [
        Group("b", (stored(2, "ru", numbered(LETTER_RU), "b.txt"),)),
        Group("c", (stored(3, "kk", numbered(DIARY_KK), "c.txt"),)),
    ]
    assert companions(groups, builtin_lexicon()) == ()


def test_of_a_file_that_was_corrected_and_added_again_the_last_version_counts() -> None:
    old, new = (stored(number, "ru", numbered(LETTER_RU), f"version {number}") for number in (1, 2))
    same_path = [
        replace(one, document=replace(one.document, source=replace(one.document.source, path="letter_ru.txt")))
        for one in (old, new)
    ]
    (group,) = groups_of(same_path)
    assert [one.id for one in group.documents] == [2]


NOTICE = {
    "kk": ("Музей дүйсенбіде жабық.", "Билет құны 500 теңге."),
    "ru": ("Музей закрыт по понедельникам.", "Билет стоит 500 тенге."),
    "en": ("The museum is closed on Mondays.", "A ticket costs 500 tenge."),
}


def test_a_short_notice_in_three_languages_is_paired() -> None:
    documents = [stored(n, tag, numbered(texts, first=2 * n), "notice.txt") for n, (tag, texts) in enumerate(NOTICE.items())]
    assert [tuple(variant.text for variant in unit.variants) for unit in units_of(*documents)] == list(
        zip(*NOTICE.values(), strict=True)
    )


def test_short_runs_that_face_each_other_but_say_different_things_are_left_alone() -> None:
    strangers = ("Река разлилась в апреле.", "Мост закрыт для грузовиков.")
    documents = stored(1, "kk", numbered(DIARY_KK[:2]), "e.txt"), stored(2, "ru", numbered(strangers, first=2), "e.txt")
    assert find_passages(documents, builtin_lexicon()) == ()


def test_short_abstracts_far_apart_are_paired_by_their_label() -> None:
    kazakh = numbered(("Аңдатпа", *NOTICE["kk"], "Кіріспе", *DIARY_KK))
    russian = numbered(("Аннотация", *NOTICE["ru"]), first=len(kazakh))
    (passage,) = find_passages([stored(1, "kk", kazakh, "f.txt"), stored(2, "ru", russian, "f.txt")], builtin_lexicon())
    assert [(side.span.start, side.span.stop) for side in passage.sides] == [(0, 3), (0, 3)]


LETTER_DE = (
    "Sehr geehrte Kolleginnen und Kollegen!",
    "In diesem Jahr wird unser Archiv 95 Jahre alt.",
    "Die Feier findet am 24. Oktober im Stadttheater statt.",
    "Wir laden Sie und Ihre Familie herzlich ein.",
)


def test_a_file_in_two_languages_of_which_one_was_named_is_aligned_from_end_to_end() -> None:
    found = units_of(
        stored(1, "kk", numbered(LETTER_KK), "letter.txt"), stored(2, "de", numbered(LETTER_DE, first=4), "letter.txt")
    )
    assert [tuple(variant.text for variant in unit.variants) for unit in found] == list(zip(LETTER_KK, LETTER_DE, strict=True))


def test_kazakh_in_latin_letters_is_paired_with_russian() -> None:
    latin = ("Mūrajai düisenb\u0131de jabyq.", "Bilet qūny 500 teñge.", "Mektep oquşylary üş\u0131n k\u0131ru teg\u0131n.")
    russian = (*NOTICE["ru"], "Для школьников вход бесплатный.")
    documents = stored(1, "kk-Latn", numbered(latin), "g.txt"), stored(2, "ru", numbered(russian, first=3), "g.txt")
    (passage,) = find_passages(documents, builtin_lexicon())
    assert {(side.document.document.language, len(side.span)) for side in passage.sides} == {("kk-Latn", 3), ("ru", 3)}


def test_a_diary_and_a_letter_under_one_name_are_strangers() -> None:
    assert strangers(units_of(stored(1, "kk", numbered(DIARY_KK), "a.txt"), stored(2, "ru", numbered(LETTER_RU), "b.txt")))


def test_a_letter_and_its_translation_are_no_strangers() -> None:
    assert not strangers(units_of(stored(1, "kk", numbered(LETTER_KK), "a.txt"), stored(2, "ru", numbered(LETTER_RU), "b.txt")))
