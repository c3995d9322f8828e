"""XLIFF of both versions: states, notes, codes, and what other tools write."""

import re
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET

import pytest

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions, Report, WriteOptions
from alignments.formats import module_of
from alignments.units import InlineCode, Provenance, Status, TranslationUnit, Variant

CODES = (
    InlineCode(0, "bpt", "<b>", (("i", "1"), ("type", "bold"))),
    InlineCode(3, "ept", "</b>", (("i", "1"),)),
    InlineCode(3, "ph", "{0}"),
    InlineCode(4, "hi", length=3),
)
UNIT = TranslationUnit(
    "u 1/<2>",
    (Variant("kk", "Заң мен тәртіп", "Заң", (1,), CODES), Variant("ru", "Закон\nи порядок "), Variant("en", "Law")),
    0.5,
    Status.REJECTED,
    Provenance("aligned", "g", created_by="Айгүл"),
    ("қараңыз",),
    (("work title", "Абай жолы"), ("created_by x", "1")),
)
OTHER = TranslationUnit("2", (Variant("kk", "иә"), Variant("ru", "да")), status=Status.ACCEPTED)
VERSIONS = ["xliff", "xliff2"]


def written(form: str, *units: TranslationUnit, codes: bool = False) -> str:
    stream = StringIO()
    module_of(form).write(units, stream, WriteOptions(("kk", "ru"), codes=codes))
    return stream.getvalue()


def read(form: str, text: str, report: Report | None = None) -> list[TranslationUnit]:
    return list(module_of(form).read(BytesIO(text.encode()), ReadOptions("a.xlf", report=report or Report())))


def test_a_unit_in_version_1_2() -> None:
    text = written("xliff", UNIT, OTHER)

    assert 'source-language="kk" target-language="ru"' in text
    assert '<trans-unit id="u 1/&lt;2&gt;" xml:space="preserve">' in text
    assert '<target state="needs-review-translation">Закон\nи порядок </target>' in text
    assert '<context context-type="x-work__title">Абай жолы</context>' in text
    assert '<trans-unit id="2" approved="yes"' in text
    assert "Law" not in text


def test_a_unit_in_version_2_1() -> None:
    text = written("xliff2", UNIT, OTHER)

    assert 'srcLang="kk" trgLang="ru"' in text
    assert '<segment state="initial" subState="tilmash:rejected">' in text
    assert '<mda:meta type="work title">Абай жолы</mda:meta>' in text
    assert '<segment state="final">' in text


@pytest.mark.parametrize("form", VERSIONS)
def test_codes_come_back_where_they_were(form: str) -> None:
    (back,) = read(form, written(form, UNIT, codes=True))
    variant = back.variant("kk")

    assert variant is not None
    assert variant.text == "Заң мен тәртіп"
    assert [(code.position, code.kind, code.content, code.length) for code in variant.codes] == [
        (code.position, code.kind, code.content, code.length) for code in CODES
    ]
    assert written(form, back, codes=True) == written(form, *read(form, written(form, back, codes=True)), codes=True)


@pytest.mark.parametrize("form", VERSIONS)
def test_either_version_is_read_as_either(form: str) -> None:
    other = VERSIONS[1 - VERSIONS.index(form)]

    assert read(other, written(form, OTHER)) == read(form, written(form, OTHER))


def test_the_structure_of_version_1_2_is_that_of_the_standard() -> None:
    root = ET.fromstring(written("xliff", UNIT, OTHER, codes=True))  # noqa: S314 - our own text
    space = "{urn:oasis:names:tc:xliff:document:1.2}"
    order = ["source", "target", "context-group", "note"]

    for unit in root.iter(f"{space}trans-unit"):
        names = [child.tag.removeprefix(space) for child in unit]
        assert names == [name for name in order if name in names]
        codes = [code for text in (unit[0], unit[1]) for code in text]
        assert all(code.get("id") for code in codes)
    assert all(re.fullmatch(r"x-\S+", context.get("context-type", "")) for context in root.iter(f"{space}context"))


def test_the_structure_of_version_2_1_is_that_of_the_standard() -> None:
    root = ET.fromstring(written("xliff2", UNIT, OTHER, codes=True))  # noqa: S314 - our own text
    space = "{urn:oasis:names:tc:xliff:document:2.0}"
    order = ["metadata", "notes", "originalData", "segment"]

    ids = [unit.get("id", "") for unit in root.iter(f"{space}unit")]
    assert len(set(ids)) == len(ids)
    for unit in root.iter(f"{space}unit"):
        assert [order.index(child.tag.rpartition("}")[2]) for child in unit] == sorted(
            order.index(child.tag.rpartition("}")[2]) for child in unit
        )
        data = {one.get("id") for one in unit.iter(f"{space}data")}
        for name in ("ph", "sc", "ec"):
            assert all(code.get("dataRef") in data for code in unit.iter(f"{space}{name}"))
        begun = {code.get("id") for code in unit.iter(f"{space}sc")}
        assert all(code.get("startRef") in begun for code in unit.iter(f"{space}ec"))
        assert all(re.fullmatch(r"[^\s]+", code.get("id", "x")) for code in unit.iter())


