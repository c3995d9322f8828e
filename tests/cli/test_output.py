from pathlib import Path

import click
import pytest

from cli.output import open_binary_output, open_output
from cli.terminal_tables import pad, table_lines, text_width

LONG = "Қазақстан Республикасының Үкіметі мен халықаралық ұйымдар арасындағы келісімдерді іске асыру туралы"


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_table_fits_the_terminal_and_breaks_no_word(width: int) -> None:
    lines = list(table_lines(("number", "title"), [(1, LONG), (12, "Бұйрық")], width=width))
    assert max(map(text_width, lines)) <= width
    assert set(LONG.split()) <= set(" ".join(lines).split())


def test_numbers_stand_to_the_right() -> None:
    assert list(table_lines(("n", "t"), [(1, "а"), (1200, "б")], width=80)) == ["    n  t", "    1  а", "1,200  б"]


def test_a_folder_that_is_not_there_is_said_with_the_name_of_the_file(tmp_path: Path) -> None:
    target = str(tmp_path / "none" / "out.tsv")
    with pytest.raises(FileNotFoundError) as failure, open_output(target):
        pass
    assert failure.value.filename == target


def test_a_column_in_which_nothing_stands_is_a_column() -> None:
    assert list(table_lines(("", "", "count"), [("units", "", 0)], width=80)) == ["          count", "units         0"]


def test_bytes_are_not_written_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(click.UsageError, match="no text; give --output"), open_binary_output(None):
        pass


def test_wide_letters_and_marks_are_measured() -> None:
    assert (text_width("漢字"), text_width("е\u0301"), pad("漢", 4)) == (4, 1, "漢  ")


def test_a_file_appears_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "out.tsv"
    target.write_text("old", encoding="utf-8")

    def broken() -> None:
        with open_output(str(target)) as stream:
            stream.write("half")
            raise KeyError

    with pytest.raises(KeyError):
        broken()
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]
    with open_output(str(target)) as stream:
        stream.write("new")
    assert target.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("is_there", [True, False])
def test_what_a_link_points_to_is_written_and_the_link_stays(tmp_path: Path, *, is_there: bool) -> None:
    target, link = tmp_path / "kept" / "out.tsv", tmp_path / "link.tsv"
    target.parent.mkdir()
    link.symlink_to(target)
    if is_there:
        target.write_text("old", encoding="utf-8")
    with open_output(str(link)) as stream:
        stream.write("new")
    assert (link.is_symlink(), target.read_text(encoding="utf-8")) == (True, "new")
