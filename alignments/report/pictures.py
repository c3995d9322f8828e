"""The pictures of the report, as SVG drawn by hand; colours are classes, so that they follow the page into the dark."""

from collections.abc import Mapping, Sequence
from html import escape
from math import log10

from alignments.examination import WRONG_PAIR
from alignments.report.gathering import BINS, Path
from alignments.units import Severity

WIDTH, HEIGHT = 360, 200
LEFT, BOTTOM, TOP, RIGHT = 38, 28, 12, 18
SHOWN_POINTS = 500
"""Dots of one alignment path; a longer one is thinned evenly, its doubtful units never."""


def histogram(counts: Mapping[int, int], label: str, *, doubtful_from: int | None = None) -> str:
    """How many units fall in each twentieth between 0 and 1; bars from `doubtful_from` up are in the colour of doubt."""
    most = max(counts.values(), default=0) or 1
    width = (WIDTH - LEFT - RIGHT) / BINS
    bars = []
    for place in range(BINS):
        count = counts.get(place, 0)
        high = count / most * (HEIGHT - BOTTOM - TOP)
        kind = "bad" if doubtful_from is not None and place >= doubtful_from else "data"
        if count:
            x, y = LEFT + place * width, HEIGHT - BOTTOM - max(high, 1)
            tip = f"{place / BINS:.0%} to {(place + 1) / BINS:.0%}: {count:,}"
            bars.append(
                f'<rect class="{kind}" x="{x + 0.75:.1f}" y="{y:.1f}" width="{width - 1.5:.1f}" height="{max(high, 1):.1f}">'
                f"<title>{tip}</title></rect>"
            )
    ticks = [(LEFT + share * (WIDTH - LEFT - RIGHT), f"{share:.0%}") for share in (0, 0.25, 0.5, 0.75, 1)]
    top = f'<text class="tick" x="{LEFT - 5}" y="{TOP + 8}" text-anchor="end">{_short(most)}</text>'
    return _svg(label, "".join(bars) + top + _bottom_axis(ticks))


def scatter(points: Sequence[tuple[int, int, float]], names: tuple[str, str], label: str) -> str:
    """Length beside length, both on a logarithmic scale: what translates each other lies along a line."""
    largest = max((max(first, second) for first, second, _ in points), default=10)
    span = max(log10(largest), 1.0)
    size = (WIDTH - LEFT - RIGHT, HEIGHT + 60 - BOTTOM - TOP)
    floor = HEIGHT + 60 - BOTTOM

    def place(first: int, second: int) -> tuple[float, float]:
        return LEFT + log10(max(first, 1)) / span * size[0], floor - log10(max(second, 1)) / span * size[1]

    good = [place(first, second) for first, second, doubt in points if doubt < WRONG_PAIR]
    bad = [place(first, second) for first, second, doubt in points if doubt >= WRONG_PAIR]
    marks = [10**power for power in range(int(span) + 1)]
    across = [(place(mark, 1)[0], _short(mark)) for mark in marks]
    up = "".join(
        f'<text class="tick" x="{LEFT - 5}" y="{place(1, mark)[1] + 3:.0f}" text-anchor="end">{_short(mark)}</text>'
        for mark in marks
    )
    line = f'<path class="guide" d="M{LEFT} {floor}L{LEFT + size[0]} {floor - size[1]}"/>'
    axis_names = (
        f'<text class="axis" x="{WIDTH - RIGHT}" y="{floor - 6}" text-anchor="end">{escape(names[0])}, characters</text>'
        f'<text class="axis" x="{LEFT + 4}" y="{TOP + 8}">{escape(names[1])}</text>'
    )
    body = line + _dots(good, "data", 2) + _dots(bad, "bad", 3) + up + _bottom_axis(across, floor) + axis_names
    return _svg(label, body, HEIGHT + 60)


