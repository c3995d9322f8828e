"""`tilmash add`: read, clean, recognise, cut and store documents."""

import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from cli.databases import opened_memory
from cli.failures import one_line
from cli.languages import LANGUAGES
from cli.talk import counted, doing, progress, say

if TYPE_CHECKING:
    from alignments.memory import Memory
    from corpus.documents import Preparation
    from corpus.library import AddedSource


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person asked for beside the files; None and empty where nothing was said."""

    languages: tuple[str, ...]
    title: str | None
    group: str | None
    encoding: str | None
    skip: frozenset[str]
    explain: bool


@click.command("add", epilog="Example: tilmash add report_kk.docx report_ru.docx minutes/ --explain")
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@click.option(
    "--language",
    "languages",
    type=LANGUAGES,
    default=(),
    help="The language of the whole text, or those it is in (kk,de); otherwise recognised.",
)
@click.option("--title", help="Title of the documents; otherwise the file's own title or name.")
@click.option("--group", help="Documents of one group are translations of each other; otherwise recognised by name.")
@click.option("--encoding", help="Encoding of plain text, such as kz1048; otherwise recognised.")
@click.option("--skip", metavar="STEP", multiple=True, help="Leave out a step of cleaning; may be given several times.")
@click.option("--explain", is_flag=True, help="Show every repair with its count and examples, and the languages found.")
def command(files: tuple[str, ...], skip: tuple[str, ...], **wishes: str | bool | tuple[str, ...] | None) -> None:
    """Read, clean, recognise, cut and store documents; several languages in one file are separated.

    FILE may be a folder, a pattern such as "*.docx", or - for standard input. Files such as report_kk.docx, report.ru.docx and
    en/report.docx are recognised as one group. A file that fails is one line and makes the
    exit code 1; the others are stored.
    """
    from corpus.files.gathering import gather  # noqa: PLC0415 - nothing of the rooms is loaded for help

    _check_steps(skip)
    gathered = gather(files)
    if gathered.passed_over:
        say(f"{counted(len(gathered.passed_over), 'file')} of another sort passed over, such as {gathered.passed_over[0]}")
    with opened_memory(creates=True) as memory:
        adding = _Adding(memory, Wishes(skip=frozenset(skip), **wishes))  # type: ignore[arg-type] # click fills them by name
        failed = [path for path in gathered.files if not adding.add(path)]
        adding.say_what_stands_alone()
    if failed:
        sys.exit(1)


def _check_steps(skip: tuple[str, ...]) -> None:
    from corpus.cleaning.registry import STEPS  # noqa: PLC0415 - as above

    names = [step.name for step in STEPS]
    for step in skip:
        if step not in names:
            raise click.BadParameter(f"no cleaning step {step!r}; the steps are: {', '.join(names)}", param_hint="--skip")


class _Adding:
    """The files of one call, stored one by one."""

    def __init__(self, memory: "Memory", wishes: Wishes) -> None:
        from corpus.groups import group_key  # noqa: PLC0415 - as above

        self._memory = memory
        self._wishes = wishes
        stored = memory.library.documents(with_segments=False)
        self._keys = {one.document.group: group_key(one.document.source.path) for one in stored}
        self._touched: dict[str, None] = {}

    def add(self, path: str) -> bool:
        """Store one file, whole or not at all, and say what became of it; False when it failed."""
        try:
            with doing(f"reading {path}"):
                preparation = self._prepared(path)
                group = self._group(path)
                with self._memory.transaction():
                    added = self._memory.library.add(preparation, group)
        except Exception as failure:  # noqa: BLE001 - the next file is not to suffer from this one
            say(one_line(failure))
            return False
        self._report(preparation, added, group)
        return True

    def say_what_stands_alone(self) -> None:
        """Say which of the groups have one language only, so that there is nothing to align yet."""
        languages: dict[str, set[str]] = {group: set() for group in self._touched}
        for one in self._memory.library.documents(with_segments=False):
            languages.get(one.document.group, set()).add(one.document.language)
        for group, found in languages.items():
            if len(found - {"und"}) < 2:
                say(f"{group}: one language only ({', '.join(sorted(found))}); nothing to align until its translation is added")

    def _prepared(self, path: str) -> "Preparation":
        from corpus.files.source_bytes import bytes_of_stream  # noqa: PLC0415 - as above
        from corpus.preparation import prepare  # noqa: PLC0415 - as above
        from corpus.reading import read, read_bytes  # noqa: PLC0415 - as above

        encoding = self._wishes.encoding
        if path == "-":
            data = bytes_of_stream("standard input", sys.stdin.buffer)
            reading = read_bytes(path, data, encoding=encoding, progress=progress)
        else:
            reading = read(path, encoding=encoding, progress=progress)
        reading = replace(reading, title=self._wishes.title or reading.title)
        return prepare(reading, languages=self._wishes.languages, skip=self._wishes.skip)

    def _group(self, path: str) -> str:
        from corpus.groups import group_key, group_name  # noqa: PLC0415 - as above

        if path == "-":
            return self._wishes.group or self._wishes.title or "standard input"
        group = self._wishes.group or group_name(path, self._keys)
        self._keys.setdefault(group, group_key(path))
        return group

    def _report(self, preparation: "Preparation", added: "AddedSource", group: str) -> None:
        from corpus.files.source_bytes import shown  # noqa: PLC0415 - as above

        path = shown(preparation.reading.source.path)
        numbers = ", ".join(
            f"{one.document.language} {counted(one.segment_count, 'segment')} (document {one.id})" for one in added.documents
        )
        if added.is_new:
            click.echo(f"{path}: {numbers}; group {group}")
            self._touched[group] = None
            if added.replaced:
                olds = ", ".join(map(str, added.replaced))
                say(f"{path}: changed since it was stored (document {olds}); `tilmash align` now goes by this version")
        else:
            say(f"{path}: stored before, not stored again: {numbers}; group {added.documents[0].document.group}")
            if self._wishes.group or self._wishes.languages or self._wishes.title:
                chosen = " ".join(f"--document {one.id}" for one in added.documents)
                say(f"{path}: to store it in another way, `tilmash purge {chosen} --yes` first")
        for remark in (*preparation.reading.remarks, *preparation.remarks):
            say(f"{path}: {remark}")
        if self._wishes.explain:
            _explain(preparation)


def _explain(preparation: "Preparation") -> None:
    """Print how the file was read, the languages found and every repair with its examples."""
    source = preparation.reading.source
    encoding = f" ({source.encoding})" if source.encoding else ""
    click.echo(f"  read as {source.reader.replace('_', ' ')}{encoding}: {counted(len(preparation.reading.blocks), 'block')}")
    segments = sum(len(document.segments) for document in preparation.documents)
    for document in preparation.documents:
        letters = sum(len(segment.text) for segment in document.segments)
        share = len(document.segments) / max(1, segments)
        click.echo(f"  {document.language}: {counted(len(document.segments), 'segment')} ({share:.0%}), {letters:,} characters")
    for repair in preparation.repairs:
        click.echo(f"  {repair.step}: {repair.count:,}")
        for before, after in repair.examples:
            click.echo(f"      {_visible(before)}  →  {_visible(after) or '(left out)'}")
    if not preparation.repairs:
        click.echo("  nothing to repair")


def _visible(text: str) -> str:
    """A text on one line: line breaks as ⏎, other control characters by their number."""
    return "".join("⏎" if letter == "\n" else letter if letter.isprintable() else f"<U+{ord(letter):04X}>" for letter in text)
