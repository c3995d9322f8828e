"""How right the checks are: warnings on correct units, seeded faults found. Usage: python benchmarks/checks.py GOLD_FOLDER."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from faults import FAULTS, listed_term_wrong, seeded, term_base

from aligner.evaluation.gold import GoldDocument, parse_gold
from alignments.examination import check_units
from alignments.units import Issue, Severity, TermEntry, TranslationUnit, Variant

SEEDED = 200
SEEN = (Severity.ERROR, Severity.WARNING)


def main(folder: Path) -> None:
    """Print both tables."""
    sets = {name: _documents(folder / f"{name}.jsonl") for name in ("news", "official")}
    print("Correct units: units with an issue, per 100\n")
    print(f"{'set':<10}{'pair':<8}{'units':>6}{'error':>8}{'warning':>9}{'info':>7}   kinds (errors and warnings)")
    for name, documents in sets.items():
        for pair in combinations(("kk", "ru", "en"), 2):
            if units := list(gold_units(documents, pair)):
                _print_correct(name, "-".join(pair), units)
                different = [unit for unit in units if unit.variants[0].text != unit.variants[1].text]
                if len(different) < len(units) - 5:
                    _print_correct(name, "-".join(pair) + "*", different)
    print("\n* without the units whose two texts are the same, which are not translated indeed\n")
    print(f"{SEEDED} faults of each kind in news: found by an error or a warning of the unit\n")
    print(f"{'fault':<22}{'kk-ru':>8}{'ru-en':>8}{'kk-en':>8}   checks that found them")
    for fault, spoil in FAULTS.items():
        shares, finders = [], Counter[str]()
        for pair in (("kk", "ru"), ("ru", "en"), ("kk", "en")):
            units, spoilt = seeded(list(gold_units(sets["news"], pair)), spoil, SEEDED)
            issues = [issue for issue in check_units(units) if issue.severity in SEEN and issue.unit in spoilt]
            shares.append(len({issue.unit for issue in issues}) / len(spoilt))
            finders.update({(issue.unit, issue.check): issue.check for issue in issues}.values())
        kinds = ", ".join(f"{check} {count}" for check, count in finders.most_common(5))
        print(f"{fault:<22}" + "".join(f"{share:8.3f}" for share in shares) + f"   {kinds}")
    _print_terms(sets["news"])


def _print_terms(documents: Sequence[GoldDocument]) -> None:
    """Wrong terms where the user's term base has the right ones."""
    shares, quiet, sizes = [], [], []
    for pair in (("kk", "ru"), ("ru", "en"), ("kk", "en")):
        units = list(gold_units(documents, pair))
        terms = term_base(units)
        spoilt, wrong = seeded(units, listed_term_wrong(terms), SEEDED)
        before, after = (_terms_told(some, terms) for some in (units, spoilt))
        shares.append(len({place[0] for place in after - before} & wrong) / max(len(wrong), 1))
        quiet.append(100 * len({place[0] for place in before}) / len(units))
        sizes.append(f"{len(terms):,} terms, {len(wrong)} faults")
    print(f"{'… with a term base':<22}" + "".join(f"{share:8.3f}" for share in shares) + f"   {'; '.join(sizes)}")
    print(f"{'  correct units, /100':<22}" + "".join(f"{share:8.1f}" for share in quiet))


def _terms_told(units: Sequence[TranslationUnit], terms: Sequence[TermEntry]) -> set[tuple[str, int]]:
    """Where the check of terminology warns: units and offsets."""
    found = check_units(units, terms=terms, only=["terminology"])
    return {(issue.unit, issue.start) for issue in found if issue.severity in SEEN}


def gold_units(documents: Iterable[GoldDocument], pair: Sequence[str]) -> Iterator[TranslationUnit]:
    """The gold beads of a pair of languages as units."""
    for document in documents:
        for languages, rungs in document.rungs.items():
            if languages != tuple(pair):
                continue
            sides = [document.side(language).segments for language in languages]
            for number, rung in enumerate(rungs):
                if all(rung):
                    texts = [" ".join(side[place] for place in places) for side, places in zip(sides, rung, strict=True)]
                    variants = [
                        Variant(language, text, f"{document.id} {language}", places)
                        for language, text, places in zip(languages, texts, rung, strict=True)
                    ]
                    yield TranslationUnit(f"{document.id} {number}", tuple(variants))


def _documents(path: Path) -> list[GoldDocument]:
    with path.open(encoding="utf-8") as lines:
        return list(parse_gold(lines, path.name))


def _print_correct(name: str, pair: str, units: Sequence[TranslationUnit]) -> None:
    issues = list(check_units(units))
    shares = [100 * len({issue.unit for issue in issues if issue.severity is severity}) / len(units) for severity in Severity]
    figures = f"{shares[0]:8.1f}{shares[1]:9.1f}{shares[2]:7.1f}"
    print(f"{name:<10}{pair:<8}{len(units):>6}{figures}   {_kinds(issues)}")


def _kinds(issues: Iterable[Issue]) -> str:
    counts = Counter(f"{issue.check} {issue.severity.value}" for issue in issues if issue.severity in SEEN)
    return ", ".join(f"{kind} {count}" for kind, count in counts.most_common())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
