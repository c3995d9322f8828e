"""Sentence vectors as a model might give them, made from gold: what translates each other is near, everything has noise."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np

from aligner.evaluation.gold import GoldDocument
from aligner.vectors import Rows, rows_of_matrix

WIDTH = 64


def invented_vectors(documents: Sequence[GoldDocument], seed: int = 0) -> list[list[Rows]]:
    """One row a segment for every side; how good the invented model is differs from document to document."""
    random = np.random.default_rng(seed)
    return [_of_document(document, random) for document in documents]


def _of_document(document: GoldDocument, random: np.random.Generator) -> list[Rows]:
    groups = _groups(document)
    shared, common = random.uniform(0.35, 0.85), random.normal(size=WIDTH)
    vectors = [np.zeros((len(side), WIDTH)) for side in document.sides]
    for group in groups:
        parts = max(len(positions) for positions in group)
        senses = random.normal(size=(parts, WIDTH))
        for side, positions in enumerate(group):
            for place, position in enumerate(positions):
                held = senses[place * parts // len(positions) : max(1, (place + 1) * parts // len(positions))]
                own = held.sum(axis=0) / np.linalg.norm(held.sum(axis=0)) * WIDTH**0.5
                noise = random.normal(size=WIDTH)
                vectors[side][position] = shared**0.5 * own + (1 - shared) ** 0.5 * noise + 0.7 * common
    return [rows_of_matrix(rows / np.linalg.norm(rows, axis=1, keepdims=True).clip(1e-9)) for rows in vectors]


def _groups(document: GoldDocument) -> list[list[list[int]]]:
    """The segments that hang together over all pairs of sides: for every group the positions on each side."""
    leader = {(side, position): (side, position) for side, held in enumerate(document.sides) for position in range(len(held))}

    def find(node: tuple[int, int]) -> tuple[int, int]:
        while leader[node] != node:
            node = leader[node]
        return node

    places = {side.language: place for place, side in enumerate(document.sides)}
    for (first, second), rungs in document.rungs.items():
        for rung in rungs:
            nodes = [(places[first], i) for i in rung[0]] + [(places[second], j) for j in rung[1]]
            for a, b in combinations(nodes, 2):
                leader[find(a)] = find(b)
    groups: dict[tuple[int, int], list[list[int]]] = {}
    for node in leader:
        groups.setdefault(find(node), [[] for _ in document.sides])[node[0]].append(node[1])
    return list(groups.values())
