"""What is wrong in an exchange file: findings with unit, line and plain words."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions
from alignments.formats import reader_of
from alignments.formats.tmx.rules import Finding, findings
from alignments.units import Severity


@dataclass(slots=True)
class Verdict:
    """How often each severity was found, and how many units were looked at."""

    units: int = 0
    counts: dict[Severity, int] = field(default_factory=dict)


def lint(stream: IO[bytes], form: str, options: ReadOptions, verdict: Verdict) -> Iterator[Finding]:
    """The findings of a file: TMX by rules of its own, other formats by what their reader cannot take.

    A file that cannot be read to its end gives a last finding that says where it breaks.
    """
    for finding in _found(stream, form, options, verdict):
        verdict.counts[finding.severity] = verdict.counts.get(finding.severity, 0) + 1
        yield finding


def _found(stream: IO[bytes], form: str, options: ReadOptions, verdict: Verdict) -> Iterator[Finding]:
    try:
        if form == "tmx":
            yield from findings(stream, options)
        else:
            for _ in reader_of(form).read(stream, options):
                verdict.units += 1
    except AlignmentsError as error:
        yield Finding(Severity.ERROR, "unreadable", 0, 0, str(error))
    yield from (Finding(Severity.ERROR, "unit", 0, 0, reason) for reason in options.report.failures)
    yield from (Finding(Severity.WARNING, "reading", 0, 0, line) for line in options.report.lines())
