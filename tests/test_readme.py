"""What the README says is true: its Python example runs, its commands exist."""

import doctest
import re
from pathlib import Path

from cli.main import COMMANDS

README = Path(__file__).parent.parent / "README.md"


def test_the_python_example_gives_what_the_readme_shows() -> None:
    assert doctest.testfile(str(README), module_relative=False).failed == 0


def test_every_command_is_named_in_the_readme() -> None:
    named = set(re.findall(r"`([a-z-]+)`", README.read_text(encoding="utf-8")))
    assert set(COMMANDS) - named == {"demo"}
