"""Positions of segments as a short text."""

from collections.abc import Sequence


def runs(positions: Sequence[int]) -> str:
    """Positions as runs: (3, 4, 5, 9) → `3-5,9`; nothing for none."""
    if len(positions) == 1:
        return str(positions[0])
    found: list[list[int]] = []
    for position in positions:
        if found and position == found[-1][1] + 1:
            found[-1][1] = position
        else:
            found.append([position, position])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in found)
