"""Term bases and word lists: TBX of every style, tables, hunalign and Apertium dictionaries."""

from io import BytesIO, StringIO

import pytest

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions, Report, WriteOptions
from alignments.files.workbooks import new_workbook
from alignments.formats import module_of
from alignments.units import TermEntry

ENTRY = TermEntry("law/1", (("kk", "заң"), ("ru", "закон"), ("ru", "<право>"), ("en", "law")), "noun", "state and law", "Lexicon")


def written(form: str, *entries: TermEntry, languages: tuple[str, ...] = ()) -> str:
    stream = StringIO()
    module_of(form).write(entries, stream, WriteOptions(languages))
    return stream.getvalue()


def read(form: str, text: str, languages: tuple[str, ...] = (), report: Report | None = None) -> list[TermEntry]:
    options = ReadOptions("list", languages, report=report or Report())
    return list(module_of(form).read(BytesIO(text.encode()), options))


def test_an_entry_as_tbx_basic() -> None:
    text = written("tbx", ENTRY)

    assert '<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">' in text
    assert '<conceptEntry id="c-law_2f_1">\n<descrip type="subjectField">state and law</descrip>\n<langSec xml:lang="kk">' in text
    assert '<term>&lt;право&gt;</term>\n<termNote type="partOfSpeech">noun</termNote>' in text


def test_only_the_languages_asked_for_are_written() -> None:
    text = written("tbx", ENTRY, TermEntry("2", (("en", "only"),)), languages=("kk", "ru"))

    assert 'xml:lang="kk"' in text
    assert "law</term>" not in text
    assert text.count("<conceptEntry") == 1


def test_the_dct_style_is_read() -> None:
    text = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
      xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><tbxHeader/><text><body>
      <conceptEntry id="c5"><min:subjectField>law</min:subjectField><langSec xml:lang="kk-KZ"><termSec><term>заң</term>
      <min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec><langSec xml:lang="ru"><termSec><term>закон</term>
      </termSec></langSec></conceptEntry></body></text></tbx>"""

    assert read("tbx", text) == [TermEntry("c5", (("kk-KZ", "заң"), ("ru", "закон")), "noun", "law")]


def test_version_2_is_read() -> None:
    text = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX" xml:lang="en"><text><body>
      <termEntry id="e1"><descripGrp><descrip type="subjectField">law</descrip></descripGrp><langSet xml:lang="kaz"><tig>
      <term>жарлық</term><termNote type="partOfSpeech">noun</termNote></tig></langSet><langSet xml:lang="ru"><ntig><termGrp>
      <term>указ</term></termGrp></ntig></langSet></termEntry><termEntry id="e2"/></body></text></martif>"""
    report = Report()

    assert read("tbx", text, report=report) == [TermEntry("e1", (("kk", "жарлық"), ("ru", "указ")), "noun", "law")]
    assert report.failures == ["list, entry 2: no term in it"]


def test_a_table_of_terms_names_its_columns() -> None:
    report = Report()
    entries = read("terms", "Қазақша\tРусский\tpos\nзаң; құқық\tзакон\tnoun\nжалғыз\t\t\n", report=report)

    assert [entry.terms for entry in entries] == [(("kk", "заң"), ("kk", "құқық"), ("ru", "закон"))]
    assert entries[0].part_of_speech == "noun"
    assert report.failures == ["list, line 3: terms in fewer than two languages"]


def test_a_table_of_terms_may_be_a_workbook() -> None:
    stream = BytesIO()
    with new_workbook(stream) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ("kk", "ru", "en", "pos"))
        sheet.write_row(1, 0, ("жер қойнауы", "недра", "subsoil", "noun"))
        sheet.write_row(2, 0, ("жалғыз",))
    stream.seek(0)
    report = Report()
    (entry,) = module_of("terms").read(stream, ReadOptions("terms.xlsx", report=report))

    assert entry.terms == (("kk", "жер қойнауы"), ("ru", "недра"), ("en", "subsoil"))
    assert report.failures == ["terms.xlsx, line 3: terms in fewer than two languages"]


def test_a_table_without_languages_is_refused() -> None:
    with pytest.raises(AlignmentsError, match=r"fewer than two columns.*--languages"):
        read("terms", "a word\tanother\n")


@pytest.mark.parametrize("text", ["", "\n\n", "\t\t\n"])
def test_an_empty_table_of_terms_is_said_to_be_empty(text: str) -> None:
    with pytest.raises(AlignmentsError, match="list: empty"):
        read("terms", text)


def test_a_table_without_headings_has_the_languages_that_are_named() -> None:
    (first, second) = read("terms", "салық\tналог\nөсімпұл\tпеня\n", ("kk", "ru"))

    assert first.terms == (("kk", "салық"), ("ru", "налог"))
    assert second.terms == (("kk", "өсімпұл"), ("ru", "пеня"))


