"""What is deleted on request, and what stays."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import tilmash

TEXTS = {
    "kk": ("Жылдық есеп", "Мұрағатқа {} адам келді.", "Оқу залы жөнделді."),
    "ru": ("Годовой отчёт", "Архив посетили {} человек.", "Читальный зал отремонтирован."),
}


def run(folder: Path, *arguments: str) -> str:
    done = CliRunner().invoke(tilmash, ["--db", f"sqlite:///{folder / 'memory.db'}", *arguments])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture
def two_years(tmp_path: Path) -> Path:
    """A memory of two reports whose files have the same names."""
    for year, visitors in (("2024", "310"), ("2025", "452")):
        (tmp_path / year).mkdir()
        for language, lines in TEXTS.items():
            text = "\n\n".join(lines).format(visitors)
            (tmp_path / year / f"report_{language}.txt").write_text(text, encoding="utf-8")
        run(tmp_path, "add", str(tmp_path / year))
    run(tmp_path, "align")
    return tmp_path


def test_a_document_goes_with_its_own_units_and_not_with_those_of_its_namesake(two_years: Path) -> None:
    assert "document 1: 1 document, 3 units" in run(two_years, "purge", "--document", "1", "--yes")
    left = [json.loads(line) for line in run(two_years, "export", "jsonl").splitlines() if line.startswith("{")]
    assert len(left) == 3
    assert any("452" in variant["text"] for unit in left for variant in unit["variants"])


def test_a_source_that_nothing_came_from_is_an_error(two_years: Path) -> None:
    done = CliRunner().invoke(tilmash, ["--db", f"sqlite:///{two_years / 'memory.db'}", "purge", "--group", "order"])
    assert done.exit_code == 1
    assert "no unit came from a group or file of this name; units came from report, 2025/report" in str(done.exception)
