"""A concordance as one page to read, print and send: nothing is fetched from anywhere."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from alignments.units import ConcordanceLine
from cli.kwic.text import source_of

_LAST, _FIRST = re.compile(r"\S+$"), re.compile(r"\S+")

STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --soft: #666; --line: #ddd; --found: #a02010; --mark: #fdeeb0; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16191c; --ink: #dfe3e5; --soft: #9aa4ab; --line: #3b4248; --found: #f0907f; --mark: #4d4218; }
}
body { font: 15px/1.45 "Noto Serif", "DejaVu Serif", Georgia, serif; margin: 2rem auto; padding: 0 1rem; max-width: 72rem; }
body { color: var(--ink); background: var(--paper); }
h1 { font-size: 1.3rem; margin: 0; } .about { color: var(--soft); margin: .2rem 0 1.2rem; }
article { border-bottom: 1px solid var(--line); padding: .6rem 0; break-inside: avoid; } p { margin: 0 0 .15rem; }
.left, .right { width: calc((100% - var(--keyword)) / 2 - 1px); }
.left { display: inline-block; text-align: right; } .right { display: inline-table; }
.keyword { display: inline-table; width: var(--keyword); text-align: center; } .keyword b { color: var(--found); }
.more, .source { padding-left: 2.6rem; } .source { color: var(--soft); font-size: .8rem; }
.more::before { content: attr(lang); display: inline-block; width: 2.6rem; margin-left: -2.6rem; }
.more::before { color: var(--soft); font-size: .8em; }
mark { background: var(--mark); color: inherit; padding: 0 .1em; }
@media (max-width: 40rem) { .left, .right, .keyword { display: inline; } }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #555; --line: #ccc; --found: #a02010; }
  body { margin: 0; padding: 0; font-size: 10pt; } mark { background: none; text-decoration: underline; }
}
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
    longest = sorted(len("".join(_in_the_middle(line))) for line in lines)[len(lines) * 19 // 20 :]
    return min(24, round(min(longest, default=0) * 2 / 3) + 2)


def _in_the_middle(line: ConcordanceLine) -> tuple[str, str, str]:
    """The key word with what touches it before and after: `«`, `Балабақша`, `»:`."""
    before, after = _LAST.search(line.left), _FIRST.match(line.right)
    return before[0] if before else "", line.keyword, after[0] if after else ""


def _article(line: ConcordanceLine) -> Iterator[str]:
    opening, keyword, closing = _in_the_middle(line)
    left, right = line.left.removesuffix(opening), line.right.removeprefix(closing)
    yield f'<article>\n<p lang="{escape(line.language)}"><span class="left">{escape(left)}</span><span class="keyword">'
    yield f"{escape(opening)}<b>{escape(keyword)}</b>{escape(closing)}"
    yield f'</span><span class="right">{escape(right)}</span></p>\n'
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
