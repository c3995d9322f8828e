from pathlib import Path

import pytest
from click.testing import CliRunner

from alignments.errors import AlignmentsError
from alignments.memory import open_memory
from alignments.units import TranslationUnit, Variant
from cli.main import tilmash


@pytest.fixture
def url(tmp_path: Path) -> str:
    for name, kk in (("memory", "Бап."), ("other", "БАП")):
        with open_memory(f"sqlite:///{tmp_path}/{name}.db") as memory:
            memory.store.add_units([TranslationUnit(name, (Variant("kk", kk), Variant("ru", "Статья.")))])
    return f"sqlite:///{tmp_path}/memory.db"


def run(url: str, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(tilmash, ["--db", url, *arguments])
    return result.exit_code, result.stderr


def test_another_memory_is_merged_and_what_is_nearly_the_same_goes(url: str, tmp_path: Path) -> None:
    other = str(tmp_path / "other.db")
    assert run(url, "merge", other)[0] == 2
    assert (
        "nothing kept (--dry-run); it would be: read 1, created 1" in run(url, "merge", other, "--policy", "skip", "--dry-run")[1]
    )
    assert "read 1, created 1, updated 0, skipped 0, failed 0" in run(url, "merge", other, "--policy", "skip")[1]
    said = run(url, "purge", "--near-duplicates")[1]
    assert "near duplicates: 1 unit" in said
    assert "other goes, memory stays" in said
    assert "nothing deleted yet" in said
    assert "deleted" in run(url, "purge", "--near-duplicates", "--yes")[1]
    with open_memory(url) as memory:
        assert [unit.id for unit in memory.store.units()] == ["memory"]


def test_a_memory_that_is_not_there_is_not_made(url: str, tmp_path: Path) -> None:
    arguments = ["--db", url, "merge", str(tmp_path / "nowhere.db"), "--policy", "skip"]
    with pytest.raises(AlignmentsError, match="no such memory"):
        tilmash.main(arguments, standalone_mode=False)
    assert not (tmp_path / "nowhere.db").exists()


def test_a_file_of_another_sort_is_told_to_be_imported(url: str, tmp_path: Path) -> None:
    (tmp_path / "memory.tmx").write_text("<tmx version='1.4'/>", encoding="utf-8")
    with pytest.raises(AlignmentsError, match=r"memory\.tmx: no memory of tilmash; `tilmash import` takes TMX"):
        tilmash.main(["--db", url, "merge", str(tmp_path / "memory.tmx"), "--policy", "skip"], standalone_mode=False)
