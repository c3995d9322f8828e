"""Formats whose texts lie in a file a language, and PO, which holds a pair."""

from dataclasses import replace
from io import BytesIO, StringIO
from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions, Report, WriteOptions
from alignments.formats import ladder, moses, po
from alignments.units import PART, TranslationUnit, Variant

PAIR = WriteOptions(("kk", "ru"))


def sides(**texts: str) -> dict[str, BytesIO]:
    return {language: BytesIO(text.encode()) for language, text in texts.items()}


def unit(kk: tuple[int, ...], ru: tuple[int, ...], probability: float | None = None) -> TranslationUnit:
    return TranslationUnit(f"{kk}-{ru}", (Variant("kk", "а", "Заң", kk), Variant("ru", "б", "Закон", ru)), probability)


def test_moses_files_of_different_length_do_not_belong_together() -> None:
    with pytest.raises(AlignmentsError, match="the file in ru ends before line 2"):
        list(moses.read(None, ReadOptions("corpus", sides=sides(kk="бір\nекі\n", ru="один\n"))))


def test_empty_lines_of_moses_files_keep_the_others_in_step() -> None:
    units = list(moses.read(None, ReadOptions("corpus", sides=sides(kk="бір\n\nүш\n", ru="один\nдва\nтри"))))

    assert [[variant.text for variant in one.variants] for one in units] == [["бір", "один"], ["два"], ["үш", "три"]]


def test_a_ladder_is_written_with_its_gaps_and_its_end() -> None:
    stream = StringIO()
    ladder.write([unit((0,), (0, 1), 0.9), unit((2, 3), (2,), 0.5)], stream, PAIR)

    assert stream.getvalue() == "0\t0\t0.9\n1\t2\t0\n2\t2\t0.5\n4\t3\t0\n"


def test_key_words_are_no_rungs_for_their_list_is_one() -> None:
    stream = StringIO()
    whole = unit((0,), (0,), 0.9)
    ladder.write([whole, replace(whole, properties=((PART, "key word 1 of 2"),)), unit((1,), (1,), 0.9)], stream, PAIR)
    assert stream.getvalue() == "0\t0\t0.9\n1\t1\t0.9\n2\t2\t0\n"


def test_a_ladder_over_two_texts_gives_units() -> None:
    texts = sides(kk="а\nә\nб\nв\n", ru="раз\nдва\nтри\n")
    units = list(ladder.read(BytesIO(b"0\t0\t0.9\n1\t2\t0\n2\t2\t7.3\n4\t3\t0\n"), ReadOptions("a.ladder", sides=texts)))

    assert [[variant.text for variant in one.variants] for one in units] == [["а", "раз два"], ["б в", "три"]]
    assert [one.probability for one in units] == [0.9, None]


@pytest.mark.parametrize("rungs", [b"0\t0\t1\n9\t1\t0\n", b"2\t2\t1\n1\t1\t0\n", b"no rung\n", b"-1\t0\t1\n1\t1\t0\n"])
def test_a_ladder_that_does_not_fit_its_texts_is_refused(rungs: bytes) -> None:
    with pytest.raises(AlignmentsError, match=r"a\.ladder, line"):
        list(ladder.read(BytesIO(rungs), ReadOptions("a.ladder", sides=sides(kk="а\nә\n", ru="раз\nдва\n"))))


def test_space_of_any_kind_beside_a_position_does_not_count() -> None:
    texts = sides(kk="а\n", ru="раз\n")
    made = list(ladder.read(BytesIO(b"0\t0\t.5\n\x1d1\t 1\t0\n"), ReadOptions("a.ladder", sides=texts)))

    assert [[variant.text for variant in one.variants] for one in made] == [["а", "раз"]]


def test_a_ladder_needs_its_texts() -> None:
    with pytest.raises(AlignmentsError, match="--side kk=FILE"):
        list(ladder.read(BytesIO(b"0\t0\t1\n"), ReadOptions("a.ladder")))


@pytest.mark.parametrize("units", [[unit((), ())], [unit((3,), (3,)), unit((1,), (1,))]])
def test_units_without_order_make_no_ladder(units: list[TranslationUnit]) -> None:
    with pytest.raises(AlignmentsError, match="ladder"):
        ladder.write(units, StringIO(), PAIR)


def test_a_po_entry_holds_source_target_and_the_rest_as_comments() -> None:
    stream = StringIO()
    po.write([TranslationUnit("7", (Variant("kk", 'Бір "екі"\n'), Variant("ru", "Раз")), 0.5)], stream, PAIR)

    assert '#. probability: 0.5\n#. status: unreviewed\n#. origin: imported\nmsgctxt "7"\n' in stream.getvalue()
    assert 'msgid "Бір \\"екі\\"\\n"\nmsgstr "Раз"\n' in stream.getvalue()


def test_plural_forms_of_a_po_file_are_units_and_obsolete_entries_are_none() -> None:
    text = (
        'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "file"\nmsgid_plural "files"\nmsgstr[0] "файл"\nmsgstr[1] "файла"\n'
        'msgstr[2] "файлов"\n\n#~ msgid "old"\n#~ msgstr "старое"\n'
    )
    units = list(po.read(BytesIO(text.encode()), ReadOptions("a.po", ("en", "ru"))))

    assert [[variant.text for variant in one.variants] for one in units] == [
        ["file", "файл"],
        ["files", "файла"],
        ["files", "файлов"],
    ]


def test_a_po_file_that_does_not_say_its_languages_is_refused() -> None:
    with pytest.raises(AlignmentsError, match="give --languages"):
        list(po.read(BytesIO(b'msgid "a"\nmsgstr "b"\n'), ReadOptions("a.po", report=Report())))


PO_HEADER = 'msgid ""\nmsgstr "Language: ru\\nX-Source-Language: kk\\n"'
PO_LINES = st.sampled_from(
    ['msgid "a"', 'msgstr "b"', 'msgctxt "c"', '"d"', "", "#. origin: aligned", "# remark", "#, fuzzy", '#~ msgid "e"']
)
PO_ENTRIES = st.sampled_from(
    [
        '\n#. status: accepted\nmsgctxt "1"\nmsgid "су"\nmsgstr ""\n\n"вода"',
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"',
        '  msgid "a"\n\n  msgstr "b"\n  "c"',
        '#~ msgid "e"\n#~ "f"\n#~ msgstr "g"',
    ]
)


@example(lines=["# remark", 'msgstr "b"'])
@given(lines=st.lists(PO_ENTRIES | PO_LINES, max_size=12))
def test_a_po_file_read_in_blocks_is_the_one_read_as_a_whole(lines: list[str]) -> None:
    content = "\n".join([PO_HEADER, 'msgid "у"\nmsgstr "яд"', *lines]).encode()

    assert po_told(content, 1) == po_told(content, 1_000_000)


def po_told(content: bytes, block: int) -> tuple[list[TranslationUnit], str]:
    """The units of a PO file that is read in blocks of so many lines, or what stopped the reading."""
    with patch.object(po, "BLOCK", block):
        try:
            return list(po.read(BytesIO(content), ReadOptions("a.po"))), ""
        except AlignmentsError as error:
            return [], str(error)


def test_a_fault_of_a_po_file_is_said_with_its_line() -> None:
    content = PO_HEADER + '\nmsgid "a"\nmsgstr "b"' * 2_000 + "\nбос\n"

    assert "(Syntax error in po file (line 4003))" in po_told(content.encode(), po.BLOCK)[1]
