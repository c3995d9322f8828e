"""`tilmash concordance`: key word in context with its translations."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from cli.databases import opened_memory
from cli.languages import LANGUAGE, LANGUAGES
from cli.output import form_of, open_binary_output, open_output
from cli.talk import counted, say
from cli.terminal_tables import table_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignments.concordance.lines import ConcordancePage, ConcordanceRequest
    from alignments.store import Store
    from alignments.units import ConcordanceLine

ALL = 1_000_000
MOST_NAMED = 6
"""Spellings that are named."""

ENDINGS = {".txt": "text", ".tsv": "tsv", ".csv": "csv", ".jsonl": "jsonl", ".html": "html", ".xlsx": "xlsx"}
"""Endings of files and the form each is written in, the one for the terminal first."""


class Options(TypedDict):
    """The options of one call."""

    text: str
    language: str | None
    show: tuple[str, ...]
    form: str | None
    output: str | None
    exact: bool
    regex: bool
    where: tuple[tuple[str, str], ...]
    sort: str
    limit: int
    page: int
    sample: int | None
    only_count: bool
    counted_by: str | None
    show_neighbours: bool


def _conditions(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """`ru=!согласие` as ("ru", "!согласие")."""
    pairs = [condition.partition("=") for condition in given]
    if not all(language and sign and text.strip(" !") for language, sign, text in pairs):
        raise click.BadParameter("write LANG=TEXT or LANG=!TEXT, such as ru=!согласие")
    return tuple((str(LANGUAGE.convert(language, _parameter, _context)), text) for language, _, text in pairs)


@click.command(
    "concordance",
    epilog="Examples: tilmash concordance келісім --where 'ru=!согласие'; "
    "tilmash concordance 'келіс*' --format html --output kelis.html",
)
@click.argument("text")
@click.option("--language", type=LANGUAGE, help="Language of TEXT; found out when not given.")
@click.option("--show", type=LANGUAGES, default=(), help="Languages of the translations, in this order; all by default.")
@click.option(
    "--format", "form", type=click.Choice(list(ENDINGS.values())), help="Otherwise the ending of FILE says it; text by default."
)
@click.option("--output", "-o", metavar="FILE", help=f"File to write ({', '.join(ENDINGS)}); stdout by default.")
@click.option("--exact", is_flag=True, help="This form only, not its inflected forms.")
@click.option("--regex", is_flag=True, help="Every part between spaces is an expression for one whole word.")
@click.option(
    "--where",
    multiple=True,
    callback=_conditions,
    metavar="LANG=[!]TEXT",
    help="Only where the translation has TEXT or, with !, has it not; may be given several times.",
)
@click.option(
    "--sort",
    type=click.Choice(["right", "left", "position"]),
    default="right",
    show_default=True,
    help="By the words after the key word, by those before it, or as stored.",
)
@click.option("--limit", type=click.IntRange(min=0), default=50, show_default=True, help="Segments a page; 0 is all.")
@click.option("--page", type=click.IntRange(min=1), default=1, show_default=True, help="Which page.")
@click.option("--sample", type=click.IntRange(1), help="So many segments drawn by lot instead, the same each time.")
@click.option("--count", "only_count", is_flag=True, help="Print only how many segments there are.")
@click.option(
    "--count-by",
    "counted_by",
    metavar="NAME",
    help="Count by `document`, or by a property of the units such as a column `year` of an imported table, instead.",
)
@click.option(
    "--neighbours",
    "show_neighbours",
    is_flag=True,
    help="Count the words beside the key word instead, in the first 2,000 segments.",
)
def command(**options: Unpack[Options]) -> None:
    """Show every occurrence of TEXT in context, with its aligned translations.

    A word finds its inflected forms; "…" or --exact only itself; келіс* words that begin so, *лік that end so, *сім* that
    contain it. Several words are a phrase. A word typed without Kazakh letters finds those with them.
    """
    from alignments.concordance.lines import concordance, count_segments  # noqa: PLC0415 - nothing of the memory is loaded for help

    request, form = _request(options), form_of(options["output"], options["form"], ENDINGS)
    if form != "text" and (options["only_count"] or options["show_neighbours"]):
        raise click.UsageError("--count and --neighbours are written as text; give an --output that ends in .txt")
    if options["counted_by"]:
        _count_by(options["counted_by"], request, form, options["output"])
        return
    with opened_memory() as memory:
        if options["only_count"]:
            with open_output(options["output"]) as stream:
                click.echo(count_segments(memory.store, request), file=stream)
            return
        page = concordance(memory.store, request)
        lines = _highlighted(memory.store, page) if _shows_marks(options, form) else page.lines
    if options["show_neighbours"]:
        _write_neighbours(page, options["output"])
    else:
        _write(lines, form, options, _summary(page, request))
    _remark(page, request)


def _count_by(name: str, request: "ConcordanceRequest", form: str, output: str | None) -> None:
    """Write how often the text stands in each document, or beside each value of a property."""
    from alignments.concordance.counts import counts_by  # noqa: PLC0415 - as above
    from alignments.concordance.lines import concordance  # noqa: PLC0415 - as above
    from alignments.metadata import metadata_of  # noqa: PLC0415 - as above

    if form not in {"text", "tsv"}:
        raise click.UsageError("--count-by is written as text or tsv; give an --output that ends in .txt or .tsv")
    with opened_memory() as memory:
        page = concordance(memory.store, replace(request, sort="position", first=0, limit=ALL))
        rows = [(one.value, one.segments, one.occurrences) for one in counts_by(memory.store, page, name, metadata_of(memory))]
    heading = (name, "segments", "occurrences")
    lines = table_lines(heading, rows) if form == "text" else ("\t".join(map(str, row)) for row in (heading, *rows))
    with open_output(output) as stream:
        for line in lines:
            click.echo(line, file=stream)
    say(f"{counted(page.total, 'segment')} in {page.language}" if page.lines else f"{request.text}: {_reason(page, request)}")


def _highlighted(store: "Store", page: "ConcordancePage") -> "tuple[ConcordanceLine, ...]":
    from alignments.concordance.highlights import highlighted  # noqa: PLC0415 - as above

    return highlighted(store, page.lines)


def _shows_marks(options: Options, form: str) -> bool:
    """True where marked translations can be seen; looking them up costs some tenths of a second."""
    if options["show_neighbours"]:
        return False
    return form in {"html", "jsonl"} or (form == "text" and options["output"] is None and sys.stdout.isatty())


def _request(options: Options) -> "ConcordanceRequest":
    from alignments.concordance.lines import ConcordanceRequest  # noqa: PLC0415 - as above

    limit = 2_000 if options["show_neighbours"] else options["limit"] or ALL
    return ConcordanceRequest(
        text=options["text"],
        language=options["language"] or "",
        show=options["show"],
        where=options["where"],
        exact=options["exact"],
        regex=options["regex"],
        sort="position" if options["show_neighbours"] else options["sort"],
        first=(options["page"] - 1) * limit,
        limit=limit,
        sample=options["sample"] or 0,
    )


def _write(lines: "tuple[ConcordanceLine, ...]", form: str, options: Options, summary: str) -> None:
    if form == "xlsx":
        from cli.kwic.tables import write_xlsx  # noqa: PLC0415 - as above

        with open_binary_output(options["output"]) as stream:
            write_xlsx(lines, stream)
        return
    with open_output(options["output"]) as stream:
        for part in _parts(lines, form, options["text"], summary):
            click.echo(part, file=stream, nl=False)


def _parts(lines: "tuple[ConcordanceLine, ...]", form: str, query: str, summary: str) -> "Iterator[str]":
    """The output, piece by piece; only what writes the form asked for is loaded."""
    if form == "html":
        from cli.kwic.html import html_page  # noqa: PLC0415 - as said

        return html_page(lines, query, summary)
    if form == "text":
        from cli.kwic.text import text_lines  # noqa: PLC0415 - as said

        return (f"{line}\n" for line in text_lines(lines))
    from cli.kwic.tables import csv_lines, json_lines, tsv_lines  # noqa: PLC0415 - as said

    return {"tsv": tsv_lines, "csv": csv_lines, "jsonl": json_lines}[form](lines)


def _summary(page: "ConcordancePage", request: "ConcordanceRequest") -> str:
    order = {"right": "sorted by the words after it", "left": "sorted by the words before it"}.get(request.sort, "as stored")
    if _is_sorted_in_parts(page, request):
        order += f" ({page.sorted_segments:,} at a time)"
    if request.sample:
        return (
            f"{min(request.sample, page.total):,} of {counted(page.total, 'segment')} in {page.language}, drawn by lot, {order}"
        )
    last = min(request.first + request.limit, page.total)
    most = "at most " if page.is_at_most else ""
    shown = f"{min(request.first + 1, last):,} to {last:,} shown"
    return f"{most}{counted(page.total, 'segment')} in {page.language}; {shown}, {order}"


def _is_sorted_in_parts(page: "ConcordancePage", request: "ConcordanceRequest") -> bool:
    return page.sorted_segments != page.total and request.sort != "position"


def _write_neighbours(page: "ConcordancePage", output: str | None) -> None:
    from alignments.concordance.neighbours import neighbours  # noqa: PLC0415 - as above

    found = neighbours(page.lines)
    longest = max(len(found.before), len(found.forms), len(found.after))
    columns = [[*column, *[("", "")] * (longest - len(column))] for column in (found.before, found.forms, found.after)]
    rows = [(*a, *b, *c) for a, b, c in zip(*columns, strict=True)]
    with open_output(output) as stream:
        for line in table_lines(("before", "", "form", "", "after", ""), rows):
            click.echo(line, file=stream)


def _remark(page: "ConcordancePage", request: "ConcordanceRequest") -> None:
    if page.taken:
        most = ", ".join(page.taken[:MOST_NAMED]) + (" …" if len(page.taken) > MOST_NAMED else "")
        say(f"{request.text}: not found as typed in {page.language}; taken for {most}")
    if not page.lines:
        say(f"{request.text}: {_reason(page, request)}")
    else:
        say(_summary(page, request) + ("; --limit 0 sorts all together" if _is_sorted_in_parts(page, request) else ""))


def _reason(page: "ConcordancePage", request: "ConcordanceRequest") -> str:
    """Why a page is empty, and what to do."""
    if page.total:
        pages = -(-page.total // request.limit)
        found = f"{counted(page.total, 'segment')} in {page.language} on {counted(pages, 'page')}"
        return f"nothing on page {request.first // request.limit + 1}; {found}"
    if page.is_excluded:
        return f"found in {page.language}, but no translation meets --where"
    return "not found; try a shorter form with *, or another --language"
