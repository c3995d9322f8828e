"""XLIFF and TBX as their schemas want them. The schemas are not ours to ship: $TILMASH_SCHEMAS names a folder that has them.

Wanted there: xliff-core-1.2-strict.xsd, xliff-core-2.0.xsd and xml.xsd (Debian's php-symfony-translation has all three),
metadata.xsd and xliff_core_2.1.sch of OASIS, TBXcoreStructV03_TBX-Basic_integrated.rng and TBX-Basic_DCA.sch of LTAC Global.
"""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import StringIO
from itertools import product
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pytest

from alignments.files.options import WriteOptions
from alignments.formats import module_of
from alignments.units import InlineCode, Provenance, Status, TermEntry, TranslationUnit, Variant

etree = pytest.importorskip("lxml.etree")

SCHEMATRON = "{http://purl.oclc.org/dsdl/schematron}"
TEXTS = ("Өтініш үш күнде қаралады.", 'a < b & "c" ]]> \t\n\r\u00a0\u2028', " \x0c\x1fбос орын ", "😀 \ufffe", "&amp;", "\u200f")


def schema(name: str) -> Path:
    """A schema of the folder; without it the test is skipped and says what was missing."""
    folder = os.environ.get("TILMASH_SCHEMAS")
    path = Path(folder or "") / name
    if not folder or not path.is_file():
        pytest.skip(f"no {name}: $TILMASH_SCHEMAS names no folder that has it")
    return path


def units() -> Iterator[TranslationUnit]:
    """Units in all states, with every kind of code in every order, and texts that break careless writers."""
    moment = datetime(2026, 11, 21, 5, 38, 32, tzinfo=UTC)
    provenance = Provenance("aligned", "order", 2, 7, "m|v:1", moment, "Айгүл <a@b>", moment, "редактор")
    properties = (("author", "Абай & <Құнанбай>"), ("work title", 'a "b"'), ("kk", "x"), ("үй ішінде", "1"))
    for number, (status, text) in enumerate(product(Status, TEXTS)):
        variants = (
            Variant("kk", text, "Бұйрық № 5", (3, 4), codes(len(text), number)),
            Variant("ru", TEXTS[number % len(TEXTS)], "", (), codes(1, number + 1)),
        )
        unit = TranslationUnit(f"u/{number} <&>", variants, 0.9, status, provenance, ("ескерту <1>", "note 2"), properties)
        yield unit
        yield replace(unit, id=f"{number}", probability=None, provenance=Provenance(), notes=(), properties=())


def codes(length: int, number: int) -> tuple[InlineCode, ...]:
    """Codes paired, crossing, without a partner, of unknown kinds, with hostile content and types."""
    pair, other = (("i", "1"), ("type", "x hi:bold")), (("i", "2"),)
    many = (
        InlineCode(0, "bpt", "<b>", pair),
        InlineCode(0, "bpt", "<i>", other),
        InlineCode(0, "ept", "</b>", pair[:1]),
        InlineCode(0, "ph", "{0}\x0c", (("type", "image & <alt>"), ("x", "1"))),
        InlineCode(0, "hi", "", (("type", "a:b"),), length),
        InlineCode(length, "ept", "</i>", other),
        InlineCode(length, "it", "<u>", (("pos", "begin"),)),
        InlineCode(length, "ut", "?"),
    )
    return many[number % 4 :] if number % 2 else many[: number % 9]


def document(form: str, *, with_codes: bool) -> Any:  # noqa: ANN401 - lxml has no types of its own
    stream = StringIO()
    module_of(form).write(units(), stream, WriteOptions(("kk", "ru"), codes=with_codes))
    return etree.fromstring(stream.getvalue().encode())


def schema_of_types(path: Path) -> Any:  # noqa: ANN401 - as above
    """The schema with what it imports from beside it, whatever address it names."""
    tree = etree.parse(str(path), etree.XMLParser(no_network=True))
    for imported in tree.iter("{http://www.w3.org/2001/XMLSchema}import"):
        imported.set("schemaLocation", str(path.parent / imported.get("schemaLocation", "").rpartition("/")[2]))
    return etree.XMLSchema(tree)


