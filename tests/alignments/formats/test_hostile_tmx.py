"""Files that break other tools: read, or refused with a line that says where; nothing crashes, leaks or hangs."""

from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions, Report
from alignments.formats import tmx
from alignments.units import TranslationUnit

FOLDER = Path(__file__).parent / "hostile"

READ = {
    "00_plain": "kk ru",
    "01_bom_utf8": "kk ru",
    "02_utf16le_bom": "kk ru",
    "03_utf16be_bom": "kk ru",
    "04_utf16le_nobom_decl": "kk ru",
    "05_utf8_declared_utf16": "kk ru",
    "06_cp1251_decl": "ru en",
    "08_kz1048_decl": "kk ru",
    "09_doctype_system": "kk ru",
    "10_doctype_http": "kk ru",
    "16_srclang_all": "kk ru",
    "17_kk-KZ_case": "kk-KZ ru-RU",
    "18_kk_KZ_underscore": "kk-KZ ru-RU",
    "19_iso639_3_script": "kk-Latn-KZ ru",
    "20_lang_only_tmx11": "kk ru",
    "21_baddate": "kk ru",
    "22_inline_level2": "kk ru",
    "23_xliff_g_in_seg": "kk ru",
    "24_three_langs": "kk ru en",
    "25_order_ru_first": "ru kk",
    "26_two_variants_same_lang": "kk ru ru",
    "27_no_srclang_header": "kk ru",
    "28_namespace": "kk ru",
    "29_seg_newlines_tabs": "kk ru",
    "30_version_14b": "kk ru",
    "31_empty_seg": "kk ru, kk ru",
    "34_rtl_emoji_smp": "kk ru",
    "n19": "kk ru",
    "n19b": "kk-Cyrl-KZ ru-RU",
    "n22_level2": "kk ru",
    "n22b_hi": "kk ru",
    "n22c_ph": "kk ru",
    "n23_g": "kk ru",
    "n29_nl": "kk ru",
    "n29b_nbsp": "kk ru",
}

REFUSED = {
    "07_cp1251_undeclared": "--encoding windows-1251",
    "11_ctrl_ref": "line 2, unit 1: a reference to a character that XML forbids",
    "12_ctrl_raw": "line 2, unit 1: a character stands here that XML forbids",
    "13_xxe": "declares the entity &x;",
    "14_billion_laughs": "declares the entity &a;",
    "32_truncated": "unit 3: the file ends",
    "33_nonchar_FFFE_surrogate": "unit 1: a character stands here that XML forbids",
    "35_deep_nesting": "elements inside each other",
    "n13_xxe": "declares the entity &x;",
    "n13b_intent": "declares the entity &x;",
    "n35_deep": "elements inside each other",
}

PLAIN = (FOLDER / "00_plain.tmx").read_bytes()


def units_of(content: bytes, report: Report | None = None, encoding: str | None = None) -> list[TranslationUnit]:
    return list(tmx.read(BytesIO(content), ReadOptions("file.tmx", encoding=encoding, report=report or Report())))


def test_every_hostile_file_has_its_rule() -> None:
    assert {file.stem for file in FOLDER.glob("*.tmx")} == READ.keys() | REFUSED.keys()


@pytest.mark.parametrize("name", READ)
def test_a_strange_file_is_read_with_every_language(name: str) -> None:
    units = units_of((FOLDER / f"{name}.tmx").read_bytes())

    assert ", ".join(" ".join(variant.language for variant in unit.variants) for unit in units) == READ[name]


@pytest.mark.parametrize("name", REFUSED)
def test_a_broken_file_is_refused_in_plain_words(name: str) -> None:
    with pytest.raises(AlignmentsError) as refusal:
        units_of((FOLDER / f"{name}.tmx").read_bytes())

    assert REFUSED[name] in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_no_file_of_the_machine_gets_into_a_text() -> None:
    name = Path("/etc/hostname").read_text(encoding="utf-8").strip() if Path("/etc/hostname").exists() else "nowhere"
    for file in FOLDER.glob("*.tmx"):
        try:
            texts = [variant.text for unit in units_of(file.read_bytes()) for variant in unit.variants]
        except AlignmentsError as refusal:
            texts = [str(refusal)]
        assert not any(name in text for text in texts)


def test_an_encoding_given_by_hand_is_used() -> None:
    (unit,) = units_of((FOLDER / "07_cp1251_undeclared.tmx").read_bytes(), encoding="windows-1251")

    assert unit.variants[0].text == "Первое предложение."


def test_a_false_encoding_declaration_is_said() -> None:
    report = Report()
    units_of((FOLDER / "05_utf8_declared_utf16.tmx").read_bytes(), report)

    assert list(report.lines()) == ["file.tmx: says it is UTF-16 and is UTF-8; read as UTF-8"]


def test_text_in_tags_of_other_formats_is_kept_and_said() -> None:
    report = Report()
    (unit,) = units_of((FOLDER / "n23_g.tmx").read_bytes(), report)

    assert unit.variants[0].text == "Бірінші сөйлем."
    assert "<g> in a segment is no TMX" in next(report.lines())


def test_a_unit_without_language_fails_alone() -> None:
    report = Report()
    units = units_of(PLAIN.replace(b'<tuv xml:lang="ru">', b"<tuv>").replace(b"</body>", _unit() + b"</body>"), report)

    assert len(units) == 1
    assert report.failures == ["file.tmx, unit 1: a variant without a language (xml:lang)"]


def _unit() -> bytes:
    return PLAIN[PLAIN.index(b"<tu>") : PLAIN.index(b"</body>")]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00" * 100_000,
        b"PK\x03\x04",
        b"<html></html>",
        b"<tmx",
        b"\xff\xfe",
        b"\xff\xfe<",
        b"<?xml version='1.0' encoding='rot13'?><tmx/>",
    ],
)
def test_what_is_no_tmx_is_refused(content: bytes) -> None:
    with pytest.raises(AlignmentsError):
        units_of(content)


def test_a_segment_of_twelve_megabytes_is_refused() -> None:
    with pytest.raises(AlignmentsError, match="more than 1,000,000 letters"):
        units_of(PLAIN.replace("Первое".encode(), b"x" * 12_000_000))


def test_nesting_outside_segments_is_bounded() -> None:
    with pytest.raises(AlignmentsError, match="more than 100 elements"):
        units_of(PLAIN.replace(b"<body>", b"<body>" + b"<x>" * 5_000))


def test_an_undeclared_entity_is_refused_even_with_a_dtd() -> None:
    with pytest.raises(AlignmentsError, match="&nbsp; is not declared"):
        units_of((FOLDER / "09_doctype_system.tmx").read_bytes().replace("Первое".encode(), b"&nbsp;"))


def test_a_hundred_cuts_are_all_refused() -> None:
    content = PLAIN.replace(b"</body>", _unit() * 20 + b"</body>").rstrip()
    random = Random(7)  # noqa: S311 - no secret
    for cut in [random.randrange(len(content)) for _ in range(100)]:
        with pytest.raises(AlignmentsError):
            units_of(content[:cut])


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(
    place=st.integers(0, len(PLAIN)),
    length=st.integers(0, 30),
    put=st.binary(max_size=12)
    | st.sampled_from([b"<", b"<hi>", b"</tu>", b"<tuv>", b"&", b"]]>", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"<sub>"]),
)
def test_damage_anywhere_raises_nothing_but_our_error(place: int, length: int, put: bytes) -> None:
    try:
        units_of(PLAIN[:place] + put + PLAIN[place + length :])
    except AlignmentsError as refusal:
        assert "file.tmx" in str(refusal)  # noqa: PT017 - either outcome is fine
