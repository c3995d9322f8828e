from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.files.gathering import gather


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "song.mp3", ".hidden.txt", "~$a.txt", "inner/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    return tmp_path


def test_a_folder_gives_every_readable_file_below_it(folder: Path) -> None:
    gathered = gather([str(folder)])
    assert gathered.files == tuple(str(folder / name) for name in ("a.txt", "b.txt", "inner/c.txt"))
    assert gathered.passed_over == (str(folder / "song.mp3"),)


def test_a_pattern_gives_its_matches_and_each_file_comes_once(folder: Path) -> None:
    assert gather([str(folder / "b.txt"), str(folder / "*.txt")]).files == (str(folder / "b.txt"), str(folder / "a.txt"))


def test_a_file_whose_name_looks_like_a_pattern_is_itself(folder: Path) -> None:
    (folder / "[1].txt").write_text("one")
    assert gather([str(folder / "[1].txt")]).files == (str(folder / "[1].txt"),)


def test_standard_input_and_missing_files_pass_through() -> None:
    assert gather(["-", "none.txt"]).files == ("-", "none.txt")


def test_an_empty_folder_and_an_idle_pattern_are_said(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="no file in this folder can be read"):
        gather([str(tmp_path)])
    with pytest.raises(CorpusError, match="no file matches this pattern"):
        gather([str(tmp_path / "*.txt")])
