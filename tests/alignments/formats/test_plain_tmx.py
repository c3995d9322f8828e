"""Plain units are read beside the parser: what is read, and what is said of a fault, is what the parser would have read."""

from collections.abc import Iterator
from io import BytesIO
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignments.errors import AlignmentsError
from alignments.files.markup import Elements
from alignments.files.options import ReadOptions, Report
from alignments.formats import tmx
from alignments.formats.tmx import plain
from alignments.formats.tmx.reading import TmxElements
from alignments.units import TranslationUnit

HEAD = '<tmx version="1.4">\n<header creationtool="{tool}" srclang="kk"><prop type="x-source">заң</prop></header>\n<body>\n'
UNIT = '<tu tuid="1"><tuv xml:lang="kk"><seg>Су</seg></tuv><tuv xml:lang="ru"><seg>Вода</seg></tuv></tu>\n'
TAIL = "</body>\n</tmx>\n"

SPACES = st.sampled_from(["", "\n", "\r\n", "\r", " \t\n", "<!-- <tu></tu> -->", "<![CDATA[</tu>]]>", "<?a </tu>?>"])
TEXTS = st.lists(
    st.sampled_from(["Су", " ", "\n", "\r\n", "&amp;", "&amp;lt;", "&lt;", "&quot;", ">", "]]>", '"', "😀"])
    | st.sampled_from(["&#13;", "&x;", "&", "</tu>", "\ufffe", "<ph>a</ph>", "<!-- b -->", "<![CDATA[c]]>"])
    | st.sampled_from(["\x0c", "\ud800", "<hi>d</hi>", "<seg>e</seg>"]),
    max_size=3,
).map("".join)
ATTRIBUTES = st.lists(
    st.sampled_from([' tuid="7"', ' creationdate="20261121T053832Z"', ' changeid="Әсел"', ' xml:lang="kk"', ' xml:lang="RU_ru"'])
    | st.sampled_from([' lang="en"', ' type="x-place"', ' type="x-status"', ' type="x-автор"'])
    | st.sampled_from([" tuid='8'", ' a="&amp;"', ' b="\t"', ' c=">"', " x"]),
    max_size=3,
).map("".join)

TAGS = [*[("<tu", "</tu>")] * 4, ("<tu", "</tu >"), ("<a:tu", "</a:tu>"), ("<tu><tu", "</tu></tu>")]


@st.composite
def props(draw: st.DrawFn) -> str:
    """Properties and notes, most of them in order."""
    made = []
    for name in draw(st.lists(st.sampled_from(["prop", "prop", "note", "a:prop"]), max_size=3)):
        text = draw(TEXTS | st.sampled_from(["1/2 kk:3-4 ru:5", "accepted"]))
        made.append(f"<{name}{draw(ATTRIBUTES)}>{text}</{name}>{draw(SPACES)}")
    return "".join(made)


@st.composite
def units(draw: st.DrawFn) -> str:
    """A unit that may be plain, or nearly so."""
    variants = "".join(
        f"<tuv{draw(ATTRIBUTES)}>{draw(SPACES)}{draw(props())}<seg>{draw(TEXTS)}</seg>{draw(SPACES)}</tuv>{draw(SPACES)}"
        for _ in range(draw(st.integers(0, 3)))
    )
    begin, end = draw(st.sampled_from(TAGS))
    return f"{begin}{draw(ATTRIBUTES)}>{draw(SPACES)}{draw(props())}{variants}{end}{draw(SPACES)}"


WHOLE = st.sampled_from(["<tu/>", "<body>", "</body>", "<a><b/></a>", "<!-- ", " -->", "<![CDATA[", "]]>", "<prop>a</prop>"])
DOCUMENTS = st.tuples(st.sampled_from(["tilmash", "x"]), st.lists(st.just(UNIT) | units() | WHOLE, max_size=6)).map(
    lambda parts: (HEAD.format(tool=parts[0]) + UNIT + "".join(parts[1]) + TAIL).encode("utf-8", "surrogatepass")
)


