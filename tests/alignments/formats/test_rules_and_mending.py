"""What lint says of a TMX, and that repair mends exactly what it names."""

from io import BytesIO, StringIO
from pathlib import Path

import pytest

from alignments.errors import AlignmentsError
from alignments.exchange.linting import Verdict, lint
from alignments.exchange.repairing import repair
from alignments.files.options import ReadOptions
from alignments.formats import tmx
from alignments.units import Severity

FOLDER = Path(__file__).parent / "hostile"
PLAIN = (FOLDER / "00_plain.tmx").read_text(encoding="utf-8")


def rules(content: bytes) -> list[str]:
    found = lint(BytesIO(content), "tmx", ReadOptions("a.tmx"), Verdict())
    return [f"{finding.severity} {finding.rule}" for finding in found]


def mended(content: bytes, encoding: str | None = None) -> tuple[str, dict[str, int]]:
    output = StringIO()
    mends, _ = repair(BytesIO(content), output, ReadOptions("a.tmx", encoding=encoding))
    return output.getvalue(), {name: count for name, count in mends.items() if count}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("00_plain", []),
        ("08_kz1048_decl", ["warning reading"]),
        ("11_ctrl_ref", ["error unreadable"]),
        ("13_xxe", ["error unreadable"]),
        ("16_srclang_all", ["warning srclang"]),
        ("18_kk_KZ_underscore", ["warning language", "warning language"]),
        ("20_lang_only_tmx11", ["warning lang", "warning lang"]),
        ("21_baddate", ["info date"]),
        ("22_inline_level2", ["warning hi"]),
        ("23_xliff_g_in_seg", ["error inline", "error inline"]),
        ("26_two_variants_same_lang", ["warning variants"]),
        ("27_no_srclang_header", ["error srclang"]),
        ("28_namespace", ["warning namespace"]),
        ("29_seg_newlines_tabs", ["info spaces", "info spaces"]),
        ("31_empty_seg", ["warning empty"]),
    ],
)
def test_lint_names_what_other_tools_trip_on(name: str, expected: list[str]) -> None:
    assert rules((FOLDER / f"{name}.tmx").read_bytes()) == expected


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ('<tuv xml:lang="ru">', "<tuv>", "error no-language"),
        ('xml:lang="ru"', 'xml:lang="kk"', "warning one-sided"),
        ('xml:lang="ru"', 'xml:lang="русский"', "error language"),
        ('srclang="kk"', 'srclang="en"', "warning srclang"),
        ('segtype="sentence"', "", "warning header"),
        ('version="1.4"', 'version="9"', "warning version"),
        ("<tu>", '<tu changedate="20261341T000000Z">', "warning date"),
        ("<seg>Первое", "<seg> Первое", "info spaces"),
        ("<seg>Первое", "<seg><bpt>", "error inline"),
        ("<seg>Первое", '<seg><it pos="middle"/>', "error inline"),
        ("<seg>Первое", '<seg><bpt i="1"/>', "warning inline"),
        ("<seg>Первое", '<seg><ept i="1"/>', "warning inline"),
        ("<seg>Первое", "<seg>" + "а" * 20_000, "warning long"),
        ("<seg>Первое предложение.</seg>", "Первое", "error no-seg"),
    ],
)
def test_each_rule_finds_its_fault(old: str, new: str, rule: str) -> None:
    content = PLAIN.replace(old, new).replace("<bpt>", "<bpt></bpt>")

    assert rule in rules(content.encode())


def test_an_id_given_twice_is_found() -> None:
    unit = PLAIN[PLAIN.index("<tu>") : PLAIN.index("</body>")].replace("<tu>", '<tu tuid="1">')

    assert rules(PLAIN.replace("</body>", unit * 2 + "</body>").encode()) == ["warning tuid"]


def test_findings_say_unit_and_line() -> None:
    content = PLAIN.replace("</body>", '\n<tu>\n<tuv xml:lang="kk"><seg>а</seg></tuv></tu></body>')
    (finding,) = lint(BytesIO(content.encode()), "tmx", ReadOptions("a.tmx"), Verdict())

    assert (finding.severity, finding.line, finding.unit) == (Severity.WARNING, 4, 2)


def test_other_formats_are_linted_by_their_reader() -> None:
    found = list(lint(BytesIO("kk\tru\nа\tб\nа\tб\tв\n".encode()), "tsv", ReadOptions("a.tsv"), Verdict()))

    assert [finding.message for finding in found] == ["a.tsv, line 3: 3 cells for 2 columns"]


@pytest.mark.parametrize(
    "name", [file.stem for file in sorted(FOLDER.glob("*.tmx")) if "deep" not in file.stem and "07" not in file.stem]
)
def test_what_is_mended_can_be_read(name: str) -> None:
    text, _ = mended((FOLDER / f"{name}.tmx").read_bytes())

    assert list(tmx.read(BytesIO(text.encode()), ReadOptions("a.tmx")))


def test_a_sound_file_stays_letter_for_letter() -> None:
    assert mended(PLAIN.encode()) == (PLAIN, {})


@pytest.mark.parametrize(
    ("put", "written", "mends"),
    [
        ("a\x1fb&#x1F;c&#xD800;&#65534;", "abc", {"characters that XML forbids taken out": 4}),
        ("R&D, 5 < 6", "R&amp;D, 5 &lt; 6", {"bare & and < escaped": 2}),
        ("&nbsp;&mdash;&amp;&#1171;", "\u00a0—&amp;&#1171;", {"named entities of HTML written as their letter": 2}),
        ("&company;", "&amp;company;", {"unknown entities written as text": 1}),
        ('<g id="1">сөз</g><x/>', "сөз", {"tags that are no TMX taken out, their text kept": 3}),
    ],
)
def test_each_mend_is_named(put: str, written: str, mends: dict[str, int]) -> None:
    text, done = mended(PLAIN.replace("Первое предложение.", put).encode("utf-8", "surrogatepass"))

    assert text == PLAIN.replace("Первое предложение.", written)
    assert done == mends


def test_a_cut_file_keeps_its_whole_units() -> None:
    text, done = mended((FOLDER / "32_truncated.tmx").read_bytes())

    assert text.endswith("</tu></body>\n</tmx>\n")
    assert done["incomplete unit at the end taken out"] == 1


def test_an_encoding_given_by_hand_is_used_for_mending() -> None:
    text, done = mended((FOLDER / "07_cp1251_undeclared.tmx").read_bytes(), "windows-1251")

    assert "Первое предложение." in text
    assert done == {"written as UTF-8 (was cp1251)": 1}


@pytest.mark.parametrize("name", ["35_deep_nesting", "07_cp1251_undeclared"])
def test_what_cannot_be_mended_is_refused(name: str) -> None:
    with pytest.raises(AlignmentsError, match=r"a\.tmx"):
        mended((FOLDER / f"{name}.tmx").read_bytes())


@pytest.mark.parametrize("tag", ["<tu/>", '<x:tu tuid="2">', "<tu\n>"])
def test_a_unit_cut_off_is_taken_out_however_its_tag_is_written(tag: str) -> None:
    text, mends = mended((PLAIN[: PLAIN.index("</body>")] + tag).encode())

    assert text.count("<tuv") == PLAIN.count("<tuv")
    assert mends.get("incomplete unit at the end taken out", 0) == (not tag.endswith("/>"))
    assert len(list(tmx.read(BytesIO(text.encode()), ReadOptions("a.tmx")))) == 1
