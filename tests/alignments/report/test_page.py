"""The report: whole, self-contained, honest about what it does not know."""

import re
from html.parser import HTMLParser
from io import StringIO

from alignments.checks import CHECKS
from alignments.examination import examine
from alignments.report import write_report
from alignments.report.side_by_side import marked
from alignments.units import Issue, Provenance, Severity, TranslationUnit, Variant

NAMES = {name: check.name for name, check in CHECKS.items()}


def report_of(units: list[TranslationUnit]) -> str:
    stream = StringIO()
    write_report(examine(units), stream, NAMES)
    return stream.getvalue()


def aligned(number: int, kk: str, ru: str) -> TranslationUnit:
    variants = (Variant("kk", kk, "бұйрық", (number,)), Variant("ru", ru, "приказ", (number,)))
    return TranslationUnit(f"u{number}", variants, 0.9, provenance=Provenance("aligned", "order", position=number))


UNITS = [aligned(0, "2019 жыл <b>", "2018 год"), aligned(1, "Кітапхана ашылды.", "Библиотека открылась.")]


def test_report_needs_no_network() -> None:
    page = report_of(UNITS)
    assert not re.search(r"https?://|<script|<link|@import|url\(", page)


def test_every_element_is_closed() -> None:
    class Balance(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.open: list[str] = []

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            del attrs
            if tag not in {"meta", "rect", "path"}:
                self.open.append(tag)

        def handle_endtag(self, tag: str) -> None:
            if tag not in {"rect", "path"}:
                assert self.open.pop() == tag

    balance = Balance()
    balance.feed(report_of(UNITS).replace("/>", "></path>"))
    assert balance.open == []


def test_texts_are_escaped_and_the_number_is_marked() -> None:
    page = report_of(UNITS)
    assert "&lt;b&gt;" in page
    assert re.search(r'<mark class="error"[^>]*>2018</mark>', page)


def test_a_changed_number_is_told_once_and_marked_on_both_sides() -> None:
    page = report_of(UNITS)
    assert re.findall(r"<mark[^>]*>(\d+)</mark>", page) == ["2019", "2018"]
    assert page.count("2019 in Kazakh, but 2018 in Russian</li>") == 1
    assert "2018 in Russian" not in page.replace("2019 in Kazakh, but 2018 in Russian", "")


def test_only_what_needs_a_look_is_shown_side_by_side() -> None:
    twice = [aligned(0, "1-бап", "Статья 1"), aligned(1, "2-бап", "Статья 2"), aligned(2, "2019 жыл", "2018 год")]
    page = report_of(twice)

    assert "1 unit to look at" in page
    assert page.count('<article class="unit">') == 1
    assert "2018" in page


def test_alignment_path_is_drawn_for_the_pair_of_documents() -> None:
    assert "alignment path of бұйрық and приказ" in report_of(UNITS)


def test_imported_units_have_no_path_and_the_report_says_so() -> None:
    imported = TranslationUnit("i", (Variant("kk", "Сәлем, әлем."), Variant("ru", "Привет, мир.")))
    assert "not known" in report_of([imported])


def test_empty_memory_gives_a_page_that_says_so() -> None:
    assert "no unit in the memory yet" in report_of([])


def test_overlapping_spans_take_the_colour_of_the_gravest() -> None:
    issues = [
        Issue("u", "names", Severity.INFO, "a", "kk", 0, 6),
        Issue("u", "numbers", Severity.ERROR, "b", "kk", 4, 8),
    ]
    assert marked("abcdefghij", issues) == (
        '<mark class="info" title="a">abcd</mark><mark class="error" title="b">ef</mark><mark class="error" title="b">gh</mark>ij'
    )
