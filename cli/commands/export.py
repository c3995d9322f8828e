"""`tilmash export`: the memory in the formats of other tools."""

import re
from contextlib import ExitStack
from dataclasses import replace
from typing import IO, TYPE_CHECKING, TypedDict, Unpack

import click
from click.core import ParameterSource

from alignments.formats import FORMATS, Content, module_of
from alignments.units import Severity, Status
from cli.databases import opened_memory
from cli.languages import LANGUAGE_MAP, LANGUAGES, PAIR
from cli.talk import counted, doing, say

if TYPE_CHECKING:
    from alignments.exchange.exporting import Departure
    from alignments.exchange.outgoing import Tally


class Wishes(TypedDict):
    """The options that say what goes out and how."""

    languages: tuple[str, ...]
    pair: tuple[str, ...]
    min_probability: float | None
    max_doubt: float | None
    min_doubt: float | None
    severity: str | None
    part: tuple[int, int, int] | None
    statuses: tuple[str, ...]
    group: str
    document: str
    language_map: tuple[tuple[str, str], ...]
    variants: str
    codes: bool


VARIANTS = ("together", "first", "all", "best")

OF_UNITS = frozenset(
    {"min_probability", "max_doubt", "min_doubt", "severity", "part", "statuses", "group", "document", "variants", "codes"}
)
OF_TEXTS = OF_UNITS | {"languages", "pair", "language_map"}
"""Options that choose among units and say how they are written, and those that say so of anything with texts."""


def _part(_context: click.Context, _parameter: click.Parameter, given: str | None) -> tuple[int, int, int] | None:
    """`1/10` as the first part of ten, `3-10/10` as the parts from the third on."""
    if given is None:
        return None
    said = re.fullmatch(r"(\d+)(?:-(\d+))?/(\d+)", given)
    first, last, total = map(int, (said[1], said[2] or said[1], said[3])) if said else (0, 0, 0)
    if not 1 <= first <= last <= total:
        raise click.BadParameter(f"{given}: write 1/10 for the first of ten parts, 3-10/10 for the others")
    return first, last, total


@click.command("export", epilog="Example: tilmash export tmx --pair kk-ru --min-probability 0.8 --output memory.tmx")
@click.argument("form", metavar="FORMAT", type=click.Choice([name for name, form in FORMATS.items() if form.is_written]))
@click.option("--languages", "-l", type=LANGUAGES, default=(), help="Only these languages, in this order, the source first.")
@click.option("--pair", type=PAIR, default=(), help="Two languages, the source first: kk-ru.")
@click.option("--min-probability", type=click.FloatRange(0, 1), help="Leave out units that are less probable.")
@click.option("--max-doubt", type=click.FloatRange(0, 1), help="Leave out units that the checks doubt more.")
@click.option("--min-doubt", type=click.FloatRange(0, 1), help="Leave out units that the checks doubt less.")
@click.option(
    "--severity",
    type=click.Choice([severity.value for severity in Severity]),
    help="Only what `tilmash check` lists from this severity up: for review.",
)
@click.option(
    "--part",
    metavar="N/M",
    callback=_part,
    help="Only the Nth of M parts, or parts N-K/M: whole documents by lot, without units of which an earlier part has a text.",
)
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice([status.value for status in Status]),
    help="Only units of this status; may be given several times. All but rejected by default.",
)
@click.option("--group", default="", help="Only units of this group of documents or imported file.")
@click.option("--document", default="", help="Only units of the document of this title.")
@click.option("--language-map", multiple=True, type=LANGUAGE_MAP, help="Write a tag in another form: kk=kk-KZ.")
@click.option(
    "--variants",
    type=click.Choice(VARIANTS),
    default="together",
    show_default=True,
    help="Of several texts in one language: keep them together in the unit, the first only, a unit for every combination, or "
    "the one whose length fits best.",
)
@click.option("--codes", is_flag=True, help="Write inline codes too (TMX level 2).")
@click.option("--lexicon", is_flag=True, help="The built-in lexicon instead of the terms of the memory (tbx, terms, dic).")
@click.option("--output", "-o", type=click.Path(dir_okay=False), help="Write here instead of to the terminal.")
def command(form: str, output: str | None, *, lexicon: bool, **wishes: Unpack[Wishes]) -> None:
    """Write the memory as FORMAT: translation memories, bilingual files, term bases and tables.

    Units with text in one language only are left out and counted. Without --languages a unit goes out with all it has.
    """
    from alignments.exchange.exporting import export_terms, export_units, lexicon_entries  # noqa: PLC0415 - not for help
    from alignments.metadata import metadata_of  # noqa: PLC0415 - as above

    content = FORMATS[form].content
    if lexicon and content is not Content.TERMS:
        raise click.UsageError("the lexicon holds terms; export it as tbx, terms or dic")
    _refuse_needless(form)
    with ExitStack() as stack:
        if output not in {None, "-"}:
            stack.enter_context(doing(f"writing {output}"))
        stream, departure = _opened(stack, form, output, _departure(wishes))
        if content is Content.RULES:
            module_of(form).write((), stream, departure.options)
        elif lexicon:
            _say(export_terms(lexicon_entries(), form, departure.options, stream), output, "concept", departure)
        else:
            memory = stack.enter_context(opened_memory())
            if content is Content.TERMS:
                _say(export_terms(memory.store.terms(), form, departure.options, stream), output, "term entry", departure)
            else:
                memory.store.require(source=departure.selection.source, document=departure.selection.document)
                described = replace(departure, metadata=metadata_of(memory))
                _say(export_units(memory.store, form, described, stream), output, "unit", departure)


