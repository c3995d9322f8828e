"""What a reader or writer of a format is told, and where it says what it met."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import IO

MAX_REASONS = 1_000
"""Reasons kept word for word; beyond that they are only counted."""


@dataclass(slots=True)
class Report:
    """What a reader met: `failures` are units it could not take, `remarks` what it took but wants to be known."""

    failed: int = 0
    failures: list[str] = field(default_factory=list)
    remarks: dict[str, int] = field(default_factory=dict)

    def fail(self, reason: str) -> None:
        """Count a unit that cannot be read, with the reason."""
        self.failed += 1
        if self.failed <= MAX_REASONS:
            self.failures.append(reason)

    def remark(self, text: str) -> None:
        """Say something of the file once; how often it was met is counted."""
        if text in self.remarks or len(self.remarks) < MAX_REASONS:
            self.remarks[text] = self.remarks.get(text, 0) + 1

    def lines(self) -> Iterator[str]:
        """The remarks for people: each once, with how often."""
        for text, count in self.remarks.items():
            yield text if count == 1 else f"{text} ({count:,} times)"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read: `name` is the file as people know it; `languages` are those of a format that does not say them.

    `sides` are the texts of formats that keep each language in a file of its own, the source first.
    """

    name: str = "-"
    languages: tuple[str, ...] = ()
    encoding: str | None = None
    sides: Mapping[str, IO[bytes]] = field(default_factory=dict)
    report: Report = field(default_factory=Report)


@dataclass(frozen=True, slots=True)
class WriteOptions:
    """How to write: `languages` in this order, the source first; empty means all, kk, ru and en before the others.

    `language_map` gives the tag to write for ours, such as (("kk", "kk-KZ"),); `codes` asks for inline codes; `sides` are
    the streams of formats that keep each language in a file of its own.
    """

    languages: tuple[str, ...] = ()
    language_map: tuple[tuple[str, str], ...] = ()
    codes: bool = False
    sides: Mapping[str, IO[str]] = field(default_factory=dict)

    def tag(self, language: str) -> str:
        """The tag to write for a language."""
        return dict(self.language_map).get(language, language) if self.language_map else language
