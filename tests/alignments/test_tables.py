from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from aligner.lexicon import builtin_lexicon
from alignments.pairing.bitexts import pair_groups
from alignments.pairing.groups import Group
from alignments.pairing.knowledge import Knowledge
from alignments.pairing.passages import find_passages
from alignments.pairing.tables import translated_tables
from alignments.units import TranslationUnit
from corpus.library import StoredDocument
from corpus.preparation import prepare
from corpus.reading import read_bytes

RULES = (
    ("Кітапхана ережелері", "Правила библиотеки", "Library rules"),
    (
        "Жексенбіде жабық. Сенбіде ашық.",
        "В воскресенье закрыто. В субботу открыто.",
        "It is closed on Sunday. It opens on Saturday.",
    ),
    (
        "Оқырман билеті тегін беріледі.",
        "Читательский билет выдаётся бесплатно. Он действует год.",
        "A reader's card is free of charge.",
    ),
    ("Сирек кітаптар", "Редкие книги", "Rare books"),
    ("Телефонмен дәлізде сөйлеседі.", "Говорить по телефону можно в коридоре.", "Telephone calls are made in the corridor."),
    ("Директор А. Омаров", "Директор А. Омаров", "Director A. Omarov"),
)


def stored(rows: Sequence[Sequence[str]], before: str = "") -> tuple[StoredDocument, ...]:
    """The documents of a table as they would be stored, with text before it."""
    text = before + "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows) + "</table>"
    documents = prepare(read_bytes("a.html", f"<html><body>{text}</body></html>".encode())).documents
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return tuple(StoredDocument(number, one, now, len(one.segments)) for number, one in enumerate(documents, start=1))


def units_of(documents: Sequence[StoredDocument]) -> tuple[TranslationUnit, ...]:
    (paired,) = pair_groups([Group("rules", tuple(documents))], Knowledge())
    return paired.units


def rows_of(unit: TranslationUnit, documents: Sequence[StoredDocument]) -> set[int | None]:
    by_language = {one.document.language: one.document.segments for one in documents}
    return {by_language[variant.language][place].row for variant in unit.variants for place in variant.segments}


@pytest.mark.parametrize("columns", [(0, 1), (1, 0), (0, 2), (2, 1), (0, 1, 2), (2, 0, 1)])
def test_no_unit_crosses_the_rows_of_a_table_and_every_full_row_is_translated(columns: tuple[int, ...]) -> None:
    documents = stored([[row[column] for column in columns] for row in RULES])
    units = units_of(documents)
    assert all(len(rows_of(unit, documents)) == 1 for unit in units)
    full = [unit for unit in units if len(unit.variants) == len(columns)]
    assert {row for unit in full for row in rows_of(unit, documents)} == set(range(len(RULES)))


def test_a_row_in_which_nothing_is_found_is_one_unit() -> None:
    documents = stored([row[:2] for row in RULES])
    last = units_of(documents)[-1]
    assert [variant.text for variant in last.variants] == ["Директор А. Омаров"] * 2
    assert [variant.language for variant in last.variants] == ["kk", "ru"]


def test_an_empty_cell_leaves_the_row_to_the_other_languages() -> None:
    rows = [list(row) for row in RULES]
    rows[2][0] = rows[4][1] = rows[4][2] = ""
    documents = stored(rows)
    languages = {number: set[str]() for number in range(len(rows))}
    for unit in units_of(documents):
        (row,) = rows_of(unit, documents)
        assert row is not None
        languages[row].update(unit.languages)
    assert languages[2] == {"ru", "en"}
    assert languages[4] == {"kk"}


def test_columns_of_numbers_and_remarks_are_left_out() -> None:
    remarks = ("Кеңес бекітті.", "Әлі бекітілмеген.", "Келесі жылы қаралады.")
    documents = stored([(str(number), row[0], row[1], remarks[number % 3]) for number, row in enumerate(RULES)])
    texts = {variant.text for unit in units_of(documents) for variant in unit.variants}
    assert "Кітапхана ережелері" in texts
    assert not texts & {*remarks, "1", "2"}


def test_columns_that_translate_nothing_are_no_bitext() -> None:
    rows = [
        ("Асан Омаров", "ведущий специалист отдела"),
        ("Гүлнар Сейітова", "заведующая читальным залом"),
        ("Болат Әлиев", "водитель служебной машины"),
        ("Әсел Нұрланқызы", "бухгалтер по заработной плате"),
    ]
    assert translated_tables([one.document for one in stored(rows)], builtin_lexicon()) == ()


@pytest.mark.parametrize("rows", [RULES[1:2], RULES[4:5], RULES[1:3], RULES[3:5]])
@pytest.mark.parametrize("columns", [(0, 1), (2, 0), (0, 1, 2)])
def test_a_table_of_one_or_two_rows_is_paired_row_by_row(rows: Sequence[Sequence[str]], columns: tuple[int, ...]) -> None:
    documents = stored([[row[column] for column in columns] for row in rows])
    (table,) = translated_tables([one.document for one in documents], builtin_lexicon())
    assert (len(table.rows), len(table.streams)) == (len(rows), len(columns))


FEW_STRANGERS = [
    [("Жексенбіде жабық.", "Говорить по телефону можно в коридоре.")],
    [("Бас директор Асан Омаров", "ведущий специалист отдела")],
    [("Жексенбіде жабық.", "Редкие книги выдают в зале."), ("Оқырман билеті тегін беріледі.", "Автобус опоздал на час.")],
]


@pytest.mark.parametrize("rows", FEW_STRANGERS)
def test_a_table_of_one_or_two_rows_that_say_different_things_is_no_bitext(rows: Sequence[Sequence[str]]) -> None:
    assert translated_tables([one.document for one in stored(rows)], builtin_lexicon()) == ()


def test_two_rows_in_another_order_are_no_bitext() -> None:
    rows = [(RULES[1][0], RULES[4][1]), (RULES[4][0], RULES[1][1])]
    assert translated_tables([one.document for one in stored(rows)], builtin_lexicon()) == ()


def test_text_beside_a_table_is_paired_on_its_own() -> None:
    kazakh = "<p>Ережелер биыл жаңартылды. Олар барлық оқырманға арналған. Сұрақты кітапханашыға қойыңыз.</p>"
    russian = "<p>Правила в этом году обновлены. Они предназначены для всех читателей. Вопросы задавайте библиотекарю.</p>"
    documents = stored([row[:2] for row in RULES], before=kazakh + russian)
    text, table = find_passages(documents, builtin_lexicon())
    assert not text.rows
    assert [len(side.span) for side in text.sides] == [3, 3]
    assert len(table.rows) == len(RULES)
