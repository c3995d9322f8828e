"""A concordance as one page to read, print and send: nothing is fetched from anywhere."""

from collections.abc import Iterator, Sequence
from html import escape

from alignments.units import ConcordanceLine
from cli.kwic.text import source_of

STYLE = """
body { font: 15px/1.45 "Noto Serif", "DejaVu Serif", Georgia, serif; margin: 2rem auto; padding: 0 1rem; max-width: 72rem; }
body { color: #1b1b1b; background: #fff; }
h1 { font-size: 1.3rem; margin: 0; } .about { color: #555; margin: .2rem 0 1.2rem; }
article { border-bottom: 1px solid #ddd; padding: .6rem 0; break-inside: avoid; } p { margin: 0 0 .15rem; }
.left, .right { width: calc((100% - var(--keyword)) / 2 - 1px); }
.left { display: inline-block; text-align: right; } .right { display: inline-table; }
.keyword { display: inline-table; width: var(--keyword); text-align: center; font-weight: bold; color: #a02010; }
.more, .source { padding-left: 2.6rem; } .source { color: #666; font-size: .8rem; }
.more::before { content: attr(lang); display: inline-block; width: 2.6rem; margin-left: -2.6rem; color: #666; font-size: .8em; }
mark { background: #fdeeb0; color: inherit; padding: 0 .1em; }
@media (max-width: 40rem) { .left, .right, .keyword { display: inline; } .keyword { padding: 0 .25em; } }
@media print { body { margin: 0; padding: 0; font-size: 10pt; } mark { background: none; text-decoration: underline; } }
"""
"""The last line of the left context, the key word and the first line of the right one stand on one line however long they are:
the baseline of an inline block is that of its last line, the baseline of an inline table that of its first."""


def html_page(lines: Sequence[ConcordanceLine], query: str, summary: str) -> Iterator[str]:
    """The page, piece by piece."""
    language = lines[0].language if lines else "und"
    yield f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width">\n'
    yield f"<title>{escape(query)}</title>\n<style>:root {{ --keyword: {_keyword_width(lines)}em; }}{STYLE}</style>\n</head>\n"
    yield f'<body>\n<h1>{escape(query)}</h1>\n<p class="about">{escape(summary)}</p>\n'
    for line in lines:
        yield from _article(line)
    yield "</body>\n</html>\n"


def _keyword_width(lines: Sequence[ConcordanceLine]) -> int:
    """Room for nearly all key words, in em: a bold Cyrillic letter takes two thirds of one; longer key words are wrapped."""
    longest = sorted(len(line.keyword) for line in lines)[len(lines) * 19 // 20 :]
    return min(24, round(min(longest, default=0) * 2 / 3) + 2)


def _article(line: ConcordanceLine) -> Iterator[str]:
    yield f'<article>\n<p lang="{escape(line.language)}"><span class="left">{escape(line.left)}</span>'
    yield f'<span class="keyword">{escape(line.keyword)}</span><span class="right">{escape(line.right)}</span></p>\n'
    for language, text in line.translations:
        marked = _marked(text, [(start, stop) for name, start, stop in line.highlights if name == language])
        name = escape(language)
        yield f'<p class="more" lang="{name}">{marked}</p>\n'
    yield f'<p class="source">{escape(source_of(line))}</p>\n</article>\n'


def _marked(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """The text with its marks, which do not overlap."""
    parts = []
    reached = 0
    for start, stop in sorted(marks):
        parts += [escape(text[reached:start]), f"<mark>{escape(text[start:stop])}</mark>"]
        reached = stop
    return "".join([*parts, escape(text[reached:])])
