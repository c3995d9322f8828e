"""How often the language of a table column is found: columns of terms drawn from the lexicon's fields of things.

usage: python benchmarks/table_columns.py
A row for each length of column: Kazakh and Russian columns found, not decided and taken for the other language, and columns in
which a coin chose the language of every cell that are given one all the same.
"""

from random import Random

from aligner.lexicon.entries import builtin_concepts
from corpus.recognition.shared_language import shared_language

FIELDS = ("general-concrete", "economy-and-finance", "technology", "health", "education-and-science")
COLUMNS = 600
"""Drawn for each row of the table."""


def main() -> None:
    """Print the shares in per cent."""
    nouns = [one.terms for one in builtin_concepts() if one.field in FIELDS and one.part_of_speech in {"noun", "phrase"}]
    pairs = [(kk[0].capitalize(), ru[0].capitalize()) for kk, ru, _ in nouns if kk and ru]
    print(f"{'cells':>5} {'kk found':>9} {'for ru':>7} {'ru found':>9} {'for kk':>7} {'mixed, given one':>17}   % of {COLUMNS}")
    for cells in (3, 5, 8, 15, 30):
        chance = Random(cells)  # noqa: S311 - draws columns, keeps no secret
        kk, ru, mixed = ([column(pairs, cells, chance, place) for _ in range(COLUMNS)] for place in (0, 1, None))
        shares = (kk.count("kk"), kk.count("ru"), ru.count("ru"), ru.count("kk"), COLUMNS - mixed.count("und"))
        figures = zip((9, 7, 9, 7, 17), shares, strict=True)
        print(f"{cells:5} " + " ".join(f"{100 * share / COLUMNS:{width}.1f}" for width, share in figures))


def column(pairs: list[tuple[str, str]], cells: int, chance: Random, place: int | None) -> str:
    """The language found for a column of terms of one side, or of either side by chance."""
    return shared_language(pair[chance.randrange(2) if place is None else place] for pair in chance.sample(pairs, cells))


if __name__ == "__main__":
    main()
