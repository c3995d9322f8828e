"""What the README and the pages of docs say is true: examples run, commands are understood, tables hold."""

import doctest
import inspect
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from alignments.checks import CHECKS
from alignments.units import Severity
from cli.main import COMMANDS, tilmash
from corpus.cleaning.registry import STEPS, clean
from corpus.reading import read_bytes

HOUSE = Path(__file__).parent.parent
README = HOUSE / "README.md"
GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


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
    """Raise click.UsageError for a command or an option that does not exist, and for a value it cannot have."""
    context = click.Context(command)
    given, rest, _ = command.make_parser(context).parse_args(words)
    for parameter in command.params:
        value = given.get(parameter.name or "")
        if isinstance(value, str | tuple | list) and not isinstance(parameter.type, click.Path | click.File):
            parameter.type_cast_value(context, value)
    if isinstance(command, click.Group) and rest:
        name, sub, others = command.resolve_command(context, rest)
        assert sub is not None, name
        understood(sub, others)


@pytest.mark.parametrize(
    "line",
    [
        "tilmash nonsense",
        "tilmash check --nonsense",
        "tilmash check --fail-on nonsense",
        "tilmash check --only nonsense",
        "tilmash concordance сөз --sort nonsense",
        "tilmash concordance сөз --limit many",
        "tilmash export tmx --languages kk-!!",
        "tilmash export nonsense",
        "tilmash lexicon nonsense",
    ],
)
def test_a_command_line_that_would_fail_is_not_understood(line: str) -> None:
    with pytest.raises(click.UsageError):
        understood(tilmash, shlex.split(line)[1:])


def test_the_python_example_of_the_readme_runs() -> None:
    failed, attempted = doctest.testfile(str(README), module_relative=False, encoding="utf-8")
    assert (failed, attempted >= 5) == (0, True)


def test_every_file_that_contributors_are_sent_to_is_there() -> None:
    named = re.findall(r"`([\w/*-]+(?:/|\.(?:py|txt|tsv|css|json)))`", (HOUSE / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert len(named) > 30
    assert [name for name in named if not next(HOUSE.rglob(name), None)] == []


def test_every_command_is_named_in_the_readme() -> None:
    named = set(re.findall(r"`([a-z-]+)`", README.read_text(encoding="utf-8")))
    assert set(COMMANDS) - named == {"demo"}


def test_every_check_and_every_step_of_cleaning_is_described_in_order() -> None:
    assert first_cells("checks.md") == [f"`{name}`" for name in CHECKS]
    assert first_cells("reading.md") == [step.name for step in STEPS]


@pytest.mark.parametrize("name", CHECKS)
def test_the_gravest_issue_of_a_check_is_the_one_described(name: str) -> None:
    rows = re.findall(r"^\| `([^`]+)` \|.*\| (\w+) \|$", (HOUSE / "docs" / "checks.md").read_text(encoding="utf-8"), re.MULTILINE)
    source = inspect.getsource(sys.modules[CHECKS[name].find.__module__])
    raised = [severity.value for severity in GRAVEST_FIRST if f"Severity.{severity.name}" in source]
    assert dict(rows)[name] == raised[0]


READING = (HOUSE / "docs" / "reading.md").read_text(encoding="utf-8")
REPAIRED = re.findall(r"`([^`|]+)` becomes `?([^`|]+?)`? \|", READING)


def test_enough_repairs_are_shown() -> None:
    assert len(REPAIRED) >= 5


@pytest.mark.parametrize(("torn", "whole"), REPAIRED)
def test_what_is_repaired_in_an_example_is_repaired(torn: str, whole: str) -> None:
    (piece,), _ = clean(read_bytes("a.txt", torn.encode()))
    assert piece.text == whole


def test_the_steps_that_change_letters_are_named() -> None:
    named = re.findall(r"^Three steps change letters or take some away: ([^;]+);", READING, re.MULTILINE)
    assert named == [", ".join(step.name for step in STEPS if step.changes_letters)]


def first_cells(page: str) -> list[str]:
    """The first column of the only table of a page of docs."""
    rows = re.findall(r"^\| ([^|]+) \|", (HOUSE / "docs" / page).read_text(encoding="utf-8"), re.MULTILINE)
    return rows[1:]
