from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.beads import Span
from aligner.lexicon import builtin_lexicon
from alignments.pairing.bitexts import pair_groups
from alignments.pairing.groups import Group
from alignments.pairing.knowledge import Knowledge
from alignments.pairing.passages import find_passages
from alignments.pairing.tables import translated_tables
from alignments.units import TranslationUnit
from corpus.documents import BlockKind, Document, Segment, SourceFile
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


GOODS = (
    ("Құрал атауы", "Название инструмента", "Саны", "Количество"),
    ("Балға", "Молоток", "екі дана", "две штуки"),
    ("Дрель", "Дрель", "бір дана", "одна штука"),
    ("Күрек", "Лопата", "он дана", "десять штук"),
    ("Нивелир", "Нивелир", "бір дана", "одна штука"),
    ("Шеге салынған жәшік", "Ящик с гвоздями", "үш қорап", "три коробки"),
)


def test_a_table_with_two_pairs_of_columns_gives_the_pairs_of_both() -> None:
    units = units_of(stored([(str(number), *row) for number, row in enumerate(GOODS)]))
    pairs = [tuple(variant.text for variant in unit.variants) for unit in units]
    assert pairs == [row[:2] for row in GOODS] + [row[2:] for row in GOODS]


def test_a_cell_in_the_language_of_another_column_stands_alone_and_is_not_lost() -> None:
    table = [*([[("kk", kk)], [("ru", ru)]] for kk, ru, _ in RULES[:4]), [[("ru", "Склад открыт.")], [("ru", "Двор.")]]]
    texts = [tuple(variant.text for variant in unit.variants) for unit in units_of(documents_of(table))]
    assert texts[-2:] == [("Склад открыт.",), ("Двор.",)]


Cell = Sequence[tuple[str, str]]
"""The segments of a cell, each with its language."""


def documents_of(table: Sequence[Sequence[Cell]]) -> tuple[StoredDocument, ...]:
    """The documents of a table whose cells are told their languages."""
    streams: dict[str, list[Segment]] = {}
    paragraph = 0
    for row, cells in enumerate(table):
        for column, cell in enumerate(cells):
            for start, (language, text) in enumerate(cell):
                stream = streams.setdefault(language, [])
                stream.append(Segment(len(stream), text, paragraph, BlockKind.CELL, start, start + 1, row=row, column=column))
            paragraph += 1
    file, now = SourceFile("a.docx", "a", "docx"), datetime(2026, 1, 1, tzinfo=UTC)
    documents = [Document("a", language, file, tuple(stream)) for language, stream in streams.items()]
    return tuple(StoredDocument(number, one, now, len(one.segments)) for number, one in enumerate(documents, start=1))


def cell_of(row: int, column: int, kind: str) -> Cell:
    """A cell of RULES as it should be, empty, in the language of another column, or in two languages by turns."""
    own, other = (("kk", "ru", "en")[place] for place in (column, (column + 1) % 3))
    texts = {language: (language, RULES[row][place]) for place, language in enumerate(("kk", "ru", "en"))}
    kinds = {"right": [own], "empty": [], "astray": [other], "mixed": [own, other, own]}
    return [texts[language] for language in kinds[kind]]


def filled(rows: Sequence[tuple[int, *tuple[str, ...]]]) -> list[list[Cell]]:
    return [[cell_of(row, column, kind) for column, kind in enumerate(kinds)] for row, *kinds in rows]


KINDS = st.sampled_from(("right", "right", "right", "right", "empty", "astray", "mixed"))
TABLES = st.integers(2, 3).flatmap(
    lambda width: st.lists(st.tuples(st.integers(0, len(RULES) - 1), *[KINDS] * width), min_size=4, max_size=8)
)


@given(TABLES)
def test_every_segment_of_a_paired_column_is_in_one_row(rows: list[tuple[int, *tuple[str, ...]]]) -> None:
    documents = [one.document for one in documents_of(filled(rows))]
    columns = {(n, segment.position): segment.column for n, one in enumerate(documents) for segment in one.segments}
    for table in translated_tables(documents, builtin_lexicon()):
        spans = ((stream, span) for row in table.rows for stream, span in zip(table.streams, row, strict=True))
        found = Counter((stream, position) for stream, span in spans for position in span.positions)
        paired = {columns[place] for place in found}
        assert found == Counter(place for place, column in columns.items() if column in paired)


@settings(max_examples=10)
@given(TABLES)
def test_every_segment_of_every_side_of_a_passage_is_in_one_unit(rows: list[tuple[int, *tuple[str, ...]]]) -> None:
    documents = documents_of(filled(rows))
    units = Counter(
        (variant.language, place) for unit in units_of(documents) for variant in unit.variants for place in variant.segments
    )
    assert set(units.values()) <= {1}
    for passage in find_passages(documents, builtin_lexicon()):
        for number, side in enumerate(passage.sides):
            tongue, start = side.document.document.language, side.span.start
            spans = [row[number] for row in passage.rows] or [Span(side.tried_before, len(side.span) - side.tried_after)]
            assert all((tongue, start + place) in units for span in spans for place in span.positions)
