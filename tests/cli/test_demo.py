"""`tilmash demo` in a folder of its own."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.commands import demo
from cli.main import tilmash


def test_the_demo_makes_what_it_says_and_can_be_repeated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [step for step in demo.STEPS if step[1].split()[0] in {"add", "align", "export"}]
    monkeypatch.setattr(demo, "STEPS", steps)
    for _ in range(2):
        done = CliRunner().invoke(tilmash, ["demo", str(tmp_path / "demo")], catch_exceptions=False)
        assert done.exit_code == 0
        assert [f"$ tilmash {line}" in done.stdout for _, line in steps] == [True, True, True]
        assert "What to try next" in done.stdout
    assert "<tmx" in (tmp_path / "demo" / "memory.tmx").read_text(encoding="utf-8")
    assert (tmp_path / "demo" / "demo.db").is_file()


def test_the_demo_leaves_other_peoples_folders_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Сәлем!", encoding="utf-8")
    refused = CliRunner().invoke(tilmash, ["demo", str(tmp_path)])
    assert (refused.exit_code, "name a new folder" in refused.stderr) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]
