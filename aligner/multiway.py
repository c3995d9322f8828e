"""Beads over all sides at once: cut where every two sides are likely to be cut, so that all pairs agree."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np

from aligner.beads import Bead, Span
from aligner.evidence.worths import WORTH
from aligner.pairs import PairResult
from aligner.search.lattice import INSERTION, LARGEST, OMISSION, SHAPES

Places = tuple[int, int]
Step = tuple[int, int, int]
Node = tuple[int, ...]
Part = tuple[Places, Places, float]
"""A bead of two sides: the nodes at which it starts and stops, and its chance."""

Cuts = dict[int, dict[int, float]]
"""For every position of one side the positions of the other at which both may be cut, with the chance of it."""

UNLIKELY = 0.1
"""Cuts less likely than this in any pair are not considered."""

CUT_WORTH = 0.5
"""How likely a cut must be to be better than none."""

REACH = 80
"""How many earlier cuts are tried as the one before a cut."""


def beads_of_path(result: PairResult) -> tuple[Bead, ...]:
    """The path of two sides as beads."""
    return tuple(
        Bead((Span(i, i + SHAPES[shape][0]), Span(j, j + SHAPES[shape][1])), chance) for (shape, i, j), chance in result.steps()
    )


def joined(
    results: Mapping[Places, PairResult], lengths: tuple[int, ...]
) -> tuple[tuple[Bead, ...], dict[Places, tuple[Bead, ...]]]:
    """The beads of all sides, from the results of every two of them; and the most likely ones of every two sides inside those.

    A bead is as likely as the least sure bead of two sides inside it.
    """
    cuts = {places: likely_cuts(result) for places, result in results.items()}
    spans = list(pairwise([node for node, _ in _best_chain(_nodes(cuts, lengths), lengths)]))
    inside = {places: _insides(result, places, spans) for places, result in results.items()}
    beads = tuple(
        Bead(tuple(map(Span, start, stop)), min((sure for part in finer for _, _, sure in part), default=1.0))
        for (start, stop), *finer in zip(spans, *inside.values(), strict=True)
    )
    return beads, {places: tuple(_bead(one) for part in parts for one in part) for places, parts in inside.items()}


def _insides(result: PairResult, places: Places, spans: Sequence[tuple[Node, Node]]) -> list[list[Part]]:
    """The most likely beads of two sides inside each of the beads of all sides, given by their first and last node."""
    a, b = places
    return [best_inside(result, (start[a], start[b]), (stop[a], stop[b])) for start, stop in spans]


def _bead(part: Part) -> Bead:
    start, stop, sure = part
    return Bead((Span(start[0], stop[0]), Span(start[1], stop[1])), sure)


def likely_cuts(result: PairResult) -> Cuts:
    """Where two sides may be cut: the nodes that paths run through, and every order of what is left alone on both sides."""
    band, (n, m) = result.band, result.band.lengths
    chance = result.of_nodes()
    held = np.flatnonzero(chance > UNLIKELY)
    rows = np.searchsorted(band.offset, held, side="right") - 1
    cuts: Cuts = {n: {m: 1.0}}
    for node, i in zip(held.tolist(), rows.tolist(), strict=True):
        j = node - int(band.offset[i]) + int(band.low[i])
        cuts.setdefault(i, {})[j] = min(1.0, float(chance[node]))
    for i, x, j, y, sure in _gaps(result):
        for row in range(i, x + 1):
            for column in range(j, y + 1):
                known = cuts.setdefault(row, {})
                known[column] = max(known.get(column, 0.0), sure)
    return cuts


def _gaps(result: PairResult) -> list[tuple[int, int, int, int, float]]:
    """The runs of the path in which both sides have segments left alone: rows, columns, and how likely all of it is."""
    gaps = []
    run: list[Step] = []
    for step in (*(step for step, _ in result.steps()), (2, -1, -1)):
        if all(SHAPES[step[0]]):
            if len({shape for shape, _, _ in run}) == 2 and len(run) <= 2 * REACH:
                rows, columns = [i for shape, i, _ in run if shape == 0], [j for shape, _, j in run if shape == 1]
                sure = min(result.probability(held) for held in run)
                gaps.append((rows[0], rows[-1] + 1, columns[0], columns[-1] + 1, sure))
            run = []
        else:
            run.append(step)
    return gaps


def _nodes(cuts: Mapping[Places, Cuts], lengths: tuple[int, ...]) -> list[tuple[Node, float]]:
    """The places where every two sides may be cut, one position a side, in order, with the chance of the least sure pair."""
    found: list[tuple[Node, float]] = [((i,), 1.0) for i in range(lengths[0] + 1)]
    for side in range(1, len(lengths)):
        longer = []
        for node, chance in found:
            options = cuts[0, side].get(node[0], {})
            for position, own in options.items():
                others = [cuts[other, side].get(node[other], {}).get(position, 0.0) for other in range(1, side)]
                sure = min(chance, own, *others) if others else min(chance, own)
                if sure > UNLIKELY:
                    longer.append(((*node, position), sure))
        found = longer
    return sorted(found)


def _best_chain(nodes: list[tuple[Node, float]], lengths: tuple[int, ...]) -> list[tuple[Node, float]]:
    """The rising sequence of cuts from the beginning to the end that are worth most together."""
    first, last = (0,) * len(lengths), lengths
    if first == last:
        return [(first, 1.0)]
    inner = [(node, chance) for node, chance in nodes if node not in (first, last)]
    ordered = [(first, 1.0), *sorted(inner, key=lambda item: (sum(item[0]), item[0])), (last, 1.0)]
    total, before = [0.0], [0]
    for place, (node, chance) in enumerate(ordered[1:], start=1):
        best, where = 0.0, 0
        for earlier in range(place - 1, max(-1, place - 1 - REACH), -1):
            if total[earlier] > best and all(a <= b for a, b in zip(ordered[earlier][0], node, strict=True)):
                best, where = total[earlier], earlier
        total.append(best + chance - CUT_WORTH)
        before.append(where)
    chain = [len(ordered) - 1]
    while chain[-1]:
        chain.append(before[chain[-1]])
    return [ordered[place] for place in reversed(chain)]


_SHAPES_WITHIN = tuple(
    tuple(
        tuple((shape, a, b) for shape, (a, b) in enumerate(SHAPES) if a <= rows and b <= columns)
        for columns in range(LARGEST + 1)
    )
    for rows in range(LARGEST + 1)
)
"""The shapes that have room in so many rows and columns."""


def best_inside(result: PairResult, start: Places, stop: Places) -> list[Part]:
    """The beads of two sides from one node to another that are likeliest to be right, bead by bead."""
    if start == stop:
        return []
    size = stop[0] - start[0], stop[1] - start[1]
    if 0 in size or max(size) > 12:
        return _straight(result, start, stop)
    best: dict[Places, tuple[float, list[Part]]] = {start: (0.0, [])}
    for i in range(start[0], stop[0] + 1):
        for j in range(start[1], stop[1] + 1):
            options = []
            for shape, a, b in _SHAPES_WITHIN[min(i - start[0], LARGEST)][min(j - start[1], LARGEST)]:
                before = (i - a, j - b)
                if before in best and result.band.holds(*before):
                    sure = result.probability((shape, *before))
                    score, path = best[before]
                    options.append((score + sure - WORTH, [*path, (before, (i, j), sure)]))
            if options:
                best[i, j] = max(options, key=lambda option: option[0])
    return best[stop][1] if stop in best else _straight(result, start, stop)


def _straight(result: PairResult, start: Places, stop: Places) -> list[Part]:
    """Every segment left alone, those of the first side first; for blocks that no bead fits."""
    corners = [(i, start[1]) for i in range(start[0], stop[0] + 1)] + [(stop[0], j) for j in range(start[1] + 1, stop[1] + 1)]
    return [
        (here, there, result.probability((OMISSION if there[0] > here[0] else INSERTION, *here)))
        for here, there in pairwise(corners)
    ]
