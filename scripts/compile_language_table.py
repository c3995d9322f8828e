"""Learns the table of letter groups by which words are told apart, from the project's own lexicon only.

usage: python scripts/compile_language_table.py     after larger changes to aligner/lexicon/entries/*.tsv

Every word of the lexicon is put into the forms in which texts use it; a logistic regression then gives each group of one to
four letters its weight: Kazakh against Russian in Cyrillic, Kazakh against English in Latin letters.
"""

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from corpus.recognition.language_groups import TABLE_FILE, groups
from corpus.recognition.language_words import words

ROOT = Path(__file__).parent.parent
KEPT = 5000
"""How many letter groups the table holds for each script."""
PENALTY = 4.0
FREQUENT_WEIGHT = 25.0

BACK = (
    "лар лары дар дары тар тары ның дың тың ға қа да та дан тан нан мен ы сы ына сына ында сында ынан сынан ымен "
    "сымен ының сының ын сын ларды дарды тарды ларына дарына ларының дарының тарының ларымен дағы тағы ындағы лық дық "
    "тық сыз дай ымыз мыз ыңыз ның ны ды ты ларға дарға тарға нда на астам"
).split()
FRONT = str.maketrans("аығқ", "еігк")
VERB_BACK = (
    "ады ды ты ған қан ып мақ уға удың уы уда ушы ылды ылған лған лды лады са сын атын майды маған мау ар ғалы ғанда "
    "ғаны уына уын уының уынан ыңыз дық йды йтын п"
).split()
NOUN_RU = "а у ом е ы ов ам ами ах и ей ям ями ях ой ою ия ии ию ией ий ью".split()
ADJECTIVE_RU = "ый ого ому ым ом ая ой ую ое ые ых ым ыми ий его ему им ие их о а ы".split()
VERB_RU = (
    "л ла ло ли ет ют ит ят ем им ете ть лся лась лись ется ются ится ятся вший емый енный ённый ена ены ено ющий "
    "ющих ющие вших нных нный нная нное нные в я"
).split()
ENGLISH = "s ed ing ly er ers 's d ion ment ness".split()
LATIN_2021 = dict(
    zip(
        "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
        "a ä b v g ğ d e io j z i i k q l m n ñ o ö p r s t u ū ü f h h s ch ş ş - y \u0131 - e iu ia".split(),
        strict=True,
    )
)
LATIN_2018 = {
    **LATIN_2021,
    "ә": "á",
    "ғ": "ǵ",
    "ң": "ń",
    "ө": "ó",
    "ү": "ú",
    "ұ": "u",
    "у": "ý",
    "ш": "sh",
    "ч": "ch",
    "і": "i",
    "и": "\u0131",
    "ж": "j",
}


def main() -> None:
    """Write the table and say how well it tells its own words apart."""
    forms = {language: Counter(dict(_words(language))) for language in ("kk", "ru", "en")}
    latin = Counter({_latin(word, letters): 1.0 for word in forms["kk"] for letters in (LATIN_2021, LATIN_2018)})
    rows = [*_learned(forms["kk"], forms["ru"]), *_learned(latin, forms["en"])]
    lines = [f"{group}\t{round(100 * weight)}" for group, weight in rows]
    (ROOT / "corpus" / "recognition" / TABLE_FILE).write_text("\n".join([*lines, ""]), encoding="utf-8")
    sys.stderr.write(f"{len(lines)} letter groups\n")


def _words(language: str) -> Iterator[tuple[str, float]]:
    for file in sorted((ROOT / "aligner" / "lexicon" / "entries").glob("*.tsv")):
        for row in csv.DictReader(file.read_text("utf-8").splitlines(), delimiter="\t"):
            for word in re.findall(r"[^\W\d_]+", row[language].lower()):
                yield from ((form, 1.0) for form in _forms(word, language, row["pos"]))
    yield from ((word, FREQUENT_WEIGHT) for word in sorted(words(f"frequent {language}")))


def _forms(word: str, language: str, part: str) -> Iterator[str]:
    yield word
    if len(word) < 3:
        return
    if language == "kk":
        front = re.search("[әеөүі](?!.*[аоұы])", word) is not None
        stem, endings = (word.removesuffix("у"), VERB_BACK) if part == "verb" and word.endswith("у") else (word, BACK)
        yield from (stem + (ending.translate(FRONT) if front else ending) for ending in endings)
    elif language == "ru":
        endings = {"verb": VERB_RU, "adj": ADJECTIVE_RU}.get(part, NOUN_RU)
        yield from (re.sub("(ый|ий|ой|ая|ть|ться|[аеиойуыьюя])$", "", word) + ending for ending in endings)
    else:
        yield from (word.removesuffix("e" if ending[0] in "ei" else "") + ending for ending in ENGLISH)


def _latin(word: str, letters: dict[str, str]) -> str:
    return "".join(letters.get(letter, letter) for letter in word).replace("-", "")


def _learned(first: Counter[str], second: Counter[str]) -> list[tuple[str, float]]:
    """The weights of the most telling groups: above 0 for the first language."""
    texts = [*first, *second]
    goal = np.array([1.0] * len(first) + [0.0] * len(second))
    weight = np.array([*first.values(), *second.values()])
    weight[goal == 1] *= weight[goal == 0].sum() / weight[goal == 1].sum()
    counts = Counter(group for text in texts for group in set(groups(text)))
    known = [group for group, count in counts.items() if count >= 8]
    weights = _regression(texts, known, goal, weight)
    telling = sorted(zip(known, weights, strict=True), key=lambda one: -abs(one[1]) * np.log(counts[one[0]]))[:KEPT]
    kept = sorted(group for group, _ in telling)
    return [
        (group, value) for group, value in zip(kept, _regression(texts, kept, goal, weight), strict=True) if round(100 * value)
    ]


def _regression(texts: list[str], known: list[str], goal: np.ndarray, weight: np.ndarray) -> np.ndarray:
    place = {group: number for number, group in enumerate(known)}
    columns = [[place[group] for group in groups(text) if group in place] for text in texts]
    starts = np.cumsum([0, *map(len, columns)])
    values = np.ones(starts[-1])
    matrix = csr_matrix((values, np.concatenate([np.array(one, dtype=int) for one in columns]), starts), (len(texts), len(known)))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        chance = 1 / (1 + np.exp(-scores))
        value = float((weight * np.logaddexp(0, np.where(goal == 1, -scores, scores))).sum() + PENALTY / 2 * weights @ weights)
        return value, matrix.T @ (weight * (chance - goal)) + PENALTY * weights

    found: np.ndarray = minimize(loss, np.zeros(len(known)), jac=True, method="L-BFGS-B", options={"maxiter": 80}).x
    return found


if __name__ == "__main__":
    main()
