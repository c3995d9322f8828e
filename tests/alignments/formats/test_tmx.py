"""TMX as other tools want it: valid, source first, dates and languages in their form, codes where they were."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from alignments.files.options import ReadOptions, WriteOptions
from alignments.formats import tmx
from alignments.units import InlineCode, Provenance, Status, TranslationUnit, Variant

DTD = Path(__file__).parent / "tmx14.dtd"

UNIT = TranslationUnit(
    "u1",
    (
        Variant("ru", "Закон & <порядок>", "Закон", (4,)),
        Variant(
            "kk",
            "Заң мен тәртіп",
            "Заң",
            (3, 4, 5, 9),
            (InlineCode(0, "hi", "", (("type", "bold"),), 3), InlineCode(4, "ph", "{1}", (("x", "1"),))),
        ),
        Variant("en", "Law and order\x0c"),
    ),
    0.8765,
    Status.ACCEPTED,
    Provenance("aligned", "order", 2, 7, "margin", datetime(2026, 11, 21, 5, 38, 32, tzinfo=UTC), "Айгүл"),
    ("see article 5",),
    (("author", "Абай"), ("quality", "mine")),
)


def written(*units: TranslationUnit, options: WriteOptions = WriteOptions()) -> str:  # noqa: B008 - frozen
    stream = StringIO()
    tmx.write(units, stream, options)
    return stream.getvalue()


def read(text: str) -> list[TranslationUnit]:
    return list(tmx.read(BytesIO(text.encode()), ReadOptions("a.tmx")))


def test_a_unit_as_tmx() -> None:
    text = written(UNIT)

    assert 'srclang="kk"' in text
    assert '<tu tuid="u1" creationdate="20261121T053832Z" creationid="Айгүл">' in text
    assert '<prop type="x-quality">87.65</prop>' in text
    assert '<prop type="x-author">Абай</prop>' in text
    assert '<prop type="x-place">2/7 kk:3-5,9 ru:4</prop>' in text
    assert '<prop type="x-source-file">Заң</prop><seg>Заң мен тәртіп</seg>' in text
    assert '<prop type="x-target-file">Закон</prop>' in text
    assert "<seg>Закон &amp; &lt;порядок&gt;</seg>" in text
    assert "<seg>Law and order</seg>" in text
    assert text.index('xml:lang="kk"') < text.index('xml:lang="ru"')


def test_the_header_says_what_most_units_share_and_a_unit_what_is_otherwise() -> None:
    other = replace(UNIT, id="u2", provenance=Provenance("imported", "order"))
    text = written(UNIT, other)

    assert text.count('<prop type="x-signature">margin</prop>') == 1
    assert text.count('<prop type="x-source">order</prop>') == 1
    assert '<prop type="x-origin">imported</prop>\n<prop type="x-signature"></prop>' in text
    assert [unit.provenance for unit in read(text)] == [UNIT.provenance, other.provenance]


def test_a_document_that_all_variants_share_is_said_once() -> None:
    shared = replace(UNIT, variants=tuple(replace(variant, document="Заң & тәртіп", codes=()) for variant in UNIT.variants[:2]))

    assert written(shared).count("Заң &amp; тәртіп") == 1
    assert {variant.document for variant in read(written(shared))[0].variants} == {"Заң & тәртіп"}


def test_inline_codes_are_written_when_asked_for_and_a_highlight_becomes_a_pair_of_codes() -> None:
    assert '<bpt i="1" type="x-hi:bold"/>Заң<ept i="1"/> <ph x="1">{1}</ph>мен' in written(UNIT, options=WriteOptions(codes=True))
    assert "<ph" not in written(UNIT)


def test_what_we_write_we_read_back_codes_and_all() -> None:
    (back,) = read(written(UNIT, options=WriteOptions(codes=True)))

    assert back.variant("kk") == UNIT.variant("kk")
    assert (back.id, back.probability, back.status, back.provenance) == (UNIT.id, UNIT.probability, UNIT.status, UNIT.provenance)
    assert (back.notes, back.properties) == (UNIT.notes, UNIT.properties)


def test_a_language_map_gives_regions() -> None:
    text = written(UNIT, options=WriteOptions(("kk", "ru"), (("kk", "kk-KZ"), ("ru", "ru-RU"))))

    assert 'srclang="kk-KZ"' in text
    assert '<tuv xml:lang="ru-RU">' in text


def test_a_unit_without_the_source_language_says_its_own() -> None:
    assert '<tu tuid="1" srclang="ru">' in written(UNIT, TranslationUnit("1", (Variant("ru", "да"), Variant("en", "yes"))))


def test_a_sub_flow_stays_inside_its_code() -> None:
    seg = '<seg>Бас<ph x="1">&lt;a title="<sub type="attr">көмек</sub>"&gt;</ph>ыңыз</seg>'
    text = written(UNIT).replace("<seg>Заң мен тәртіп</seg>", seg)
    (unit,) = read(text)

    assert unit.variants[0].text == "Басыңыз"
    assert unit.variants[0].codes[0] == InlineCode(3, "ph", '<a title="">', (("x", "1"),))
    assert seg in written(unit, options=WriteOptions(codes=True))


@pytest.mark.parametrize("codes", [False, True])
def test_what_we_write_is_valid(codes: bool) -> None:  # noqa: FBT001 - a parameter of the test
    etree = pytest.importorskip("lxml.etree")
    with DTD.open("rb") as file:
        dtd = etree.DTD(file)
    foreign = InlineCode(1, "ept"), InlineCode(2, "it"), InlineCode(2, "unheard-of"), InlineCode(2, "sub", "x")
    odd = TranslationUnit("", (Variant("kk", "аб", codes=foreign), Variant("kk", ""), Variant("de", "\r\n")), 1.0)
    tree = etree.fromstring(written(UNIT, odd, options=WriteOptions(codes=codes)).encode())

    assert dtd.validate(tree), dtd.error_log


def test_the_translate_toolkit_reads_every_language() -> None:
    python = os.environ.get("TRANSLATE_TOOLKIT_PYTHON", sys.executable)
    code = (
        "import sys; from translate.storage import tmx; s = tmx.tmxfile.parsestring(sys.stdin.buffer.read()); "
        "print([seg.text for unit in s.units for seg in unit.xmlelement.iter('seg')])"
    )
    result = subprocess.run([python, "-c", code], input=written(UNIT).encode(), capture_output=True, check=False)
    if b"No module named 'translate'" in result.stderr:
        pytest.skip("the Translate Toolkit is not installed")

    assert result.stdout.decode().strip() == "['Заң мен тәртіп', 'Закон & <порядок>', 'Law and order']", result.stderr


@pytest.mark.skipif(shutil.which("omegat") is None, reason="OmegaT is not installed")
@pytest.mark.parametrize(("source", "target"), [("kk", "ru"), ("ru", "en")])
def test_omegat_finds_exact_matches(source: str, target: str, tmp_path: Path) -> None:
    texts = {
        "kk": "Өтініш үш күн ішінде қаралады.",
        "ru": "Заявление рассматривается за три дня.",
        "en": "The application is considered within three days.",
    }
    variants = tuple(Variant(language, text, "Өтініш", (1,)) for language, text in texts.items())
    unit = TranslationUnit("1", variants, 0.9, Status.ACCEPTED, UNIT.provenance, ("note",), (("author", "Абай"),))
    project = tmp_path / "project"
    for folder in ("source", "target", "tm/auto", "omegat", "glossary", "dictionary"):
        (project / folder).mkdir(parents=True)
    (project / "omegat.project").write_text(OMEGAT_PROJECT.format(source=source, target=target), encoding="utf-8")
    (project / "source" / "text.txt").write_text(texts[source] + "\n", encoding="utf-8")
    (project / "tm" / "auto" / "memory.tmx").write_text(written(unit, options=WriteOptions((source, target))), encoding="utf-8")
    environment = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}
    command = ["omegat", str(project), "--mode=console-translate", f"--config-dir={tmp_path / 'settings'}"]
    subprocess.run(command, env=environment, capture_output=True, timeout=100, check=False)

    assert (project / "target" / "text.txt").read_text(encoding="utf-8").strip() == texts[target]


OMEGAT_PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>{source}</source_lang>
<target_lang>{target}</target_lang><sentence_seg>false</sentence_seg></project></omegat>
"""
