"""The report as one self-contained HTML page."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
from importlib import resources
from typing import IO

from alignments.examination import Examined
from alignments.inspection.wording import language_name
from alignments.report.gathering import BINS, Gathering, gather, pair_name
from alignments.report.pictures import bars, histogram, path_plot, scatter
from alignments.report.side_by_side import unit_cards
from alignments.units import Severity

PATHS, DOCUMENTS, KINDS = 24, 40, 14
"""Pictures of paths, lines of documents and kinds of bead shown at most; the most doubtful, most frequent ones."""


def write_report(examined: Iterable[Examined], stream: IO[str], names: Mapping[str, str], *, worst: int = 60) -> None:
    """Write the report; `names` are those of the checks, `worst` units are shown side by side."""
    stream.writelines(report_parts(gather(examined, worst), names))


def report_parts(gathering: Gathering, names: Mapping[str, str]) -> Iterator[str]:
    """The page from top to bottom."""
    style = (resources.files("alignments.report") / "style.css").read_text(encoding="utf-8")
    yield (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Alignment quality</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{style}</style></head><body>\n"
    )
    yield from _summary(gathering)
    if gathering.units:
        yield from _issues(gathering, names)
        yield from _worst(gathering, names)
        yield from _distributions(gathering)
        yield from _paths(gathering)
    yield f"<footer>{_ABOUT} Written by tilmash on {date.today():%d %B %Y}.</footer></body></html>\n"  # noqa: DTZ011 - the reader's day


_CHAPTERS = {
    "units": "What to look at first",
    "issues": "What the checks found",
    "pictures": "Pictures",
    "paths": "Paths of the alignments",
}

_ABOUT = (
    "Doubt is the chance that a unit pairs the wrong texts, estimated from the aligner's probability, the lengths, the shared "
    "words and the numbers; it was fitted on aligned news whose alignment is known, and is a guide to where to look first, not a "
    "verdict."
)


def _summary(gathering: Gathering) -> Iterator[str]:
    languages = ", ".join(language_name(tag) for tag in gathering.languages)
    yield "<h1>Alignment quality</h1>\n"
    if not gathering.units:
        yield '<p class="lead">There is no unit in the memory yet. Add documents, align them, and come back.</p>\n'
        return
    errors, warnings = gathering.severities[Severity.ERROR], gathering.severities[Severity.WARNING]
    quiet = gathering.units - errors - warnings
    yield (
        f'<p class="lead">{gathering.units:,} units in {escape(languages)}. In {quiet / gathering.units:.0%} no check found '
        f"more than a trifle. Paired wrongly, by their doubt: about {gathering.expected_wrong:,.0f}.</p>\n"
    )
    tiles = (
        ("units", gathering.units), ("with an error", errors), ("with a warning only", warnings),
        ("probably paired wrongly", round(gathering.expected_wrong)),
    )  # fmt: skip
    yield '<dl class="tiles">' + "".join(f"<div><dd>{count:,}</dd><dt>{name}</dt></div>" for name, count in tiles) + "</dl>\n"
    yield "<nav>" + "".join(f'<a href="#{place}">{name}</a>' for place, name in _CHAPTERS.items()) + "</nav>\n"


def _distributions(gathering: Gathering) -> Iterator[str]:
    yield '<h2 id="pictures">How sure, how long, which shape</h2>\n<div class="pictures">'
    if gathering.probabilities:
        picture = histogram(gathering.probabilities, "probabilities")
        yield _figure("The aligner's probability", "Units by the chance that they are right.", picture)
    picture = histogram(gathering.doubts, "doubt", doubtful_from=BINS // 2)
    yield _figure("Doubt", "Units by the chance that they are wrong, all evidence together.", picture)
    for pair, points in gathering.lengths.items():
        names = (language_name(pair[0]), language_name(pair[1]))
        shown = f" A sample of {len(points):,} units." if gathering.is_sampled(pair) else ""
        caption = f"Characters of both texts; red: more probably wrong than right.{shown}"
        yield _figure(f"Length, {pair_name(pair)}", caption, scatter(points, names, "lengths"))
    if gathering.kinds:
        shapes: list[tuple[str, dict[Severity | None, int]]] = [
            (kind, {None: count}) for kind, count in gathering.kinds.most_common(KINDS)
        ]
        order = "–".join(language_name(tag) for tag in gathering.languages)
        yield _figure("Shapes of beads", f"Segments on each side ({order}).", bars(shapes, "shapes of beads", room=60))
    yield "</div>\n"


def _issues(gathering: Gathering, names: Mapping[str, str]) -> Iterator[str]:
    yield '<h2 id="issues">What the checks found</h2>\n'
    by_check = [(name, _by_severity(gathering, check)) for check, name in names.items()]
    found = sorted(((name, parts) for name, parts in by_check if parts), key=lambda row: -sum(row[1].values()))
    if not found:
        yield '<p class="note">Nothing.</p>\n'
        return
    yield '<div class="pictures">'
    legend = "Units with an issue of each kind; red: errors, amber: warnings, grey: remarks."
    yield _figure("By kind", legend, bars(found, "issues by kind"))
    yield '<figure><h3>By document</h3><div class="scroll"><table>'
    yield "<tr><th>document</th><th>units</th><th>errors</th><th>warnings</th></tr>"
    ranked = sorted(gathering.document_units, key=lambda name: _gravity(gathering, name), reverse=True)
    for name in ranked[:DOCUMENTS]:
        counts = gathering.documents[name]
        cells = "".join(
            f'<td class="{severity.value}">{counts[severity] or "·"}</td>' for severity in (Severity.ERROR, Severity.WARNING)
        )
        yield f"<tr><td>{escape(name)}</td><td>{gathering.document_units[name]:,}</td>{cells}</tr>"
    yield "</table></div>"
    if len(ranked) > DOCUMENTS:
        yield f"<figcaption>The {DOCUMENTS} documents with most issues of {len(ranked):,}.</figcaption>"
    yield "</figure></div>\n"


def _by_severity(gathering: Gathering, check: str) -> dict[Severity | None, int]:
    return {severity: count for severity in Severity if (count := gathering.issues[check, severity])}


def _gravity(gathering: Gathering, name: str) -> tuple[int, int]:
    counts = gathering.documents[name]
    return counts[Severity.ERROR], counts[Severity.WARNING]


def _paths(gathering: Gathering) -> Iterator[str]:
    yield '<h2 id="paths">The path of each alignment</h2>\n'
    if not gathering.paths:
        yield '<p class="note">These units were imported: where their texts stood in a document is not known.</p>\n'
        return
    yield (
        '<p class="note">A dot is a unit: its place in the first document across, in the second up. A good alignment climbs '
        "steadily; where it derails, dots turn red or a gap opens. Amber strokes on the edges are segments without counterpart."
        "</p>\n"
    )
    ranked = sorted(gathering.paths.items(), key=lambda item: (-item[1].doubtful, -len(item[1].points)))
    yield '<div class="paths">'
    for place, path in ranked[:PATHS]:
        languages, titles = place[:2], place[2:]
        alone = (gathering.alone.get((languages[0], titles[0]), []), gathering.alone.get((languages[1], titles[1]), []))
        names = (language_name(languages[0]), language_name(languages[1]))
        caption = f"{pair_name(languages)}: {len(path.points):,} units, {path.doubtful:,} doubtful"
        picture = path_plot(path, alone, names, f"alignment path of {' and '.join(titles)}")
        yield _figure(titles[0] or pair_name(languages), caption, picture)
    yield "</div>\n"
    if len(ranked) > PATHS:
        yield f'<p class="note">The {PATHS} most doubtful of {len(ranked):,} pairs of documents.</p>\n'


def _worst(gathering: Gathering, names: Mapping[str, str]) -> Iterator[str]:
    worst, total = gathering.worst, gathering.to_look_at
    if not worst:
        yield '<h2 id="units">No unit needs a look</h2>\n'
        return
    shown = f"{len(worst):,} of " if len(worst) < total else ""
    yield f'<h2 id="units">{shown}{total:,} {"unit" if total == 1 else "units"} to look at</h2>\n'
    yield (
        '<p class="note">First the pairs that are probably wrong, then errors, then warnings, the most doubtful first. What is '
        "none is put aside for good with <code>tilmash dismiss UNIT CHECK</code>.</p>\n"
    )
    yield from unit_cards(worst, names)


def _figure(title: str, caption: str, picture: str) -> str:
    return f"<figure><h3>{escape(title)}</h3><figcaption>{escape(caption)}</figcaption>{picture}</figure>"
