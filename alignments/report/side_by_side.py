"""Units side by side with the spans of their issues marked and the reasons below."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from itertools import pairwise

from alignments.examination import NO_REASON, Examined
from alignments.inspection.wording import language_name
from alignments.report.gathering import document_name
from alignments.units import Issue, Severity, Variant

LONGEST = 1_200
"""Characters shown of a text."""


def unit_cards(units: Iterable[Examined], names: Mapping[str, str]) -> Iterator[str]:
    """One card a unit; `names` are those of the checks."""
    for one in units:
        texts = "".join(_text(variant, one.issues) for variant in one.unit.variants)
        reasons = "".join(_reason(issue, names) for issue in _sorted(one.issues))
        probability = "" if one.unit.probability is None else f" · aligner {one.unit.probability:.0%}"
        yield (
            f'<article class="unit"><header><b>{one.doubt:.0%}</b> doubt{probability}'
            f'<span class="where">{escape(document_name(one.unit))} · {escape(one.unit.id)}</span></header>'
            f'<div class="texts">{texts}</div><ul class="reasons">{reasons or _NO_REASON}</ul></article>\n'
        )


_NO_REASON = f'<li class="info">{NO_REASON}</li>'


def _text(variant: Variant, issues: Sequence[Issue]) -> str:
    own = [placed for issue in issues for placed in _in_language(issue, variant.language)]
    kind = next((severity.value for severity in Severity if any(issue.severity is severity for issue in own)), "")
    shown = marked(variant.text[:LONGEST], own) + ("…" if len(variant.text) > LONGEST else "")
    language = escape(variant.language)
    return f'<p class="{kind}" lang="{language}"><small>{escape(language_name(variant.language))}</small>{shown or "—"}</p>'


def _in_language(issue: Issue, language: str) -> Iterator[Issue]:
    """The issue at each place that it has in a language."""
    if issue.language == language:
        yield issue
    for span in issue.counterparts:
        if span.language == language:
            yield replace(issue, language=language, start=span.start, stop=span.stop)


def marked(text: str, issues: Iterable[Issue]) -> str:
    """The text as HTML with the spans of issues marked in the colour of the gravest; a span of the whole text is not marked."""
    spans = [issue for issue in issues if 0 <= issue.start < issue.stop <= len(text) and issue.stop - issue.start < len(text)]
    edges = sorted({0, len(text), *(issue.start for issue in spans), *(issue.stop for issue in spans)})
    pieces = []
    for start, stop in pairwise(edges):
        over = [issue for issue in spans if issue.start <= start and stop <= issue.stop]
        piece = escape(text[start:stop])
        if over:
            gravest = _sorted(over)[0]
            piece = f'<mark class="{gravest.severity.value}" title="{escape(gravest.message)}">{piece}</mark>'
        pieces.append(piece)
    return "".join(pieces)


def _reason(issue: Issue, names: Mapping[str, str]) -> str:
    name = escape(names.get(issue.check, issue.check))
    return f'<li class="{issue.severity.value}"><i>{name}</i> {escape(issue.message)}</li>'


def _sorted(issues: Iterable[Issue]) -> list[Issue]:
    order = list(Severity)
    return sorted(issues, key=lambda issue: order.index(issue.severity))