@pytest.mark.parametrize(
    "headings",
    [
        ("Қазақ тілінде", "На русском языке", "English term"),
        ("Қазақ тіліндегі термин", "Термин на русском языке", "Term in English"),
        ("қаз.", "рус.", "англ."),
        ("Қазақшасы", "Орысшасы", "Ағылшыншасы"),
        ("Термин (каз.)", "Термин (рус.)", "Термин (англ.)"),
    ],
)
def test_headings_as_people_write_them_are_languages(headings: tuple[str, ...]) -> None:
    (entry,) = read("terms", "\t".join(("№", *headings, "Ескерту")) + "\n1\tсалық\tналог\ttax\tмаңызды\n")

    assert entry.terms == (("kk", "салық"), ("ru", "налог"), ("en", "tax"))


def test_a_title_above_the_headings_is_passed_over_and_that_is_said() -> None:
    report = Report()
    (entry,) = read("terms", "Салық сөздігі\n\nқазақша\tорысша\nсалық\tналог\n", report=report)

    assert entry.terms == (("kk", "салық"), ("ru", "налог"))
    assert list(report.lines()) == ["list: the columns are headed in line 3; what stands above is left out"]


def test_cells_that_seem_to_hold_several_terms_are_told_of() -> None:
    report = Report()
    table = "kk\tru\nкелісімшарт\tдоговор, контракт\nкм/сағ\tкм/ч\nҚҚС\tналог (НДС)\nшарт\tдоговор; контракт\n"
    entries = read("terms", table, report=report)

    assert entries[0].terms == (("kk", "келісімшарт"), ("ru", "договор, контракт"))
    (told,) = report.lines()
    assert told.startswith("cells that may hold several terms or a remark: 2 (line 2: 'договор, контракт'); ")


def test_a_cell_with_a_dash_alone_holds_no_term() -> None:
    (entry,) = read("terms", "kk\tru\ten\nқожалық\t-\tfarm\n")

    assert entry.terms == (("kk", "қожалық"), ("en", "farm"))


def test_a_table_of_terms_may_be_separated_by_semicolons() -> None:
    stream = BytesIO('kk;ru\nсалық;"налог; сбор"\n'.encode())
    (entry,) = module_of("terms").read(stream, ReadOptions("terms.csv"))

    assert entry.terms == (("kk", "салық"), ("ru", "налог"), ("ru", "сбор"))


def test_a_hunalign_dictionary_has_the_target_first() -> None:
    assert written("dic", ENTRY, languages=("kk", "en")) == "law @ заң\n"
    (entry,) = read("dic", "law @ заң\n", ("kk", "en"))

    assert entry.terms == (("kk", "заң"), ("en", "law"))


def test_a_line_that_is_no_pair_fails_alone() -> None:
    report = Report()

    assert len(read("dic", "a @ b\nno pair\n\n@ c\n", ("kk", "en"), report)) == 1
    assert len(report.failures) == 2


def test_a_dictionary_without_languages_is_refused() -> None:
    with pytest.raises(AlignmentsError, match="give --languages"):
        read("dic", "a @ b\n")


def test_an_apertium_dictionary_is_read() -> None:
    text = """<dictionary><section id="main" type="standard"><e><p><l>бас<b/>қала<s n="n"/></l><r>столица<s n="n"/></r></p></e>
      <e r="LR"><i>2026<s n="num"/></i></e><e><p><l>бос</l></p></e></section></dictionary>"""
    entries = read("dix", text, ("kk", "ru"))

    assert [(entry.terms, entry.part_of_speech) for entry in entries] == [
        ((("kk", "бас қала"), ("ru", "столица")), "noun"),
        ((("kk", "2026"), ("ru", "2026")), "num"),
    ]


@pytest.mark.parametrize("form", ["tbx", "dix"])
@pytest.mark.parametrize("text", ["", "<html/>", "<tbx><body>", '<!DOCTYPE a [<!ENTITY b "c">]><tbx/>'])
def test_what_is_no_term_base_is_refused(form: str, text: str) -> None:
    with pytest.raises(AlignmentsError, match="list"):
        read(form, text, ("kk", "ru"))


def test_columns_that_no_term_entry_has_are_told_of() -> None:
    def remarks(head: str) -> list[str]:
        report = Report()
        stream = BytesIO(f"{head}\nзаң\tзакон\tзаңнама\n".encode())
        list(module_of("terms").read(stream, ReadOptions("terms.tsv", report=report)))
        return list(report.remarks)

    assert remarks("kk\tru\tЕскерту") == [
        "terms.tsv: columns passed over: Ескерту; a term entry has id, pos, subject, source beside its languages"
    ]
    assert remarks("kk\tru\tsubject") == remarks("kk\tru\tscore") == []
