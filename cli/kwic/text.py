"""A concordance on a terminal: key words below each other, their translations under them, no word broken."""

import textwrap
from collections.abc import Iterator, Sequence

import click

from alignments.units import ConcordanceLine
from cli.terminal_tables import pad, terminal_width, text_width

LEAST_LABEL = 4
"""Columns in which the language stands; more where a tag such as kk-Latn needs them."""


def text_lines(lines: Sequence[ConcordanceLine]) -> Iterator[str]:
    """The lines to print; colours are left out by click where the output is no terminal."""
    width = terminal_width()
    widest = max((text_width(line.keyword) for line in lines), default=0)
    side = max(10, (width - min(widest, width // 2) - 2) // 2)
    label = max([LEAST_LABEL, *(len(language) + 1 for line in lines for language, _ in line.translations)])
    for line in lines:
        keyword = click.style(line.keyword, bold=True, fg="red")
        before = "" if line.left[-1:].strip() else " "
        after = "" if line.right[:1].strip() else " "
        left = left_context(line.left, side + 1 - len(before))
        yield f"{left}{before}{keyword}{after}{right_context(line.right, side)}".rstrip()
        for language, text in line.translations:
            yield from _translation(line, language, text, label, width)
        yield click.style(f"{' ' * label}{source_of(line)}", dim=True)
        yield ""


def left_context(text: str, width: int) -> str:
    """The last words that fit, at the right edge of the column."""
    words = text.split()
    shown = ""
    while words and text_width(words[-1]) + text_width(shown) + (3 if len(words) > 1 else 1) <= width:
        shown = f"{words.pop()} {shown}".rstrip()
    return pad(f"… {shown}" if words else shown, width, right=True)


def right_context(text: str, width: int) -> str:
    """The first words that fit."""
    words = text.split()
    shown = ""
    while words and text_width(shown) + text_width(words[0]) + (3 if len(words) > 1 else 1) <= width:
        shown = f"{shown} {words.pop(0)}".lstrip()
    return f"{shown} …".lstrip() if words else shown


def source_of(line: ConcordanceLine) -> str:
    """Document, segment (1-based) and probability, such as `decree, segment 4, 97 %`, as far as they are known."""
    parts = [line.document or "no document"]
    if line.position is not None:
        parts.append(f"segment {line.position + 1}")
    if line.probability is not None:
        parts.append(f"{line.probability:.0%}".replace("%", " %"))
    return ", ".join([*parts, f"unit {line.unit}"])


def _translation(line: ConcordanceLine, language: str, text: str, room: int, width: int) -> Iterator[str]:
    """A translation behind the room for its language, wrapped between words; what answers to the key word is underlined."""
    wrapped = textwrap.wrap(text, width - room, break_long_words=False, break_on_hyphens=False, drop_whitespace=True)
    marked = {(start, stop) for marked_language, start, stop in line.highlights if marked_language == language}
    reached = 0
    for number, part in enumerate(wrapped):
        start = text.find(part[:1], reached) if part else reached
        label = language if number == 0 else ""
        yield pad(label, room) + _underlined(part, start, marked)
        reached = start + len(part)


def _underlined(part: str, offset: int, marks: set[tuple[int, int]]) -> str:
    for start, stop in marks:
        first, last = max(0, start - offset), min(len(part), stop - offset)
        if first < last:
            return part[:first] + click.style(part[first:last], underline=True) + part[last:]
    return part