@pytest.mark.parametrize("with_codes", [False, True])
@pytest.mark.parametrize(
    ("form", "names"),
    [("xliff", ("xliff-core-1.2-strict.xsd",)), ("xliff2", ("xliff-core-2.0.xsd", "metadata.xsd"))],
)
def test_xliff_keeps_to_its_schema(form: str, names: tuple[str, ...], with_codes: bool) -> None:  # noqa: FBT001 - a parameter
    tree = document(form, with_codes=with_codes)
    schemas = [schema_of_types(schema(name)) for name in names]

    assert schemas[0].validate(tree), schemas[0].error_log
    for module in tree.iter("{urn:oasis:names:tc:xliff:metadata:2.0}metadata"):
        assert schemas[1].validate(module), schemas[1].error_log


@pytest.mark.parametrize("with_codes", [False, True])
def test_xliff_2_keeps_to_the_rules_of_its_schematron(with_codes: bool) -> None:  # noqa: FBT001 - a parameter of the test
    assert complaints(schema("xliff_core_2.1.sch"), etree.tostring(document("xliff2", with_codes=with_codes)).decode()) == []


TERMS = [
    TermEntry("1", (("kk", "заң"), ("ru", "закон"), ("en", "law <&>")), part, subject, source)
    for part in ("", "noun", "name", "adj", "adv", "verb", "num", "pron")
    for subject in ("", "state & law")
    for source in ("", "Заң <2026>")
]


def term_base() -> str:
    stream = StringIO()
    module_of("tbx").write([replace(entry, id=f"{number} /<") for number, entry in enumerate(TERMS)], stream)
    return stream.getvalue()


def test_tbx_keeps_to_its_grammar() -> None:
    grammar = etree.RelaxNG(etree.parse(str(schema("TBXcoreStructV03_TBX-Basic_integrated.rng"))))

    assert grammar.validate(etree.fromstring(term_base().encode())), grammar.error_log


def test_tbx_keeps_to_the_rules_of_its_schematron() -> None:
    assert complaints(schema("TBX-Basic_DCA.sch"), term_base()) == []


def complaints(rules: Path, text: str) -> list[str]:
    """What a Schematron (query binding xslt2) finds in a document."""
    saxon = pytest.importorskip("saxonche", reason="saxonche, which runs the XPath 2 of Schematron, is not installed")
    with saxon.PySaxonProcessor(license=False) as processor:
        program = processor.new_xslt30_processor().compile_stylesheet(stylesheet_text=stylesheet(rules))
        told = program.transform_to_string(xdm_node=processor.parse_xml(xml_text=text))
    return [line for line in (told or "").splitlines() if line]


def stylesheet(rules: Path) -> str:
    """The rules as XSLT: a mode a pattern, a template a rule, a line a complaint."""
    tree = etree.parse(str(rules), etree.XMLParser(resolve_entities=True, no_network=True)).getroot()
    spaces = "".join(f" xmlns:{space.get('prefix')}={quoteattr(space.get('uri'))}" for space in tree.iter(f"{SCHEMATRON}ns"))
    modes, templates = [], []
    for number, pattern in enumerate(tree.iter(f"{SCHEMATRON}pattern")):
        modes.append(f'<xsl:apply-templates select="/" mode="m{number}"/>')
        templates.append(f'<xsl:mode name="m{number}" on-no-match="shallow-skip"/>')
        found = list(pattern.iter(f"{SCHEMATRON}rule"))
        templates += [template(rule, f"m{number}", len(found) - place) for place, rule in enumerate(found)]
    return (
        f'<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"{spaces}>'
        f'<xsl:output method="text"/>{"".join(templates)}<xsl:template match="/">{"".join(modes)}</xsl:template></xsl:stylesheet>'
    )


def template(rule: Any, mode: str, priority: int) -> str:  # noqa: ANN401 - lxml has no types of its own
    steps = []
    for step in rule:
        if step.tag == f"{SCHEMATRON}let":
            steps.append(f"<xsl:variable name={quoteattr(step.get('name'))} select={quoteattr(step.get('value'))}/>")
        elif step.tag in {f"{SCHEMATRON}assert", f"{SCHEMATRON}report"}:
            test = step.get("test") if step.tag.endswith("report") else f"not({step.get('test')})"
            words = escape(" ".join("".join(step.itertext()).split()))
            steps.append(f"<xsl:if test={quoteattr(test)}><xsl:text>{words}&#10;</xsl:text></xsl:if>")
    return (
        f'<xsl:template match={quoteattr(rule.get("context"))} mode="{mode}" priority="{priority}">{"".join(steps)}'
        f'<xsl:apply-templates mode="{mode}"/></xsl:template>'
    )
