"""Units side by side as one page to read, print and correct by hand: nothing is fetched from anywhere."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from alignments.units import TranslationUnit

SURE = 0.9
"""Probability from which a row does not say how sure it is."""

BEGINNING = 8
"""Letters of an id that are shown; commands know a unit by them."""

STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --soft: #666; --line: #ccc; --doubt: #fdf3d4; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16191c; --ink: #dfe3e5; --soft: #9aa4ab; --line: #3b4248; --doubt: #3b3218; }
}
body { font: 15px/1.45 "Noto Serif", "DejaVu Serif", Georgia, serif; margin: 2rem auto; padding: 0 1rem; max-width: 80rem; }
body { color: var(--ink); background: var(--paper); }
h1 { font-size: 1.3rem; margin: 0; } .about { color: var(--soft); margin: .2rem 0 1.2rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
thead { display: table-header-group; } th { text-align: left; font-weight: 600; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; vertical-align: top; overflow-wrap: anywhere; }
tr { break-inside: avoid; } tbody th { background: none; padding-top: .8rem; border-width: 0 0 1px; break-after: avoid; }
.id { width: 5rem; color: var(--soft); font-size: .8rem; text-align: right; }
.doubtful td, td.missing { background: var(--doubt); }
@media (max-width: 40rem) {
  thead { display: none; } .id { width: auto; text-align: left; }
  tr, td, tbody th { display: block; border: 0; padding: .1rem 0; } tr { border-bottom: 1px solid var(--line); padding: .4rem 0; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #999; --doubt: #f4ecd2; }
  body { margin: 0; padding: 0; max-width: none; font-size: 10pt; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""


def html_page(units: Iterable[TranslationUnit], languages: Sequence[str], about: str) -> Iterator[str]:
    """The page, piece by piece: a column a language, a row a unit, the group or file before its first unit."""
    yield '<!DOCTYPE html>\n<html lang="und">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width">\n'
    yield f"<title>{escape(about)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
    yield f'<p class="about">{escape(about)}; tinted: less than {SURE:.0%} sure, or without a translation</p>\n<table>\n'
    heads = "".join(f'<th lang="{escape(tag)}">{escape(_own_name(tag))}</th>' for tag in languages)
    yield f'<thead><tr><th class="id"></th>{heads}</tr></thead>\n'
    for source, together in groupby(units, key=lambda unit: unit.provenance.source):
        yield f'<tbody>\n<tr><th colspan="{len(languages) + 1}">{escape(source or "—")}</th></tr>\n'
        yield from (_row(unit, languages) for unit in together)
        yield "</tbody>\n"
    yield "</table>\n</body>\n</html>\n"


def _row(unit: TranslationUnit, languages: Sequence[str]) -> str:
    is_doubtful = unit.probability is not None and unit.probability < SURE and len(unit.variants) > 1
    chance = f"<br>{unit.probability:.0%}" if is_doubtful else ""
    cells = "".join(_cell(unit, language) for language in languages)
    kind = ' class="doubtful"' if is_doubtful else ""
    return f'<tr{kind}><td class="id" title="{escape(unit.id)}">{escape(unit.id[:BEGINNING])}{chance}</td>{cells}</tr>\n'


def _cell(unit: TranslationUnit, language: str) -> str:
    texts = [variant.text for variant in unit.variants if variant.language == language]
    if not texts:
        return '<td class="missing">—</td>'
    return f'<td lang="{escape(language)}">{"<br>".join(map(escape, texts))}</td>'


def _own_name(tag: str) -> str:
    """A language in its own words: қазақ тілі, русский, English; the tag itself where ICU knows none."""
    import icu  # noqa: PLC0415 - only a page needs it

    locale = icu.Locale.forLanguageTag(tag)
    return str(locale.getDisplayName(locale)) or tag