def path_plot(path: Path, alone: tuple[Sequence[int], Sequence[int]], names: tuple[str, str], label: str) -> str:
    """The alignment of two documents: a dot a unit, segments across and up; a derailment leaves the diagonal and turns red."""
    side, pad = 220, 22
    last = [max([*(point[axis] for point in path.points), *alone[axis], 1]) for axis in (0, 1)]

    def across(position: float) -> float:
        return pad + position / last[0] * (side - pad - 6)

    def up(position: float) -> float:
        return side - pad - position / last[1] * (side - pad - 6)

    stride = max(1, len(path.points) // SHOWN_POINTS)
    good = [(across(x), up(y)) for x, y, doubt in path.points[::stride] if doubt < WRONG_PAIR]
    bad = [(across(x), up(y)) for x, y, doubt in path.points if doubt >= WRONG_PAIR]
    frame = f'<path class="frame" d="M{pad} 6V{side - pad}H{side - 6}"/>'
    guide = f'<path class="guide" d="M{pad} {side - pad}L{side - 6} 6"/>'
    missing = "".join(f"M{across(x):.1f} {side - pad}v5" for x in alone[0]) + "".join(f"M{pad} {up(y):.1f}h-5" for y in alone[1])
    ticks = f'<path class="alone" d="{missing}"/>' if missing else ""
    axis_names = (
        f'<text class="axis" x="{side - 6}" y="{side - 8}" text-anchor="end">{escape(names[0])} {last[0] + 1:,.0f} →</text>'
        f'<text class="axis" x="{pad + 4}" y="14">↑ {escape(names[1])} {last[1] + 1:,.0f}</text>'
    )
    return _svg(label, frame + guide + ticks + _dots(good, "data", 2.6) + _dots(bad, "bad", 3.4) + axis_names, side, side)


def bars(rows: Sequence[tuple[str, Mapping[Severity | None, int]]], label: str, *, room: int = 190) -> str:
    """A line a row: its name, a bar stacked by severity (None for what has none), the count; `room` is for the names."""
    most = max((sum(parts.values()) for _, parts in rows), default=0) or 1
    height = 22 * len(rows) + 6
    drawn = []
    for number, (name, parts) in enumerate(rows):
        y, x = 22 * number + 4, float(room)
        drawn.append(f'<text class="row" x="{room - 6}" y="{y + 12}" text-anchor="end">{escape(name)}</text>')
        for severity, count in parts.items():
            wide = max(count / most * (WIDTH - room - 42), 1.5)
            kind = severity.value if severity else "data"
            tip = f"{count:,} {severity.value if severity else ''}"
            drawn.append(f'<rect class="{kind}" x="{x:.1f}" y="{y}" width="{wide:.1f}" height="15"><title>{tip}</title></rect>')
            x += wide
        drawn.append(f'<text class="tick" x="{x + 5:.1f}" y="{y + 12}">{sum(parts.values()):,}</text>')
    return _svg(label, "".join(drawn), height)


def _svg(label: str, body: str, height: int = HEIGHT, width: int = WIDTH) -> str:
    return f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(label)}">{body}</svg>'


def _dots(points: Sequence[tuple[float, float]], kind: str, size: float) -> str:
    """All dots of one kind as one path: strokes of no length with round ends."""
    if not points:
        return ""
    return f'<path class="dots {kind}" stroke-width="{size}" d="{"".join(f"M{x:.1f} {y:.1f}h0" for x, y in points)}"/>'


def _bottom_axis(ticks: Sequence[tuple[float, str]], floor: int = HEIGHT - BOTTOM) -> str:
    line = f'<path class="frame" d="M{LEFT} {floor}H{WIDTH - RIGHT}"/>'
    names = "".join(f'<text class="tick" x="{x:.0f}" y="{floor + 15}" text-anchor="middle">{name}</text>' for x, name in ticks)
    return line + names


def _short(count: int) -> str:
    return f"{count / 1_000_000:.3g}M" if count >= 1_000_000 else f"{count / 1000:.3g}k" if count >= 1000 else str(count)
