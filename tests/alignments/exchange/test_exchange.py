"""The small things that formats share: times, escaping, headings, encodings, languages on their way in and out."""

from datetime import UTC, datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignments.errors import AlignmentsError
from alignments.exchange.incoming import plain_tag
from alignments.exchange.outgoing import Tally, VariantChoice, outgoing
from alignments.files.encodings import suggestion
from alignments.files.escaping import attribute, content
from alignments.files.headings import language_of, property_name, variant_column
from alignments.files.lines import lines_of
from alignments.files.options import MAX_REASONS, ReadOptions, Report
from alignments.files.times import compact, iso, moment
from alignments.formats import FORMATS, format_of, module_of
from alignments.formats.tmx.fields import percent, probability_of
from alignments.formats.tmx.places import positions_of
from alignments.positions import runs
from alignments.units import TranslationUnit, Variant


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20261121T053832Z", "2026-11-21T05:38:32Z"),
        ("2026-01-01 12:00:00", "2026-01-01T12:00:00Z"),
        ("2026-01-01'T'12:00:00'Z'", None),
        ("2026-01-01T12:00:00+05:00", "2026-01-01T07:00:00Z"),
        ("2026-01-01T12:00:00.123Z", "2026-01-01T12:00:00Z"),
        ("2026-11-21", "2026-11-21T00:00:00Z"),
        ("20261341T000000Z", None),
        ("yesterday", None),
    ],
)
def test_times_are_read_in_every_common_form(text: str, expected: str | None) -> None:
    when = moment(text)

    assert (iso(when) if when else None) == expected


def test_tmx_times_are_compact() -> None:
    assert compact(datetime(2026, 11, 21, 5, 38, 32, tzinfo=UTC)) == "20261121T053832Z"


def test_text_for_xml_is_escaped_and_freed_of_what_xml_forbids() -> None:
    assert content('а & б < в > г "д"\r\n\x0c\ud800') == 'а &amp; б &lt; в &gt; г "д"&#13;\n'
    assert attribute('а\t"б"\n') == "а&#9;&quot;б&quot;&#10;"


@pytest.mark.parametrize(
    ("heading", "language"),
    [
        ("kk", "kk"),
        ("KK_kz", "kk-KZ"),
        ("Қазақша", "kk"),
        ("русский язык", "ru"),
        ("English", "en"),
        ("id", None),
        ("No", None),
        ("url", None),
        ("автор", None),
    ],
)
def test_a_heading_is_a_language_or_not(heading: str, language: str | None) -> None:
    assert language_of(heading) == language


def test_headings_of_variants_say_which_and_what() -> None:
    assert variant_column("kk 2 document") == ("kk", 2, "document")
    assert variant_column("kk-Latn segments") == ("kk-Latn", 1, "segments")
    assert variant_column("kk notes") is None


def test_metadata_is_recognised_in_three_languages() -> None:
    assert {property_name(heading) for heading in ("Author", "автор")} == {"author"}
    assert property_name("период перевода") == "translation period"


def test_bytes_of_kazakh_and_russian_pages_are_told_apart() -> None:
    assert suggestion("Қазақстан Республикасының Үкіметі".encode("kz1048")).endswith("kz-1048")
    assert suggestion("Правительство Республики".encode("cp1251")).endswith("windows-1251")


def test_only_a_line_feed_ends_a_line() -> None:
    assert list(lines_of(BytesIO("а\u2028б\x85\r\nв".encode()), ReadOptions())) == ["а\u2028б\x85\r\n", "в"]


def test_a_line_without_end_is_refused() -> None:
    with pytest.raises(AlignmentsError, match="a line of more than"):
        list(lines_of(BytesIO(b"a" * 20_000_000), ReadOptions("big")))


def test_an_unknown_encoding_is_said() -> None:
    with pytest.raises(AlignmentsError, match="unknown encoding 'koi-9'"):
        list(lines_of(BytesIO(b"a"), ReadOptions("a", encoding="koi-9")))


@pytest.mark.parametrize(
    ("tag", "plain"),
    [
        ("kk-Cyrl-KZ", "kk"),
        ("kk-Latn-KZ", "kk-Latn"),
        ("ru-RU", "ru"),
        ("en-GB", "en"),
        ("kk-Arab", "kk-Arab"),
        ("zh-Hant-TW", "zh-Hant"),
    ],
)
def test_a_region_goes_and_a_script_that_matters_stays(tag: str, plain: str) -> None:
    assert plain_tag(tag) == plain


UNIT = TranslationUnit("1", (Variant("kk", "заң"), Variant("ru", "закон о законе"), Variant("ru", "закон"), Variant("en", "law")))


@pytest.mark.parametrize(
    ("choice", "texts"),
    [
        (VariantChoice.TOGETHER, ["заң|закон о законе|закон|law"]),
        (VariantChoice.FIRST, ["заң|закон о законе|law"]),
        (VariantChoice.ALL, ["заң|закон о законе|law", "заң|закон|law"]),
        (VariantChoice.BEST, ["заң|закон|law"]),
    ],
)
def test_several_texts_in_one_language(choice: VariantChoice, texts: list[str]) -> None:
    units = list(outgoing([UNIT], (), choice, Tally()))

    assert ["|".join(variant.text for variant in unit.variants) for unit in units] == texts
    assert len({unit.id for unit in units}) == len(units)


def test_languages_go_out_in_the_order_asked_for() -> None:
    (unit,) = outgoing([UNIT], ("en", "kk"), VariantChoice.TOGETHER, Tally())

    assert unit.languages == ("en", "kk")


def test_units_without_a_second_language_are_counted() -> None:
    tally = Tally()

    assert list(outgoing([UNIT, UNIT], ("kk", "de"), VariantChoice.TOGETHER, tally)) == []
    assert tally == Tally(written=0, one_sided=2)


@given(st.floats(0, 1))
def test_percentages_are_exact(probability: float) -> None:
    assert probability_of(percent(probability)) == probability


@given(st.sets(st.integers(0, 300)))
def test_runs_of_positions_are_exact(positions: set[int]) -> None:
    ordered = tuple(sorted(positions))

    assert positions_of(runs(ordered)) == ordered


@pytest.mark.parametrize("text", ["", "-", "a", "1-", "5-99999999999", "1,,2", "²"])
def test_what_is_no_run_of_positions_stands_for_none_or_a_few(text: str) -> None:
    assert len(positions_of(text)) <= 1


@pytest.mark.parametrize("form", ["tsv", "csv", "jsonl", "po", "tmx"])
def test_an_encoding_that_wants_a_mark_is_refused_without_it(form: str) -> None:
    with pytest.raises(AlignmentsError, match=r"^a.*: not utf-16 \(.*\); give the right one with --encoding"):
        list(module_of(form).read(BytesIO(b"kk\tru\n"), ReadOptions("a", encoding="utf-16")))


def test_a_million_failures_do_not_fill_the_memory() -> None:
    report = Report()
    for number in range(MAX_REASONS * 3):
        report.fail(str(number))

    assert (report.failed, len(report.failures)) == (MAX_REASONS * 3, MAX_REASONS)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_module_that_does_what_its_line_says(name: str) -> None:
    module = module_of(name)

    assert hasattr(module, "write") == FORMATS[name].is_written
    assert hasattr(module, "read") == FORMATS[name].is_read


def test_the_longest_ending_says_the_format() -> None:
    assert format_of("A.TMX") == "tmx"
    assert format_of("evening.review.xlsx") == "review"
    assert format_of("words.terms.tsv") == "terms"
