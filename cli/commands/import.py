"""`tilmash import`: units and terms of other tools taken into the memory, with a count that tells the truth."""  # noqa: N999 - a command is called as its module

import getpass
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from alignments.formats import FORMATS, format_of
from alignments.intake import Policy
from cli.databases import opened_memory
from cli.input import opened_input, watched_input
from cli.languages import LANGUAGE_MAP, LANGUAGES, SIDE
from cli.talk import say_counts, say_failures, say_remarks

if TYPE_CHECKING:
    from alignments.exchange.incoming import Arrival
    from alignments.files.options import ReadOptions


class Wishes(TypedDict):
    """The options that say how a file is read and taken in."""

    languages: tuple[str, ...]
    sides: tuple[tuple[str, str], ...]
    encoding: str | None
    language_map: tuple[tuple[str, str], ...]
    keep_regions: bool
    policy: str
    who: str


@click.command("import", epilog="Example: tilmash import old_memory.tmx --dry-run")
@click.argument("path", metavar="FILE", type=click.Path(dir_okay=False, allow_dash=True))
@click.option(
    "--format",
    "form",
    type=click.Choice([name for name, form in FORMATS.items() if form.is_read]),
    help="Otherwise the ending of the file says it.",
)
@click.option("--languages", "-l", type=LANGUAGES, default=(), help="Languages of the columns where the file does not say.")
@click.option("--side", "sides", multiple=True, type=SIDE, help="A text that the file points into (ladder): kk=FILE.")
@click.option("--encoding", help="Encoding, if it is not UTF-8 and the file does not say: windows-1251, kz-1048.")
@click.option("--language-map", multiple=True, type=LANGUAGE_MAP, help="Read a tag as another: en-US=kk.")
@click.option("--keep-regions", is_flag=True, help="Keep kk-KZ as kk-KZ; otherwise it becomes kk.")
@click.option(
    "--policy",
    type=click.Choice([policy.value for policy in Policy]),
    default="newer",
    show_default=True,
    help="Of a unit that is stored already stays the one changed later, the stored one, or the one that comes.",
)
@click.option("--who", default=getpass.getuser, show_default="your login", help="Whose decisions a review workbook holds.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
def command(path: str, form: str | None, *, dry_run: bool, **wishes: Unpack[Wishes]) -> None:
    """Read units or terms from FILE (`-` is stdin) into the memory.

    Of Moses files name one (corpus.kk) or their common beginning (corpus), with --format moses; the languages are the endings.

    A broken file changes nothing; of a sound one every unit that can be taken is taken, all in one step. The count at the end
    says what became of every unit; the exit code is 1 when any of them failed.
    """
    from alignments.exchange.importing import import_file, recognised  # noqa: PLC0415 - nothing is loaded for help

    chosen = form or format_of(path)
    with ExitStack() as stack:
        options = _options(stack, chosen, path, wishes)
        stream = stack.enter_context(watched_input(path)) if chosen != "moses" else next(iter(options.sides.values()))
        form = form or recognised(chosen, stream, options)
        memory = stack.enter_context(opened_memory(creates=True))
        counts = import_file(memory, stream, form, options, _arrival(wishes, is_trial=dry_run))
    say_remarks(options.report)
    say_failures(counts.failures, counts.failed)
    say_counts(counts, is_trial=dry_run)
    if counts.failed:
        raise click.exceptions.Exit(1)


def _options(stack: ExitStack, form: str, path: str, wishes: Wishes) -> "ReadOptions":
    from alignments.files.options import ReadOptions  # noqa: PLC0415 - as above

    paths = _sides_beside(path, wishes["languages"]) if form == "moses" else dict(wishes["sides"])
    sides = {language: stack.enter_context(opened_input(side)) for language, side in paths.items()}
    name = Path(next(iter(paths.values()))).stem if form == "moses" else Path(path).name
    return ReadOptions(name, wishes["languages"], wishes["encoding"], sides)


def _arrival(wishes: Wishes, *, is_trial: bool) -> "Arrival":
    from alignments.exchange.incoming import Arrival  # noqa: PLC0415 - as above

    return Arrival(dict(wishes["language_map"]), wishes["keep_regions"], Policy(wishes["policy"]), is_trial, wishes["who"])


def _sides_beside(path: str, languages: tuple[str, ...]) -> dict[str, str]:
    """The files of a Moses corpus: NAME.kk, NAME.ru and so on beside the one named, in the order of the languages asked for.

    Raises AlignmentsError when there are fewer than two.
    """
    from alignments.errors import AlignmentsError  # noqa: PLC0415 - as above
    from alignments.files.headings import language_of  # noqa: PLC0415 - as above

    given = Path(path)
    base = given.stem if given.is_file() and language_of(given.suffix[1:]) else given.name
    siblings = sorted(file for file in given.absolute().parent.iterdir() if file.is_file() and file.stem == base)
    found = {tag: str(file) for file in siblings if (tag := language_of(file.suffix[1:]))}
    chosen = {tag: found[tag] for tag in languages or found if tag in found}
    if len(chosen) < 2 or len(chosen) < len(languages):
        raise AlignmentsError(f"{path}: Moses files are NAME.kk, NAME.ru and so on; found {', '.join(chosen) or 'none'}")
    return chosen
