"""Kazakh in Latin letters aligned: gold as it is, and with its Kazakh in the alphabets of 2021 and 2018.

usage: python benchmarks/kazakh_latin.py GOLD.jsonl …
Strict F1 of the pairs with Kazakh, each aligned by two sides with the built-in lexicon.
"""

import sys
from dataclasses import replace
from pathlib import Path

from aligner.beads import Side
from aligner.evaluation.gold import GoldDocument, parse_gold
from aligner.evaluation.gold_scores import score_gold

CYRILLIC = "а б в г ғ д е ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ы і э ю я ё ә".split()
OF_2021 = "a b v g ğ d e j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ch ş ş y \u0131 e iu ia io ä".split()
OF_2018 = (
    "a b v g ǵ d e j z \u0131 \u0131 k q l m n ń o ó p r s t ý u ú f h h ts ch sh sh y i e \u0131ý \u0131a \u0131o á".split()
)
ALPHABETS = {"2021": OF_2021, "2018": OF_2018}
CAPITALS = {"i": "\u0130", "\u0131": "I"}
SILENT = {"ь": "", "ъ": ""}


def main() -> None:
    """Print the scores."""
    print(f"{'set':<12} {'pair':<6} {'Cyrillic':>9} {'2021':>6} {'2018':>6}")
    for path in map(Path, sys.argv[1:]):
        documents = list(parse_gold(path.read_text(encoding="utf-8").splitlines()))
        tables = [None, *(_with_capitals(dict(zip(CYRILLIC, letters, strict=True))) for letters in ALPHABETS.values())]
        columns = [score_gold([_written(one, table) for one in documents], two_sides=True) for table in tables]
        for scores in zip(*columns, strict=True):
            if "kk" in scores[0].pair:
                figures = " ".join(f"{score.agreement.strict.f1:6.3f}" for score in scores)
                print(f"{path.stem:<12} {'-'.join(scores[0].pair):<6}    {figures}", flush=True)


def _with_capitals(table: dict[str, str]) -> dict[int, str]:
    capitals = {letter.upper(): CAPITALS.get(latin[0], latin[0].upper()) + latin[1:] for letter, latin in table.items()}
    return str.maketrans(table | capitals | SILENT)


def _written(document: GoldDocument, table: dict[int, str] | None) -> GoldDocument:
    """The document with its Kazakh in other letters."""
    if table is None:
        return document
    sides = (
        Side("kk-Latn", tuple(text.translate(table) for text in side.segments), side.paragraph_starts)
        if side.language == "kk"
        else side
        for side in document.sides
    )
    tags = {"kk": "kk-Latn"}
    rungs = {(tags.get(first, first), tags.get(second, second)): held for (first, second), held in document.rungs.items()}
    return replace(document, sides=tuple(sides), rungs=rungs)


if __name__ == "__main__":
    main()