def told(content: bytes) -> tuple[list[TranslationUnit], str, Report]:
    """The units of a file, what stopped the reading, and what was reported."""
    report, found = Report(), []
    try:
        for unit in tmx.read(BytesIO(content), ReadOptions("a.tmx", report=report)):
            found.append(unit)  # noqa: PERF402 - what was read before a fault counts
    except AlignmentsError as error:
        return found, str(error), report
    return found, "", report


def told_by_the_parser(content: bytes) -> tuple[list[TranslationUnit], str, Report]:
    """The same, everything read by the parser."""
    with patch.object(TmxElements, "pieces", Elements.pieces):
        return told(content)


@settings(max_examples=400)
@given(content=DOCUMENTS)
def test_with_and_without_the_parser_the_same_is_read(content: bytes) -> None:
    units, fault, report = told(content)
    parsed, same_fault, same_report = told_by_the_parser(content)

    assert fault == same_fault
    assert report == same_report
    assert units == parsed or (fault and units[: len(parsed)] == parsed)


def given_to_the_parser(*units: str, head: str = HEAD) -> str:
    """What the parser gets of a document behind its first unit."""
    taken: list[bytes] = []

    def noted(elements: TmxElements, letters: Iterator[str]) -> Iterator[bytes]:
        for piece in PIECES(elements, letters):
            taken.append(piece)
            yield piece

    with patch.object(TmxElements, "pieces", noted):
        told((head.format(tool="x") + UNIT + "".join(units) + TAIL).encode())
    return b"".join(taken[1:]).decode()


PIECES = TmxElements.pieces


@pytest.mark.parametrize(
    "unit",
    [
        UNIT,
        UNIT.replace("Су", "Су &amp; &lt;от&gt;"),
        UNIT.replace("><", ">\r\n  <"),
        UNIT.replace(' tuid="1"', ""),
        UNIT.replace("<tuv", '<prop type="x-a">b</prop><note>c</note><tuv', 1),
        UNIT.replace("<seg>", '<prop type="x-a">b</prop><seg>'),
        UNIT.replace('xml:lang="kk"', 'xml:lang="kk" creationdate="20261121T053832Z"'),
    ],
)
def test_a_plain_unit_needs_no_parser(unit: str) -> None:
    assert given_to_the_parser(unit, unit).split() == TAIL.split()


def test_a_unit_that_is_not_plain_is_given_to_the_parser_alone() -> None:
    odd = UNIT.replace("Су", "<ph>1</ph>Су")

    assert given_to_the_parser(UNIT, odd, UNIT).split() == (odd + TAIL).split()


@pytest.mark.parametrize("begin", ["<!-- ", "<![CDATA[", "<tu><note>", "<a>"])
def test_behind_what_is_still_open_nothing_counts_as_plain(begin: str) -> None:
    assert given_to_the_parser(begin, UNIT, UNIT).endswith(begin + UNIT + UNIT + TAIL)


def test_a_document_that_declares_attributes_is_for_the_parser() -> None:
    declared = '<!DOCTYPE tmx [<!ATTLIST tuv lang CDATA "ru">]>\n' + HEAD

    assert given_to_the_parser(UNIT, head=declared).endswith(UNIT + TAIL)


def test_a_fault_behind_plain_units_is_said_with_its_line() -> None:
    _, fault, _ = told((HEAD.format(tool="x") + UNIT * 20 + "<tu>\n<tuv>&</tuv>").encode())

    assert fault.startswith("a.tmx, line 25, unit 21: a character stands here that XML forbids")


def test_an_attribute_given_twice_is_refused_behind_plain_units_too() -> None:
    _, fault, _ = told((HEAD.format(tool="x") + UNIT * 2 + UNIT.replace("<tu ", '<tu tuid="2" ') + TAIL).encode())

    assert fault == "a.tmx, line 6, unit 2: an attribute is given twice"


def test_long_units_are_for_the_parser() -> None:
    long = UNIT.replace("Су", "Су " * plain.LONGEST)

    assert len(given_to_the_parser(long, UNIT)) > len(long)
    units, _, _ = told((HEAD + UNIT + long + UNIT + TAIL).encode())
    assert [len(unit.variants[0].text) for unit in units] == [2, 3 * plain.LONGEST, 2]