def _refuse_needless(form: str) -> None:
    """Nothing that was asked for is passed over: raises UsageError for an option that the format has no use for."""
    content, context = FORMATS[form].content, click.get_current_context()
    needless = {Content.TERMS: OF_UNITS, Content.RULES: OF_TEXTS, Content.REVIEW: frozenset({"part"})}.get(content, frozenset())
    for option in context.command.params:
        if option.name in needless and context.get_parameter_source(option.name) is ParameterSource.COMMANDLINE:
            raise click.UsageError(f"{form} holds {content.value}; {option.opts[0]} has no use there, leave it out")
    least, most = context.params["min_doubt"], context.params["max_doubt"]
    if least is not None and most is not None and least > most:
        raise click.UsageError(f"no doubt is both {least:g} or more and {most:g} or less; exchange --min-doubt and --max-doubt")


def _departure(wishes: Wishes) -> "Departure":
    from alignments.exchange.exporting import Departure  # noqa: PLC0415 - as above
    from alignments.exchange.outgoing import VariantChoice  # noqa: PLC0415 - as above
    from alignments.exchange.parts import Part  # noqa: PLC0415 - as above
    from alignments.files.options import WriteOptions  # noqa: PLC0415 - as above
    from alignments.selection import Selection  # noqa: PLC0415 - as above

    if wishes["pair"] and wishes["languages"]:
        raise click.UsageError("--pair and --languages say the same; give one of them")
    selection = Selection(
        min_probability=wishes["min_probability"],
        statuses=tuple(map(Status, wishes["statuses"])) or tuple(one for one in Status if one is not Status.REJECTED),
        source=wishes["group"],
        document=wishes["document"],
    )
    options = WriteOptions(wishes["pair"] or wishes["languages"], wishes["language_map"], wishes["codes"])
    severity = Severity(wishes["severity"]) if wishes["severity"] else None
    part = Part(*wishes["part"]) if wishes["part"] else None
    bounds = (wishes["min_doubt"], wishes["max_doubt"], severity, part)
    return Departure(selection, options, VariantChoice(wishes["variants"]), *bounds)


def _opened(stack: ExitStack, form: str, output: str | None, departure: "Departure") -> "tuple[IO[str] | IO[bytes], Departure]":
    """The stream to write to; a format that keeps each language in a file of its own gets these too."""
    from cli.output import open_binary_output, open_output  # noqa: PLC0415 - as above

    languages = departure.options.languages
    if form == "moses":
        if len(languages) < 2 or output in {None, "-"}:
            raise click.UsageError("moses writes a file a language: give --pair or --languages, and --output NAME for NAME.kk …")
        sides = {tag: stack.enter_context(open_output(f"{output}.{tag}")) for tag in languages}
        return sides[languages[0]], replace(departure, options=replace(departure.options, sides=sides))
    if FORMATS[form].is_text:
        return stack.enter_context(open_output(output)), departure
    return stack.enter_context(open_binary_output(output)), departure


def _say(tally: "Tally", output: str | None, thing: str, departure: "Departure") -> None:
    """Say what was written, to which files, and what was left out and why."""
    options = departure.options
    files = ", ".join(f"{output}.{tag}" for tag in options.sides) if options.sides else output
    say(f"{counted(tally.written, thing)} written{f' to {files}' if output not in {None, '-'} else ''}")
    if tally.one_sided:
        what = "text" if thing == "unit" else "terms"
        languages = f"fewer than two of {', '.join(options.languages)}" if options.languages else "one language only"
        say(f"{counted(tally.one_sided, thing)} left out: {what} in {languages}")
    if tally.improbable:
        say(f"{counted(tally.improbable, 'unit')} left out: less probable than --min-probability")
    if tally.doubted:
        say(f"{counted(tally.doubted, 'unit')} left out: outside the bounds of doubt")
    if tally.leaking:
        say(f"{counted(tally.leaking, 'unit')} left out: one of their texts stands in an earlier part")
    if tally.elsewhere:
        say(f"{counted(tally.elsewhere, 'unit')} left out: in other parts")
    if tally.sound:
        say(f"{counted(tally.sound, 'unit')} left out: {_nothing_as_bad(departure.severity)} was found in them")


def _nothing_as_bad(severity: Severity | None) -> str:
    """`no error`, `no error or warning`, …"""
    severities = [one.value for one in Severity]
    return f"no {' or '.join(severities[: severities.index(severity or Severity.INFO) + 1])}"
