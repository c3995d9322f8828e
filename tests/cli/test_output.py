from pathlib import Path

import pytest

from cli.output import open_output, pad, table_lines, text_width

LONG = "Қазақстан Республикасының Үкіметі мен халықаралық ұйымдар арасындағы келісімдерді іске асыру туралы"


@pytest.mark.parametrize("width", [40, 80, 200])
def test_a_table_fits_the_terminal_and_breaks_no_word(width: int) -> None:
    lines = list(table_lines(("number", "title"), [(1, LONG), (12, "Бұйрық")], width=width))
    assert max(map(text_width, lines)) <= width
    assert set(LONG.split()) <= set(" ".join(lines).split())


def test_numbers_stand_to_the_right() -> None:
    assert list(table_lines(("n", "t"), [(1, "а"), (1200, "б")], width=80)) == ["    n  t", "    1  а", "1,200  б"]


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
