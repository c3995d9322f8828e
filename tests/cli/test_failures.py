"""Wrong use is one line: what is wrong, and which page tells how it is right."""

import sys

import pytest

from cli.main import main

WRONG_USES = [
    (["concordance"], "tilmash concordance: Missing argument 'TEXT'; see `tilmash concordance --help`"),
    (["export", "paper"], "tilmash export: Invalid value for 'FORMAT': 'paper' is not one of"),
    (["review", "log", "--db", "a.db"], "tilmash review log: --db stands before the command: tilmash --db URL review log …"),
    (["translate"], "tilmash: No such command 'translate'; see `tilmash --help`"),
    (["align-files", "kk=text.txt"], "tilmash align-files: one file given; give at least two, each as LANG=FILE; see"),
]


@pytest.mark.parametrize(("arguments", "line"), WRONG_USES)
def test_wrong_use_is_one_line_and_exit_code_2(
    arguments: list[str], line: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["tilmash", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    assert ended.value.code == 2
    assert said.err.startswith(line)
    assert said.err.count("\n") == 1
    assert not said.out


def test_the_bare_command_shows_its_page(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["tilmash"])
    with pytest.raises(SystemExit):
        main()
    assert "concordance" in capsys.readouterr().err
