"""A concordance as one page to read, print and send: nothing is fetched from anywhere."""

from collections.abc import Iterator, Sequence
from html import escape

from alignments.units import ConcordanceLine
from cli.kwic.text import source_of

STYLE = """
body { font: 15px/1.45 "Noto Serif", "DejaVu Serif", Georgia, serif; margin: 2rem auto; max-width: 72rem; color: #1b1b1b; }
h1 { font-size: 1.3rem; margin: 0; } .about { color: #555; margin: .2rem 0 1.2rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
tr.key td { padding-top: .7rem; vertical-align: bottom; }
td.left { text-align: right; width: 43%; } td.right { width: 43%; }
td.keyword { text-align: center; width: 14%; font-weight: bold; color: #a02010; padding: 0 .5rem; }
td.more { padding: .1rem 0 .1rem 2.2rem; }
td.more::before { content: attr(data-language); display: inline-block; width: 2rem; margin-left: -2.2rem; color: #777; }
td.more::before { font-size: .8rem; }
td.source { color: #777; font-size: .8rem; padding: .1rem 0 .6rem 2.2rem; border-bottom: 1px solid #ddd; }
mark { background: #fdeeb0; padding: 0 .1em; }
tbody { break-inside: avoid; }
@media print { body { margin: 0; font-size: 10pt; } mark { background: none; text-decoration: underline; } }
"""


def html_page(lines: Sequence[ConcordanceLine], query: str, summary: str) -> Iterator[str]:
    """The page, piece by piece."""
    language = lines[0].language if lines else "und"
    yield f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width">\n'
    yield f"<title>{escape(query)}</title>\n<style>{STYLE}</style>\n</head>\n"
    yield f'<body>\n<h1>{escape(query)}</h1>\n<p class="about">{escape(summary)}</p>\n<table>\n'
    for line in lines:
        yield from _rows(line)
    yield "</table>\n</body>\n</html>\n"


def _rows(line: ConcordanceLine) -> Iterator[str]:
    yield f'<tbody>\n<tr class="key" lang="{escape(line.language)}"><td class="left">{escape(line.left)}</td>'
    yield f'<td class="keyword">{escape(line.keyword)}</td><td class="right">{escape(line.right)}</td></tr>\n'
    for language, text in line.translations:
        marked = _marked(text, [(start, stop) for name, start, stop in line.highlights if name == language])
        name = escape(language)
        yield f'<tr lang="{name}"><td class="more" colspan="3" data-language="{name}">{marked}</td></tr>\n'
    yield f'<tr><td class="source" colspan="3">{escape(source_of(line))}</td></tr>\n</tbody>\n'


def _marked(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """The text with its marks, which do not overlap."""
    parts = []
    reached = 0
    for start, stop in sorted(marks):
        parts += [escape(text[reached:start]), f"<mark>{escape(text[start:stop])}</mark>"]
        reached = stop
    return "".join([*parts, escape(text[reached:])])
