"""How far the cells of a sheet reach."""

import pytest

from corpus.files.sheets import MOST_CELLS, spanned_cells


def sheet(*cells: str) -> bytes:
    """A sheet of cells that are given as they stand in its XML."""
    return b'<sheetData><row r="7">' + "".join(cells).encode() + b"</row></sheetData>"


def test_a_sheet_spans_what_lies_between_its_first_and_last_cell() -> None:
    assert spanned_cells([sheet('<c r="A1"><v>1</v></c>', '<c r="AB2000000"><v>2</v></c>')]) == 28 * 2_000_000


@pytest.mark.parametrize(
    "far",
    ['<c r="XFD1048576"><v>1</v></c>', '<x:c s="1" r=\'issues1\' t="n"><v>1</v></x:c>', '<c r="B9000000" ><v>1</v></c>'],
)
def test_a_filled_cell_far_away_makes_it_span_more_than_is_read(far: str) -> None:
    assert spanned_cells([sheet('<c r="A1"><v>1</v></c>', far)]) > MOST_CELLS


def test_an_empty_cell_far_away_takes_no_room() -> None:
    assert spanned_cells([sheet('<c r="XFD1048576" s="1"/>')]) == 26 * 7


def test_a_sheet_may_be_cut_anywhere() -> None:
    whole = sheet('<c r="A1"><v>1</v></c>', '<c r="ZZ50" t="n"><v>1</v></c>')

    assert {spanned_cells([whole[:place], whole[place:]]) for place in range(len(whole))} == {702 * 50}
    assert spanned_cells([b"<", b"c" * 600_000, b"c" * 600_000]) > MOST_CELLS
