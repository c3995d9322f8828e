from corpus.pages.grids import MOST_LINES, DrawnLine, Grid, grids_of


def level(at: float, start: float, stop: float) -> DrawnLine:
    return DrawnLine(is_level=True, at=at, start=start, stop=stop)


def upright(at: float, start: float, stop: float) -> DrawnLine:
    return DrawnLine(is_level=False, at=at, start=start, stop=stop)


def net(left: float, bottom: float, columns: int = 2, rows: int = 2) -> list[DrawnLine]:
    """A grid whose cells are 100 points wide and 20 high."""
    lines = [level(bottom + 20 * row, left, left + 100 * columns) for row in range(rows + 1)]
    return lines + [upright(left + 100 * column, bottom, bottom + 20 * rows) for column in range(columns + 1)]


def shapes(lines: list[DrawnLine]) -> list[tuple[tuple[float, ...], tuple[float, ...]]]:
    return sorted((grid.columns, grid.rows) for grid in grids_of(lines))


def only(lines: list[DrawnLine]) -> Grid:
    (grid,) = grids_of(lines)
    return grid


def test_a_grid_has_two_columns_and_two_rows_at_least() -> None:
    assert shapes(net(0, 0)) == [((0, 100, 200), (40, 20, 0))]
    assert shapes(net(0, 0, columns=1)) == []
    assert shapes(net(0, 0, rows=1)) == []


def test_grids_apart_are_two_and_lines_that_meet_nothing_belong_to_none() -> None:
    below = ((0.0, 100.0, 200.0), (40.0, 20.0, 0.0))
    above = ((0.0, 100.0, 200.0), (140.0, 120.0, 100.0))
    assert shapes([*net(0, 0), *net(0, 100), level(70, 0, 200)]) == [below, above]


def test_a_page_with_more_lines_than_a_table_has_shows_a_chart() -> None:
    bars = [level(100 + 3 * number, 300, 310) for number in range(MOST_LINES)]
    assert shapes([*net(0, 0), *bars]) == []


def test_short_strokes_divide_nothing() -> None:
    assert shapes([*net(0, 0), upright(50, 38, 41)]) == shapes(net(0, 0))


def test_lines_that_miss_each_other_by_a_point_meet() -> None:
    short = [line._replace(start=line.start + 1, stop=line.stop - 1) for line in net(0, 0)]
    assert shapes(short) == shapes(net(0, 0))


def test_pieces_of_a_line_and_a_line_inside_another_are_one() -> None:
    pieces = [level(20, start, start + 98.5) for start in (0, 100)]
    grid = only([*(line for line in net(0, 0) if line.at != 20), *pieces])
    assert (grid.rows, len(grid.lines)) == ((40, 20, 0), 6)
    grid = only([*net(0, 0), level(20.5, 0, 100)])
    assert (grid.rows, len(grid.lines)) == ((40, 20, 0), 6)
    assert grid.cell_at(150, 10) == (1, 1)


def test_lines_at_one_height_that_do_not_touch_stay_two() -> None:
    parts = [level(20, 0, 50), level(20, 150, 200)]
    grid = only([*(line for line in net(0, 0) if line.at != 20), *parts])
    assert grid.cell_at(25, 10) == (1, 0)
    assert grid.cell_at(75, 10) == (0, 0)


def test_a_cell_over_several_rows_or_columns_is_the_first_of_them() -> None:
    lines = [line for line in net(0, 0, columns=3, rows=3) if line not in {level(20, 0, 300), upright(200, 0, 60)}]
    grid = only([*lines, level(20, 100, 300), upright(200, 0, 40)])
    assert [grid.cell_at(50, y) for y in (50, 30, 10)] == [(0, 0), (1, 0), (1, 0)]
    assert [grid.cell_at(x, 50) for x in (50, 150, 250)] == [(0, 0), (0, 1), (0, 1)]
    assert (grid.sides(1, 50), grid.sides(1, 30)) == ((100, 300), (100, 200))
    assert grid.cell_at(350, 30) is None


def test_a_border_drawn_crooked_divides_too() -> None:
    lines = [line for line in net(0, 0) if line != upright(100, 0, 40)]
    grid = only([*lines, upright(100, 20, 40), upright(101.5, 0, 20)])
    assert grid.columns == (0, 100, 200)
    assert grid.cell_at(150, 10) == (1, 1)


def test_a_table_open_at_its_sides_has_the_columns_there_too() -> None:
    closed = net(0, 0, columns=3)
    assert shapes([line for line in closed if line.is_level or line.at not in {0, 300}]) == shapes(closed)
    assert shapes([line._replace(stop=line.stop + 5) if line.is_level else line for line in closed]) == shapes(closed)
