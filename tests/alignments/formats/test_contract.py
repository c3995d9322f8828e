"""What every format must do: give back what it holds, twice the same bytes, hostile text, streams, empty collections."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO, StringIO
from itertools import islice
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignments.errors import AlignmentsError
from alignments.files.escaping import FORBIDDEN
from alignments.files.options import ReadOptions, Report, WriteOptions
from alignments.formats import FORMATS, Content, Loss, module_of
from alignments.units import InlineCode, Provenance, Status, TermEntry, TranslationUnit, Variant

UNIT_FORMATS = [
    name
    for name, form in FORMATS.items()
    if form.content is Content.UNITS and name != "ladder" and form.is_written and form.is_read
]
TERM_FORMATS = [name for name, form in FORMATS.items() if form.content is Content.TERMS and form.is_written]
PAIR = ("kk", "ru")

LETTERS = "aZ әғқңөұүһіӘ ёЯ «»—…№ <>&\"' =+-@ ;|#, \t\n\r \u00a0\u00ad\u200b\u200f\u2028\u0085 {}[]\\ _x0041_ 😀🇰🇿 \u0301"
TEXTS = st.text(st.sampled_from(LETTERS), min_size=1, max_size=30).filter(lambda text: text.strip() != "")
NAMES = st.text(st.sampled_from("abxyz éқ_-09"), min_size=1, max_size=8).map(lambda text: " ".join(text.split())).filter(bool)
MOMENTS = st.none() | st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1)).map(  # noqa: DTZ001 - given a zone below
    lambda when: when.replace(microsecond=0, tzinfo=UTC)
)


@st.composite
def codes(draw: st.DrawFn, length: int) -> tuple[InlineCode, ...]:
    """Codes in the order in which they stand in a text of that length."""
    places = sorted(draw(st.lists(st.integers(0, length), max_size=3)))
    made = []
    for number, place in enumerate(places, start=1):
        kind = draw(st.sampled_from(["ph", "it", "bpt", "ut"]))
        told = {"ph": (("x", "1"),), "it": (("pos", "end"),), "bpt": (("i", str(number)), ("type", "bold")), "ut": ()}[kind]
        made.append(InlineCode(place, kind, draw(st.sampled_from(["", "<b>", "{0}", "&amp;"])), told))
    return tuple(made)


@st.composite
def units(draw: st.DrawFn) -> TranslationUnit:
    """Any unit, however odd its texts."""
    languages = draw(st.lists(st.sampled_from(["ru", "en", "kk-Latn", "de", "ru"]), max_size=3))
    variants = []
    for language in ["kk", "ru", *languages]:
        text = draw(TEXTS)
        places = tuple(sorted(draw(st.sets(st.integers(0, 40), max_size=4))))
        document = draw(st.sampled_from(["", "", "Бұйрық № 5", 'a <b> & "c"']))
        variants.append(Variant(language, text, document, places, draw(codes(len(text)))))
    properties = draw(
        st.dictionaries(NAMES | st.sampled_from(["author", "kk", "status", "Status", "quality", "автор"]), NAMES, max_size=3)
    )
    return TranslationUnit(
        id=draw(
            st.text(st.sampled_from("abc019-/ :é<&"), min_size=1, max_size=12).map(lambda t: " ".join(t.split())).filter(bool)
        ),
        variants=tuple(variants),
        probability=draw(st.none() | st.floats(0, 1)),
        status=draw(st.sampled_from(Status)),
        provenance=Provenance(
            draw(st.sampled_from(["imported", "aligned", "edited"])),
            draw(st.sampled_from(["", "order.tmx", "Заң/2026"])),
            draw(st.integers(0, 9)),
            draw(st.integers(0, 999)),
            draw(st.sampled_from(["", "margin|band:100"])),
            draw(MOMENTS),
            draw(st.sampled_from(["", "Айгүл <a@b>"])),
            draw(MOMENTS),
            draw(st.sampled_from(["", "редактор"])),
        ),
        notes=tuple(draw(st.lists(NAMES, max_size=2))),
        properties=tuple(properties.items()),
    )


def written(form: str, given: Iterable[TranslationUnit] | Iterable[TermEntry]) -> dict[str, bytes]:
    """The file a format makes, or its files."""
    module, told = module_of(form), FORMATS[form]
    languages = PAIR if told.is_bilingual or told.has_sides or form == "dic" else ()
    options = WriteOptions(languages, codes=form == "tmx")
    if told.has_sides:
        sides = {language: StringIO() for language in languages}
        module.write(given, None, replace(options, sides=sides))
        return {language: side.getvalue().encode() for language, side in sides.items()}
    stream = StringIO(newline="") if told.is_text else BytesIO()
    module.write(given, stream, options)
    text = stream.getvalue()
    return {"": text.encode() if isinstance(text, str) else text}


def read(form: str, files: dict[str, bytes], report: Report | None = None) -> Iterator[Any]:
    """What a format reads from its files."""
    sides = {language: BytesIO(content) for language, content in files.items() if language}
    languages = PAIR if form in {"dic", "dix"} else ()
    options = ReadOptions("file", languages, sides=sides, report=report or Report())
    with patch("alignments.formats.parquet._refuse_damaged"):  # half a second a file, and these are our own
        yield from module_of(form).read(BytesIO(files.get("", b"")), options)


def held(unit: TranslationUnit, form: str) -> TranslationUnit:
    """The unit without what the format says it loses."""
    loses = FORMATS[form].loses
    variants: Sequence[Variant] = unit.variants
    if Loss.LANGUAGES in loses or form == "moses":
        variants = [variant for variant in variants if variant.language in PAIR]
    if Loss.COPIES in loses:
        variants = [
            next(v for v in variants if v.language == language) for language in dict.fromkeys(v.language for v in variants)
        ]
    variants = sorted((_held(variant, loses) for variant in variants), key=lambda variant: variant.language)
    unit = replace(unit, variants=tuple(variants), properties=tuple(sorted(unit.properties)))
    if Loss.IDS in loses:
        unit = replace(unit, id="")
    if Loss.PROBABILITY in loses:
        unit = replace(unit, probability=None)
    if Loss.STATUS in loses:
        unit = replace(unit, status=Status.UNREVIEWED)
    if Loss.PROVENANCE in loses:
        unit = replace(unit, provenance=Provenance())
    if Loss.NOTES in loses:
        unit = replace(unit, notes=())
    elif Loss.LINE_ENDS in loses and unit.notes:
        unit = replace(unit, notes=(" ".join(unit.notes),))
    if Loss.PROPERTIES in loses:
        unit = replace(unit, properties=())
    return unit


def _held(variant: Variant, loses: frozenset[Loss]) -> Variant:
    if Loss.CONTROL in loses:
        variant = replace(variant, text=FORBIDDEN.sub("", variant.text))
    if Loss.LINE_ENDS in loses:
        variant = replace(variant, text=variant.text.translate(dict.fromkeys(map(ord, "\t\n\r"), " ")).strip())
    if Loss.SEPARATORS in loses:
        variant = replace(variant, text=re.sub("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]", " ", variant.text))
    if Loss.CODES in loses:
        variant = replace(variant, codes=())
    if Loss.PLACES in loses:
        variant = replace(variant, document="", segments=())
    return variant


def corpus(count: int) -> Iterator[TranslationUnit]:
    """Units that are always the same, with every field in use."""
    random = Random(2026)  # noqa: S311 - no secret
    words = {
        "kk": ["құжат", "заң", "бойынша", "министрлік", "ұсынады", "өңір", "үкімет", "әкім"],
        "ru": ["документ", "закон", "согласно", "министерство", "предлагает", "регион"],
        "en": ["document", "law", "under", "ministry", "proposes", "region", "&", "<government>"],
    }
    for number in range(count):
        variants = tuple(
            Variant(language, " ".join(random.choices(words[language], k=8)) + f" {number}.", f"Құжат {number % 7}", (number,))
            for language in words
        )
        provenance = Provenance(
            "aligned", "example", number % 5, number, "m|v:1", datetime(2026, 1, 1, 0, 0, number % 60, tzinfo=UTC), "Әсел"
        )
        yield TranslationUnit(
            f"{number:08x}", variants, number % 100 / 100, Status.ACCEPTED, provenance, ("a note",), (("author", "Абай"),)
        )


@pytest.mark.parametrize("form", UNIT_FORMATS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors])
@given(given=st.lists(units(), max_size=4, unique_by=lambda unit: unit.id))
def test_what_is_written_is_read_back_but_for_the_losses_named(form: str, given: list[TranslationUnit]) -> None:
    report = Report()
    files = written(form, given)
    back = list(read(form, files, report))

    assert report.failures == []
    assert [held(unit, form) for unit in back] == [held(unit, form) for unit in given]
    assert written(form, back) == files


@pytest.mark.parametrize("form", UNIT_FORMATS)
def test_ten_thousand_units_come_back_and_are_written_the_same_again(form: str) -> None:
    given = fixed_corpus()
    files = written(form, given)
    back = list(read(form, files))

    assert len(back) == 10_000
    assert all(held(one, form) == held(other, form) for one, other in zip(back, given, strict=True))
    assert written(form, iter(back)) == files


@cache
def fixed_corpus() -> list[TranslationUnit]:
    """Ten thousand units, made once."""
    return list(corpus(10_000))


@pytest.mark.parametrize("form", UNIT_FORMATS)
def test_no_units_make_a_file_that_holds_none(form: str) -> None:
    assert list(read(form, written(form, []))) == []


@pytest.mark.parametrize("form", UNIT_FORMATS)
def test_forbidden_characters_never_make_an_unreadable_file(form: str) -> None:
    text = "а\x00\x08\x0b\x0c\x1f\x7fб\ufffe\uffff"
    unit = TranslationUnit("1", (Variant("kk", text), Variant("ru", text.replace("\x00", ""))))

    for back in read(form, written(form, [replace(unit, variants=(unit.variants[1], replace(unit.variants[1], language="kk")))])):
        assert all("а" in variant.text and "б" in variant.text for variant in back.variants)


@pytest.mark.parametrize("form", [form for form in UNIT_FORMATS if FORMATS[form].is_text])
def test_reading_streams(form: str) -> None:
    files = written(form, corpus(3_000))
    stream = CountingStream(files[""]) if "" in files else None
    if stream is None:
        pytest.skip("a format with sides")

    assert len(list(islice(module_of(form).read(stream, ReadOptions("file")), 10))) == 10
    assert stream.taken < len(files[""]) / 4


class CountingStream(BytesIO):
    """A stream that says how much of it was taken."""

    taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        piece = super().read(size)
        self.taken += len(piece)
        return piece


TERM = NAMES.filter(lambda name: name != "-")
"""A term: in a table a dash alone says that there is none."""

TERMS = st.lists(
    st.builds(
        TermEntry,
        id=st.text(st.sampled_from("abc/ 019_é"), min_size=1, max_size=9).map(lambda t: " ".join(t.split())).filter(bool),
        terms=st.lists(st.tuples(st.sampled_from(["kk", "ru", "en"]), TERM), max_size=4).map(
            lambda pairs: tuple(
                sorted({("kk", "заң"), ("ru", "закон"), *pairs}, key=lambda pair: ("kk", "ru", "en").index(pair[0]))
            )
        ),
        part_of_speech=st.sampled_from(["", "noun", "adj", "name", "verb"]),
        subject=st.sampled_from(["", "state and law"]),
        source=st.sampled_from(["", "Заң <2026>"]),
    ),
    max_size=4,
    unique_by=lambda entry: entry.id,
)


@pytest.mark.parametrize("form", TERM_FORMATS)
@settings(max_examples=60)
@given(given=TERMS)
def test_terms_are_read_back_and_written_the_same_again(form: str, given: list[TermEntry]) -> None:
    report = Report()
    files = written(form, given)
    back = [entry for entry in read(form, files, report) if isinstance(entry, TermEntry)]

    assert report.failures == []
    if Loss.IDS not in FORMATS[form].loses:
        assert back == given
    assert written(form, back) == files


@pytest.mark.parametrize("form", [*(form for form in UNIT_FORMATS if form != "parquet"), *TERM_FORMATS, "dix", "ladder"])
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors])
@given(
    place=st.floats(0, 1),
    length=st.integers(0, 40),
    put=st.binary(max_size=8) | st.sampled_from([b"<", b"\n", b"\t", b'"', b"&", b"\xff", b"{"]),
)
def test_damage_raises_nothing_but_our_error(form: str, place: float, length: int, put: bytes) -> None:
    damaged = {}
    for language, content in sample(form).items():
        start = int(place * len(content))
        damaged[language] = content[:start] + put + content[start + length :]
    try:
        list(read(form, damaged, Report()))
    except AlignmentsError as refusal:
        assert "\n" not in str(refusal)  # noqa: PT017 - either outcome is fine


@cache
def sample(form: str) -> dict[str, bytes]:
    """A small file of a format."""
    if form == "dix":
        return {"": "<dictionary><section><e><p><l>заң<s n='n'/></l><r>закон</r></p></e></section></dictionary>".encode()}
    if form == "ladder":
        return {"": b"0\t0\t0.5\n1\t2\t0.25\n2\t3\t0\n", "kk": "бір\nекі\n".encode(), "ru": "раз\nдва\nтри\n".encode()}
    if form in TERM_FORMATS:
        return written(form, [TermEntry("1", (("kk", "заң"), ("ru", "закон")), "noun", "law", "a")])
    return written(form, corpus(3))


def test_the_table_of_losses_in_the_documentation_is_true() -> None:
    text = (Path(__file__).parents[3] / "docs" / "formats.md").read_text(encoding="utf-8")

    for name, form in FORMATS.items():
        lost = ", ".join(loss.value for loss in Loss if loss in form.loses) or "nothing"
        ways = " and ".join(filter(None, ["written" if form.is_written else "", "read" if form.is_read else ""]))
        assert f"| `{name}` | {ways} | {lost} |" in text