def test_version_2_needs_a_unit_even_where_there_is_none() -> None:
    assert "<unit" in written("xliff2")
    assert read("xliff2", written("xliff2")) == []


def test_what_other_tools_write_is_read() -> None:
    text = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="kk-KZ"
      target-language="ru-RU" datatype="plaintext"><header/><body><group><trans-unit id="1">
      <source>Бас <g id="1" ctype="bold">заң</g><x id="2"/></source><seg-source><mrk mtype="seg" mid="1">Бас</mrk></seg-source>
      <target state="signed-off"><mrk mtype="seg" mid="1">Главный</mrk> закон</target>
      <alt-trans match-quality="80"><source>Бас</source><target>Нет</target></alt-trans><note>!</note></trans-unit>
      <trans-unit id="2"><source>жоқ</source></trans-unit></group></body></file></xliff>"""
    report = Report()
    (unit,) = read("xliff", text, report)

    assert [(variant.language, variant.text) for variant in unit.variants] == [("kk-KZ", "Бас заң"), ("ru-RU", "Главный закон")]
    assert [(code.position, code.kind) for code in unit.variants[0].codes] == [(4, "bpt"), (7, "ept"), (7, "ph")]
    assert (unit.status, unit.notes) == (Status.ACCEPTED, ("!",))
    assert list(report.lines()) == ["a.xlf: units without a translation (<target>) are passed over"]


def test_segments_that_trados_marks_are_units_of_their_own() -> None:
    text = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"
      xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">
      <file original="a" source-language="kk" target-language="ru"><body><trans-unit id="7">
      <source>Мұрағат <g id="1">сенбіде</g> ашық. Жексенбіде демалады. Кіру тегін.</source>
      <seg-source><mrk mtype="seg" mid="1">Мұрағат <g id="1">сенбіде</g> ашық.</mrk> <mrk mtype="seg" mid="2">Жексенбіде
      демалады.</mrk> <mrk mtype="seg" mid="3">Кіру тегін.</mrk></seg-source>
      <target><mrk mtype="seg" mid="1">Архив открыт <g id="1">в субботу</g>.</mrk> <mrk mtype="seg" mid="2">В воскресенье
      отдыхает.</mrk> <mrk mtype="seg" mid="3"/></target>
      <sdl:seg-defs><sdl:seg id="1" conf="Draft"/><sdl:seg id="2" conf="ApprovedSignOff"/></sdl:seg-defs></trans-unit>
      <trans-unit id="8"><source>Соңы</source><seg-source><mrk mtype="seg" mid="4">Соңы</mrk></seg-source>
      <target><mrk mtype="seg" mid="4">Конец</mrk></target>
      <sdl:seg-defs><sdl:seg id="4" conf="ApprovedTranslation"/></sdl:seg-defs></trans-unit></body></file></xliff>"""
    report = Report()
    units = list(read("xliff", text, report))

    assert [(unit.variants[0].text.split()[0], unit.variants[1].text.split()[0], unit.status) for unit in units] == [
        ("Мұрағат", "Архив", Status.UNREVIEWED),
        ("Жексенбіде", "В", Status.ACCEPTED),
        ("Соңы", "Конец", Status.ACCEPTED),
    ]
    assert [(code.position, code.kind) for code in units[0].variants[1].codes] == [(13, "bpt"), (22, "ept")]
    assert list(report.lines()) == ["a.xlf: units without a translation (<target>) are passed over"]


def test_segments_of_a_unit_of_version_2_are_joined() -> None:
    text = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="kk" trgLang="ru"><file id="f">
      <unit id="u">
      <segment><source>Бір. <pc id="1">Екі</pc></source><target>Раз. </target></segment><ignorable><source> </source></ignorable>
      <segment><source>Үш.<cp hex="001F"/></source><target>Два. Три.</target></segment></unit></file></xliff>"""
    (unit,) = read("xliff2", text)

    assert [variant.text for variant in unit.variants] == ["Бір. ЕкіҮш.", "Раз. Два. Три."]


@pytest.mark.parametrize("text", ["", "<xliff", "<tmx/>", '<!DOCTYPE a [<!ENTITY b "c">]><xliff/>', "<xliff>" + "<g>" * 500])
def test_what_is_no_xliff_is_refused(text: str) -> None:
    with pytest.raises(AlignmentsError, match=r"a\.xlf"):
        read("xliff", text)


def test_a_file_without_languages_says_so() -> None:
    report = Report()
    read("xliff", "<xliff><file><trans-unit><source>a</source><target>b</target></trans-unit></file></xliff>", report)

    assert "give --languages" in report.failures[0]


@pytest.mark.parametrize("form", [*VERSIONS, "po"])
@pytest.mark.parametrize("name", ["ru", "en", "id", "kk-document"])
def test_a_remark_that_is_called_as_a_text_never_takes_its_place(form: str, name: str) -> None:
    unit = TranslationUnit("u", (Variant("kk", "иә"), Variant("ru", "да")), properties=((name, "алдау"),))
    (back,) = read(form, written(form, unit).replace(f"property__{name}", name).replace(f"property {name}", name))

    assert [(variant.language, variant.text) for variant in back.variants] == [("kk", "иә"), ("ru", "да")]
    assert (back.id, back.properties) == ("u", ((name, "алдау"),))
