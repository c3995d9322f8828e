"""What the README says is true: its Python example runs, its commands exist."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from alignments.checks import CHECKS
from cli.main import COMMANDS, tilmash
from corpus.cleaning.registry import STEPS

HOUSE = Path(__file__).parent.parent
README = HOUSE / "README.md"


def command_lines() -> Iterator[str]:
    """Every line of a document that calls tilmash, in a block of its own or inside a text."""
    for page in (README, HOUSE / "CONTRIBUTING.md", *sorted((HOUSE / "docs").glob("*.md"))):
        text = page.read_text(encoding="utf-8")
        lines = "\n".join(re.findall(r"^```\n(.*?)^```", text, re.DOTALL | re.MULTILINE)).replace(" && ", "\n").splitlines()
        for line in (*lines, *re.findall(r"`(tilmash [^`\n]*)`", text)):
            if line.startswith("tilmash ") and not re.search(r"\b(?:COMMAND|FORMAT)\b", line):
                yield line


@pytest.mark.parametrize("line", sorted(set(command_lines())))
def test_every_command_line_of_the_documents_is_understood(line: str) -> None:
    understood(tilmash, shlex.split(line.partition("  ")[0], comments=True)[1:])


def understood(command: click.Command, words: list[str]) -> None:
    """Raise click.UsageError for a command or an option that does not exist."""
    context = click.Context(command)
    _, rest, _ = command.make_parser(context).parse_args(words)
    if isinstance(command, click.Group) and rest:
        name, sub, others = command.resolve_command(context, rest)
        assert sub is not None, name
        understood(sub, others)


def test_every_command_is_named_in_the_readme() -> None:
    named = set(re.findall(r"`([a-z-]+)`", README.read_text(encoding="utf-8")))
    assert set(COMMANDS) - named == {"demo"}


def test_every_check_and_every_step_of_cleaning_is_described_in_order() -> None:
    assert first_cells("checks.md") == [f"`{name}`" for name in CHECKS]
    assert first_cells("reading.md") == [step.name for step in STEPS]


def first_cells(page: str) -> list[str]:
    """The first column of the only table of a page of docs."""
    rows = re.findall(r"^\| ([^|]+) \|", (HOUSE / "docs" / page).read_text(encoding="utf-8"), re.MULTILINE)
    return rows[1:]
