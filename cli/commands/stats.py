"""`tilmash stats`: counts over the whole memory."""

from itertools import chain, repeat
from typing import TYPE_CHECKING

import click

from cli.databases import opened_memory
from cli.output import json_line
from cli.talk import progress
from cli.terminal_tables import print_table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignments.memory import Memory
    from alignments.statistics import Statistics

SHOWN = 10
"""Imports told of on the terminal; --json has all."""


@click.command("stats", epilog="Example: tilmash stats --json")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def command(*, as_json: bool) -> None:
    """Count documents, units, languages, kinds of bead, probabilities and how much of the documents is aligned."""
    from alignments.statistics import count_units  # noqa: PLC0415 - nothing of the memory is loaded for help

    with opened_memory() as memory:
        counts = count_units(progress(memory.store.units(), "units", memory.store.count()))
        report = {**_documents(memory, counts), **_units(counts), "imports": _imports(memory)}
    if as_json:
        json_line(report)
    else:
        _print(report)


def _documents(memory: "Memory", counts: "Statistics") -> dict[str, object]:
    from corpus.library import current  # noqa: PLC0415 - SQLAlchemy comes with it

    stored = current(memory.library.documents(with_segments=False))
    segments: dict[str, int] = {}
    aligned: dict[str, int] = {}
    for one in stored:
        language = one.document.language
        segments[language] = segments.get(language, 0) + one.segment_count
    for (title, language), count in counts.aligned.items():
        if title:
            aligned[language] = aligned.get(language, 0) + count
    coverage = {language: round(min(1.0, aligned.get(language, 0) / total), 4) for language, total in segments.items() if total}
    return {"documents": len(stored), "segments": segments, "coverage": coverage}


def _units(counts: "Statistics") -> dict[str, object]:
    return {
        "units": counts.units,
        "variants": dict(counts.variants.most_common()),
        "words": dict(counts.words.most_common()),
        "languages": dict(counts.combinations.most_common()),
        "kinds": dict(counts.kinds.most_common()),
        "statuses": dict(counts.statuses.most_common()),
        "origins": dict(counts.origins.most_common()),
        "probabilities": dict(sorted(counts.probabilities.items(), reverse=True)),
    }


def _imports(memory: "Memory") -> list[dict[str, object]]:
    """What was imported, when and with which counts, the newest first."""
    return [{"file": run.source, "ended": run.ended.isoformat(), **run.counts} for run in reversed(memory.store.runs())]


def _print(report: dict[str, object]) -> None:
    rows: list[tuple[str, str, object]] = []
    for name, value in report.items():
        if isinstance(value, dict):
            labels = chain([name], repeat(""))
            rows += [(label, str(key), _shown(name, count)) for label, (key, count) in zip(labels, value.items(), strict=False)]
        elif isinstance(value, list):
            rows += [("import", f"{run['file']}, {run['ended']:.10}", _told(run)) for run in value[:SHOWN]]
        else:
            rows.append((name, "", value))
    print_table(("", "", "count"), rows)


def _told(run: "Mapping[str, object]") -> str:
    """What became of the units of an import, in words; nothing of what did not happen."""
    return ", ".join(f"{what} {count:,}" for what, count in run.items() if isinstance(count, int) and count)


def _shown(name: str, count: object) -> object:
    return f"{count:.1%}" if name == "coverage" and isinstance(count, float) else count
